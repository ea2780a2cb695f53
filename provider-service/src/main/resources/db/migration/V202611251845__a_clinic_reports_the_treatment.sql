alter table inbox_lead
  add column outcome text,
  add column outcome_reason text,
  add column outcome_day date,
  add column reported_at timestamptz;

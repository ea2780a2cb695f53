create table lead (
  id uuid primary key,
  inquiry_id uuid not null references inquiry on delete cascade,
  reference text not null,
  clinic text not null,
  status text not null,
  decision_id uuid not null,
  offered_at timestamptz not null,
  answer_by timestamptz not null,
  viewed_at timestamptz,
  answered_at timestamptz,
  decline_reason text
);

-- No clinic is asked twice. Only a lead we took back ourselves does not count.
create unique index lead_once_per_clinic on lead (inquiry_id, clinic) where status <> 'WITHDRAWN';
create index lead_waiting on lead (clinic) where status in ('OFFERED', 'VIEWED');
create index lead_by_clinic on lead (clinic, id);
create index lead_by_status on lead (status, id);

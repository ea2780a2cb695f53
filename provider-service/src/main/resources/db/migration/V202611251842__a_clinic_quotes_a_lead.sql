create table quote (
  id           uuid primary key,
  lead_id      uuid not null references inbox_lead,
  version      int not null check (version > 0),
  terms        jsonb not null,
  valid_until  date not null,
  made_by      text not null,
  made_at      timestamptz not null,
  withdrawn_at timestamptz,
  unique (lead_id, version)
);

-- Of the version in force, so that the inbox can say them of each lead in its list.
alter table inbox_lead
  add column quoted_at timestamptz,
  add column quote_valid_until date;

create table inbox_lead (
  id             uuid primary key,
  inquiry_id     uuid not null,
  reference      text not null,
  clinic_slug    text not null references clinic,
  therapy        text not null,
  country        text not null,
  language       text not null,
  offered_at     timestamptz not null,
  answer_by      timestamptz not null,
  status         text not null,
  viewed_at      timestamptz,
  answered_at    timestamptz,
  decline_reason text,
  ended_at       timestamptz,
  end_reason     text
);
create index inbox_lead_by_clinic on inbox_lead (clinic_slug, offered_at desc, id desc);

-- Who opened a case on the clinic's side. Append-only.
create table case_read (
  id      uuid primary key,
  lead_id uuid not null references inbox_lead,
  reader  text not null,
  read_at timestamptz not null
);

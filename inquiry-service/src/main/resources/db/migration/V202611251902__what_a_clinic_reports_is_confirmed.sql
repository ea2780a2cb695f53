create table treatment_report (
  inquiry_id     uuid        primary key references inquiry on delete cascade,
  lead_id        uuid        not null references lead on delete cascade,
  outcome        text        not null,
  reason         text,
  day            date        not null,
  reported_at    timestamptz not null,
  confirmed_at   timestamptz,
  confirmed_kind text,
  confirmed_by   text
);
create index treatment_report_to_confirm on treatment_report (inquiry_id) where confirmed_at is null;

create table consent (
  id           uuid        primary key,
  inquiry_id   uuid        not null references inquiry on delete cascade,
  purpose      text        not null,
  countries    text[]      not null,
  text_version text        not null,
  language     text        not null,
  channel      text        not null,
  recorded_by  text,
  given_at     timestamptz not null,
  withdrawn_at timestamptz
);
create index consent_of_inquiry on consent (inquiry_id);

create table disclosure (
  id              uuid        primary key,
  inquiry_id      uuid        not null references inquiry on delete cascade,
  kind            text        not null,
  countries       text[]      not null,
  text_version    text        not null,
  language        text        not null,
  channel         text        not null,
  recorded_by     text,
  acknowledged_at timestamptz not null
);
create index disclosure_of_inquiry on disclosure (inquiry_id);

-- The sealed half: without wrapped_key the rest is noise, so erasing a patient is deleting the row.
create table patient (
  id          uuid  primary key,
  wrapped_key bytea not null,
  identity    bytea not null,
  health      bytea not null
);

-- Keyed hashes by which a person is found. NAME has one row per part of the name.
create table patient_mark (
  patient_id uuid  not null references patient on delete cascade,
  kind       text  not null check (kind in ('EMAIL', 'PHONE', 'CONTACT_EMAIL', 'NAME')),
  hash       bytea not null,
  primary key (kind, hash, patient_id)
);
create index patient_mark_of_patient on patient_mark (patient_id);

create table inquiry (
  id           uuid        primary key,
  reference    text        not null unique,
  patient_id   uuid        not null references patient,
  status       text        not null,
  close_reason text,
  therapy      text        not null,
  country      text        not null,
  language     text        not null,
  birth_year   integer     not null,
  channel      text        not null,
  recorded_by  text,
  owner        text,
  clinic       text,
  received_at  timestamptz not null,
  changed_at   timestamptz not null,
  check ((status = 'CLOSED') = (close_reason is not null))
);
create index inquiry_by_status on inquiry (status, id desc);
create index inquiry_by_owner on inquiry (owner, id desc) where owner is not null;
create index inquiry_of_patient on inquiry (patient_id);
-- The block in which similar names are compared.
create index inquiry_by_birth_year_and_country on inquiry (birth_year, country, received_at);

create table inquiry_history (
  id         bigint      generated always as identity primary key,
  inquiry_id uuid        not null references inquiry on delete cascade,
  at         timestamptz not null,
  kind       text        not null,
  actor_kind text        not null,
  actor      text,
  clinic     text,
  data       jsonb       not null
);
create index inquiry_history_of_inquiry on inquiry_history (inquiry_id, id);

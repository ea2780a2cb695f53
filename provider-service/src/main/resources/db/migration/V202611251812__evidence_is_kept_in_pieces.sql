create table evidence (
  id            uuid primary key,
  clinic_slug   text        not null references clinic,
  file_name     text        not null,
  type          text        not null,
  size          integer     not null check (size > 0),
  sha256        bytea       not null,
  uploaded_at   timestamptz not null,
  uploaded_by   uuid        not null
);
create index evidence_of_clinic on evidence (clinic_slug, sha256);

-- In pieces, so that neither writing nor reading a file needs all of it in memory.
create table evidence_piece (
  evidence_id uuid    not null references evidence on delete cascade,
  place       integer not null,
  bytes       bytea   not null,
  primary key (evidence_id, place)
);
-- Pictures and PDFs are compressed already.
alter table evidence_piece alter column bytes set storage external;

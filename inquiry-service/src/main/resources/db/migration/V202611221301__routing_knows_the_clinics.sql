-- A read model of provider.clinics: only what routing reads. It can be dropped and read again.
create table clinic (
  slug text primary key,
  fingerprint text not null,
  therapies text[] not null,
  body jsonb not null,
  -- Whose turn it is; also the row that two decisions about one clinic wait for.
  last_offered_at timestamptz,
  changed_at timestamptz not null
);

create table quote_template (
  id          uuid primary key,
  clinic_slug text not null references clinic,
  name        text not null,
  draft       jsonb not null,
  saved_at    timestamptz not null,
  unique (clinic_slug, name)
);

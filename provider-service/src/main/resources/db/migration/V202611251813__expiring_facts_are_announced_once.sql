create table expiry_notice (
  clinic_slug text        not null,
  therapy     text        not null,
  name        text        not null,
  valid_to    date        not null,
  told_at     timestamptz not null,
  primary key (clinic_slug, therapy, name, valid_to)
);

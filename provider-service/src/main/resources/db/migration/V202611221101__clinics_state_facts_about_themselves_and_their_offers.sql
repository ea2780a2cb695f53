create table clinic (
  slug              text primary key,
  name              text not null,
  country           text not null check (country ~ '^[A-Z]{2}$'),
  city              text not null,
  time_zone         text not null,
  latitude          double precision not null,
  longitude         double precision not null,
  demo              boolean not null,
  own_words         text,
  suspended_on      date,
  suspended_because text,
  open_leads        integer not null check (open_leads >= 0),
  paused            boolean not null,
  check ((suspended_on is null) = (suspended_because is null))
);

create table clinic_fact (
  clinic_slug text not null references clinic,
  name        text not null,
  value       text[] not null check (cardinality(value) > 0),
  unit        text,
  source      text,
  level       text not null,
  checked_at  date,
  checked_by  text,
  valid_to    date,
  primary key (clinic_slug, name)
);
create index clinic_fact_by_value on clinic_fact using gin (value);

create table offer (
  id               uuid primary key,
  clinic_slug      text not null references clinic,
  therapy          text not null,
  kellgren_lawrence integer[] not null,
  age_min          integer,
  age_max          integer,
  bmi_max          integer,
  excludes         text[] not null,
  unique (clinic_slug, therapy)
);

create table offer_fact (
  offer_id   uuid not null references offer,
  name       text not null,
  value      text[] not null check (cardinality(value) > 0),
  unit       text,
  source     text,
  level      text not null,
  checked_at date,
  checked_by text,
  valid_to   date,
  primary key (offer_id, name)
);

create table holiday (
  clinic_slug text not null references clinic,
  day         date not null,
  primary key (clinic_slug, day)
);

create table working_hours (
  clinic_slug text not null references clinic,
  weekday     text not null,
  opens       time not null,
  closes      time not null,
  primary key (clinic_slug, weekday, opens)
);

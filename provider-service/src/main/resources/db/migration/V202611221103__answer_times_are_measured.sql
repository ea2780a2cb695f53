create table answer_time (
  id          uuid primary key,
  clinic_slug text not null references clinic,
  answered_at timestamptz not null,
  hours       numeric(8, 2) not null check (hours >= 0)
);
create index answer_time_by_clinic on answer_time (clinic_slug, answered_at);

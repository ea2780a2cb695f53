-- What stands from when on, and who said so. A row outlives the clinic it is about.
create table fact_history (
  id           bigint      generated always as identity primary key,
  clinic_slug  text        not null,
  therapy      text,
  name         text        not null,
  at           timestamptz not null,
  actor        uuid,
  actor_name   text,
  actor_clinic text,
  change_id    uuid,
  method       text,
  reason       text,
  value        text[]      not null,
  unit         text,
  source       text,
  level        text        not null,
  checked_at   date,
  checked_by   text,
  valid_to     date
);
create index fact_history_of_clinic on fact_history (clinic_slug, id);

-- What was stated before history was kept is its beginning.
insert into fact_history
  (clinic_slug, name, at, value, unit, source, level, checked_at, checked_by, valid_to)
select clinic_slug, name, now(), value, unit, source, level, checked_at, checked_by, valid_to
from clinic_fact;
insert into fact_history
  (clinic_slug, therapy, name, at, value, unit, source, level, checked_at, checked_by, valid_to)
select o.clinic_slug, o.therapy, f.name, now(), f.value, f.unit, f.source, f.level, f.checked_at,
  f.checked_by, f.valid_to
from offer_fact f join offer o on o.id = f.offer_id;
insert into fact_history (clinic_slug, name, at, value, source, level)
select c.slug, listed.name, now(), array[listed.value], 'the clinic', 'SELF_DECLARED'
from clinic c,
  lateral (values ('NAME', c.name), ('CITY', c.city), ('TIME_ZONE', c.time_zone),
    ('LATITUDE', c.latitude::text), ('LONGITUDE', c.longitude::text), ('OWN_WORDS', c.own_words)
  ) as listed (name, value)
where listed.value is not null;

create trigger fact_history_is_append_only before update or delete on fact_history
  for each row execute function refuse_change();

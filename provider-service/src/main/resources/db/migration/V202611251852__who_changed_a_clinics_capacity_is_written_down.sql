create table capacity_log (
  id           bigint      generated always as identity primary key,
  clinic_slug  text        not null references clinic,
  at           timestamptz not null,
  actor        uuid        not null,
  actor_name   text        not null,
  -- Whom they work for; null for staff.
  actor_clinic text,
  -- As it was from then on, whole.
  capacity     jsonb       not null
);
create index capacity_log_of_clinic on capacity_log (clinic_slug, id desc);

create trigger capacity_log_is_append_only before update or delete on capacity_log
  for each row execute function refuse_change();

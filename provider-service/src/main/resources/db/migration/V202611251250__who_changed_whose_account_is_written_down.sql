-- Accounts are the identity provider's; a row outlives the account it is about.
create table people_log (
  id      bigint      generated always as identity primary key,
  at      timestamptz not null,
  actor   uuid        not null,
  act     text        not null,
  person  uuid        not null,
  binding text
);
create index people_log_of_person on people_log (person, id desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end
$$;

create trigger people_log_is_append_only before update or delete on people_log
  for each row execute function refuse_change();

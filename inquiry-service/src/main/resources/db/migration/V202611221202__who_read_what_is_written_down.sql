-- No foreign key: the row outlives the inquiry it is about.
create table audit_log (
  id         bigint      generated always as identity primary key,
  at         timestamptz not null,
  inquiry_id uuid        not null,
  actor_kind text        not null,
  actor      text,
  act        text        not null
);
create index audit_log_of_inquiry on audit_log (inquiry_id, id desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end
$$;

create trigger audit_log_is_append_only before update or delete on audit_log
  for each row execute function refuse_change();

create trigger inquiry_history_keeps_what_it_says before update on inquiry_history
  for each row execute function refuse_change();

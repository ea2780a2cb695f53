-- What the catalogue in memory follows: which clinic was touched, by which transaction, whoever wrote it. Kept for a day.
-- A transaction below a snapshot's xmin is over, so a reader that asks again from there misses none, however long one took.
create table clinic_change (
  changed_in  xid8        not null default pg_current_xact_id(),
  clinic_slug text        not null,
  changed_at  timestamptz not null default now(),
  primary key (changed_in, clinic_slug)
);

create function note_clinic_change() returns trigger language plpgsql as $$
begin
  case tg_table_name
    when 'clinic' then
      insert into clinic_change (clinic_slug) select distinct slug from touched on conflict do nothing;
    when 'offer_fact' then
      insert into clinic_change (clinic_slug)
      select distinct offer.clinic_slug from touched join offer on offer.id = touched.offer_id on conflict do nothing;
    else
      insert into clinic_change (clinic_slug) select distinct clinic_slug from touched on conflict do nothing;
  end case;
  return null;
end
$$;

-- Once a statement, not once a row: an import writes many rows with one.
do $$
declare
  one text;
begin
  foreach one in array array['clinic', 'clinic_fact', 'offer', 'offer_fact', 'answer_time'] loop
    execute format('create trigger %1$s_added after insert on %1$s referencing new table as touched
                    for each statement execute function note_clinic_change()', one);
    execute format('create trigger %1$s_altered after update on %1$s referencing new table as touched
                    for each statement execute function note_clinic_change()', one);
    execute format('create trigger %1$s_removed after delete on %1$s referencing old table as touched
                    for each statement execute function note_clinic_change()', one);
  end loop;
end
$$;

create table fact_change (
  id              uuid primary key,
  clinic_slug     text        not null references clinic,
  therapy         text,
  name            text        not null,
  value           text[]      not null,
  unit            text,
  valid_to        date,
  note            text,
  evidence        uuid[]      not null,
  status          text        not null,
  proposed_at     timestamptz not null,
  proposed_by     uuid        not null,
  proposer        text        not null,
  proposer_clinic text,
  decided_at      timestamptz,
  decided_by      uuid,
  decider         text,
  decider_clinic  text,
  method          text,
  level           text,
  reason          text,
  check ((status = 'WAITING') = (decided_at is null))
);
create unique index one_change_waits_for_each_fact
  on fact_change (clinic_slug, coalesce(therapy, ''), name) where status = 'WAITING';
create index fact_change_queue on fact_change (proposed_at, id) where status = 'WAITING';
create index fact_change_of_clinic on fact_change (clinic_slug, proposed_at);

-- Who proposed and who decided stays written down as it was.
create trigger fact_change_is_kept before delete on fact_change
  for each row execute function refuse_change();
create trigger fact_change_is_decided_once before update on fact_change
  for each row when (old.status <> 'WAITING') execute function refuse_change();

create table rule_set (
  version text primary key,
  body jsonb not null,
  active_from timestamptz not null
);

create table decision (
  id uuid primary key,
  inquiry_id uuid not null references inquiry on delete cascade,
  at timestamptz not null,
  mode text not null,
  outcome text not null,
  rule_set text not null,
  input_hash text not null,
  candidates jsonb not null,
  tie_break text,
  actor_kind text not null,
  actor text,
  reason text,
  patient_text text not null
);

create index decision_of_inquiry on decision (inquiry_id, id);

create function refuse_decision_update() returns trigger language plpgsql as $$
begin
  raise exception 'A decision never changes; make another one';
end
$$;

-- Deleting stays possible: erasing a person erases what was decided about them.
create trigger decision_never_changes before update on decision
  for each row execute function refuse_decision_update();

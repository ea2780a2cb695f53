alter table inbox_lead add column chosen_at timestamptz;

create table hand_over (
  lead_id    uuid primary key references inbox_lead,
  arrives_on date,
  treated_on date,
  leaves_on  date
);

create table hand_over_step (
  lead_id uuid not null references inbox_lead,
  step    text not null,
  done_by text not null,
  done_at timestamptz not null,
  primary key (lead_id, step)
);

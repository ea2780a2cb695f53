create table clock (
  id uuid primary key,
  kind text not null,
  inquiry_id uuid not null references inquiry on delete cascade,
  lead_id uuid,
  clinic text,
  policy int not null,
  zone text not null,
  started_at timestamptz not null,
  warn_at timestamptz not null,
  due_at timestamptz not null,
  warned_at timestamptz,
  breached_at timestamptz,
  stopped_at timestamptz
);

create index clock_running on clock (inquiry_id) where stopped_at is null;

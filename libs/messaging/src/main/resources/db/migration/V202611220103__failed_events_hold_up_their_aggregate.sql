-- Events that could not be handled (reason says why) and the later ones of the same aggregate, which wait behind them.
create table dead_letter (
  position    bigint generated always as identity primary key,
  event_id    uuid        not null unique,
  topic       text        not null,
  key         text        not null,
  type        text        not null,
  source      text        not null,
  occurred_at timestamptz not null,
  traceparent text,
  payload     text,
  reason      text,
  attempts    integer     not null default 0,
  kept_at     timestamptz not null default now()
);

create index dead_letter_aggregate on dead_letter (topic, key, position);

-- What this service has said: only ever appended to, forgotten after 30 days.
create table event (
  id          uuid primary key,
  position    bigint generated always as identity,
  topic       text        not null,
  key         text        not null,
  type        text        not null,
  occurred_at timestamptz not null,
  -- W3C trace context of the request that caused it.
  traceparent text,
  -- JSON; null is a tombstone.
  payload     text
);

create index event_occurred_at on event using brin (occurred_at);

-- What the broker has not acknowledged yet. Narrow and short-lived, so that looking for work stays cheap.
create table outbox (
  position bigint primary key,
  event_id uuid not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

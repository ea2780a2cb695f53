-- What this service has acted on, written in the transaction of the effect. Kept longer than the broker keeps events.
create table inbox (
  event_id    uuid primary key,
  topic       text        not null,
  occurred_at timestamptz not null,
  handled_at  timestamptz not null default now()
);

create index inbox_handled_at on inbox using brin (handled_at);

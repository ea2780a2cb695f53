-- How the comparison with each producer went the last time.
create table reconciliation (
  producer        text        primary key,
  tried_at        timestamptz not null,
  -- What kept it from being compared; null if nothing did.
  problem         text,
  compared_at     timestamptz,
  -- When everything that is remembered was compared, not only what is not settled.
  all_compared_at timestamptz,
  -- Before this nothing was missing.
  settled_until   timestamptz,
  events          bigint      not null default 0,
  -- How many of them were missing then.
  found           bigint      not null default 0
);

-- Events a producer said and this service has not received. It ends when the event is here or counts no more.
create table gap (
  event_id    uuid        primary key,
  producer    text        not null,
  topic       text        not null,
  occurred_at timestamptz not null,
  found_at    timestamptz not null,
  ended_at    timestamptz
);

create index inbox_occurred_at on inbox using brin (occurred_at);

create table ledger (
  line     bigint generated always as identity primary key,
  key      text not null,
  number   integer,
  event_id uuid not null,
  trace_id text not null
);

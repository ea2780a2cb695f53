-- One row per request that was made safe to repeat, written in the transaction of its effect.
create table idempotency_key (
  -- A hash: a caller may be an address, which is personal.
  caller bytea not null,
  route text not null,
  key text not null,
  request_hash bytea not null,
  status int not null,
  location text,
  -- As it was sent, so that a repeated answer is the same to the byte.
  body text,
  created_at timestamptz not null,
  primary key (caller, route, key)
);

create index idempotency_key_created_at on idempotency_key (created_at);

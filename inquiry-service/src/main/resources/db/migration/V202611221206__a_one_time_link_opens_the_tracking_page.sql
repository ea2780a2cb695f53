-- Only keyed hashes: who reads this table can't use a link or a session.
create table tracking_link (
  token_hash  bytea       primary key,
  inquiry_id  uuid        not null references inquiry on delete cascade,
  issued_at   timestamptz not null,
  expires_at  timestamptz not null,
  redeemed_at timestamptz
);
create index tracking_link_of_inquiry on tracking_link (inquiry_id, issued_at);

create table tracking_session (
  token_hash bytea       primary key,
  inquiry_id uuid        not null references inquiry on delete cascade,
  expires_at timestamptz not null
);
create index tracking_session_of_inquiry on tracking_session (inquiry_id);

-- Who asked for a link when, so that nobody can ask for a thousand.
create table tracking_request (
  id           bigint      generated always as identity primary key,
  address_hash bytea       not null,
  asked_at     timestamptz not null
);
create index tracking_request_by_time on tracking_request (asked_at);

-- What is known of a quote from its events; the whole of it is with provider-service. A withdrawal may come first.
create table quote (
  id             uuid    primary key,
  lead_id        uuid    not null references lead on delete cascade,
  version        integer not null,
  quote_id       uuid    not null,
  made_at        timestamptz,
  total_amount   numeric,
  total_currency text,
  valid_until    date,
  withdrawn_at   timestamptz,
  unique (lead_id, version)
);

-- One for each inquiry, ever. The reason is sealed under the patient's key.
create table choice (
  inquiry_id uuid        primary key references inquiry on delete cascade,
  lead_id    uuid        not null references lead on delete cascade,
  quote_id   uuid        not null,
  version    integer     not null,
  chosen_at  timestamptz not null,
  actor_kind text        not null,
  actor      text,
  reason     bytea
);

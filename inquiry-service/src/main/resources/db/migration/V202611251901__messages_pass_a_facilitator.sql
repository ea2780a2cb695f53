-- The words are sealed under the patient's key, so they are gone with it.
create table message (
  id         uuid        primary key,
  inquiry_id uuid        not null references inquiry on delete cascade,
  lead_id    uuid        not null references lead on delete cascade,
  sender     text        not null check (sender in ('CLINIC', 'PATIENT', 'FACILITATOR')),
  kind       text        not null check (kind in ('QUESTION', 'MESSAGE')),
  words      bytea       not null,
  sent_at    timestamptz not null,
  sent_by    text,
  state      text        not null check (state in ('WAITING', 'RELEASED', 'KEPT_BACK')),
  decided_at timestamptz,
  decided_by text
);
create index message_of_inquiry on message (inquiry_id, sent_at);
create index message_waiting on message (inquiry_id) where state = 'WAITING';

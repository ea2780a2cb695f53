-- A state event carries all of its aggregate; the latest one is never forgotten, so that it can be said again.
alter table event add column state boolean not null default false;
create index event_state on event (topic, key, position) where state;

-- Which cluster was told all that.
create table broker (
  one        boolean     primary key default true check (one),
  cluster_id text        not null,
  since      timestamptz not null default now()
);

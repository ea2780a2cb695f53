create table article_version (
  id            uuid primary key,
  slug          text not null,
  language      text not null,
  therapy       text not null,
  version       integer not null check (version > 0),
  status        text not null check (status in ('DRAFT', 'IN_REVIEW', 'SCHEDULED', 'PUBLISHED', 'SUPERSEDED', 'WITHDRAWN')),
  content       jsonb not null,
  content_hash  text not null,
  created_at    timestamptz not null,
  scheduled_for timestamptz,
  published_at  timestamptz,
  ended_at      timestamptz,
  ended_reason  text,
  revision      integer not null,
  unique (slug, language, version),
  unique (slug, language, content_hash)
);

-- What is in force is never ambiguous, whatever two editors or two replicas do at once.
create unique index article_version_in_force on article_version (slug, language) where status = 'PUBLISHED';

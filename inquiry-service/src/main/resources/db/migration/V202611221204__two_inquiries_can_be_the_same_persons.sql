create table inquiry_relation (
  inquiry_id uuid        not null references inquiry on delete cascade,
  earlier_id uuid        not null references inquiry on delete cascade,
  kind       text        not null check (kind in ('SAME_PERSON', 'SIMILAR_NAME')),
  found_at   timestamptz not null,
  primary key (inquiry_id, earlier_id)
);
create index inquiry_relation_of_earlier on inquiry_relation (earlier_id);

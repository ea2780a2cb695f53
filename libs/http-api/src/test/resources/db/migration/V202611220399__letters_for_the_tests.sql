create table letter (
  id uuid primary key,
  text text not null
);

-- Each row says that something changed since the queue of unplaced inquiries was last tried.
create table unplaced_wish (
  id bigint generated always as identity primary key
);

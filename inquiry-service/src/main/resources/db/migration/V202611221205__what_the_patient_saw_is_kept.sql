create table therapy (
  slug            text primary key,
  title           text,
  article         text,
  article_version integer
);
-- The first therapy can be asked for before its article has arrived.
insert into therapy (slug) values ('allogeneic-msc-knee');

create table inquiry_seen (
  inquiry_id      uuid  primary key references inquiry on delete cascade,
  article         text,
  article_version integer,
  clinics         jsonb not null
);

create table inquiry_partner (
  inquiry_id uuid primary key references inquiry on delete cascade,
  partner_id text not null,
  campaign   text,
  reference  text
);
create index inquiry_partner_by_partner on inquiry_partner (partner_id, inquiry_id desc);

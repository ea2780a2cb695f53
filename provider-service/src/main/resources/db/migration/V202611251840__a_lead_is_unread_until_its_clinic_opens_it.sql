-- Until somebody of the clinic opens it, and again when something happens that the clinic did not do itself.
alter table inbox_lead add column unread boolean not null default true;
update inbox_lead set unread = false where viewed_at is not null or status <> 'OFFERED';
alter table inbox_lead alter column unread drop default;

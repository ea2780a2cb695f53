-- A table of its own, so that what ranks clinics can be shown not to read it.
create table commission_agreement (
  clinic_slug  text primary key references clinic,
  percent_from numeric(5, 2) not null check (percent_from >= 0),
  percent_to   numeric(5, 2) not null check (percent_to >= percent_from),
  agreed_on    date not null
);

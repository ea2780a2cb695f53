-- What this service needs to know about clinics: how many offer a therapy. Fed by provider.clinics.
create table clinic_offer (
  clinic  text not null,
  therapy text not null,
  primary key (clinic, therapy)
);

create index clinic_offer_therapy on clinic_offer (therapy);

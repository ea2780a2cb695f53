create index clinic_fact_by_last_day on clinic_fact (valid_to) where valid_to is not null;
create index offer_fact_by_last_day on offer_fact (valid_to) where valid_to is not null;

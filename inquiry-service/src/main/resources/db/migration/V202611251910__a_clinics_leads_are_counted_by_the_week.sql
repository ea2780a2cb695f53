create index lead_by_clinic_and_time on lead (clinic, offered_at);

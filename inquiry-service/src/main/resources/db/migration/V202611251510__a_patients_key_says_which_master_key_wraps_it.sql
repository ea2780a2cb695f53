-- The name of the master key that wraps the patient's key and made their hashes; null if nobody has looked since it counts.
alter table patient add column master_key text;
create index patient_by_master_key on patient (master_key);

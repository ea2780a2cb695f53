-- The code of the sentence in tie_break; candidates hold theirs themselves.
alter table decision add column tie_reason jsonb;

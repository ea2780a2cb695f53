create index audit_log_by_time on audit_log (at desc, id desc);
create index audit_log_of_actor on audit_log (actor, at desc, id desc);
create index audit_log_of_act on audit_log (act, at desc, id desc);

alter table clinic add weekly_leads integer check (weekly_leads > 0);

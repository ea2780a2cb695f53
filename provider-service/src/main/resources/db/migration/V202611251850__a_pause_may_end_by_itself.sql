alter table clinic add paused_until date;

-- Change notices and cases in which an escalation is open are listed by themselves; few cases are either.
alter table case_view add column notice boolean not null default false;
alter table case_view add column escalated boolean not null default false;
create index case_view_of_notices on case_view (member_id, updated_at, case_id) where notice;
create index case_view_escalated on case_view (member_id, updated_at, case_id) where escalated;

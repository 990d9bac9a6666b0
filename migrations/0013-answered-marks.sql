-- Marks that this database does not vouch for, and that fences were raised for. It rests here, so that a copy restored from before
-- raises them again.
create table answered_mark (
  member_id text collate "C" not null,
  event_id text collate "C" not null,
  at timestamptz not null,
  constraint answered_mark_is_answered_once primary key (member_id, event_id)
);

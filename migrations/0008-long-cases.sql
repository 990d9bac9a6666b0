-- So that a long case costs what a short one costs: states to fold from, and notes found by their own order.

-- View: states of a case on its way, each of all that lies in the past of its one tip. A fold begins at one of them as long as no
-- event came that crosses its tip: then as many events lie no deeper as it counts. May be dropped, all or some.
create table case_checkpoint (
  member_id text collate "C" not null,
  case_id text collate "C" not null,
  slot integer not null,
  size integer not null,
  depth integer not null,
  state json not null,
  constraint case_checkpoint_is_one_for_a_slot primary key (member_id, case_id, slot)
);

create index case_event_notes on case_event (member_id, case_id, at, depth, event_id)
  where type = 'note-added' and verdict = 'effect';
create index case_event_withdrawn_notes on case_event (member_id, case_id, depth)
  where type = 'note-withdrawn' and verdict = 'effect';
create index local_note_by_time on local_note (member_id, case_id, at, note_id);

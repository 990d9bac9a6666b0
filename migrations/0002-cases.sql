-- Cases: the truth as signed, the texts that may be erased, and the view that both give. Every row belongs to one member.

-- Truth: one row an event, the token as received. Its place in the graph (depth, at, verdict) is filled in once, when its
-- last ancestor is here. Names are compared byte by byte, as the protocol does.
create table case_event (
  member_id text collate "C" not null,
  event_id text collate "C" not null,
  case_id text collate "C" not null,
  author text collate "C" not null,
  incarnation bigint not null,
  seq bigint not null,
  type text collate "C" not null,
  jti text collate "C" not null,
  alg text collate "C" not null,
  kid text collate "C" not null,
  token text collate "C" not null,
  token_hash text collate "C" not null,
  received_at timestamptz not null,
  received_from text collate "C",
  trust text collate "C" not null,
  arrival bigint not null generated always as identity,
  depth integer,
  at bigint,
  verdict text collate "C",
  constraint case_event_is_held_once_by_a_member primary key (member_id, event_id),
  constraint case_event_has_a_whole_place_or_none
    check ((depth is null) = (at is null) and (depth is null) = (verdict is null)),
  constraint case_event_trust_is_a_known_word
    check (trust in ('own', 'vouched', 'not-vouched', 'revoked'))
);
create index case_event_in_display_order
  on case_event (member_id, case_id, depth, author, incarnation, seq, event_id);
create index case_event_without_a_place
  on case_event (member_id, case_id, arrival) where depth is null;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation';
end $$;

create function refuse_change_but_place() returns trigger language plpgsql as $$
declare
  filled case_event%rowtype := old;
begin
  if old.depth is null and new.depth is not null then
    filled.depth := new.depth;
    filled.at := new.at;
    filled.verdict := new.verdict;
    if new is not distinct from filled then
      return new;
    end if;
  end if;
  raise exception 'case_event is append-only: only the place of an event may be filled in, once'
    using errcode = 'restrict_violation';
end $$;

create trigger case_event_only_gains_its_place before update on case_event
  for each row execute function refuse_change_but_place();
create trigger case_event_is_never_deleted before delete on case_event
  for each row execute function refuse_change();
create trigger case_event_is_never_emptied before truncate on case_event
  for each statement execute function refuse_change();

-- Decisions that an arrival overturned: a record, shown for ever (D10b).
create table overturned (
  member_id text collate "C" not null,
  case_id text collate "C" not null,
  entry bigint not null generated always as identity,
  register text collate "C" not null,
  before text not null,
  after text not null,
  decider text collate "C" not null,
  by text collate "C" not null,
  settled boolean not null,
  at timestamptz not null,
  constraint overturned_entry_is_unique primary key (member_id, case_id, entry)
);
create trigger overturned_is_never_changed before update or delete on overturned
  for each row execute function refuse_change();
create trigger overturned_is_never_emptied before truncate on overturned
  for each statement execute function refuse_change();

-- Text: the disclosures of an event. The only thing here that can be erased, so never changed, only deleted.
create table case_text (
  member_id text collate "C" not null,
  case_id text collate "C" not null,
  event_id text collate "C" not null,
  slot text collate "C" not null,
  digest text collate "C" not null,
  readers json not null,
  disclosure text collate "C" not null,
  words tsvector not null,
  constraint case_text_is_held_once_by_a_member primary key (member_id, case_id, event_id, slot)
);
create index case_text_by_word on case_text using gin (words);
create trigger case_text_is_only_ever_erased before update on case_text
  for each row execute function refuse_change();

-- View: may be dropped and made again from the events. `state` and `bundle` are json, not jsonb: they come back to the letter.
create table case_view (
  member_id text collate "C" not null,
  case_id text collate "C" not null,
  version integer not null,
  stage text collate "C" not null,
  state json not null,
  bundle json,
  status text collate "C" not null,
  host text collate "C" not null,
  holder text collate "C" not null,
  level smallint,
  test boolean not null,
  fenced boolean not null default false,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  follow_up_at timestamptz,
  constraint case_view_is_held_once_by_a_member primary key (member_id, case_id),
  constraint case_view_version_counts_from_one check (version >= 1),
  constraint case_view_stage_is_a_known_word check (stage in ('invited', 'joining', 'shared')),
  constraint case_view_status_is_a_known_word
    check (status in ('invited', 'declined', 'open', 'closed', 'closed-contested')),
  constraint case_view_level_is_of_the_shared_scale check (level between 1 and 4)
);
-- Written anew with every step, so not compressed: that cost a sixth of the whole write.
alter table case_view alter column state set storage external;
alter table case_view alter column bundle set storage external;
create index case_view_latest_first on case_view (member_id, updated_at, case_id);
create index case_view_by_status on case_view (member_id, status, updated_at, case_id)
  where status <> 'closed';
create index case_view_to_follow_up on case_view (follow_up_at) where follow_up_at is not null;

create table case_member (
  member_id text collate "C" not null,
  participant text collate "C" not null,
  case_id text collate "C" not null,
  active boolean not null,
  constraint case_member_is_named_once_in_a_case primary key (member_id, participant, case_id)
);

-- Numbers that people know a case by, case folded: each participant's own; our reference under the empty name.
create table case_number (
  member_id text collate "C" not null,
  case_id text collate "C" not null,
  owner text collate "C" not null,
  number text collate "C" not null,
  constraint case_number_is_one_for_each_owner primary key (member_id, case_id, owner)
);
create index case_number_by_number on case_number (member_id, number);

-- Notes for the own organisation only: no event, never sent (D16).
create table local_note (
  member_id text collate "C" not null,
  case_id text collate "C" not null,
  entry bigint not null generated always as identity,
  note_id text collate "C" not null,
  author text not null,
  text text not null,
  at timestamptz not null,
  constraint local_note_entry_is_unique primary key (member_id, case_id, entry)
);

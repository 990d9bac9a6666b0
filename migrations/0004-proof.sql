-- Proof: the member's log. A leaf is durable with what it tells of and gets its number after the commit, once, without gaps.
create table audit_leaf (
  member_id text collate "C" not null,
  entry bigint not null generated always as identity,
  number bigint,
  kind text collate "C" not null,
  case_id text collate "C",
  event_id text collate "C",
  token_hash text collate "C",
  direction text collate "C" not null,
  partner text collate "C",
  verdict text not null,
  at timestamptz not null,
  constraint audit_leaf_entry_is_unique primary key (member_id, entry),
  constraint audit_leaf_kind_is_a_known_word
    check (kind in ('event', 'event-placed', 'local-note', 'overturned', 'refused', 'setting')),
  constraint audit_leaf_direction_is_a_known_word check (direction in ('in', 'out', 'own'))
);
create unique index audit_leaf_number_is_unique on audit_leaf (member_id, number)
  where number is not null;
create index audit_leaf_without_a_number on audit_leaf (member_id, entry) where number is null;

create function refuse_change_but_number() returns trigger language plpgsql as $$
declare
  filled audit_leaf%rowtype := old;
begin
  if old.number is null and new.number is not null then
    filled.number := new.number;
    if new is not distinct from filled then
      return new;
    end if;
  end if;
  raise exception 'audit_leaf is append-only: only the number of a leaf may be filled in, once'
    using errcode = 'restrict_violation';
end $$;

create trigger audit_leaf_only_gains_its_number before update on audit_leaf
  for each row execute function refuse_change_but_number();
create trigger audit_leaf_is_never_deleted before delete on audit_leaf
  for each row execute function refuse_change();
create trigger audit_leaf_is_never_emptied before truncate on audit_leaf
  for each statement execute function refuse_change();

-- The next number of each member's log. Whoever gives numbers holds this row.
create table audit_log (
  member_id text collate "C" not null,
  next bigint not null,
  constraint audit_log_is_one_for_each_member primary key (member_id),
  constraint audit_log_counts_from_one check (next >= 1)
);

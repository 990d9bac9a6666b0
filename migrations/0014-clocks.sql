-- When the clocks of a case are looked at next; null while none of them runs towards a moment.
alter table case_view add column clocks_at timestamptz;
create index case_view_with_clocks on case_view (clocks_at) where clocks_at is not null;
update case_view set clocks_at = updated_at where status <> 'closed';

-- View: the clocks that run in open cases, as last looked at. May be dropped: what `clocks_at` is set for is computed again.
create table engagement_clock (
  member_id text collate "C" not null,
  case_id text collate "C" not null,
  engagement_id text collate "C" not null,
  clock text collate "C" not null,
  invitee text collate "C" not null,
  word text collate "C" not null,
  level smallint not null,
  test boolean not null,
  started_at timestamptz not null,
  warn_at timestamptz,
  due_at timestamptz,
  -- What lists go by: when it is due; while that cannot be told, since when it runs.
  place timestamptz not null,
  constraint engagement_clock_runs_once primary key (member_id, case_id, engagement_id, clock),
  constraint engagement_clock_word_is_known check (word in ('running', 'warning', 'breached', 'paused'))
);
create index engagement_clock_by_word
  on engagement_clock (member_id, word, place, case_id, engagement_id, clock);

-- What a clock reached: each stage once for each due time, whichever process saw it, however often it looks.
create table clock_stage (
  member_id text collate "C" not null,
  case_id text collate "C" not null,
  engagement_id text collate "C" not null,
  clock text collate "C" not null,
  stage text collate "C" not null,
  due timestamptz not null,
  entry bigint not null generated always as identity,
  reached_at timestamptz not null,
  constraint clock_stage_is_reached_once
    primary key (member_id, case_id, engagement_id, clock, stage, due),
  constraint clock_stage_is_known check (stage in ('warned', 'breached', 'reminded'))
);
create index clock_stage_in_order on clock_stage (entry);

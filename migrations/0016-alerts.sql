-- Alerts: telling our own people about a case. Local to the member, never shared.
create table alert_settings (
  member_id text collate "C" not null,
  version integer not null,
  settings json not null,
  constraint alert_settings_are_one_for_each_member primary key (member_id)
);

-- `secret` is sealed under the master key, as private keys are.
create table alert_channel (
  member_id text collate "C" not null,
  channel_id text collate "C" not null,
  version integer not null,
  channel json not null,
  secret text collate "C",
  created_at timestamptz not null,
  constraint alert_channel_is_known_once primary key (member_id, channel_id)
);

-- One row for each cause of a case, for good: whatever process finds a cause again, and after whatever restart, it is told once.
-- `next_at`: when there is something to do; null when nothing is left. `touched`: something happened while a process held it.
create table alert (
  member_id text collate "C" not null,
  alert_id text collate "C" not null,
  entry bigint not null generated always as identity,
  case_id text collate "C" not null,
  cause_key text collate "C" not null,
  cause json not null,
  word text collate "C" not null,
  raised_at timestamptz not null,
  next_at timestamptz,
  acknowledged_by text,
  acknowledged_at timestamptz,
  over_at timestamptz,
  touched boolean not null default false,
  lease text collate "C",
  lease_until timestamptz,
  constraint alert_is_known_once primary key (member_id, alert_id),
  constraint alert_has_one_cause unique (member_id, case_id, cause_key),
  constraint alert_word_is_known
    check (word in ('waiting', 'telling', 'acknowledged', 'over', 'unanswered', 'unreached')),
  constraint alert_lease_has_an_end check ((lease is null) = (lease_until is null))
) with (fillfactor = 70);
create index alert_by_time on alert (next_at) where next_at is not null;
create index alert_latest_first on alert (member_id, entry) where word <> 'waiting';

-- What was tried: whom we told in which step, by which channel, and whether it took it. `channel_id` is empty where none reaches the person.
create table alert_attempt (
  member_id text collate "C" not null,
  alert_id text collate "C" not null,
  step smallint not null,
  channel_id text collate "C" not null,
  act text collate "C" not null,
  person_id text collate "C",
  word text collate "C" not null,
  tries smallint not null,
  error text,
  at timestamptz not null,
  next_at timestamptz,
  constraint alert_attempt_is_made_once primary key (member_id, alert_id, step, channel_id, act),
  constraint alert_attempt_is_of_an_alert
    foreign key (member_id, alert_id) references alert on delete cascade,
  constraint alert_attempt_act_is_known check (act in ('tell', 'acknowledge', 'resolve')),
  constraint alert_attempt_word_is_known check (word in ('trying', 'sent', 'failed'))
);

-- How far the log of each member was looked through for causes. What was there before this migration wakes nobody.
create table alert_watch (
  member_id text collate "C" not null,
  number bigint not null,
  lease text collate "C",
  lease_until timestamptz,
  constraint alert_watch_is_one_for_each_member primary key (member_id),
  constraint alert_watch_lease_has_an_end check ((lease is null) = (lease_until is null))
);
insert into alert_watch (member_id, number) select member_id, next - 1 from audit_log;

-- Work: what must leave, what was missed, what was asked before. Rows are claimed under a lease, settled, and expire.

-- One row an event and partner. Delivered rows stay: they say when a partner had it.
create table outbox_message (
  member_id text collate "C" not null,
  case_id text collate "C" not null,
  event_id text collate "C" not null,
  partner text collate "C" not null,
  place bigint not null generated always as identity,
  grave boolean not null,
  queued_at timestamptz not null,
  delivered_at timestamptz,
  attempts integer not null default 0,
  refused text collate "C",
  refused_description text,
  constraint outbox_message_goes_to_a_partner_once
    primary key (member_id, case_id, event_id, partner),
  constraint outbox_message_is_delivered_or_refused check (delivered_at is null or refused is null)
);
create index outbox_message_waiting on outbox_message (member_id, partner, place)
  where delivered_at is null and refused is null;

-- One queue a partner. It is due when `next_at` has come and a message waits; commits leave it alone but to hurry it.
-- `compared_at`: when the tips of shared cases were last compared with the partner.
create table partner_queue (
  member_id text collate "C" not null,
  partner text collate "C" not null,
  next_at timestamptz not null,
  failures integer not null default 0,
  failing_since timestamptz,
  last_error text,
  last_success_at timestamptz,
  compared_at timestamptz,
  lease text collate "C",
  lease_until timestamptz,
  constraint partner_queue_is_one_for_each_partner primary key (member_id, partner),
  constraint partner_queue_lease_has_an_end check ((lease is null) = (lease_until is null))
) with (fillfactor = 70);
create index partner_queue_by_time on partner_queue (next_at);

-- Events whose ancestors are missing: neither acknowledged nor refused (D20).
create table parked_event (
  member_id text collate "C" not null,
  event_id text collate "C" not null,
  case_id text collate "C" not null,
  sender text collate "C" not null,
  arrival bigint not null generated always as identity,
  token text collate "C" not null,
  disclosures json not null,
  missing text[] not null,
  bytes integer not null,
  parked_at timestamptz not null,
  constraint parked_event_is_parked_once primary key (member_id, event_id)
);
create index parked_event_by_case on parked_event (member_id, case_id, arrival);
create index parked_event_by_sender on parked_event (member_id, sender, arrival);

-- One request about missing events in flight for each case and partner. `again`: more was wanted while one was under way.
create table repair_request (
  member_id text collate "C" not null,
  case_id text collate "C" not null,
  partner text collate "C" not null,
  wanted text[] not null,
  again boolean not null default false,
  attempts integer not null default 0,
  next_at timestamptz not null,
  last_error text,
  lease text collate "C",
  lease_until timestamptz,
  constraint repair_request_is_one_for_a_case_and_partner primary key (member_id, case_id, partner),
  constraint repair_request_lease_has_an_end check ((lease is null) = (lease_until is null))
);
create index repair_request_by_time on repair_request (next_at);

-- What was refused for ever, with the bytes and the word (D21). The same bytes again are counted.
create table refused_event (
  member_id text collate "C" not null,
  entry bigint not null generated always as identity,
  sender text collate "C" not null,
  event_id text collate "C",
  case_id text collate "C",
  token text not null,
  token_hash text collate "C" not null,
  word text collate "C" not null,
  detail text not null,
  at timestamptz not null,
  times integer not null default 1,
  constraint refused_event_is_kept_once
    primary key (member_id, sender, token_hash, word)
);
create index refused_event_by_event on refused_event (member_id, event_id, entry)
  where event_id is not null;

-- Ids of signed requests, each good for one request (D22).
create table request_jti (
  member_id text collate "C" not null,
  issuer text collate "C" not null,
  jti text collate "C" not null,
  until timestamptz not null,
  constraint request_jti_is_used_once primary key (member_id, issuer, jti)
);
create index request_jti_by_end on request_jti (until);

-- Answers to requests that carried an Idempotency-Key, written with the effects they report.
create table idempotency_key (
  client text collate "C" not null,
  key text collate "C" not null,
  request_hash text collate "C" not null,
  status smallint not null,
  body text not null,
  at timestamptz not null,
  constraint idempotency_key_is_answered_once primary key (client, key)
);
create index idempotency_key_by_time on idempotency_key (at);

-- Engagements that partners asked us for, to hold them to the agreed rate.
create table asked_engagement (
  member_id text collate "C" not null,
  partner text collate "C" not null,
  entry bigint not null generated always as identity,
  case_id text collate "C" not null,
  at timestamptz not null,
  constraint asked_engagement_entry_is_unique primary key (member_id, partner, at, entry)
);
create index asked_engagement_by_time on asked_engagement (at);

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation';
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_change_but_number()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_change_but_place()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

create table agreement (
  member_id text collate "C" not null,
  partner text collate "C" not null,
  version integer not null,
  agreement json not null,
  at timestamp with time zone not null,
  constraint agreement_version_counts_from_one CHECK ((version >= 1)),
  constraint agreement_version_is_unique PRIMARY KEY (member_id, partner, version)
);

create table alert (
  member_id text collate "C" not null,
  alert_id text collate "C" not null,
  entry bigint not null generated always as identity,
  case_id text collate "C" not null,
  cause_key text collate "C" not null,
  cause json not null,
  word text collate "C" not null,
  raised_at timestamp with time zone not null,
  next_at timestamp with time zone,
  acknowledged_by text,
  acknowledged_at timestamp with time zone,
  over_at timestamp with time zone,
  touched boolean not null default false,
  lease text collate "C",
  lease_until timestamp with time zone,
  constraint alert_has_one_cause UNIQUE (member_id, case_id, cause_key),
  constraint alert_is_known_once PRIMARY KEY (member_id, alert_id),
  constraint alert_lease_has_an_end CHECK (((lease IS NULL) = (lease_until IS NULL))),
  constraint alert_word_is_known CHECK ((word = ANY (ARRAY['waiting'::text, 'telling'::text, 'acknowledged'::text, 'over'::text, 'unanswered'::text, 'unreached'::text])))
) with (fillfactor=70);

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
  at timestamp with time zone not null,
  next_at timestamp with time zone,
  constraint alert_attempt_act_is_known CHECK ((act = ANY (ARRAY['tell'::text, 'acknowledge'::text, 'resolve'::text]))),
  constraint alert_attempt_is_made_once PRIMARY KEY (member_id, alert_id, step, channel_id, act),
  constraint alert_attempt_is_of_an_alert FOREIGN KEY (member_id, alert_id) REFERENCES alert(member_id, alert_id) ON DELETE CASCADE,
  constraint alert_attempt_word_is_known CHECK ((word = ANY (ARRAY['trying'::text, 'sent'::text, 'failed'::text])))
);

create table alert_channel (
  member_id text collate "C" not null,
  channel_id text collate "C" not null,
  version integer not null,
  channel json not null,
  secret text collate "C",
  created_at timestamp with time zone not null,
  constraint alert_channel_is_known_once PRIMARY KEY (member_id, channel_id)
);

create table alert_settings (
  member_id text collate "C" not null,
  version integer not null,
  settings json not null,
  constraint alert_settings_are_one_for_each_member PRIMARY KEY (member_id)
);

create table alert_watch (
  member_id text collate "C" not null,
  number bigint not null,
  lease text collate "C",
  lease_until timestamp with time zone,
  constraint alert_watch_is_one_for_each_member PRIMARY KEY (member_id),
  constraint alert_watch_lease_has_an_end CHECK (((lease IS NULL) = (lease_until IS NULL)))
);

create table answered_mark (
  member_id text collate "C" not null,
  event_id text collate "C" not null,
  at timestamp with time zone not null,
  constraint answered_mark_is_answered_once PRIMARY KEY (member_id, event_id)
);

create table api_client (
  client_id text collate "C" not null,
  member_id text collate "C" not null,
  name text not null,
  secret_hash text collate "C",
  jwks json,
  scopes text[] not null,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint api_client_is_known_once PRIMARY KEY (client_id)
);

create table asked_engagement (
  member_id text collate "C" not null,
  partner text collate "C" not null,
  entry bigint not null generated always as identity,
  case_id text collate "C" not null,
  at timestamp with time zone not null,
  constraint asked_engagement_entry_is_unique PRIMARY KEY (member_id, partner, at, entry)
);

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
  at timestamp with time zone not null,
  constraint audit_leaf_direction_is_a_known_word CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text, 'own'::text]))),
  constraint audit_leaf_entry_is_unique PRIMARY KEY (member_id, entry),
  constraint audit_leaf_kind_is_a_known_word CHECK ((kind = ANY (ARRAY['event'::text, 'event-placed'::text, 'local-note'::text, 'overturned'::text, 'refused'::text, 'setting'::text])))
);

create table audit_log (
  member_id text collate "C" not null,
  next bigint not null,
  constraint audit_log_counts_from_one CHECK ((next >= 1)),
  constraint audit_log_is_one_for_each_member PRIMARY KEY (member_id)
);

create table case_checkpoint (
  member_id text collate "C" not null,
  case_id text collate "C" not null,
  slot integer not null,
  size integer not null,
  depth integer not null,
  state json not null,
  constraint case_checkpoint_is_one_for_a_slot PRIMARY KEY (member_id, case_id, slot)
);

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
  received_at timestamp with time zone not null,
  received_from text collate "C",
  trust text collate "C" not null,
  arrival bigint not null generated always as identity,
  depth integer,
  at bigint,
  verdict text collate "C",
  constraint case_event_has_a_whole_place_or_none CHECK ((((depth IS NULL) = (at IS NULL)) AND ((depth IS NULL) = (verdict IS NULL)))),
  constraint case_event_is_held_once_by_a_member PRIMARY KEY (member_id, event_id),
  constraint case_event_trust_is_a_known_word CHECK ((trust = ANY (ARRAY['own'::text, 'vouched'::text, 'not-vouched'::text, 'revoked'::text])))
);

create table case_member (
  member_id text collate "C" not null,
  participant text collate "C" not null,
  case_id text collate "C" not null,
  active boolean not null,
  constraint case_member_is_named_once_in_a_case PRIMARY KEY (member_id, participant, case_id)
);

create table case_number (
  member_id text collate "C" not null,
  case_id text collate "C" not null,
  owner text collate "C" not null,
  number text collate "C" not null,
  constraint case_number_is_one_for_each_owner PRIMARY KEY (member_id, case_id, owner)
);

create table case_text (
  member_id text collate "C" not null,
  case_id text collate "C" not null,
  event_id text collate "C" not null,
  slot text collate "C" not null,
  digest text collate "C" not null,
  readers json not null,
  disclosure text collate "C" not null,
  words tsvector not null,
  constraint case_text_is_held_once_by_a_member PRIMARY KEY (member_id, case_id, event_id, slot)
);

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
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  follow_up_at timestamp with time zone,
  clocks_at timestamp with time zone,
  notice boolean not null default false,
  escalated boolean not null default false,
  constraint case_view_is_held_once_by_a_member PRIMARY KEY (member_id, case_id),
  constraint case_view_level_is_of_the_shared_scale CHECK (((level >= 1) AND (level <= 4))),
  constraint case_view_stage_is_a_known_word CHECK ((stage = ANY (ARRAY['invited'::text, 'joining'::text, 'shared'::text]))),
  constraint case_view_status_is_a_known_word CHECK ((status = ANY (ARRAY['invited'::text, 'declined'::text, 'open'::text, 'closed'::text, 'closed-contested'::text]))),
  constraint case_view_version_counts_from_one CHECK ((version >= 1))
);

create table clock_stage (
  member_id text collate "C" not null,
  case_id text collate "C" not null,
  engagement_id text collate "C" not null,
  clock text collate "C" not null,
  stage text collate "C" not null,
  due timestamp with time zone not null,
  entry bigint not null generated always as identity,
  reached_at timestamp with time zone not null,
  constraint clock_stage_is_known CHECK ((stage = ANY (ARRAY['warned'::text, 'breached'::text, 'reminded'::text]))),
  constraint clock_stage_is_reached_once PRIMARY KEY (member_id, case_id, engagement_id, clock, stage, due)
);

create table engagement_clock (
  member_id text collate "C" not null,
  case_id text collate "C" not null,
  engagement_id text collate "C" not null,
  clock text collate "C" not null,
  invitee text collate "C" not null,
  word text collate "C" not null,
  level smallint not null,
  test boolean not null,
  started_at timestamp with time zone not null,
  warn_at timestamp with time zone,
  due_at timestamp with time zone,
  place timestamp with time zone not null,
  constraint engagement_clock_runs_once PRIMARY KEY (member_id, case_id, engagement_id, clock),
  constraint engagement_clock_word_is_known CHECK ((word = ANY (ARRAY['running'::text, 'warning'::text, 'breached'::text, 'paused'::text])))
);

create table entity (
  entity_id text collate "C" not null,
  handle text collate "C" not null,
  role text collate "C" not null,
  profile json not null,
  authority_hints text[] not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  constraint entity_handle_is_unique UNIQUE (handle),
  constraint entity_is_hosted_once PRIMARY KEY (entity_id),
  constraint entity_role_is_a_known_word CHECK ((role = ANY (ARRAY['member'::text, 'anchor'::text])))
);

create table entity_key (
  entity_id text collate "C" not null,
  purpose text collate "C" not null,
  kid text collate "C" not null,
  public_key json not null,
  state text collate "C" not null,
  sealed text collate "C",
  created_at timestamp with time zone not null,
  active_from timestamp with time zone,
  retired_at timestamp with time zone,
  revoked_at timestamp with time zone,
  revoked_reason text collate "C",
  constraint entity_key_is_held_once PRIMARY KEY (entity_id, purpose, kid),
  constraint entity_key_is_of_a_hosted_entity FOREIGN KEY (entity_id) REFERENCES entity(entity_id),
  constraint entity_key_is_revoked_for_a_reason CHECK ((((revoked_at IS NULL) = (revoked_reason IS NULL)) AND (revoked_reason = ANY (ARRAY['unspecified'::text, 'compromised'::text, 'superseded'::text])))),
  constraint entity_key_purpose_is_a_known_word CHECK ((purpose = ANY (ARRAY['federation'::text, 'event'::text, 'token'::text]))),
  constraint entity_key_state_is_a_known_word CHECK ((state = ANY (ARRAY['published'::text, 'active'::text, 'retired'::text])))
);

create table idempotency_key (
  client text collate "C" not null,
  key text collate "C" not null,
  request_hash text collate "C" not null,
  status smallint not null,
  body text not null,
  at timestamp with time zone not null,
  constraint idempotency_key_is_answered_once PRIMARY KEY (client, key)
);

create table local_note (
  member_id text collate "C" not null,
  case_id text collate "C" not null,
  entry bigint not null generated always as identity,
  note_id text collate "C" not null,
  author text not null,
  text text not null,
  at timestamp with time zone not null,
  constraint local_note_entry_is_unique PRIMARY KEY (member_id, case_id, entry)
);

create table member_statement (
  member_id text collate "C" not null,
  partner text collate "C" not null,
  entry bigint not null generated always as identity,
  token text not null,
  token_hash text collate "C" not null,
  received_at timestamp with time zone not null,
  constraint member_statement_is_kept_once PRIMARY KEY (member_id, partner, token_hash)
);

create table outbox_message (
  member_id text collate "C" not null,
  case_id text collate "C" not null,
  event_id text collate "C" not null,
  partner text collate "C" not null,
  place bigint not null generated always as identity,
  grave boolean not null,
  queued_at timestamp with time zone not null,
  delivered_at timestamp with time zone,
  attempts integer not null default 0,
  refused text collate "C",
  refused_description text,
  constraint outbox_message_goes_to_a_partner_once PRIMARY KEY (member_id, case_id, event_id, partner),
  constraint outbox_message_is_delivered_or_refused CHECK (((delivered_at IS NULL) OR (refused IS NULL)))
);

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
  at timestamp with time zone not null,
  constraint overturned_entry_is_unique PRIMARY KEY (member_id, case_id, entry)
);

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
  parked_at timestamp with time zone not null,
  constraint parked_event_is_parked_once PRIMARY KEY (member_id, event_id)
);

create table partner (
  member_id text collate "C" not null,
  partner text collate "C" not null,
  name text not null,
  sort_name text collate "C" not null,
  words text not null,
  metadata json,
  via text collate "C",
  anchor text collate "C",
  expires_at timestamp with time zone,
  resolved_at timestamp with time zone,
  suspended boolean not null,
  past_keys json not null,
  clock_offset integer not null,
  last_error text,
  updated_at timestamp with time zone not null,
  constraint partner_is_known_once PRIMARY KEY (member_id, partner),
  constraint partner_via_is_a_known_word CHECK ((via = ANY (ARRAY['anchor'::text, 'pin'::text])))
);

create table partner_poll (
  member_id text collate "C" not null,
  partner text collate "C" not null,
  next_at timestamp with time zone not null,
  failures integer not null default 0,
  failing_since timestamp with time zone,
  last_error text,
  last_success_at timestamp with time zone,
  lease text collate "C",
  lease_until timestamp with time zone,
  constraint partner_poll_is_one_for_each_partner PRIMARY KEY (member_id, partner),
  constraint partner_poll_lease_has_an_end CHECK (((lease IS NULL) = (lease_until IS NULL)))
) with (fillfactor=70);

create table partner_queue (
  member_id text collate "C" not null,
  partner text collate "C" not null,
  next_at timestamp with time zone not null,
  failures integer not null default 0,
  failing_since timestamp with time zone,
  last_error text,
  last_success_at timestamp with time zone,
  compared_at timestamp with time zone,
  lease text collate "C",
  lease_until timestamp with time zone,
  polled_at timestamp with time zone,
  constraint partner_queue_is_one_for_each_partner PRIMARY KEY (member_id, partner),
  constraint partner_queue_lease_has_an_end CHECK (((lease IS NULL) = (lease_until IS NULL)))
) with (fillfactor=70);

create table person (
  member_id text collate "C" not null,
  person_id text collate "C" not null,
  version integer not null,
  person json not null,
  created_at timestamp with time zone not null,
  constraint person_is_known_once PRIMARY KEY (member_id, person_id)
);

create table pin (
  member_id text collate "C" not null,
  partner text collate "C" not null,
  thumbprints text[] not null,
  at timestamp with time zone not null,
  constraint pin_is_one_for_each_partner PRIMARY KEY (member_id, partner)
);

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
  at timestamp with time zone not null,
  times integer not null default 1,
  constraint refused_event_is_kept_once PRIMARY KEY (member_id, sender, token_hash, word)
);

create table repair_request (
  member_id text collate "C" not null,
  case_id text collate "C" not null,
  partner text collate "C" not null,
  wanted text[] not null,
  again boolean not null default false,
  attempts integer not null default 0,
  next_at timestamp with time zone not null,
  last_error text,
  lease text collate "C",
  lease_until timestamp with time zone,
  constraint repair_request_is_one_for_a_case_and_partner PRIMARY KEY (member_id, case_id, partner),
  constraint repair_request_lease_has_an_end CHECK (((lease IS NULL) = (lease_until IS NULL)))
);

create table request_jti (
  member_id text collate "C" not null,
  issuer text collate "C" not null,
  jti text collate "C" not null,
  until timestamp with time zone not null,
  constraint request_jti_is_used_once PRIMARY KEY (member_id, issuer, jti)
);

create table rota (
  member_id text collate "C" not null,
  rota_id text collate "C" not null,
  version integer not null,
  rota json not null,
  created_at timestamp with time zone not null,
  constraint rota_is_known_once PRIMARY KEY (member_id, rota_id)
);

create table rota_person (
  member_id text collate "C" not null,
  rota_id text collate "C" not null,
  person_id text collate "C" not null,
  constraint rota_person_is_a_person FOREIGN KEY (member_id, person_id) REFERENCES person(member_id, person_id),
  constraint rota_person_is_of_a_rota FOREIGN KEY (member_id, rota_id) REFERENCES rota(member_id, rota_id) ON DELETE CASCADE,
  constraint rota_person_stands_once PRIMARY KEY (member_id, rota_id, person_id)
);

create table schema_migration (
  name text not null,
  sha256 text not null,
  breaking boolean not null,
  applied_at timestamp with time zone not null default now(),
  constraint schema_migration_name_unique PRIMARY KEY (name),
  constraint schema_migration_sha256_is_hex CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

create table severity_scheme (
  member_id text collate "C" not null,
  scheme text collate "C" not null,
  version text collate "C" not null,
  entry bigint not null generated always as identity,
  document text not null,
  digest text collate "C" not null,
  created_at timestamp with time zone not null,
  confirmation json,
  constraint severity_scheme_version_is_unique PRIMARY KEY (member_id, scheme, version)
);

create table subordinate (
  anchor text collate "C" not null,
  member text collate "C" not null,
  name text not null,
  status text collate "C" not null,
  jwks json not null,
  requested_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  constraint subordinate_is_known_once PRIMARY KEY (anchor, member),
  constraint subordinate_status_is_a_known_word CHECK ((status = ANY (ARRAY['requested'::text, 'admitted'::text, 'suspended'::text])))
);

create table support_document (
  member_id text collate "C" not null,
  digest text collate "C" not null,
  source text collate "C" not null,
  entry bigint not null generated always as identity,
  document text not null,
  at timestamp with time zone not null,
  constraint support_document_is_kept_once PRIMARY KEY (member_id, digest)
);

create table support_profile (
  member_id text collate "C" not null,
  version text collate "C" not null,
  entry bigint not null generated always as identity,
  digest text collate "C" not null,
  created_at timestamp with time zone not null,
  constraint support_profile_has_its_document FOREIGN KEY (member_id, digest) REFERENCES support_document(member_id, digest),
  constraint support_profile_version_is_unique PRIMARY KEY (member_id, version)
);

create table trusted_anchor (
  member_id text collate "C" not null,
  anchor text collate "C" not null,
  keys json not null,
  at timestamp with time zone not null,
  constraint trusted_anchor_is_trusted_once PRIMARY KEY (member_id, anchor)
);

CREATE INDEX alert_by_time ON public.alert USING btree (next_at) WHERE (next_at IS NOT NULL);

CREATE INDEX alert_latest_first ON public.alert USING btree (member_id, entry) WHERE (word <> 'waiting'::text);

CREATE INDEX api_client_by_member ON public.api_client USING btree (member_id, created_at);

CREATE INDEX asked_engagement_by_time ON public.asked_engagement USING btree (at);

CREATE UNIQUE INDEX audit_leaf_number_is_unique ON public.audit_leaf USING btree (member_id, number) WHERE (number IS NOT NULL);

CREATE INDEX audit_leaf_without_a_number ON public.audit_leaf USING btree (member_id, entry) WHERE (number IS NULL);

CREATE INDEX case_event_in_display_order ON public.case_event USING btree (member_id, case_id, depth, author, incarnation, seq, event_id);

CREATE INDEX case_event_notes ON public.case_event USING btree (member_id, case_id, at, depth, event_id) WHERE ((type = 'note-added'::text) AND (verdict = 'effect'::text));

CREATE INDEX case_event_withdrawn_notes ON public.case_event USING btree (member_id, case_id, depth) WHERE ((type = 'note-withdrawn'::text) AND (verdict = 'effect'::text));

CREATE INDEX case_event_without_a_place ON public.case_event USING btree (member_id, case_id, arrival) WHERE (depth IS NULL);

CREATE INDEX case_number_by_number ON public.case_number USING btree (member_id, number);

CREATE INDEX case_text_by_member_and_word ON public.case_text USING gin (((array_to_tsvector(ARRAY[('@'::text || member_id)]) || words)));

CREATE INDEX case_view_by_holder ON public.case_view USING btree (member_id, holder, updated_at, case_id);

CREATE INDEX case_view_by_status ON public.case_view USING btree (member_id, status, updated_at, case_id) WHERE (status <> 'closed'::text);

CREATE INDEX case_view_escalated ON public.case_view USING btree (member_id, updated_at, case_id) WHERE escalated;

CREATE INDEX case_view_fenced ON public.case_view USING btree (member_id, case_id) WHERE fenced;

CREATE INDEX case_view_latest_first ON public.case_view USING btree (member_id, updated_at, case_id);

CREATE INDEX case_view_of_notices ON public.case_view USING btree (member_id, updated_at, case_id) WHERE notice;

CREATE INDEX case_view_of_tests ON public.case_view USING btree (member_id, updated_at, case_id) WHERE test;

CREATE INDEX case_view_to_follow_up ON public.case_view USING btree (follow_up_at) WHERE (follow_up_at IS NOT NULL);

CREATE INDEX case_view_with_clocks ON public.case_view USING btree (clocks_at) WHERE (clocks_at IS NOT NULL);

CREATE INDEX clock_stage_in_order ON public.clock_stage USING btree (entry);

CREATE INDEX engagement_clock_by_word ON public.engagement_clock USING btree (member_id, word, place, case_id, engagement_id, clock);

CREATE INDEX idempotency_key_by_time ON public.idempotency_key USING btree (at);

CREATE INDEX local_note_by_time ON public.local_note USING btree (member_id, case_id, at, note_id);

CREATE INDEX outbox_message_delivered ON public.outbox_message USING btree (delivered_at) WHERE (delivered_at IS NOT NULL);

CREATE INDEX outbox_message_refused ON public.outbox_message USING btree (queued_at) WHERE (refused IS NOT NULL);

CREATE INDEX outbox_message_waiting ON public.outbox_message USING btree (member_id, partner, place) WHERE ((delivered_at IS NULL) AND (refused IS NULL));

CREATE INDEX parked_event_by_case ON public.parked_event USING btree (member_id, case_id, arrival);

CREATE INDEX parked_event_by_sender ON public.parked_event USING btree (member_id, sender, arrival);

CREATE INDEX parked_event_by_time ON public.parked_event USING btree (parked_at);

CREATE INDEX partner_by_name ON public.partner USING btree (member_id, sort_name, partner);

CREATE INDEX partner_poll_by_time ON public.partner_poll USING btree (next_at);

CREATE INDEX partner_queue_by_time ON public.partner_queue USING btree (next_at);

CREATE INDEX refused_event_by_event ON public.refused_event USING btree (member_id, event_id, entry) WHERE (event_id IS NOT NULL);

CREATE INDEX refused_event_by_time ON public.refused_event USING btree (at);

CREATE INDEX repair_request_by_time ON public.repair_request USING btree (next_at);

CREATE INDEX request_jti_by_end ON public.request_jti USING btree (until);

CREATE INDEX rota_person_by_person ON public.rota_person USING btree (member_id, person_id);

CREATE INDEX support_document_by_source ON public.support_document USING btree (member_id, source, entry);

CREATE TRIGGER agreement_is_never_changed BEFORE DELETE OR UPDATE ON public.agreement FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER agreement_is_never_emptied BEFORE TRUNCATE ON public.agreement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER audit_leaf_is_never_deleted BEFORE DELETE ON public.audit_leaf FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER audit_leaf_is_never_emptied BEFORE TRUNCATE ON public.audit_leaf FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER audit_leaf_only_gains_its_number BEFORE UPDATE ON public.audit_leaf FOR EACH ROW EXECUTE FUNCTION refuse_change_but_number();

CREATE TRIGGER case_event_is_never_deleted BEFORE DELETE ON public.case_event FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER case_event_is_never_emptied BEFORE TRUNCATE ON public.case_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER case_event_only_gains_its_place BEFORE UPDATE ON public.case_event FOR EACH ROW EXECUTE FUNCTION refuse_change_but_place();

CREATE TRIGGER case_text_is_only_ever_erased BEFORE UPDATE ON public.case_text FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER member_statement_is_never_changed BEFORE DELETE OR UPDATE ON public.member_statement FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER member_statement_is_never_emptied BEFORE TRUNCATE ON public.member_statement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER overturned_is_never_changed BEFORE DELETE OR UPDATE ON public.overturned FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER overturned_is_never_emptied BEFORE TRUNCATE ON public.overturned FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

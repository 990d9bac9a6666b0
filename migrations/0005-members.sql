-- Members: whom this gateway hosts, with which keys; whom they trust and why; what they agreed; who may use the API.

create table entity (
  entity_id text collate "C" not null,
  handle text collate "C" not null,
  role text collate "C" not null,
  profile json not null,
  authority_hints text[] not null,
  version integer not null default 1,
  created_at timestamptz not null,
  constraint entity_is_hosted_once primary key (entity_id),
  constraint entity_handle_is_unique unique (handle),
  constraint entity_role_is_a_known_word check (role in ('member', 'anchor'))
);

-- Keys are kept for ever: what they signed is verified by them. The private part is sealed, and gone once destroyed.
create table entity_key (
  entity_id text collate "C" not null,
  purpose text collate "C" not null,
  kid text collate "C" not null,
  public_key json not null,
  state text collate "C" not null,
  sealed text collate "C",
  created_at timestamptz not null,
  active_from timestamptz,
  retired_at timestamptz,
  revoked_at timestamptz,
  revoked_reason text collate "C",
  constraint entity_key_is_held_once primary key (entity_id, purpose, kid),
  constraint entity_key_is_of_a_hosted_entity foreign key (entity_id) references entity,
  constraint entity_key_purpose_is_a_known_word check (purpose in ('federation', 'event', 'token')),
  constraint entity_key_state_is_a_known_word check (state in ('published', 'active', 'retired')),
  constraint entity_key_is_revoked_for_a_reason
    check ((revoked_at is null) = (revoked_reason is null)
      and revoked_reason in ('unspecified', 'compromised', 'superseded'))
);

create table trusted_anchor (
  member_id text collate "C" not null,
  anchor text collate "C" not null,
  keys json not null,
  at timestamptz not null,
  constraint trusted_anchor_is_trusted_once primary key (member_id, anchor)
);

create table pin (
  member_id text collate "C" not null,
  partner text collate "C" not null,
  thumbprints text[] not null,
  at timestamptz not null,
  constraint pin_is_one_for_each_partner primary key (member_id, partner)
);

-- Truth: entity statements as received.
create table member_statement (
  member_id text collate "C" not null,
  partner text collate "C" not null,
  entry bigint not null generated always as identity,
  token text not null,
  token_hash text collate "C" not null,
  received_at timestamptz not null,
  constraint member_statement_is_kept_once primary key (member_id, partner, token_hash)
);
create trigger member_statement_is_never_changed before update or delete on member_statement
  for each row execute function refuse_change();
create trigger member_statement_is_never_emptied before truncate on member_statement
  for each statement execute function refuse_change();

-- A partner as last resolved. `words` is what a search looks through.
create table partner (
  member_id text collate "C" not null,
  partner text collate "C" not null,
  name text not null,
  sort_name text collate "C" not null,
  words text not null,
  metadata json,
  via text collate "C",
  anchor text collate "C",
  expires_at timestamptz,
  resolved_at timestamptz,
  suspended boolean not null,
  past_keys json not null,
  clock_offset integer not null,
  last_error text,
  updated_at timestamptz not null,
  constraint partner_is_known_once primary key (member_id, partner),
  constraint partner_via_is_a_known_word check (via in ('anchor', 'pin'))
);
create index partner_by_name on partner (member_id, sort_name, partner);

-- Truth: agreements, each version kept.
create table agreement (
  member_id text collate "C" not null,
  partner text collate "C" not null,
  version integer not null,
  agreement json not null,
  at timestamptz not null,
  constraint agreement_version_is_unique primary key (member_id, partner, version),
  constraint agreement_version_counts_from_one check (version >= 1)
);
create trigger agreement_is_never_changed before update or delete on agreement
  for each row execute function refuse_change();
create trigger agreement_is_never_emptied before truncate on agreement
  for each statement execute function refuse_change();

-- Members that an anchor hosted here vouches for, or was asked to.
create table subordinate (
  anchor text collate "C" not null,
  member text collate "C" not null,
  name text not null,
  status text collate "C" not null,
  jwks json not null,
  requested_at timestamptz not null,
  decided_at timestamptz,
  constraint subordinate_is_known_once primary key (anchor, member),
  constraint subordinate_status_is_a_known_word check (status in ('requested', 'admitted', 'suspended'))
);

create table severity_scheme (
  member_id text collate "C" not null,
  scheme text collate "C" not null,
  version text collate "C" not null,
  entry bigint not null generated always as identity,
  document text not null,
  digest text collate "C" not null,
  created_at timestamptz not null,
  constraint severity_scheme_version_is_unique primary key (member_id, scheme, version)
);

create table api_client (
  client_id text collate "C" not null,
  member_id text collate "C" not null,
  name text not null,
  secret_hash text collate "C",
  jwks json,
  scopes text[] not null,
  disabled_at timestamptz,
  created_at timestamptz not null,
  constraint api_client_is_known_once primary key (client_id)
);
create index api_client_by_member on api_client (member_id, created_at);

-- Support profiles: our own version by version, and every document that an engagement may name by its hash, ours and partners'.
create table support_document (
  member_id text collate "C" not null,
  digest text collate "C" not null,
  -- Who published it; the member itself for its own.
  source text collate "C" not null,
  entry bigint not null generated always as identity,
  document text not null,
  at timestamptz not null,
  constraint support_document_is_kept_once primary key (member_id, digest)
);
create index support_document_by_source on support_document (member_id, source, entry);

create table support_profile (
  member_id text collate "C" not null,
  version text collate "C" not null,
  entry bigint not null generated always as identity,
  digest text collate "C" not null,
  created_at timestamptz not null,
  constraint support_profile_version_is_unique primary key (member_id, version),
  constraint support_profile_has_its_document foreign key (member_id, digest) references support_document
);

-- People of ours who can be told, and who of them is on duty when: personal data, never shared, gone when deleted.
create table person (
  member_id text collate "C" not null,
  person_id text collate "C" not null,
  version integer not null,
  person json not null,
  created_at timestamptz not null,
  constraint person_is_known_once primary key (member_id, person_id)
);

create table rota (
  member_id text collate "C" not null,
  rota_id text collate "C" not null,
  version integer not null,
  rota json not null,
  created_at timestamptz not null,
  constraint rota_is_known_once primary key (member_id, rota_id)
);

-- Whoever stands in a rota is known: neither can outrun the other.
create table rota_person (
  member_id text collate "C" not null,
  rota_id text collate "C" not null,
  person_id text collate "C" not null,
  constraint rota_person_stands_once primary key (member_id, rota_id, person_id),
  constraint rota_person_is_of_a_rota foreign key (member_id, rota_id) references rota on delete cascade,
  constraint rota_person_is_a_person foreign key (member_id, person_id) references person
);
create index rota_person_by_person on rota_person (member_id, person_id);

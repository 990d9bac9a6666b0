-- Remembers which migrations were applied, and as what text, so that an edited past is noticed.
create table schema_migration (
  name text not null,
  sha256 text not null,
  breaking boolean not null,
  applied_at timestamptz not null default now(),
  constraint schema_migration_name_unique primary key (name),
  constraint schema_migration_sha256_is_hex check (sha256 ~ '^[0-9a-f]{64}$')
);

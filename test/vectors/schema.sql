create table schema_migration (
  name text not null,
  sha256 text not null,
  breaking boolean not null,
  applied_at timestamp with time zone not null default now(),
  constraint schema_migration_name_unique PRIMARY KEY (name),
  constraint schema_migration_sha256_is_hex CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

// The rows of the database, one interface a table, for kysely. They mirror migrations/; nothing above storage sees them.
import type { Generated } from 'kysely'
import type { Instant } from '../core/kernel/instant.ts'

export interface SchemaMigrationRow {
  name: string
  sha256: string
  breaking: boolean
  applied_at: Generated<Instant>
}

export interface Schema {
  schema_migration: SchemaMigrationRow
}

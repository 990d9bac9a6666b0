import { describe } from 'vitest'
import { databaseSuite } from '../kit/database-suite.ts'
import { onBothDatabases } from '../kit/database.ts'
import { freshPooled, noPgbouncer } from '../kit/pgbouncer.ts'

onBothDatabases('a database', databaseSuite)

describe.skipIf(noPgbouncer)('a database, on PostgreSQL behind a transaction-mode pooler', () => {
  databaseSuite(freshPooled)
})

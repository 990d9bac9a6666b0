// Everything that rests, over one database.
import type { AlertStore } from '../flows/alert-ports.ts'
import type { MemberStore } from '../flows/member-ports.ts'
import type { CaseStore } from '../flows/case-ports.ts'
import type { LogStore, WorkStore } from '../flows/work-ports.ts'
import { SqlAlertStore } from './alerts/alert-store.ts'
import { SqlCaseStore } from './cases/case-store.ts'
import type { Database } from './database.ts'
import { SqlLogStore } from './log-store.ts'
import { SqlMemberStore } from './members/member-store.ts'
import type { Schema } from './schema.ts'
import { SqlWorkStore } from './work/work-store.ts'

export interface Stores {
  readonly cases: CaseStore
  readonly work: WorkStore
  readonly log: LogStore
  readonly members: MemberStore
  readonly alerts: AlertStore
}

/** The stores over a migrated database. They hold caches and no truth: any number of processes may have them. */
export const createStores = (database: Database<Schema>): Stores => ({
  cases: new SqlCaseStore(database),
  work: new SqlWorkStore(database),
  log: new SqlLogStore(database),
  members: new SqlMemberStore(database),
  alerts: new SqlAlertStore(database),
})

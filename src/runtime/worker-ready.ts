// What a process does once at its start, a Worker does with the first request of an isolate and with every scheduled pass: the
// schema must be this program's, the master key must open what is sealed, and the marks must vouch for the database (D23).
import { compareTips } from '../jobs/compare-tips.ts'
import { inspectSchema, migrate } from '../storage/migrate.ts'
import { raiseFences } from './fence.ts'
import { checkMasters } from './master-keys.ts'
import { EXIT, Trouble } from './trouble.ts'
import type { Invocation } from './worker-gateway.ts'

/** Partners compared at once after fences were raised: the rest follows with the schedule. */
const COMPARED = 20

/** @throws Trouble, SchemaFault, StorageUnavailable: each one sentence that says what to do */
export async function prepare(invocation: Invocation): Promise<void> {
  const { gateway, settings } = invocation
  await checkSchema(invocation)
  await checkMasters(gateway.deps.members, settings.masters, 'ENTENTE_MASTER_KEY')
  if (await fence(invocation)) await compareTips(gateway.deps, { limit: COMPARED }, 0)
}

/** Many invocations at once would queue for the lock of a migration, so they only look, unless the operator wants it so. */
async function checkSchema({ database, settings, logs }: Invocation): Promise<void> {
  if (settings.migrates) {
    const applied = await migrate(database)
    if (applied.length > 0) logs.info({ applied }, 'the database was migrated')
    return
  }
  const { fault, pending } = await inspectSchema(database)
  if (fault !== null) throw fault
  if (pending.length > 0)
    throw new Trouble(
      EXIT.config,
      `the database lacks ${pending.join(', ')}; run \`entente migrate\` with its DATABASE_URL, or set ENTENTE_MIGRATE to 1`,
    )
}

/** A doubt that was answered with fences before is not answered again: partners lift them one by one. */
async function fence({ gateway, marks, settings, logs }: Invocation): Promise<boolean> {
  if (settings.marks === null) return false
  const { members, ...deps } = gateway.deps
  const answered = await marks.answered()
  const doubted = (await members.listEntities()).filter(({ id }) => !answered.has(id))
  const fenced = await raiseFences(
    { ...deps, members: { listEntities: async () => doubted } },
    { unclean: false, trustMissingMark: settings.trustMissingMark },
  )
  if (fenced.length === 0) return false
  await marks.answer(fenced.map(({ member }) => member))
  for (const { member, why, cases } of fenced)
    logs.warn(
      { member, why, cases },
      'signing in shared cases waits until a partner confirmed our last event there',
    )
  return true
}

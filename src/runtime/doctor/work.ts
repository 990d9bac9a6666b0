// Work under way: queues that do not move, fences that stand.
import { unvouched } from '../fence.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import type { Gateway, GatewayDeps } from '../compose.ts'
import { type Finding, fine, warn, wrong } from './ground.ts'

/** Fences counted. */
const MOST_CASES = 1_000

export async function findingsAboutWork({ deps }: Gateway): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const { id, handle, role } of await deps.members.listEntities()) {
    if (role !== 'member') continue
    findings.push(...(await aboutQueues(deps, id, handle)))
    findings.push(...(await aboutMark(deps, id, handle)), ...(await aboutFences(deps, id, handle)))
  }
  return findings
}

async function aboutQueues(deps: GatewayDeps, id: MemberId, handle: string): Promise<Finding[]> {
  const queues = await deps.work.partnerQueues(id)
  const failing = queues.filter(({ failures }) => failures > 0)
  const waiting = queues.reduce((sum, queue) => sum + queue.waiting, 0)
  if (failing.length === 0) return [fine(handle, `${waiting} events wait for partners, none stuck`)]
  return failing.map((queue) =>
    warn(
      `${handle} → ${queue.partner}`,
      `${queue.waiting} events wait since ${queue.oldest ?? '-'}; failing since ${queue.failingSince ?? '-'}: ${queue.lastError ?? 'no answer'}`,
      'nothing is lost and delivery goes on trying; call the partner if a grave case waits',
    ),
  )
}

async function aboutMark(deps: GatewayDeps, id: MemberId, handle: string): Promise<Finding[]> {
  const marks = await deps.highWater.read(id)
  if (marks === null || (await unvouched(deps, id, marks)).length === 0) return []
  return [
    wrong(
      handle,
      'the database is older than the last event that was signed: it was restored from a copy',
      'start the gateway: it fetches the lost events from partners and signs nothing in shared cases until then',
    ),
  ]
}

async function aboutFences(deps: GatewayDeps, id: MemberId, handle: string): Promise<Finding[]> {
  const fenced = await deps.cases.fencedCases(id, { after: null, limit: MOST_CASES })
  if (fenced.length === 0) return [fine(handle, 'no fence stands')]
  const count = fenced.length === MOST_CASES ? `${MOST_CASES} or more` : String(fenced.length)
  return [
    warn(
      handle,
      `signing waits in ${count} cases until a partner confirmed our last event there`,
      'keep the gateway running, it asks the partners every few minutes; where a partner is gone for good: entente fence force',
    ),
  ]
}

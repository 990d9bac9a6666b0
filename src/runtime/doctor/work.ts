// Work under way: queues that do not move, fences that stand.
import type { CaseRow } from '../../flows/case-ports.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import type { Gateway, GatewayDeps } from '../compose.ts'
import { type Finding, fine, warn, wrong } from './ground.ts'

/** Cases looked at for fences, the latest first. */
const MOST_CASES = 2_000

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
  const mark = await deps.highWater.read(id)
  if (mark === null) return []
  const known = await deps.cases.knownEvents(id, [mark])
  if (known.has(mark)) return []
  return [
    wrong(
      handle,
      'the database is older than the last event that was signed: it was restored from a copy',
      'start the gateway: it fetches the lost events from partners and signs nothing in shared cases until then',
    ),
  ]
}

async function aboutFences(deps: GatewayDeps, id: MemberId, handle: string): Promise<Finding[]> {
  let looked = 0
  let fenced = 0
  for (let after: string | null = null; looked < MOST_CASES;) {
    const page = await deps.cases.listCases(id, {}, { after, limit: 100 })
    if (page instanceof Refusal) throw new Error(page.detail)
    fenced += (await Promise.all(page.items.map((row) => isFenced(deps, id, row)))).filter(
      Boolean,
    ).length
    looked += page.items.length
    after = page.next
    if (after === null) break
  }
  if (fenced === 0) return [fine(handle, `no fence stands in ${looked} cases looked at`)]
  return [
    warn(
      handle,
      `signing waits in ${fenced} of ${looked} cases until a partner confirmed our last event there`,
      'keep the gateway running; it asks the partners every few minutes',
    ),
  ]
}

const isFenced = async (deps: GatewayDeps, id: MemberId, { caseId }: CaseRow): Promise<boolean> =>
  (await deps.cases.loadCase(id, caseId, { fresh: true }))?.fenced ?? false

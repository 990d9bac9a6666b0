// What must hold once a storm is over: honest members that share the case hold the same case; nothing an honest member was told it
// had written is lost; nobody acted twice; nothing written in another's name was taken in.
import { expect } from 'vitest'
import type { CaseState } from '../../src/core/cases/case.ts'
import { isActive } from '../../src/core/cases/case.ts'
import type { History } from '../../src/core/cases/history.ts'
import type { Vendor } from './network.ts'
import type { Storm } from './storm.ts'

export type Replica = {
  readonly vendor: Vendor
  readonly state: CaseState
  readonly history: History
}

/** The honest members that share the case, as each sees itself, with what each holds. */
export async function honestReplicas({ net, caseId, rogue }: Storm): Promise<Replica[]> {
  const replicas: Replica[] = []
  for (const vendor of net.vendors) {
    const { cases } = vendor.host.gateway.deps
    const stored = await cases.loadCase(vendor.id, caseId, { fresh: true })
    if (vendor === rogue?.vendor || stored?.stage !== 'shared') continue
    if (!isActive(stored.state, vendor.id)) continue
    const history = await cases.loadHistory(vendor.id, caseId)
    replicas.push({ vendor, state: stored.state, history })
  }
  return replicas
}

export async function expectCalm(storm: Storm): Promise<void> {
  const replicas = await honestReplicas(storm)
  expectEqual(replicas)
  if (!storm.rogue) expectAllThere(storm, replicas)
  await expectNothingLost(storm, replicas)
  expectNobodyTwice(storm, replicas)
  await expectNoImpostor(storm)
  await expectLeavesOnce(storm)
}

function expectEqual(replicas: readonly Replica[]): void {
  const [first, ...others] = replicas
  for (const other of others)
    expect(other.state, `${other.vendor.name} and ${first?.vendor.name}`).toEqual(first?.state)
}

/** Among honest members who takes part knows it: nobody is left behind. */
function expectAllThere({ net }: Storm, replicas: readonly Replica[]): void {
  const [first] = replicas
  const active = net.vendors.filter((vendor) => first && isActive(first.state, vendor.id))
  expect(replicas.map(({ vendor }) => vendor.name)).toEqual(active.map(({ name }) => name))
}

/**
 * Whoever has the history has passed on what it wrote. An invitee whose only inviter is malicious may be known to nobody else: what
 * it answered then waits for a history that never comes.
 */
async function expectNothingLost(
  { net, caseId, written, rogue }: Storm,
  replicas: readonly Replica[],
): Promise<void> {
  const heard = new Set<Vendor>()
  for (const vendor of net.vendors) {
    const stored = await vendor.host.gateway.deps.cases.loadCase(vendor.id, caseId)
    if (vendor !== rogue?.vendor && (stored?.stage === 'shared' || !rogue)) heard.add(vendor)
  }
  for (const { vendor, history } of replicas) {
    const lost = written.filter(({ by, id }) => heard.has(by) && !history.get(id))
    const said = lost.map(({ by, type, id }) => `${by.name} ${type} ${id}`)
    expect(said, `lost at ${vendor.name}`).toEqual([])
  }
}

/** One event for each number of each honest author. */
function expectNobodyTwice({ rogue }: Storm, replicas: readonly Replica[]): void {
  for (const { state } of replicas) {
    const forked = state.equivocations.filter(({ author }) => author !== rogue?.vendor.id)
    expect(forked).toEqual([])
  }
}

async function expectNoImpostor({ net, rogue }: Storm): Promise<void> {
  for (const vendor of rogue ? net.vendors : []) {
    const { cases } = vendor.host.gateway.deps
    const taken = await cases.knownEvents(vendor.id, [...(rogue?.impostures ?? [])])
    expect([...taken], `in another’s name at ${vendor.name}`).toEqual([])
  }
}

/** Each event has one leaf of its own in its member's log, and one more when it got its place later. */
async function expectLeavesOnce({ net }: Storm): Promise<void> {
  for (const { database, name } of net.hosts) {
    const twice = await database.database.query(
      `select member_id, event_id, kind, count(*) from audit_leaf
       where kind in ('event', 'event-placed') and event_id is not null
       group by member_id, event_id, kind having count(*) > 1`,
    )
    expect(twice, `logged twice at ${name}`).toEqual([])
  }
}

// Whole gateways in one process, each with a database of its own, joined by a wire. Time stands still until a test moves it; jobs run
// when a test lets things settle.
import { createMember } from '../../src/flows/members/create-member.ts'
import { admitMember } from '../../src/flows/members/admit-member.ts'
import { trustAnchor } from '../../src/flows/members/trust-anchor.ts'
import type { Entity } from '../../src/flows/member-ports.ts'
import type { CaseId, EventId, MemberId } from '../../src/core/kernel/id.ts'
import { Refusal } from '../../src/core/kernel/refusal.ts'
import { effectiveLevel, holderOf, hostOf, standing, statusOf } from '../../src/core/cases/case.ts'
import { flagsOf } from '../../src/core/cases/flags.ts'
import type { CaseState } from '../../src/core/cases/case.ts'
import { compareTips } from '../../src/jobs/compare-tips.ts'
import { pollPartners } from '../../src/jobs/poll-partners.ts'
import { composeGateway } from '../../src/runtime/compose.ts'
import type { Gateway, Parts } from '../../src/runtime/compose.ts'
import { importMasterKey } from '../../src/signing/master-key.ts'
import type { MasterKey } from '../../src/signing/master-key.ts'
import { freshDatabase, freshPglite } from './database.ts'
import type { Fresh } from './database.ts'
import { repeatableKeys } from './repeatable-keys.ts'
import { seededDraw, testClock, testRandom } from './world.ts'
import type { TestClock } from './world.ts'
import { Wire } from './wire.ts'

export type Host = {
  readonly name: string
  readonly origin: string
  gateway: Gateway
  /** Replaced when a test restores a backup; `restart` then builds on it. */
  database: Fresh
  /** The marks outside the database: a restored copy does not bring its own. */
  readonly marks: Map<MemberId, EventId>
}

export type Vendor = { readonly id: MemberId; readonly name: string; readonly host: Host }

export type Network = AsyncDisposable & {
  readonly clock: TestClock
  readonly wire: Wire
  readonly hosts: readonly Host[]
  readonly vendors: readonly Vendor[]
  /** Runs every job until nothing is left, moving the clock over waits. */
  settle(): Promise<void>
  /** Builds a gateway anew on its database, as after a kill. */
  restart(host: Host): void
}

/** The master key of every gateway here. */
export const masters = async (): Promise<readonly [MasterKey]> => [
  await importMasterKey(new Uint8Array(32).fill(7)),
]

export type Engine = 'postgres' | 'pglite'

const NAMES = ['alpine', 'basalt', 'cedar', 'delta', 'ember'] as const

/** `layout[i]` vendors on gateway i, its database of the kind `on[i]`; the operator of the alliance is on gateway 0. */
export async function network(
  layout: readonly number[],
  options: {
    seed?: number
    on?: readonly Engine[]
    start?: string
    parts?: Partial<Parts>
  } = {},
): Promise<Network> {
  const seed = options.seed ?? 1
  const clock = testClock(options.start)
  let builds = 0
  const wire = new Wire((link) => seededDraw(seed * 1_000 + sumOf(link)))
  const keys = await masters()
  const build = (host: Pick<Host, 'origin' | 'database' | 'marks' | 'name'>): Gateway => {
    const gateway = composeGateway({
      database: host.database.database,
      net: wire.netOf(host.origin),
      masters: keys,
      clock,
      random: testRandom(seed * 1_000 + sumOf(host.origin) + ++builds),
      pause: async () => undefined,
      highWater: {
        read: async (member) => {
          const mark = host.marks.get(member)
          return mark === undefined ? null : [mark]
        },
        raise: async (member, last) => void host.marks.set(member, last),
      },
      site: { publicUrl: host.origin },
      ...options.parts,
    })
    wire.attach(host.origin, gateway.app)
    return gateway
  }
  const databases = await Promise.all(
    layout.map((_, index) => (options.on?.[index] === 'pglite' ? freshPglite() : freshDatabase())),
  )
  const hosts = databases.map((database, index): Host => {
    const name = `gateway-${index}`
    const host = { name, origin: `https://${name}.test`, database, marks: new Map() }
    return { ...host, gateway: build(host) }
  })
  using _ = repeatableKeys(seed)
  const vendors = await populate(hosts, layout)
  return {
    clock,
    wire,
    hosts,
    vendors,
    settle: () => settle(hosts, clock),
    restart: (host) => {
      host.gateway = build(host)
    },
    [Symbol.asyncDispose]: async () => {
      for (const host of hosts) await host.database[Symbol.asyncDispose]()
    },
  }
}

const sumOf = (text: string): number =>
  Array.from(text).reduce((sum, c) => sum + (c.codePointAt(0) ?? 0), 0)

async function populate(hosts: readonly Host[], layout: readonly number[]): Promise<Vendor[]> {
  const [first] = hosts
  if (!first) throw new Error('a network has a gateway')
  const anchor = sure(
    await createMember(first.gateway.deps, first.gateway.site, {
      handle: 'alliance',
      role: 'anchor',
      name: 'Test Alliance',
    }),
  )
  const anchorKeys = await first.gateway.deps.members.keysOf(anchor.id, 'federation')
  const vendors: Vendor[] = []
  for (const [index, count] of layout.entries()) {
    const host = hosts[index]
    for (let i = 0; host && i < count; i++) {
      const name = NAMES[vendors.length] ?? `vendor-${vendors.length}`
      const member: Entity = sure(
        await createMember(host.gateway.deps, host.gateway.site, {
          handle: name,
          role: 'member',
          name,
          authorityHints: [anchor.id],
        }),
      )
      sure(
        await trustAnchor(host.gateway.deps, member.id, {
          id: anchor.id,
          keys: anchorKeys.map((key) => key.publicKey),
        }),
      )
      sure(await admitMember(first.gateway.deps, anchor.id, member.id))
      vendors.push({ id: member.id, name, host })
    }
  }
  return vendors
}

/** Waits that a network may be in, in seconds: a parked batch, a confirmation, a back-off. */
const WAITS = [1, 1, 2, 5, 30, 65]

/** A network that is still busy after so many rounds goes in circles. */
const MOST_ROUNDS = 400

/** Runs the passes of every gateway until a whole round finds nothing; then moves the clock over a wait, and looks again. */
async function settle(hosts: readonly Host[], clock: TestClock): Promise<void> {
  const signal = new AbortController().signal
  let rounds = 0
  for (let wait = 0; wait < WAITS.length;) {
    let done = 0
    for (const { gateway } of hosts) {
      const { sequence, deliver, repair, 'follow-up': followUp } = gateway.jobs
      for (const job of [sequence, deliver, repair, followUp]) done += await job.run(signal)
      done += await pollPartners(gateway.deps, { limit: 50, signal, hold: false })
    }
    if (done === 0 && wait === WAITS.length - 1)
      for (const { gateway } of hosts)
        done += await compareTips(gateway.deps, { limit: 20, signal }, 0)
    if (++rounds > MOST_ROUNDS) throw new Error('the network does not come to rest')
    if (done > 0) {
      wait = 0
      continue
    }
    clock.advance((WAITS[wait] ?? 1) * 1_000)
    wait++
  }
}

export function vendorOf(net: Network, index: number): Vendor {
  const vendor = net.vendors[index]
  if (!vendor) throw new Error(`there is no vendor ${index}`)
  return vendor
}

/** What every replica must agree on, whatever way its events came. */
export async function summaryAt(vendor: Vendor, caseId: CaseId): Promise<unknown> {
  const s = await stateAt(vendor, caseId)
  return {
    heads: s.heads.map((h) => h.id),
    size: s.size,
    status: statusOf(s),
    host: hostOf(s),
    holder: holderOf(s),
    epoch: [s.baton.term, s.baton.n],
    level: effectiveLevel(s),
    flags: flagsOf(s),
    standings: Object.fromEntries(
      Object.keys(s.participants)
        .toSorted()
        .map((m) => [m, standing(s, m as MemberId)]),
    ),
    unsettled: s.unsettled.map((u) => [u.event, u.seenBy]),
  }
}

/** Unwraps what a test knows to be no refusal. */
export function sure<T>(value: T | Refusal): T {
  if (value instanceof Refusal)
    throw new Error(`${value.code}: ${value.detail} (${value.field ?? ''})`)
  return value
}

export async function stateAt(vendor: Vendor, caseId: CaseId): Promise<CaseState> {
  const stored = await vendor.host.gateway.deps.cases.loadCase(vendor.id, caseId)
  if (!stored) throw new Error(`${vendor.name} does not have the case`)
  return stored.stage === 'shared' ? stored.state : (stored.bundle ?? stored.state)
}

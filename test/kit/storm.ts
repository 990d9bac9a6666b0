// A storm over a case: vendors act at random, lines lose, repeat, change, hold back and let go in any order, networks part, gateways
// are killed, and perhaps one member is malicious. Then the weather clears, and everything comes to rest. All of it from one seed.
import type { CaseId, EventId } from '../../src/core/kernel/id.ts'
import { secondsOf } from '../../src/core/kernel/instant.ts'
import { Refusal } from '../../src/core/kernel/refusal.ts'
import { isActive } from '../../src/core/cases/case.ts'
import { actOnCase } from '../../src/flows/cases/act-on-case.ts'
import type { Receipt } from '../../src/flows/cases/receipt.ts'
import { requestEngagement } from '../../src/flows/cases/request-engagement.ts'
import { deliverQueue } from '../../src/flows/exchange/deliver-queue.ts'
import { repairGap } from '../../src/flows/exchange/repair-gap.ts'
import { compareTips } from '../../src/jobs/compare-tips.ts'
import { writeFollowUps } from '../../src/jobs/write-follow-ups.ts'
import { accept, engagement, open } from './case-inputs.ts'
import { network, stateAt } from './network.ts'
import type { Host, Network, Vendor } from './network.ts'
import { pick, randomAct } from './random-acts.ts'
import { Rogue } from './rogue.ts'
import { liesOf } from './rogue-gateway.ts'
import type { Tale } from './seeds.ts'
import { Turns } from './turns.ts'
import { seededDraw } from './world.ts'

/** What a vendor was told it had written. */
export type Written = { readonly by: Vendor; readonly id: EventId; readonly type: string }

export type Storm = AsyncDisposable & {
  readonly net: Network
  readonly caseId: CaseId
  readonly rogue: Rogue | null
  readonly written: readonly Written[]
}

export type Plan = {
  readonly seed: number
  /** Vendors by gateway. */
  readonly layout: readonly number[]
  /** Which vendor is malicious, alone on its gateway; null for none. */
  readonly rogue: number | null
  readonly acts: number
  readonly tale: Tale
}

/** Tells one story to its end and leaves everything at rest. */
export async function weather(plan: Plan): Promise<Storm> {
  const { seed, layout, tale } = plan
  const net = await network(layout, { seed })
  try {
    const teller = await Teller.begin(net, plan)
    for (let i = 0; i < plan.acts; i++) await teller.step()
    await teller.clearUp()
    return {
      net,
      ...teller.outcome(),
      [Symbol.asyncDispose]: () => net[Symbol.asyncDispose](),
    }
  } catch (error) {
    tale.tell('then it failed')
    await net[Symbol.asyncDispose]()
    throw error
  }
}

class Teller {
  readonly #net: Network
  readonly #plan: Plan
  readonly #draw: () => number
  readonly #turns: Turns
  readonly #caseId: CaseId
  readonly #rogue: Rogue | null
  readonly #written: Written[] = []

  private constructor(net: Network, plan: Plan, caseId: CaseId, rogue: Rogue | null) {
    this.#net = net
    this.#plan = plan
    this.#draw = seededDraw(plan.seed)
    this.#turns = new Turns(net.wire)
    this.#caseId = caseId
    this.#rogue = rogue
  }

  /** One of them opens the case and asks some of the others; the rest may come later. */
  static async begin(net: Network, plan: Plan): Promise<Teller> {
    const [host, ...others] = net.vendors
    if (!host) throw new Error('nobody hosts')
    const { caseId } = await open(host, others.slice(0, 2))
    await net.settle()
    const opening = seededDraw(plan.seed + 100_000)
    for (const vendor of others.slice(0, 2)) if (opening() < 0.8) await accept(vendor, caseId)
    await net.settle()
    const malicious = plan.rogue === null ? null : (net.vendors[plan.rogue] ?? null)
    const draw = seededDraw(plan.seed + 500_000)
    const rogue = malicious && (await Rogue.of(net, malicious, caseId, draw))
    if (malicious) {
      const { origin } = malicious.host
      net.wire.corrupt(origin, liesOf(malicious.id, seededDraw(plan.seed + 900_000)))
      plan.tale.tell(`${malicious.name} is malicious`)
    }
    return new Teller(net, plan, caseId, rogue)
  }

  outcome() {
    return { caseId: this.#caseId, rogue: this.#rogue, written: this.#written }
  }

  async step(): Promise<void> {
    this.#changeWeather()
    const actor = pick(this.#draw, this.#net.vendors)
    if (actor) await this.#act(actor)
    this.#net.clock.advance(Math.floor(this.#draw() * 4_000))
    for (const host of this.#net.hosts) await this.#work(host)
    while (this.#net.wire.held.size > 0 && this.#draw() < 0.45) await this.#turns.letGo(this.#draw)
  }

  /** The lines are good again; what was held arrives; everybody has time to find what is missing. */
  async clearUp(): Promise<void> {
    this.#net.wire.heal()
    await this.#turns.letAllGo(this.#draw)
    await comeToRest(this.#net, this.#rogue?.vendor.host)
  }

  #tell(line: string): void {
    this.#plan.tale.tell(line)
  }

  #changeWeather(): void {
    const { wire, hosts } = this.#net
    const draw = this.#draw
    if (draw() < 0.15) wire.heal()
    if (draw() < 0.3) {
      const [drop, repeat, tamper, hold] = [0.35, 0.3, 0.1, 0.4].map((most) => draw() * most)
      wire.weather = { drop: drop ?? 0, repeat: repeat ?? 0, tamper: tamper ?? 0, hold: hold ?? 0 }
    }
    const [one, other] = [pick(draw, hosts), pick(draw, hosts)]
    if (draw() < 0.15 && one && other && one !== other) {
      wire.part(one.origin, other.origin)
      this.#tell(`${one.name} and ${other.name} are parted`)
    }
    if (draw() < 0.08 && one) this.#kill(one)
  }

  #kill(host: Host): void {
    this.#turns.kill(host.origin)
    this.#net.restart(host)
    this.#tell(`${host.name} is killed and starts again`)
  }

  async #act(actor: Vendor): Promise<void> {
    const { deps } = actor.host.gateway
    if (!(await deps.cases.loadCase(actor.id, this.#caseId))) return
    const isRogue = actor === this.#rogue?.vendor
    if (isRogue && this.#draw() < 0.75)
      return this.#turns.begin(actor.host.origin, async () => {
        this.#tell(`${actor.name} ${await this.#rogue?.misbehave()}`)
      })
    const state = await stateAt(actor, this.#caseId)
    const absent = this.#net.vendors.filter((v) => v !== actor && !isActive(state, v.id))
    const asked = this.#draw() < 0.12 ? pick(this.#draw, absent) : undefined
    if (asked)
      return this.#write(actor, `asks ${asked.name} in`, () =>
        requestEngagement(deps, actor.id, this.#caseId, engagement(asked.id)),
      )
    const keys = await deps.members.keysOf(actor.id, 'event')
    const act = randomAct(this.#draw, state, {
      self: actor.id,
      keys: keys.map((key) => key.publicKey),
      at: secondsOf(this.#net.clock.now()),
      world: absent.map((vendor) => vendor.id),
      notes: this.#written.flatMap(({ by, id, type }) =>
        by === actor && type === 'note-added' ? [id] : [],
      ),
    })
    await this.#write(actor, JSON.stringify(act), () =>
      actOnCase(deps, actor.id, this.#caseId, act),
    )
  }

  #write(actor: Vendor, what: string, write: () => Promise<Receipt | Refusal>): Promise<void> {
    return this.#turns.begin(actor.host.origin, async () => {
      const answer = await write()
      const said = answer instanceof Refusal ? answer.code : 'done'
      this.#tell(`${actor.name} ${what}: ${said}`)
      if (answer instanceof Refusal) return
      for (const { id, type } of answer.events) this.#written.push({ by: actor, id, type })
    })
  }

  /** Here and there a job gets its turn before the next act: one queue, one gap, one comparison. */
  async #work({ origin, gateway: { deps } }: Host): Promise<void> {
    const begin = (steps: () => Promise<unknown>): Promise<void> => this.#turns.begin(origin, steps)
    while (this.#draw() < 0.65) await begin(() => deliverQueue(deps))
    if (this.#draw() < 0.4) await begin(() => repairGap(deps))
    if (this.#draw() < 0.3) await begin(() => writeFollowUps(deps, { limit: 10 }))
    if (this.#draw() < 0.1) await begin(() => compareTips(deps, { limit: 1 }, 60_000))
  }
}

/** Longer than any back-off (D19). */
const LONG_MS = 16 * 60_000
const MOST_ROUNDS = 60

/**
 * Lets every job run until nothing moves any more at the honest, whatever a liar keeps asking for: what they hold is what it was,
 * also after the longest back-off and a comparison of all tips.
 */
async function comeToRest(net: Network, liar: Host | undefined): Promise<void> {
  const signal = new AbortController().signal
  const watched = net.hosts.filter((host) => host !== liar)
  let before = ''
  for (let round = 0; round < MOST_ROUNDS; round++) {
    net.clock.advance(LONG_MS)
    for (let i = 0; i < 4; i++) {
      for (const { gateway } of net.hosts) {
        const { sequence, deliver, repair, 'follow-up': followUp } = gateway.jobs
        for (const job of [sequence, deliver, repair, followUp]) await job.run(signal)
      }
      net.clock.advance(1_500)
    }
    for (const { gateway } of net.hosts)
      await compareTips(gateway.deps, { limit: 20, signal }, LONG_MS / 2)
    for (const { gateway } of net.hosts) await gateway.jobs.repair.run(signal)
    const now = JSON.stringify(await Promise.all(watched.map(pulseOf)))
    if (now === before) return
    before = now
  }
  throw new Error(`the network does not come to rest: ${before}`)
}

/** What changes when anything happens at a gateway that matters to a case. */
const pulseOf = ({ database }: Host): Promise<unknown> =>
  database.database.query(
    `select (select count(*) from case_event) as events,
      (select count(*) from case_event where depth is not null) as placed,
      (select sum(version) from case_view) as views,
      (select count(*) from case_text) as texts`,
  )

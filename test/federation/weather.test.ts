// After any weather all replicas are equal (D10): requests and answers lost, repeated, tampered with; networks parted and healed;
// gateways killed and started again between two steps.
import { describe, expect, test } from 'vitest'
import type { CaseId } from '../../src/core/kernel/id.ts'
import { Refusal } from '../../src/core/kernel/refusal.ts'
import { isActive } from '../../src/core/cases/case.ts'
import { actOnCase } from '../../src/flows/cases/act-on-case.ts'
import { engagement, open } from '../kit/case-inputs.ts'
import { requestEngagement } from '../../src/flows/cases/request-engagement.ts'
import { network, stateAt, summaryAt, vendorOf } from '../kit/network.ts'
import type { Network, Vendor } from '../kit/network.ts'
import { randomAct } from '../kit/random-acts.ts'
import { seededDraw } from '../kit/world.ts'

const SEEDS = [11, 12, 13, 14]
const ACTS = 60

describe('after any weather', () => {
  test.each(SEEDS)('all replicas are equal (seed %i)', async (seed) => {
    const draw = seededDraw(seed)
    const layout = [
      [1, 1, 1],
      [2, 1],
      [2, 1, 1],
      [2, 2, 1],
    ][seed % 4] ?? [1, 1, 1]
    await using net = await network(layout, { seed })
    const [host, ...others] = net.vendors
    if (!host) throw new Error('nobody hosts')
    const { caseId } = await open(host, others.slice(0, 2))
    await net.settle()
    const done = await storm(net, draw, caseId, others[2])
    net.wire.heal()
    await net.settle()
    await net.settle()
    expect(done).toBeGreaterThan(5)
    await expectEqual(net, caseId)
  })
})

async function storm(
  net: Network,
  draw: () => number,
  caseId: CaseId,
  late: Vendor | undefined,
): Promise<number> {
  let done = 0
  for (let i = 0; i < ACTS; i++) {
    changeWeather(net, draw)
    const actor = net.vendors[Math.floor(draw() * net.vendors.length)] ?? vendorOf(net, 0)
    const { deps } = actor.host.gateway
    const stored = await deps.cases.loadCase(actor.id, caseId)
    if (!stored) continue
    const act = randomAct(draw, await stateAt(actor, caseId), actor.id)
    const result =
      late && i === ACTS / 2
        ? await requestEngagement(deps, actor.id, caseId, engagement(late.id))
        : await actOnCase(deps, actor.id, caseId, act)
    if (!(result instanceof Refusal)) done++
    await someJobs(net, draw)
  }
  return done
}

function changeWeather(net: Network, draw: () => number): void {
  if (draw() < 0.15) net.wire.heal()
  if (draw() < 0.3)
    net.wire.weather = { drop: draw() * 0.4, repeat: draw() * 0.3, tamper: draw() * 0.1 }
  const [one, other] = [net.hosts[Math.floor(draw() * net.hosts.length)], net.hosts[0]]
  if (draw() < 0.15 && one && other && one !== other) net.wire.part(one.origin, other.origin)
  if (draw() < 0.1 && one) net.restart(one)
}

/** Here and there a job gets its turn before the next act. */
async function someJobs(net: Network, draw: () => number): Promise<void> {
  const signal = new AbortController().signal
  net.clock.advance(Math.floor(draw() * 4_000))
  for (const { gateway } of net.hosts) {
    if (draw() < 0.5) await gateway.jobs.deliver.run(signal)
    if (draw() < 0.4) await gateway.jobs.repair.run(signal)
    if (draw() < 0.3) await gateway.jobs['follow-up'].run(signal)
  }
}

/** Everybody who takes part holds the same case; those who left hold no more than that. */
async function expectEqual(net: Network, caseId: CaseId): Promise<void> {
  const [host] = net.vendors
  if (!host) throw new Error('nobody hosts')
  const state = await stateAt(host, caseId)
  const summary = await summaryAt(host, caseId)
  const active = net.vendors.filter((v) => isActive(state, v.id))
  for (const vendor of active) expect(await summaryAt(vendor, caseId), vendor.name).toEqual(summary)
}

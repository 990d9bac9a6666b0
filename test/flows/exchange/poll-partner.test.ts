import { describe, expect, it } from 'vitest'
import type { Net, NetRequest } from '../../../src/flows/ports.ts'
import { POLL_LEASE_MS, pollPartner } from '../../../src/flows/exchange/poll-partner.ts'
import { defaultAgreement } from '../../../src/core/members/agreement.ts'
import { saveAgreement } from '../../../src/flows/settings/save-agreement.ts'
import { accept, note, open } from '../../kit/case-inputs.ts'
import { hide } from '../../kit/firewall.ts'
import { network, sure, vendorOf } from '../../kit/network.ts'

type Asked = {
  readonly ack?: string[]
  readonly setErrs?: Record<string, { err: string; description: string }>
  readonly maxEvents: number
  readonly returnImmediately: boolean
}

/** Two vendors in one case, one of them hidden; what it asks is written down. */
async function inACase() {
  const net = await network([1, 1])
  const [a, hidden] = [vendorOf(net, 0), vendorOf(net, 1)]
  await hide(net, hidden)
  const { caseId } = await open(a, [hidden])
  await net.settle()
  await accept(hidden, caseId)
  await net.settle()
  net.clock.advance(31_000)
  const asked: Asked[] = []
  const real = hidden.host.gateway.deps
  const { work } = real
  let lose = (_asked: Asked): boolean => false
  const request: Net['request'] = (sent: NetRequest) => {
    if (!sent.url.endsWith('/poll')) return real.net.request(sent)
    const body = JSON.parse(new TextDecoder().decode(sent.body)) as Asked
    asked.push(body)
    if (lose(body)) throw new Error('the line broke')
    return real.net.request(sent)
  }
  const deps = { ...real, net: { request } }
  const poll = async (hold = false, signal?: AbortSignal) => {
    await work.beginPolls(net.clock.now())
    const claimed = await work.claimPoll(net.clock.now(), POLL_LEASE_MS)
    return claimed && pollPartner(deps, claimed, { hold, ...(signal ? { signal } : {}) })
  }
  const waiting = async () =>
    (await a.host.gateway.deps.work.partnerQueues(a.id)).find((q) => q.partner === hidden.id)
      ?.waiting
  const sizeHere = async () => (await real.cases.loadCase(hidden.id, caseId))?.state.size
  const breaks = (when: typeof lose) => void (lose = when)
  return { ...net, a, hidden, caseId, work, asked, poll, waiting, sizeHere, breaks }
}

describe('a poll', () => {
  it('acknowledges with the next question, once the events rest here', async () => {
    await using net = await inACase()
    await note(net.a, net.caseId, 'one')
    await note(net.a, net.caseId, 'two')
    expect(await net.poll()).toMatchObject({ taken: 2, refused: 0, waiting: 0, error: null })
    expect(net.asked.map(({ ack }) => ack?.length)).toEqual([undefined, 2])
    expect(await net.waiting()).toBe(0)
  })

  it('is offered again what it took and could not acknowledge, and takes it once', async () => {
    await using net = await inACase()
    await note(net.a, net.caseId, 'one')
    const before = (await net.sizeHere()) ?? 0
    net.breaks(({ ack }) => ack !== undefined)
    expect((await net.poll())?.error).toContain('the line broke')
    expect([await net.sizeHere(), await net.waiting()]).toEqual([before + 1, 1])
    net.breaks(() => false)
    net.clock.advance(2_000)
    expect(await net.poll()).toMatchObject({ taken: 1, error: null })
    expect([await net.sizeHere(), await net.waiting()]).toEqual([before + 1, 0])
  })

  it('says what it refuses for good, in words that any transmitter understands', async () => {
    await using net = await inACase()
    const { deps } = net.hidden.host.gateway
    const never = { ...defaultAgreement(net.a.id), mayEngage: 'never' as const }
    sure(await saveAgreement(deps, net.hidden.id, never, 0))
    const { caseId } = await open(net.a, [net.hidden])
    expect(await net.poll()).toMatchObject({ taken: 0, error: null })
    const [said] = net.asked.flatMap(({ setErrs }) => Object.values(setErrs ?? {}))
    expect(said).toMatchObject({ err: 'access_denied' })
    expect(said?.description).toContain('engagement-not-agreed')
    const [sum] = await net.a.host.gateway.deps.cases.sumDeliveries(net.a.id, caseId)
    expect(sum?.refused.map(({ word }) => word)).toContain('access_denied')
    expect(sum).toMatchObject({ delivered: 0, waiting: 0 })
  })

  it('is waited for at partners that share an open case, and comes back at once when it is told to stop', async () => {
    await using net = await inACase()
    await net.poll(true)
    expect(net.asked.map(({ returnImmediately }) => returnImmediately)).toEqual([false])
    net.clock.advance(2_000)
    const stopped = new AbortController()
    net.breaks(() => {
      stopped.abort()
      return true
    })
    expect(await net.poll(true, stopped.signal)).toMatchObject({ error: null })
  })
})

describe('the lease on a poll', () => {
  it('keeps other processes away, and ends by itself', async () => {
    await using net = await inACase()
    const first = await net.work.claimPoll(net.clock.now(), POLL_LEASE_MS)
    expect(first).toMatchObject({ member: net.hidden.id, partner: net.a.id, isBusy: true })
    expect(await net.work.claimPoll(net.clock.now(), POLL_LEASE_MS)).toBeNull()
    net.clock.advance(POLL_LEASE_MS)
    expect((await net.work.claimPoll(net.clock.now(), POLL_LEASE_MS))?.lease).not.toBe(first?.lease)
  })

  it('is given to nobody before the back-off of a partner that does not answer is over', async () => {
    await using net = await inACase()
    net.breaks(() => true)
    const waits: number[] = []
    for (let i = 0; i < 4; i++) {
      expect(await net.poll()).not.toBeNull()
      let seconds = 0
      for (; (await net.work.claimPoll(net.clock.now(), 0)) === null; seconds++)
        net.clock.advance(1_000)
      waits.push(seconds)
    }
    expect(waits).toEqual(waits.toSorted((x, y) => x - y))
    expect(waits.at(-1)).toBeGreaterThan(5)
  })
})

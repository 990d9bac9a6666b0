// An escalation between three gateways from its raise to its end, the close that waits for it, and what a one-sided one leaves alone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openedBy, type System, systemOf } from '../../kit/api.ts'
import { network, type Network, vendorOf } from '../../kit/network.ts'

let net: Network
let alpine: System
let basalt: System
let cedar: System
beforeAll(async () => {
  net = await network([1, 1, 1])
  alpine = await systemOf(vendorOf(net, 0))
  basalt = await systemOf(vendorOf(net, 1))
  cedar = await systemOf(vendorOf(net, 2))
})
afterAll(() => net[Symbol.asyncDispose]())

const RAISE = {
  reason: 'no-progress',
  justification: 'Nobody has looked at the traces since Monday.',
  questions: { problemConfirmed: true, impactDescribed: true, workaround: 'unusable' },
  criticalDate: '2026-11-30',
}
const DONE = { planDoneOrOnCourse: true, analysisOnCourse: true }

/** A case of all three. */
async function shared(): Promise<string> {
  const partners = [basalt, cedar]
  const { at, engagements } = await openedBy(alpine, {
    severity: { level: 3 },
    engagements: partners.map(({ vendor }) => ({ partner: vendor.id })),
  })
  await net.settle()
  for (const [index, system] of partners.entries())
    await system.post(`${at}/engagements/${engagements[index]}/accept`)
  await net.settle()
  return at
}

async function raised(at: string, more: object = {}): Promise<string> {
  const said = await alpine.post(`${at}/escalations`, { ...RAISE, ...more })
  expect([said.status, said.text]).toEqual([201, said.text])
  await net.settle()
  return `${at}/escalations/${said.body.events[0].id}`
}

const first = async (system: System, at: string) => (await system.get(at)).body.escalations[0]
const stateAt = async (system: System, at: string) => (await first(system, at)).state
const word = (said: { readonly body: { readonly type?: string } }) =>
  String(said.body.type).split(':').at(-1)

describe('serves', () => {
  it('an escalation from raise to de-escalation, and leaves every severity where it was', async () => {
    const at = await shared()
    const before = (await basalt.get(at)).body.severity
    const one = await raised(at)
    expect(await stateAt(cedar, at)).toBe('requested')

    await basalt.post(`${one}/acknowledge`, { manager: { name: 'Ines Prado', phone: '+351 1' } })
    await cedar.post(`${one}/decline`, { code: 'below-entry-level', text: 'Not at level 3.' })
    await net.settle()
    expect(await stateAt(alpine, at)).toBe('acknowledged')

    const plan = await basalt.post(`${one}/propose-plan`, { plan: 'Traces read by Tuesday.' })
    await net.settle()
    await alpine.post(`${one}/agree-plan`, { plan: plan.body.events[0].id })
    await net.settle()
    expect(await stateAt(basalt, at)).toBe('active')
    await basalt.post(`${one}/report`, { onTrack: true })
    await net.settle()
    expect(await stateAt(alpine, at)).toBe('on-track')

    await alpine.post(`${one}/restate`, { ...RESTATED, level: 'regional' })
    await net.settle()
    expect(await first(cedar, at)).toMatchObject({ level: 'regional', state: 'on-track' })

    const proposal = await basalt.post(`${one}/propose-end`, { ...DONE, customerAgreed: true })
    await net.settle()
    const ended = await alpine.post(`${one}/end`, {
      ...DONE,
      agreement: 'Maja Lind for the customer, by phone on Friday.',
      proposal: proposal.body.events[0].id,
    })
    expect(ended.status).toBe(200)
    await net.settle()
    for (const system of [alpine, basalt, cedar])
      expect(await first(system, at)).toMatchObject({
        state: 'ended',
        open: false,
        end: { text: 'Maja Lind for the customer, by phone on Friday.' },
      })
    expect((await basalt.get(at)).body.severity).toEqual(before)
  })

  it('silence ends it after its notice; an objection beats silence', async () => {
    const at = await shared()
    const one = await raised(at)
    await basalt.post(`${one}/acknowledge`, { manager: { name: 'Ines Prado' } })
    await basalt.post(`${one}/propose-end`, { ...DONE, customerAgreed: false, notice: 86_400 })
    await net.settle()
    expect(word(await basalt.post(`${one}/end-by-silence`))).toBe('silence-too-short')
    net.clock.advance(86_400_000)
    // The two cross on the way: open wins.
    expect((await basalt.post(`${one}/end-by-silence`)).status).toBe(200)
    await alpine.post(`${one}/object`, { member: basalt.vendor.id, text: 'Not yet.' })
    await net.settle()
    for (const system of [alpine, basalt, cedar])
      expect(await first(system, at)).toMatchObject({ open: true })
    await alpine.post(`${one}/withdraw`, { text: 'Solved otherwise.' })
    await net.settle()
    expect(await stateAt(cedar, at)).toBe('withdrawn')
  })

  it('one-sided, it informs the others and moves nothing of theirs', async () => {
    const at = await shared()
    const before = (await basalt.get(at)).body
    await raised(at, { oneSided: true })
    const after = (await basalt.get(at)).body
    expect(after.escalations).toMatchObject([{ oneSided: true, state: 'requested' }])
    expect(after.engagements).toEqual(before.engagements)
    expect(after.severity).toEqual(before.severity)
    expect(after.status).toEqual(before.status)
  })

  it('a case that cannot close while one is open; a close that crossed one is contested', async () => {
    const at = await shared()
    const one = await raised(at)
    expect(word(await alpine.post(`${at}/close`, { code: 'solved' }))).toBe('escalation-open')
    await alpine.post(`${one}/withdraw`)
    await net.settle()
    await alpine.post(`${at}/close`, { code: 'solved' })
    expect((await cedar.post(`${at}/escalations`, RAISE)).status).toBe(201)
    await net.settle()
    for (const system of [alpine, basalt, cedar])
      expect((await system.get(at)).body.status.word).toBe('closed-contested')
  })
})

const listed = async (system: System, query = '') =>
  (await system.get(`/api/escalations${query}`)).body
const caseIds = ({ items }: { items: { case: { caseId: string } }[] }) =>
  items.map((item) => `/api/cases/${item.case.caseId}`)

describe('the list for managers', () => {
  it('has every case in which one is open, page by page, and no other member’s', async () => {
    const open = [await shared(), await shared()]
    for (const at of open) await raised(at, { level: 'global' })
    for (const system of [alpine, basalt]) {
      const page = await listed(system, '?limit=1')
      const next = await listed(system, `?limit=1&after=${encodeURIComponent(page.next)}`)
      expect([...caseIds(page), ...caseIds(next)].toSorted()).toEqual(open.toSorted())
      expect(page.items[0].escalations).toMatchObject([
        { by: alpine.vendor.id, state: 'requested', level: 'global', criticalDate: '2026-11-30' },
      ])
    }
    for (const at of open) {
      const { id } = await first(alpine, at)
      await alpine.post(`${at}/escalations/${id}/withdraw`)
    }
    expect(caseIds(await listed(alpine)).filter((at) => open.includes(at))).toEqual([])
  })
})

const { questions: _, ...RESTATED } = RAISE

describe('refuses', () => {
  it('a second one of the same raiser, and the words of those whose they are not', async () => {
    const at = await shared()
    const one = await raised(at)
    expect(word(await alpine.post(`${at}/escalations`, RAISE))).toBe('escalation-open')
    expect(word(await basalt.post(`${one}/end`, { ...DONE, agreement: 'All.' }))).toBe('not-raiser')
    expect(word(await basalt.post(`${one}/withdraw`))).toBe('not-raiser')
    expect(word(await basalt.post(`${one}/restate`, RESTATED))).toBe('not-raiser')
    expect(word(await alpine.post(`${one}/decline`, { code: 'other' }))).toBe('target-is-self')
    expect(word(await alpine.post(`${one}/agree-plan`, { plan: 'A'.repeat(43) }))).toBe(
      'target-unknown',
    )
    const none = await alpine.post(`${at}/escalations/${'A'.repeat(43)}/withdraw`)
    expect([none.status, word(none)]).toEqual([404, 'escalation-unknown'])
  })

  it('a raise without the four questions', async () => {
    const at = await shared()
    const said = await alpine.post(`${at}/escalations`, { ...RESTATED })
    expect([said.status, said.body.field]).toEqual([422, 'questions'])
  })
})

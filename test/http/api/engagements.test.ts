import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openedBy, type System, systemOf } from '../../kit/api.ts'
import { network, type Network, vendorOf } from '../../kit/network.ts'

let net: Network
let alpine: System
let basalt: System
let cedar: System
beforeAll(async () => {
  net = await network([2, 1])
  alpine = await systemOf(vendorOf(net, 0))
  basalt = await systemOf(vendorOf(net, 1))
  cedar = await systemOf(vendorOf(net, 2))
})
afterAll(() => net[Symbol.asyncDispose]())

/** A case in which basalt is asked, and its engagement's address. */
async function asked(): Promise<{
  readonly at: string
  readonly one: string
  readonly id: string
}> {
  const { at, engagements } = await openedBy(alpine, {
    engagements: [{ partner: basalt.vendor.id, text: 'Please look.' }],
  })
  await net.settle()
  return { at, one: `${at}/engagements/${engagements[0]}`, id: String(engagements[0]) }
}

const engagementAt = async (system: System, at: string) =>
  (await system.get(at)).body.engagements[0]

describe('serves', () => {
  it('the whole way of an engagement: asked back, told, accepted, completed, confirmed, left', async () => {
    const { at, one } = await asked()
    const question = await basalt.post(`${one}/request-information`, {
      text: 'Which firmware?',
      fields: ['firmware'],
    })
    expect(question.status).toBe(200)
    await net.settle()
    expect(await engagementAt(alpine, at)).toMatchObject({
      waitingOn: { member: alpine.vendor.id, what: 'information' },
      questions: [{ text: 'Which firmware?', answeredAt: null }],
    })
    await alpine.post(`${one}/provide-information`, {
      text: '6.3.1',
      answers: question.body.events[0].id,
    })
    await net.settle()
    expect(await engagementAt(basalt, at)).toMatchObject({
      waitingOn: { member: basalt.vendor.id, what: 'answer' },
      questions: [{ text: 'Which firmware?', answer: '6.3.1' }],
    })
    await basalt.post(`${one}/accept`, { text: 'On it.', engineer: { name: 'Ines Prado' } })
    await net.settle()
    expect(await engagementAt(alpine, at)).toMatchObject({
      standing: 'accepted',
      texts: { note: 'On it.', engineer: { name: 'Ines Prado' } },
      waitingOn: { member: basalt.vendor.id, what: 'work' },
    })
    expect((await basalt.get(at)).body.stage).toBe('shared')
    await basalt.post(`${one}/complete`, { outcome: 'solved', text: 'New firmware.' })
    await net.settle()
    expect(await engagementAt(alpine, at)).toMatchObject({
      completed: { outcome: 'solved', text: 'New firmware.' },
      waitingOn: { member: alpine.vendor.id, what: 'confirmation' },
    })
    await alpine.post(`${one}/confirm`, { text: 'Confirmed.' })
    await net.settle()
    expect((await engagementAt(basalt, at)).waitingOn).toBeNull()
    await basalt.post(`${at}/leave`, { code: 'work-done' })
    await net.settle()
    expect(await engagementAt(alpine, at)).toMatchObject({ standing: 'left', code: 'work-done' })
  })

  it('a refusal with a coded reason', async () => {
    const { at, one } = await asked()
    await basalt.post(`${one}/decline`, { code: 'no-entitlement', text: 'No contract.' })
    await net.settle()
    expect(await engagementAt(alpine, at)).toMatchObject({
      standing: 'declined',
      code: 'no-entitlement',
      texts: { reason: 'No contract.' },
    })
    const listed = await basalt.get('/api/cases?status=declined')
    expect(listed.body.items.map((row: { caseId: string }) => row.caseId)).toContain(at.slice(11))
  })

  it('withdrawing and lapsing what nobody answered', async () => {
    const first = await asked()
    await alpine.post(`${first.one}/withdraw`, { code: 'wrong-partner' })
    expect(await engagementAt(alpine, first.at)).toMatchObject({
      standing: 'withdrawn',
      code: 'wrong-partner',
    })
    const second = await asked()
    await alpine.post(`${second.one}/lapse`)
    expect((await engagementAt(alpine, second.at)).standing).toBe('lapsed')
  })

  it('a third vendor asked in by one that may', async () => {
    const { at, one } = await asked()
    await basalt.post(`${one}/accept`)
    await net.settle()
    await basalt.post(`${at}/propose`, { member: cedar.vendor.id, text: 'Their driver.' })
    await net.settle()
    expect((await alpine.get(at)).body.proposals).toMatchObject([
      { member: cedar.vendor.id, text: 'Their driver.' },
    ])
    const early = await basalt.post(`${at}/engagements`, { partner: cedar.vendor.id })
    expect([early.status, early.body.type]).toEqual([403, 'urn:entente:problem:not-host'])
    await alpine.post(`${at}/may-engage`, { member: basalt.vendor.id, granted: true })
    await net.settle()
    const said = await basalt.post(`${at}/engagements`, {
      partner: cedar.vendor.id,
      entitlement: { serial: 'X9' },
    })
    expect(said.status).toBe(201)
    await net.settle()
    const seen = (await alpine.get(at)).body.engagements.at(-1)
    expect(seen).toMatchObject({ inviter: basalt.vendor.id, invitee: cedar.vendor.id })
    expect(seen.texts.entitlement).toBeUndefined()
    expect((await cedar.get(at)).body.engagements.at(-1).texts.entitlement).toEqual({
      serial: 'X9',
    })
  })
})

describe('refuses', () => {
  it('an answer by whom it was not asked, and twice', async () => {
    const { one } = await asked()
    expect((await alpine.post(`${one}/accept`)).body.type).toMatch(/not-invitee|engagement-unknown/)
    expect((await basalt.post(`${one}/accept`)).status).toBe(200)
    await net.settle()
    const twice = await basalt.post(`${one}/accept`)
    expect([twice.status, twice.body.type]).toEqual([
      409,
      'urn:entente:problem:engagement-not-open',
    ])
    expect((await basalt.post(`${one}/confirm`)).status).toBe(403)
    expect((await alpine.post(`${one}/complete`, { outcome: 'solved' })).status).toBe(403)
  })

  it('an engagement that is none', async () => {
    const { at } = await asked()
    for (const id of ['x', at.slice(11)])
      expect((await alpine.post(`${at}/engagements/${id}/lapse`)).body.type).toBe(
        'urn:entente:problem:engagement-unknown',
      )
  })

  it('itself, somebody who takes part, and somebody who is asked already', async () => {
    const { at } = await asked()
    const self = await alpine.post(`${at}/engagements`, { partner: alpine.vendor.id })
    expect([self.status, self.body.field]).toEqual([422, 'partner'])
    const again = await alpine.post(`${at}/engagements`, { partner: basalt.vendor.id })
    expect([again.status, again.body.type]).toEqual([409, 'urn:entente:problem:already-requested'])
  })

  it.each([
    ['decline', {}, 'code'],
    ['decline', { code: 'busy' }, 'code'],
    ['request-information', {}, 'text'],
    ['provide-information', {}, ''],
    ['provide-information', { form: {} }, 'form'],
    ['provide-information', { text: 'x', answers: 'x' }, 'answers'],
    ['complete', { outcome: 'done' }, 'outcome'],
    ['complete', { outcome: 'solved', audience: 'some' }, 'audience'],
    ['complete', { outcome: 'solved', audience: ['nobody'] }, 'audience.0'],
    ['accept', { engineer: { phone: '1' } }, 'engineer.name'],
    ['accept', { engineer: { name: 'A', email: 'x' } }, 'engineer.email'],
  ])('%s with %j', async (command, body, field) => {
    const one = `/api/cases/${'A'.repeat(43)}/engagements/${'A'.repeat(43)}`
    const said = await alpine.post(`${one}/${command}`, body)
    expect([400, 422]).toContain(said.status)
    expect(said.body.field).toBe(field)
  })

  it('a reader who does not take part', async () => {
    const { at, one } = await asked()
    await basalt.post(`${one}/accept`)
    await net.settle()
    const said = await basalt.post(`${one}/complete`, {
      outcome: 'solved',
      text: 'x',
      audience: [cedar.vendor.id],
    })
    expect([said.status, said.body.type]).toEqual([
      422,
      'urn:entente:problem:reader-not-participant',
    ])
    expect((await alpine.get(at)).body.engagements[0].completed).toBeNull()
  })
})

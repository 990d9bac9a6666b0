// Rows 74 to 78 of the hard cases as stories: the level goes over in the partner's words, duties are asked for first, a milder one raises an
// alarm. And what follows an invitation beside its answer.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openedBy, type System, systemOf } from '../../kit/api.ts'
import { network, type Network, vendorOf } from '../../kit/network.ts'
import { speaks } from '../../kit/schemes.ts'

const GRAVE = {
  level: 1,
  impact: 'Order intake stands still.',
  contact: { name: 'Night desk', phone: '+46 8 555 010' },
}
const PHONE = {
  at: '2026-11-21T03:02:00Z',
  caller: 'Maja Lind',
  answeredBy: 'Ines Prado',
  agreed: 'Both bridges stay open.',
  reference: 'CALL-881',
}

/** Alpine, and partners that speak Adobe (a call at the top), Azure (a contact at the top) and SUSE (business hours on Standard). */
let net: Network
let alpine: System
let adobe: System
let azure: System
let suse: System
beforeAll(async () => {
  net = await network([1, 1, 1, 1])
  await speaks(vendorOf(net, 1), 'adobe')
  await speaks(vendorOf(net, 2), 'microsoft-azure')
  await speaks(vendorOf(net, 3), 'suse')
  alpine = await systemOf(vendorOf(net, 0))
  adobe = await systemOf(vendorOf(net, 1))
  azure = await systemOf(vendorOf(net, 2))
  suse = await systemOf(vendorOf(net, 3))
})
afterAll(() => net[Symbol.asyncDispose]())

const engage = async (body: object) => {
  const { at } = await openedBy(alpine, { severity: GRAVE })
  const said = await alpine.post(`${at}/engagements`, body)
  return { at, said, one: `${at}/engagements/${said.body.events?.[0]?.id}` }
}
const preview = (more: object) =>
  alpine.post('/api/engagements/preview', {
    partner: azure.vendor.id,
    severity: { level: 1 },
    ...more,
  })
const engagementAt = async (system: System, at: string) =>
  (await system.get(at)).body.engagements[0]

describe('serves', () => {
  it('row 77: a level that needs a call waits for it, until whoever promised it says that it was made', async () => {
    const { at, one, said } = await engage({
      partner: adobe.vendor.id,
      levelDuties: { call: 'promised' },
    })
    expect(said.body.sent).toMatchObject([
      {
        meant: { level: 1 },
        sent: { code: 'Level 1 - Critical', rounded: 'exact' },
        unmet: ['call'],
        alarm: false,
      },
    ])
    await net.settle()
    const waiting = await adobe.get(at)
    expect(waiting.body.engagements[0].handOff).toMatchObject({
      projected: { scheme: 'adobe', code: 'Level 1 - Critical', reason: null },
      levelDuties: [{ duty: 'call', metAt: null }],
    })
    expect(waiting.body.flags).toContain('level-duty-unmet')
    await alpine.post(`${one}/meet-duty`, { duty: 'call', reference: 'CALL-881' })
    expect(await engagementAt(alpine, at)).toMatchObject({
      handOff: { levelDuties: [{ duty: 'call', reference: 'CALL-881' }] },
    })
    expect((await alpine.get(at)).body.flags).not.toContain('level-duty-unmet')
  })

  it('row 78: without a contact at any hour the next level goes over, and the receipt raises an alarm', async () => {
    const { at, said } = await engage({
      partner: azure.vendor.id,
      levelDuties: { contact: 'none', call: 'promised' },
    })
    expect(said.body.sent).toMatchObject([
      {
        meant: { level: 1, word: 'critical' },
        sent: { code: 'Severity B', level: 2, rounded: 'down', reason: 'no-contact' },
        alarm: true,
      },
    ])
    await net.settle()
    expect(await engagementAt(azure, at)).toMatchObject({
      handOff: { projected: { code: 'Severity B', rounded: 'down', reason: 'no-contact' } },
    })
    expect((await engagementAt(alpine, at)).severity.requested).toBe(1)
  })

  it('row 83: over a coarse hop the shared level goes on, so that a third vendor is not asked with more', async () => {
    const coarse = await network([1, 1, 1])
    const [one, two, three] = [0, 1, 2].map((index) => vendorOf(coarse, index))
    if (!one || !two || !three) throw new Error('three vendors are needed')
    await speaks(two, 'tsanet-connect')
    await speaks(three, 'cisco-tac')
    const host = await systemOf(one)
    const { at } = await openedBy(host, {
      severity: { scheme: 'vmware-on-premise', code: 'Major (On Premise Severity 2)' },
    })
    const first = await host.post(`${at}/engagements`, { partner: two.id })
    expect(first.body.sent[0].sent).toMatchObject({ code: 'HIGH', rounded: 'up' })
    const second = await host.post(`${at}/engagements`, {
      partner: three.id,
      levelDuties: { call: 'promised' },
    })
    expect(second.body.sent[0].sent).toMatchObject({ code: 'S2', rounded: 'exact' })
    const [own] = (await host.get(at)).body.participants
    expect(own.severity.native.code).toBe('Major (On Premise Severity 2)')
    await coarse[Symbol.asyncDispose]()
  })

  it('a hand-off made by phone is a call; the partner says whether it was as written', async () => {
    const { at, one, said } = await engage({ partner: adobe.vendor.id, phone: PHONE })
    expect(said.body.sent[0]).toMatchObject({ unmet: [], alarm: false })
    await net.settle()
    expect(await engagementAt(adobe, at)).toMatchObject({
      handOff: { channel: 'phone', phone: { confirmed: null, text: { answeredBy: 'Ines Prado' } } },
    })
    expect((await adobe.get(at)).body.flags).toContain('phone-unconfirmed')
    const confirmed = await adobe.post(`${one}/confirm-call`, { confirmed: true, text: 'It was.' })
    expect(confirmed.status).toBe(200)
    await net.settle()
    expect((await alpine.get(at)).body.flags).not.toContain('phone-unconfirmed')
    expect(await engagementAt(alpine, at)).toMatchObject({
      handOff: { phone: { confirmed: true, note: 'It was.' } },
    })
  })

  it('a call that nobody here remembers is shown as disputed', async () => {
    const { at, one } = await engage({ partner: adobe.vendor.id, phone: PHONE })
    await net.settle()
    await adobe.post(`${one}/confirm-call`, { confirmed: false, text: 'Nobody called.' })
    await net.settle()
    expect((await alpine.get(at)).body.flags).toContain('phone-disputed')
  })

  it('row 74: equal levels on unequal clocks are warned of before anything is sent', async () => {
    const said = await alpine.post('/api/engagements/preview', {
      partner: suse.vendor.id,
      plan: 'Standard',
      severity: { scheme: 'redhat-premium', code: 'Severity 1 (urgent)' },
    })
    expect(said.body).toMatchObject({
      severity: { meant: { level: 1 }, sent: { code: '1 (Critical)', rounded: 'exact' } },
    })
    expect(said.body.severity.warnings).toContain('business-hours')
    expect(said.body.whoAnswers).toMatchObject({ member: suse.vendor.id, source: 'none' })
    expect(said.body.targets).toContainEqual(
      expect.objectContaining({ clock: 'acknowledge', source: 'default', within: { minutes: 60 } }),
    )
  })

  it('a preview names the duties that nobody spoke to', async () => {
    expect((await preview({})).body.severity.unanswered).toContain('contact')
    const without = await preview({ levelDuties: { contact: 'none', call: 'none' } })
    expect(without.body.severity).toMatchObject({ unanswered: [], alarm: true })
  })

  it('a partner that publishes no scheme is asked with the shared level alone, and that is said', async () => {
    const basalt = await network([2])
    const [one, two] = [await systemOf(vendorOf(basalt, 0)), vendorOf(basalt, 1)]
    const { at } = await openedBy(one, { severity: GRAVE })
    const said = await one.post(`${at}/engagements`, { partner: two.id })
    expect(said.body.sent).toMatchObject([{ sent: null, unknown: 'scheme-unknown', alarm: false }])
    await basalt[Symbol.asyncDispose]()
  })

  it('an acknowledgment, and clocks stopped and running again', async () => {
    const { at, one } = await engage({ partner: suse.vendor.id, levelDuties: PROMISED })
    await net.settle()
    expect((await suse.post(`${one}/acknowledge`, { text: 'Seen.' })).status).toBe(200)
    await suse.post(`${one}/accept`)
    await net.settle()
    const paused = await suse.post(`${one}/pause`, { reason: 'maintenance-window' })
    expect(paused.status).toBe(200)
    await net.settle()
    expect(await engagementAt(alpine, at)).toMatchObject({
      pauses: [{ clock: 'all', reason: 'maintenance-window', until: null }],
    })
    const pause = paused.body.events[0].id
    expect((await suse.post(`${one}/resume`, { pause })).status).toBe(200)
    expect((await suse.post(`${one}/resume`, { pause })).body.type).toMatch(/unchanged$/)
  })
})

const PROMISED = { contact: 'promised', call: 'promised' }

describe('refuses', () => {
  it('to send a level whose duty nobody spoke to, and names the field that answers it', async () => {
    const call = await engage({ partner: adobe.vendor.id })
    expect([call.said.status, call.said.body]).toMatchObject([
      422,
      { type: 'urn:entente:problem:level-duty-unmet', field: 'levelDuties.call' },
    ])
    const opened = await alpine.post('/api/cases', {
      problem: { summary: 'Guests freeze' },
      severity: GRAVE,
      engagements: [
        { partner: suse.vendor.id, levelDuties: PROMISED },
        { partner: azure.vendor.id },
      ],
    })
    expect(opened.body.type).toMatch(/level-duty-unmet$/)
    expect(opened.body.field).toMatch(/^engagements\.1\.levelDuties\./)
  })

  it('a contact at any hour who cannot be reached', async () => {
    const { said } = await engage({
      partner: azure.vendor.id,
      levelDuties: { contact: 'given', call: 'promised' },
      contact: { name: 'Somebody' },
    })
    expect(said.body).toMatchObject({
      type: 'urn:entente:problem:contact-missing',
      field: 'contact',
    })
  })

  it('a word on a call or a duty that the invitation does not speak of', async () => {
    const { one } = await engage({ partner: suse.vendor.id, levelDuties: PROMISED })
    await net.settle()
    expect((await suse.post(`${one}/confirm-call`, { confirmed: true })).body.type).toMatch(
      /call-unknown$/,
    )
    expect((await alpine.post(`${one}/meet-duty`, { duty: 'call' })).body.type).toMatch(
      /duty-unknown$/,
    )
    expect((await alpine.post(`${one}/acknowledge`)).body.type).toMatch(/engagement-unknown$/)
  })
})

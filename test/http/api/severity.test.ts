import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openedBy, type System, systemOf } from '../../kit/api.ts'
import { network, type Network, vendorOf } from '../../kit/network.ts'

let net: Network
let alpine: System
let basalt: System
beforeAll(async () => {
  net = await network([1, 1])
  alpine = await systemOf(vendorOf(net, 0))
  basalt = await systemOf(vendorOf(net, 1))
})
afterAll(() => net[Symbol.asyncDispose]())

describe('serves', () => {
  it('claims side by side in their own words, the gravest in effect, and one released', async () => {
    const opened = await openedBy(alpine, {
      severity: {
        scheme: 'vmware-on-premise',
        code: 'Critical (On Premise Severity 1)',
        impact: 'Orders stand still',
        contact: { name: 'Night desk', phone: '+49 30 000000' },
      },
      engagements: [{ partner: basalt.vendor.id }],
    })
    const { at } = opened
    await net.settle()
    await basalt.post(`${at}/engagements/${opened.engagements[0]}/accept`)
    await net.settle()
    await basalt.post(`${at}/severity`, { scheme: 'cisco-tac', code: 'S3', note: 'A workaround.' })
    await net.settle()
    const { body } = await alpine.get(at)
    expect(body.severity).toMatchObject({ effective: 1, requested: 1, accepted: 3, gap: 2 })
    expect(body.participants[1].severity).toMatchObject({
      level: 3,
      native: { scheme: 'cisco-tac', code: 'S3' },
      text: 'A workaround.',
    })
    await alpine.post(`${at}/severity`, { level: 4, reason: 'restored' })
    expect((await alpine.get(at)).body.severity.effective).toBe(3)

    const early = await alpine.post(`${at}/release-severity`, { member: basalt.vendor.id })
    expect(early.body.type).toMatch(/participant-still-active/)
    await net.settle()
    await basalt.post(`${at}/leave`, { code: 'work-done' })
    await net.settle()
    expect((await alpine.get(at)).body.severity.effective).toBe(3)
    await alpine.post(`${at}/release-severity`, { member: basalt.vendor.id })
    expect((await alpine.get(at)).body.severity.effective).toBe(4)
  })
})

/** Alpine claims 1 and Basalt 2 with a reason: each in its own register. */
async function apart(reason = 'contact-lost') {
  const grave = {
    level: 1,
    impact: 'Order intake stands still.',
    contact: { name: 'Night desk', phone: '+46 8 555 010' },
  }
  const { at, engagements } = await openedBy(alpine, {
    severity: grave,
    engagements: [{ partner: basalt.vendor.id }],
  })
  await net.settle()
  await basalt.post(`${at}/engagements/${engagements[0]}/accept`)
  await net.settle()
  await basalt.post(`${at}/severity`, grave)
  await basalt.post(`${at}/severity`, { level: 2, reason })
  await net.settle()
  return { at }
}

describe('two sides apart', () => {
  it('row 79 and 80: a receiver lowers its own; the other side is told and keeps its own until it agrees', async () => {
    const { at } = await apart('workaround')
    expect((await alpine.get(at)).body.severity).toMatchObject({
      effective: 1,
      requested: 1,
      accepted: 2,
      accord: 'open',
    })
    const agreed = await alpine.post(`${at}/severity/agreements`, { member: basalt.vendor.id })
    expect(agreed.status).toBe(200)
    await net.settle()
    expect((await basalt.get(at)).body.severity).toMatchObject({ effective: 2, accord: 'agreed' })
    const again = await alpine.post(`${at}/severity/agreements`, { member: basalt.vendor.id })
    expect(again.body.type).toMatch(/unchanged$/)
  })

  it('row 81: a refusal is seen by all, the graver counts, and the next claim is another question', async () => {
    const { at } = await apart('misclassified')
    const refused = await alpine.post(`${at}/severity/refusals`, {
      member: basalt.vendor.id,
      text: 'Both halls still stand still.',
    })
    expect(refused.status).toBe(200)
    await net.settle()
    const { body } = await basalt.get(at)
    expect(body.severity).toMatchObject({
      effective: 1,
      accord: 'disputed',
      disputes: [{ by: alpine.vendor.id, against: basalt.vendor.id }],
    })
    expect(body.flags).toContain('severity-disputed')
    await basalt.post(`${at}/severity`, { level: 3, reason: 'workaround' })
    await net.settle()
    expect((await alpine.get(at)).body.severity).toMatchObject({ effective: 1, accord: 'open' })
  })

  it('refuses to follow nobody, oneself, or a claim that is no milder', async () => {
    const { at } = await apart()
    const post = async (system: System, what: string, member: string) =>
      String((await system.post(`${at}/severity/${what}`, { member, text: 'No.' })).body.type)
    expect(await post(basalt, 'refusals', alpine.vendor.id)).toMatch(/claim-not-graver$/)
    expect(await post(alpine, 'refusals', 'https://nobody.example')).toMatch(/claim-unknown$/)
    expect(await post(alpine, 'agreements', 'https://nobody.example')).toMatch(/claim-unknown$/)
    expect(await post(alpine, 'agreements', alpine.vendor.id)).toMatch(/target-is-self$/)
  })

  it('wants what the gravest level needs, and a reason for lowering', async () => {
    const { at } = await apart()
    const claim = async (body: object) => {
      const said = await basalt.post(`${at}/severity`, { reason: 'impact-changed', ...body })
      return [String(said.body.type).split(':').at(-1), said.body.field]
    }
    expect(await claim({ level: 1 })).toEqual(['impact-missing', 'impact'])
    expect(await claim({ level: 1, impact: 'All.' })).toEqual(['contact-missing', 'contact'])
    expect(await claim({ level: 4 })).toEqual(['reason-missing', 'reason'])
  })
})

describe('a level computed from a matrix', () => {
  it('is claimed by its inputs and kept as its code', async () => {
    const severity = { scheme: 'servicenow-incident-priority', cell: ['2', '1'] }
    const { at } = await openedBy(alpine, { severity })
    expect((await alpine.get(at)).body.participants[0].severity).toMatchObject({
      level: 2,
      native: { scheme: 'servicenow-incident-priority', code: '2 - High' },
    })
    for (const cell of [
      ['2', '4'],
      ['low', 'high'],
    ])
      expect((await alpine.post(`${at}/severity`, { ...severity, cell })).body).toMatchObject({
        type: 'urn:entente:problem:severity-code-unknown',
        field: 'cell',
      })
  })
})

describe('refuses', () => {
  it('what was said already, and what no scheme says', async () => {
    const { at } = await openedBy(alpine)
    await alpine.post(`${at}/severity`, { level: 2 })
    const again = await alpine.post(`${at}/severity`, { level: 2 })
    expect([again.status, again.body.type]).toEqual([409, 'urn:entente:problem:unchanged'])
    const unknown = await alpine.post(`${at}/severity`, { scheme: 'cisco-tac', code: 'P0' })
    expect(unknown.body).toMatchObject({
      type: 'urn:entente:problem:severity-code-unknown',
      field: 'code',
    })
    const none = await alpine.post(`${at}/severity`, { code: 'S1' })
    expect(none.body).toMatchObject({ type: 'urn:entente:problem:scheme-unknown', field: 'scheme' })
  })

  it.each([
    [{}, ''],
    [{ level: 2, code: 'x' }, ''],
    [{ level: 2, cell: ['1', '1'] }, ''],
    [{ cell: ['1'] }, 'cell'],
    [{ level: 0 }, 'level'],
    [{ level: '2' }, 'level'],
    [{ level: 2, reason: 'mood' }, 'reason'],
    [{ code: 'x'.repeat(201) }, 'code'],
  ])('%j', async (body, field) => {
    const said = await alpine.post(`/api/cases/${'A'.repeat(43)}/severity`, body)
    expect([said.status, said.body.field]).toEqual([422, field])
  })
})

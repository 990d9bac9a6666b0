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

async function shared(): Promise<string> {
  const { at, engagements } = await openedBy(alpine, {
    engagements: [{ partner: basalt.vendor.id }],
  })
  await net.settle()
  await basalt.post(`${at}/engagements/${engagements[0]}/accept`)
  await net.settle()
  return at
}
const word = (said: { readonly body: { readonly type?: string } }) =>
  String(said.body.type).split(':').at(-1)

describe('serves', () => {
  it('a communication plan in versions, each agreed to anew', async () => {
    const at = await shared()
    const plan = { rhythmMinutes: 60, channel: 'conference', attendees: ['Maja Lind'] }
    await alpine.put(`${at}/plan`, { ...plan, speaker: { name: 'Maja Lind' } })
    await net.settle()
    expect((await basalt.post(`${at}/plan/agree`, { text: 'Fine.' })).status).toBe(200)
    await net.settle()
    expect((await alpine.get(at)).body.plan).toMatchObject({
      version: 1,
      rhythmMinutes: 60,
      texts: { attendees: ['Maja Lind'], speaker: { name: 'Maja Lind' } },
      agreed: [{ member: basalt.vendor.id }],
    })
    await alpine.put(`${at}/plan`, { ...plan, rhythmMinutes: 30 })
    expect((await alpine.get(at)).body.plan).toMatchObject({ version: 2, agreed: [] })
  })

  it('actions: written down, taken, done, withdrawn', async () => {
    const at = await shared()
    const add = (text: string) =>
      alpine.post(`${at}/actions`, {
        assignee: basalt.vendor.id,
        text,
        due: '2026-11-30T10:00:00Z',
      })
    const added = await add('Read the traces.')
    expect(added.status).toBe(201)
    const other = await add('Read them twice.')
    await net.settle()
    const one = `${at}/actions/${added.body.events[0].id}`
    await basalt.post(`${one}/answer`, { word: 'taken' })
    await basalt.post(`${one}/answer`, { word: 'done', text: 'It is the driver.' })
    await alpine.post(`${at}/actions/${other.body.events[0].id}/withdraw`)
    await net.settle()
    const { actions } = (await alpine.get(at)).body
    expect(actions.map((a: { state: string }) => a.state).toSorted()).toEqual(['done', 'withdrawn'])
    expect(actions.find((a: { state: string }) => a.state === 'done')).toMatchObject({
      text: 'Read the traces.',
      answer: 'It is the driver.',
    })
  })

  it('a resolution of each side, and the one that counts at the close', async () => {
    const at = await shared()
    await alpine.put(`${at}/resolution`, { cause: 'unknown' })
    const stated = await basalt.put(`${at}/resolution`, {
      cause: 'defect',
      fixOwner: basalt.vendor.id,
      references: [{ kind: 'defect', id: 'FW-1093' }],
      summary: 'The driver gives up too soon.',
      fix: 'Firmware 6.3.2.',
    })
    await net.settle()
    const counts = stated.body.events[0].id
    expect((await alpine.post(`${at}/close`, { code: 'solved', counts })).status).toBe(200)
    await net.settle()
    const { status, participants } = (await basalt.get(at)).body
    expect(status).toMatchObject({ word: 'closed', counts })
    const own = participants.find((p: { member: string }) => p.member === basalt.vendor.id)
    expect(own.resolution).toMatchObject({ cause: 'defect', counts: true })
  })

  it('effort that is shared, after the close too', async () => {
    const at = await shared()
    await alpine.post(`${at}/close`, { code: 'solved' })
    await net.settle()
    const entry = { minutes: 90, activity: 'analysis', day: '2026-11-21', text: 'Traces.' }
    expect((await basalt.post(`${at}/share-effort`, entry)).status).toBe(200)
    await net.settle()
    const { participants } = (await alpine.get(at)).body
    const theirs = participants.find((p: { member: string }) => p.member === basalt.vendor.id)
    expect(theirs.effortMinutes).toBe(90)
  })

  it('roles and a promise of the next update, each its own', async () => {
    const at = await shared()
    const put = (slot: string, value: unknown) => basalt.put(`${at}/slots/${slot}`, { value })
    for (const role of ['duty-manager', 'escalation-manager', 'technical-owner'])
      expect((await put(role, { name: 'Ines Prado' })).status).toBe(200)
    expect((await put('next-update', '2026-12-01T10:00:00Z')).status).toBe(200)
    await net.settle()
    const { participants } = (await alpine.get(at)).body
    const theirs = participants.find((p: { member: string }) => p.member === basalt.vendor.id)
    expect(theirs.promises).toMatchObject([{ due: '2026-12-01T10:00:00.000Z', keptAt: null }])
  })
})

describe('refuses', () => {
  it('what is not one’s own', async () => {
    const at = await shared()
    const plan = { rhythmMinutes: 60, channel: 'chat' }
    expect(word(await basalt.put(`${at}/plan`, plan))).toBe('not-host')
    expect(word(await alpine.post(`${at}/plan/agree`))).toBe('target-unknown')
    const added = await alpine.post(`${at}/actions`, { assignee: alpine.vendor.id, text: 'Wait.' })
    await net.settle()
    const one = `${at}/actions/${added.body.events[0].id}`
    expect(word(await basalt.post(`${one}/answer`, { word: 'done' }))).toBe('not-assignee')
    expect(word(await basalt.post(`${one}/withdraw`))).toBe('not-author')
    expect(word(await alpine.post(`${at}/close`, { code: 'solved', counts: 'A'.repeat(43) }))).toBe(
      'target-unknown',
    )
    const nobody = { assignee: 'https://nobody.example', text: 'Wait.' }
    expect(word(await alpine.post(`${at}/actions`, nobody))).toBe('target-not-active')
  })
})

import { decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { USUAL_SCOPES } from '../../../src/core/access/scope.ts'
import { openedBy, type System, systemOf } from '../../kit/api.ts'
import { network, type Network, vendorOf } from '../../kit/network.ts'

type Key = { readonly kid: string; readonly purpose: string; readonly state: string }

let net: Network
let alpine: System
let at: string
beforeAll(async () => {
  net = await network([1])
  alpine = await systemOf(vendorOf(net, 0))
  at = (await openedBy(alpine)).at
})
afterAll(() => net[Symbol.asyncDispose]())

const eventKeys = async (): Promise<Key[]> =>
  (await alpine.get('/api/keys')).body.items.filter((key: Key) => key.purpose === 'event')
const wordOf = (said: { body: { type: string } }): string => said.body.type.split(':').at(-1) ?? ''

describe('keys', () => {
  it('are listed without their private parts', async () => {
    const { items } = (await alpine.get('/api/keys')).body
    expect(new Set(items.map((key: Key) => key.purpose))).toEqual(
      new Set(['federation', 'event', 'token']),
    )
    expect(JSON.stringify(items)).not.toMatch(/sealed|"d"/)
  })

  it('are replaced in two steps, once for a repeated request', async () => {
    const key = { 'idempotency-key': 'rotate-1' }
    const published = await alpine.post('/api/keys/rotate', { purpose: 'event' }, key)
    expect(published.body).toMatchObject({ state: 'published', retired: null })
    const again = await alpine.post('/api/keys/rotate', { purpose: 'event' }, key)
    expect(again.body).toEqual(published.body)
    expect((await eventKeys()).map(({ state }) => state).toSorted()).toEqual([
      'active',
      'published',
    ])
    const now = await alpine.post('/api/keys/rotate', { purpose: 'event', now: true })
    expect(now.body).toMatchObject({ state: 'active', kid: published.body.kid })
    expect((await eventKeys()).map(({ state }) => state).toSorted()).toEqual(['active', 'retired'])
  })

  it('are told to a case once, and signed with from there on', async () => {
    const told = await alpine.post(`${at}/rotate-keys`)
    expect(told.body.events).toMatchObject([{ type: 'keys-rotated' }])
    expect(wordOf(await alpine.post(`${at}/rotate-keys`))).toBe('unchanged')
    await alpine.post(`${at}/notes`, { text: 'Signed with the new key.' })
    const active = (await eventKeys()).find(({ state }) => state === 'active')
    const [note] = (await alpine.get(`${at}/history?order=newest&token=true`)).body.items
    expect(decodeProtectedHeader(note.token)).toMatchObject({ kid: active?.kid })
  })

  it('are replaced only by clients to which that was granted by name', async () => {
    const usual = await systemOf(alpine.vendor, USUAL_SCOPES)
    for (const path of ['/api/keys/rotate', `${at}/rotate-keys`]) {
      const said = await usual.post(path, { purpose: 'event' })
      expect([said.status, wordOf(said)]).toEqual([403, 'scope-missing'])
    }
  })

  it.each([[{}], [{ purpose: 'other' }], [{ purpose: 7 }]])(
    'are not replaced for %j',
    async (body) => {
      const said = await alpine.post('/api/keys/rotate', body)
      expect([said.status, said.body.field]).toEqual([422, 'purpose'])
    },
  )
})

describe('the rules of a case', () => {
  it('are raised to none that is not newer, nor to any that a gateway does not know', async () => {
    expect(wordOf(await alpine.post(`${at}/raise-rules`, { rules: 1 }))).toBe('unchanged')
    expect(wordOf(await alpine.post(`${at}/raise-rules`, { rules: 2 }))).toBe('rules-not-supported')
    const said = await alpine.post(`${at}/raise-rules`, { rules: 0 })
    expect([said.status, said.body.field]).toEqual([422, 'rules'])
  })
})

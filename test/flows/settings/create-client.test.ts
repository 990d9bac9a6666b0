import { describe, expect, it } from 'vitest'
import { digestOf, fromBase64url } from '../../../src/core/kernel/bytes.ts'
import { createClient, disableClient } from '../../../src/flows/settings/create-client.ts'
import { ELSEWHERE, oneGateway, sure, wordOf } from '../members/gateways.ts'

const CRM = { name: 'CRM', scopes: ['cases:read', 'cases:write'] }
const POINT = 'Wf3jWCmuNlrjrQQPtAkEdTpUQpTHcqpFyUZEaMAgFXU'
const KEY = { kty: 'OKP', crv: 'Ed25519', x: POINT, kid: 'our-key-1' }

describe('an API client', () => {
  it('has a secret of 256 bits, shown once and stored as a hash', async () => {
    await using w = await oneGateway()
    const { client, secret } = sure(await createClient(w.north.deps, w.atlas, CRM))
    expect(fromBase64url(secret ?? '')?.length).toBe(32)
    expect(client.secretHash).toBe(await digestOf(secret ?? ''))
    expect(await w.north.deps.members.findClient(client.id)).toEqual(client)
    const other = sure(await createClient(w.north.deps, w.atlas, CRM))
    expect(other.client.id).not.toBe(client.id)
    expect(other.secret).not.toBe(secret)
  })

  it('may bring keys of its own instead, named as it likes', async () => {
    await using w = await oneGateway()
    const wanted = { ...CRM, jwks: { keys: [KEY] } }
    const { client, secret } = sure(await createClient(w.north.deps, w.atlas, wanted))
    expect(secret).toBeNull()
    expect(client).toMatchObject({ secretHash: null, jwks: { keys: [KEY] } })
  })

  it('is refused without scopes that exist, and with keys that are none', async () => {
    await using w = await oneGateway()
    const wrong = [
      [{ scopes: [] }, 'scope-unknown', 'scopes.0'],
      [{ scopes: ['cases:read', 'all'] }, 'scope-unknown', 'scopes.1'],
      [{ jwks: { keys: [] } }, 'invalid-field', 'jwks'],
      [{ jwks: { keys: [{ ...KEY, d: POINT }] } }, 'invalid-field', 'jwks'],
      [{ jwks: { keys: [KEY, KEY] } }, 'invalid-field', 'jwks'],
    ] as const
    for (const [wanted, code, field] of wrong) {
      const created = await createClient(w.north.deps, w.atlas, { ...CRM, ...wanted })
      expect(created).toMatchObject({ code, field })
    }
    expect(await w.north.deps.members.listClients(w.atlas)).toEqual([])
  })

  it('is of a member hosted here', async () => {
    await using w = await oneGateway()
    for (const id of [ELSEWHERE, w.alliance])
      expect(wordOf(await createClient(w.north.deps, id, CRM))).toBe('member-unknown')
  })

  it('is disabled by its own member only', async () => {
    await using w = await oneGateway()
    const { client } = sure(await createClient(w.north.deps, w.atlas, CRM))
    expect(wordOf(await disableClient(w.north.deps, ELSEWHERE, client.id))).toBe('not-found')
    const disabled = sure(await disableClient(w.north.deps, w.atlas, client.id))
    expect(disabled.disabledAt).toBe(w.clock.now())
    expect(await w.north.deps.members.findClient(client.id)).toEqual(disabled)
  })
})

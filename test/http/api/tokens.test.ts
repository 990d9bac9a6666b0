import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { secondsOf } from '../../../src/core/kernel/instant.ts'
import { createClient, disableClient } from '../../../src/flows/settings/create-client.ts'
import { ask, type System, systemOf, tokenFor } from '../../kit/api.ts'
import { network, type Network, sure, type Vendor, vendorOf } from '../../kit/network.ts'
import { craft, publicOf } from '../../vectors/exchange/craft.ts'

let net: Network
let alpine: Vendor
let basalt: Vendor
let system: System
beforeAll(async () => {
  net = await network([2])
  alpine = vendorOf(net, 0)
  basalt = vendorOf(net, 1)
  system = await systemOf(alpine)
})
afterAll(() => net[Symbol.asyncDispose]())

const FORM = 'application/x-www-form-urlencoded'
const asks = (form: Record<string, string>, headers: Record<string, string> = {}) =>
  ask(alpine, '/api/oauth/token', {
    method: 'POST',
    headers: { 'content-type': FORM, ...headers },
    body: new URLSearchParams({ grant_type: 'client_credentials', ...form }).toString(),
  })
const basic = (id: string, secret: string) => ({
  authorization: `Basic ${btoa(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`)}`,
})
const casesWith = (token: string) =>
  ask(alpine, '/api/cases', { headers: { authorization: `Bearer ${token}` } })

const CLIENT_KEY = { ...publicOf('borealis-event'), kid: 'desk-key-1' }
const keyed = async () =>
  sure(
    await createClient(alpine.host.gateway.deps, alpine.id, {
      name: 'Keyed desk',
      scopes: ['cases:read'],
      jwks: { keys: [CLIENT_KEY] },
    }),
  ).client
const assertionOf = (client: string, change: object = {}) => {
  const now = secondsOf(net.clock.now())
  return craft(
    { alg: 'ES256', typ: 'JWT', kid: 'desk-key-1' },
    {
      iss: client,
      sub: client,
      aud: alpine.host.origin,
      jti: `j-${Math.trunc(performance.now() * 1000)}`,
      iat: now,
      exp: now + 60,
      ...change,
    },
    'borealis-event',
  )
}
const asserting = (assertion: string, more = {}) =>
  asks({
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
    ...more,
  })

describe('serves', () => {
  it('a token for a secret, in the form or in the header, and it opens the API', async () => {
    const { id, secret } = system.client
    for (const said of [
      await asks({ client_id: id, client_secret: secret }),
      await asks({}, basic(id, secret)),
      await asks({ client_id: id }, basic(id, secret)),
    ]) {
      expect(said.status).toBe(200)
      expect(said.body).toMatchObject({ token_type: 'Bearer', expires_in: 900 })
      expect(said.headers.get('cache-control')).toBe('no-store')
      expect((await casesWith(said.body.access_token)).status).toBe(200)
    }
  })

  it('no more than the scopes asked for', async () => {
    const said = await tokenFor(alpine, system.client, 'settings:read')
    expect(said.body.scope).toBe('settings:read')
    expect((await casesWith(said.body.access_token)).status).toBe(403)
  })

  it('a token for an assertion signed with the client’s own key, once', async () => {
    const client = await keyed()
    const assertion = assertionOf(client.id)
    const said = await asserting(assertion)
    expect(said.status).toBe(200)
    expect((await casesWith(said.body.access_token)).status).toBe(200)
    const again = await asserting(assertion)
    expect([again.status, again.body.error]).toEqual([401, 'invalid_client'])
    expect(again.body.detail).toContain('used before')
    const other = await asserting(assertionOf(client.id), { client_id: system.client.id })
    expect(other.status).toBe(401)
    const late = await asserting(assertionOf(client.id, { exp: secondsOf(net.clock.now()) - 90 }))
    expect([late.status, late.body.type]).toEqual([401, 'urn:entente:problem:token-expired'])
    expect((await asserting(assertionOf(system.client.id))).status).toBe(401)
  })

  it('where tokens are issued, for whom looks there first', async () => {
    const said = await ask(alpine, '/.well-known/oauth-authorization-server')
    expect(said.body).toMatchObject({
      issuer: alpine.host.origin,
      token_endpoint: `${alpine.host.origin}/api/oauth/token`,
    })
  })
})

const send = (headers: Record<string, string>, body: string) =>
  ask(alpine, '/api/oauth/token', { method: 'POST', headers, body })

describe('refuses', () => {
  it('a wrong secret and an unknown client alike', async () => {
    const wrong = await asks({ client_id: system.client.id, client_secret: 'guess' })
    const unknown = await asks({ client_id: 'nobody', client_secret: 'guess' })
    const { requestId: _a, ...one } = wrong.body
    const { requestId: _b, ...two } = unknown.body
    expect(one).toEqual(two)
    expect(wrong.status).toBe(401)
    expect(wrong.headers.get('www-authenticate')).toMatch(/^Basic/)
    expect(one).toMatchObject({
      error: 'invalid_client',
      type: 'urn:entente:problem:client-unknown',
    })
  })

  it.each([
    [{ grant_type: 'password' }, 'unsupported_grant_type', 400],
    [{ grant_type: 'authorization_code' }, 'unsupported_grant_type', 400],
    [{}, 'invalid_client', 401],
    [{ client_assertion: 'x.y.z' }, 'invalid_request', 400],
    [{ client_assertion: 'x', client_secret: 'y' }, 'invalid_request', 400],
  ])('%j', async (form, error, status) => {
    const said = await asks(form as Record<string, string>)
    expect([said.status, said.body.error]).toEqual([status, error])
  })

  it('a scope that the client lacks, or that nobody has', async () => {
    const reader = await systemOf(alpine, ['cases:read'])
    for (const scope of ['cases:write', 'admin']) {
      const said = await tokenFor(alpine, reader.client, scope)
      expect([said.status, said.body.error]).toEqual([400, 'invalid_scope'])
    }
  })

  it('another content type, a field twice, credentials twice, and a header that is none', async () => {
    expect((await send({ 'content-type': 'application/json' }, '{}')).status).toBe(415)
    expect((await send({ 'content-type': FORM }, 'grant_type=a&grant_type=b')).status).toBe(400)
    const { id, secret } = system.client
    expect((await asks({ client_secret: secret }, basic(id, secret))).status).toBe(400)
    expect((await asks({ client_id: 'other' }, basic(id, secret))).status).toBe(400)
    expect((await asks({}, { authorization: 'Basic !!!' })).status).toBe(401)
    expect((await asks({}, { authorization: `Basic ${btoa('nocolon')}` })).status).toBe(400)
    expect((await send({ 'content-type': FORM }, 'a='.repeat(20_000))).status).toBe(413)
  })
})

describe('guards', () => {
  it('against a token that is over, cut short, changed, or another gateway’s', async () => {
    const { token } = await systemOf(alpine)
    const [header, payload, signature] = token.split('.')
    const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString())
    const changed = Buffer.from(JSON.stringify({ ...claims, member: basalt.id })).toString(
      'base64url',
    )
    for (const bad of [
      'x',
      `${header}.${payload}`,
      `${header}.${changed}.${signature}`,
      `${header}.${payload}.${'A'.repeat(86)}`,
      `${token}x`,
    ])
      expect((await casesWith(bad)).body.type).toBe('urn:entente:problem:unauthenticated')
    net.clock.advance(901_000)
    expect((await casesWith(token)).body.type).toBe('urn:entente:problem:token-expired')
  })

  it('against a token in the address, and another kind of credentials', async () => {
    const { token } = await systemOf(alpine)
    expect((await ask(alpine, `/api/cases?access_token=${token}`)).status).toBe(401)
    const { id, secret } = system.client
    expect((await ask(alpine, '/api/cases', { headers: basic(id, secret) })).status).toBe(401)
  })

  it('against a client that was disabled: no new tokens, and soon none of the old', async () => {
    const other = await systemOf(alpine)
    const { token } = other
    sure(await disableClient(alpine.host.gateway.deps, alpine.id, other.client.id))
    expect((await tokenFor(alpine, other.client)).status).toBe(401)
    net.clock.advance(6_000)
    expect((await casesWith(token)).body.type).toBe('urn:entente:problem:unauthenticated')
  })
})

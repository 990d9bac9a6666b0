import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tokenServerOf } from '../../../src/core/access/access-token.ts'
import { ASSERTION_TYPE } from '../../../src/core/access/client-assertion.ts'
import { millisOf } from '../../../src/core/kernel/instant.ts'
import { authenticateClient } from '../../../src/flows/access/authenticate-client.ts'
import { createClient, disableClient } from '../../../src/flows/settings/create-client.ts'
import { network, type Network, sure, vendorOf } from '../../kit/network.ts'

let net: Network
beforeAll(async () => {
  net = await network([1])
})
afterAll(() => net[Symbol.asyncDispose]())

const place = () => {
  const { host, id } = vendorOf(net, 0)
  return { deps: host.gateway.deps, member: id, server: tokenServerOf(host.gateway.site.publicUrl) }
}
const refused = (code: string) => expect.objectContaining({ code })

async function withSecret(scopes: readonly string[] = ['cases:read', 'cases:write']) {
  const { deps, member, server } = place()
  const { client, secret } = sure(await createClient(deps, member, { name: 'crm', scopes }))
  return { deps, member, server, client, shown: { id: client.id, secret: secret ?? '' } }
}

describe('a client with a secret', () => {
  it('is known by it', async () => {
    const { deps, server, client, shown } = await withSecret()
    expect(await authenticateClient(deps, server, shown)).toEqual(client)
  })

  it('is refused by one word, whatever was wrong', async () => {
    const { deps, server, client, shown } = await withSecret()
    for (const wrong of [
      { ...shown, secret: `${shown.secret}x` },
      { ...shown, secret: '' },
      { ...shown, id: 'nobody' },
      { id: client.id },
      { secret: shown.secret },
      {},
    ])
      expect(await authenticateClient(deps, server, wrong)).toEqual(refused('client-unknown'))
  })

  it('is refused once it is disabled', async () => {
    const { deps, member, server, client, shown } = await withSecret()
    await disableClient(deps, member, client.id)
    expect(await authenticateClient(deps, server, shown)).toEqual(refused('client-unknown'))
  })

  it('shows itself in one way only', async () => {
    const { deps, server, shown } = await withSecret()
    const both = { ...shown, assertion: 'a.b.c', assertionType: ASSERTION_TYPE }
    expect(await authenticateClient(deps, server, both)).toEqual(refused('malformed-request'))
  })
})

async function withKey() {
  const { deps, member, server } = place()
  const pair = await generateKeyPair('ES256', { extractable: true })
  const jwks = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'crm-1' }] }
  const scopes = ['cases:read']
  const { client } = sure(await createClient(deps, member, { name: 'crm', scopes, jwks }))
  const at = Math.floor(millisOf(deps.clock.now()) / 1000)
  const assert = (claims: Record<string, unknown> = {}, kid = 'crm-1') =>
    new SignJWT({
      iss: client.id,
      sub: client.id,
      aud: server.issuer,
      jti: deps.random.id(),
      iat: at,
      exp: at + 60,
      ...claims,
    })
      .setProtectedHeader({ alg: 'ES256', kid })
      .sign(pair.privateKey)
  const show = (assertion: string, id?: string) =>
    authenticateClient(deps, server, { id, assertion, assertionType: ASSERTION_TYPE })
  return { deps, server, client, at, assert, show }
}

describe('a client with a key', () => {
  it('is known by what it signed, once', async () => {
    const { client, assert, show } = await withKey()
    const assertion = await assert()
    expect(await show(assertion, client.id)).toEqual(client)
    expect(await show(assertion)).toEqual(refused('client-unknown'))
    expect(await show(await assert())).toEqual(client)
  })

  it('is refused for another key, audience, time or name', async () => {
    const { at, assert, show, client, deps, server } = await withKey()
    const { shown } = await withSecret()
    expect(await show(await assert({}, 'crm-2'))).toEqual(refused('client-unknown'))
    expect(await show(await assert({ aud: 'https://elsewhere.example' }))).toEqual(
      refused('client-unknown'),
    )
    expect(await show(await assert({ iat: at - 600, exp: at - 300 }))).toEqual(
      refused('token-expired'),
    )
    expect(await show(await assert(), shown.id)).toEqual(refused('client-unknown'))
    expect(await show(await assert({ iss: shown.id, sub: shown.id }))).toEqual(
      refused('client-unknown'),
    )
    const kind = { assertion: await assert(), assertionType: 'other' }
    expect(await authenticateClient(deps, server, kind)).toEqual(refused('malformed-request'))
    const secret = { id: client.id, secret: '' }
    expect(await authenticateClient(deps, server, secret)).toEqual(refused('client-unknown'))
  })
})

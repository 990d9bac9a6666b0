import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tokenServerOf } from '../../../src/core/access/access-token.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { checkAccess } from '../../../src/flows/access/check-access.ts'
import { issueToken } from '../../../src/flows/access/issue-token.ts'
import { createClient, disableClient } from '../../../src/flows/settings/create-client.ts'
import { network, type Network, sure, type Vendor, vendorOf } from '../../kit/network.ts'

let net: Network
let alpine: Vendor
beforeAll(async () => {
  net = await network([2])
  alpine = vendorOf(net, 0)
})
afterAll(() => net[Symbol.asyncDispose]())

const depsOf = () => alpine.host.gateway.deps
const serverOf = () => tokenServerOf(alpine.host.origin)
async function tokenOf(scopes: string[] = ['cases:read']) {
  const { client, secret } = sure(await createClient(depsOf(), alpine.id, { name: 'Desk', scopes }))
  const shown = { grantType: 'client_credentials', id: client.id, secret: secret ?? '' }
  return { client, token: sure(await issueToken(depsOf(), serverOf(), shown)).token }
}

describe('checkAccess', () => {
  it('says who asks, for which member, under which name', async () => {
    const { client, token } = await tokenOf(['cases:read', 'cases:write'])
    expect(sure(await checkAccess(depsOf(), serverOf(), token))).toMatchObject({
      member: alpine.id,
      client: client.id,
      name: 'Desk',
      scopes: new Set(['cases:read', 'cases:write']),
    })
  })

  it('refuses a token of another gateway, though the same key had signed it', async () => {
    const { token } = await tokenOf()
    const other = tokenServerOf('https://elsewhere.example')
    expect(await checkAccess(depsOf(), other, token)).toMatchObject({ code: 'unauthenticated' })
  })

  it('refuses a token that another member’s key signed', async () => {
    const { client } = await tokenOf()
    const basalt = vendorOf(net, 1)
    const claims = { iss: serverOf().issuer, aud: serverOf().audience, member: alpine.id }
    const forged = await depsOf().tokens.signAccessToken(basalt.id, {
      ...claims,
      sub: client.id,
      client_id: client.id,
      scope: 'cases:read',
      iat: 0,
      exp: 9_999_999_999,
      jti: 'j',
    })
    expect(await checkAccess(depsOf(), serverOf(), forged)).toMatchObject({
      code: 'unauthenticated',
    })
  })

  it('lets a client that was disabled in no more, seconds later', async () => {
    const { client, token } = await tokenOf()
    expect(await checkAccess(depsOf(), serverOf(), token)).not.toBeInstanceOf(Refusal)
    sure(await disableClient(depsOf(), alpine.id, client.id))
    net.clock.advance(5_001)
    expect(await checkAccess(depsOf(), serverOf(), token)).toMatchObject({
      code: 'unauthenticated',
    })
  })

  it('takes a token under a key that is new, at once', async () => {
    const { token } = await tokenOf()
    sure(await checkAccess(depsOf(), serverOf(), token))
    const { deps } = alpine.host.gateway
    const made = await deps.keys.makeKey(alpine.id, 'Ed25519')
    const [old] = await deps.members.keysOf(alpine.id, 'token')
    if (!old) throw new Error('a member has a token key')
    const at = deps.clock.now()
    const next = { ...old, publicKey: made.publicKey, sealed: made.sealed, createdAt: at }
    const beside = { leaf: null, answer: null, at }
    await deps.members.saveKeys(alpine.id, [{ ...old, state: 'retired' }, next], beside)
    deps.keys.keysChanged(alpine.id)
    const later = await tokenOf()
    expect(await checkAccess(depsOf(), serverOf(), later.token)).not.toBeInstanceOf(Refusal)
    expect(await checkAccess(depsOf(), serverOf(), token)).not.toBeInstanceOf(Refusal)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tokenServerOf } from '../../../src/core/access/access-token.ts'
import { issueToken } from '../../../src/flows/access/issue-token.ts'
import { createClient } from '../../../src/flows/settings/create-client.ts'
import { network, type Network, sure, vendorOf } from '../../kit/network.ts'

let net: Network
beforeAll(async () => {
  net = await network([1])
})
afterAll(() => net[Symbol.asyncDispose]())

const refused = (code: string) => expect.objectContaining({ code })

async function withSecret(scopes: readonly string[] = ['cases:read', 'cases:write']) {
  const { host, id: member } = vendorOf(net, 0)
  const { deps, site } = host.gateway
  const { client, secret } = sure(await createClient(deps, member, { name: 'crm', scopes }))
  const server = tokenServerOf(site.publicUrl)
  return { deps, server, shown: { id: client.id, secret: secret ?? '' } }
}

describe('a token', () => {
  it('is issued for the client’s scopes, or fewer', async () => {
    const { deps, server, shown } = await withSecret()
    const ask = { grantType: 'client_credentials', ...shown }
    expect(sure(await issueToken(deps, server, ask)).scopes).toEqual(['cases:read', 'cases:write'])
    const less = sure(await issueToken(deps, server, { ...ask, scope: 'cases:read' }))
    expect(less.scopes).toEqual(['cases:read'])
    expect(less.token.split('.')).toHaveLength(3)
  })

  it('is refused for another grant, more scopes, or a stranger', async () => {
    const { deps, server, shown } = await withSecret(['cases:read'])
    const ask = { grantType: 'client_credentials', ...shown }
    for (const [request, word] of [
      [{ ...ask, grantType: 'password' }, 'grant-unsupported'],
      [{ ...shown }, 'grant-unsupported'],
      [{ ...ask, scope: 'cases:write' }, 'scope-unknown'],
      [{ ...ask, scope: 'fences:force' }, 'scope-unknown'],
      [{ ...ask, secret: 'wrong' }, 'client-unknown'],
    ] as const)
      expect(await issueToken(deps, server, request)).toEqual(refused(word))
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { utf8 } from '../../../src/core/kernel/bytes.ts'
import { saveProfile } from '../../../src/flows/settings/save-profile.ts'
import { network, type Network, sure, type Vendor, vendorOf } from '../../kit/network.ts'

let net: Network
let alpine: Vendor
let basalt: Vendor
beforeAll(async () => {
  net = await network([1, 1])
  alpine = vendorOf(net, 0)
  basalt = vendorOf(net, 1)
  const { deps, site } = basalt.host.gateway
  const entity = await deps.members.findEntity(basalt.id)
  if (!entity) throw new Error('basalt is hosted')
  const profile = { ...entity.profile, supportProfile: { preset: 'round-the-clock' } }
  sure(await saveProfile(deps, site, basalt.id, { profile }))
})
afterAll(() => net[Symbol.asyncDispose]())

/** Alpine asks a vendor's door with this text, signed for that one. */
async function ask(body: string, to = basalt, signed = body) {
  const url = `${to.host.origin}/members/${to.name}/exchange/duty`
  const token = await alpine.host.gateway.deps.signer.sealRequest(alpine.id, {
    audience: to.id,
    method: 'POST',
    url,
    body: utf8(signed),
    offsetSeconds: 0,
  })
  const headers = { authorization: `Entente-Request ${token}`, 'content-type': 'application/json' }
  return answerOf(url, { method: 'POST', headers, body })
}

async function answerOf(url: string, init: RequestInit) {
  const answer = await basalt.host.gateway.app.fetch(new Request(url, init))
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

describe('the duty door', () => {
  it('says who answers now, in whole seconds', async () => {
    const { status, body } = await ask('{"product":"arr-9","level":1,"mood":"calm"}')
    expect(status).toBe(200)
    expect(body).toEqual({
      at: Math.floor(Date.parse(net.clock.now()) / 1000),
      now: expect.objectContaining({ region: { id: 'desk', name: expect.any(String) } }),
      until: null,
      next: null,
      hotline: '+44 20 7946 0100',
    })
  })

  it.each([
    ['a level that is none', '{"level":5}', 400, 'invalid-field'],
    ['a level that is a text', '{"level":"1"}', 400, 'invalid-field'],
    ['a product of two lines', '{"product":"a\\nb"}', 400, 'invalid-field'],
    ['a product too long', JSON.stringify({ product: 'x'.repeat(81) }), 400, 'invalid-field'],
    ['a list', '[]', 400, 'invalid-field'],
    ['a member twice', '{"level":1,"level":2}', 400, 'malformed-request'],
    ['nothing at all', '', 400, 'malformed-request'],
  ])('refuses %s', async (_what, text, status, word) => {
    const said = await ask(text)
    expect([said.status, said.body['word']]).toEqual([status, word])
  })

  it('answers nobody who does not sign, or signed something else', async () => {
    const url = `${basalt.host.origin}/members/basalt/exchange/duty`
    const unsigned = await answerOf(url, { method: 'POST', body: '{}' })
    expect([unsigned.status, unsigned.body['word']]).toEqual([401, 'request-unsigned'])
    const other = await ask('{"level":1}', basalt, '{}')
    expect([other.status, other.body['word']]).toEqual([401, 'request-body-mismatch'])
  })

  it('is 404 where nobody is hosted', async () => {
    const nobody = { ...basalt, name: 'nobody' }
    expect((await ask('{}', nobody)).status).toBe(404)
  })
})

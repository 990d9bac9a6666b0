import { describe, expect, it } from 'vitest'
import { utf8 } from '../../../src/core/kernel/bytes.ts'
import { twoMembers } from '../../flows/members/gateways.ts'

const asking = async () => {
  const w = await twoMembers()
  const { id: cedar } = await w.south.create({ handle: 'cedar' })
  const url = `${w.alliance}/exchange/admission`
  const sign = (body: string) =>
    w.south.deps.signer.sealRequest(cedar, {
      audience: w.alliance,
      method: 'POST',
      url,
      body: utf8(body),
      offsetSeconds: 0,
    })
  const post = (body: string | Uint8Array<ArrayBuffer>, authorization?: string, to = url) =>
    w.north.app.request(to, {
      method: 'POST',
      body,
      ...(authorization === undefined ? {} : { headers: { authorization } }),
    })
  return { ...w, cedar, sign, post }
}

describe('serves', () => {
  it('a member that asks: 202 while it waits, 200 once it is known', async () => {
    await using w = await asking()
    const first = await w.post('{}', `Entente-Request ${await w.sign('{}')}`)
    expect(first.status).toBe(202)
    expect(await first.json()).toEqual({ status: 'requested', member: w.cedar })
    const token = await w.south.deps.signer.sealRequest(w.borealis, {
      audience: w.alliance,
      method: 'POST',
      url: `${w.alliance}/exchange/admission`,
      body: null,
      offsetSeconds: 0,
    })
    const known = await w.post('', `entente-request ${token}`)
    expect([known.status, await known.json()]).toEqual([
      200,
      { status: 'admitted', member: w.borealis },
    ])
  })
})

describe('refuses', () => {
  it('a request without a token, and one for another body', async () => {
    await using w = await asking()
    const unsigned = await w.post('{}')
    expect(unsigned.status).toBe(401)
    expect(await unsigned.json()).toMatchObject({
      error: 'invalid_client',
      error_description: expect.stringMatching(/^request-unsigned: /),
    })
    const other = await w.post('{ }', `Entente-Request ${await w.sign('{}')}`)
    expect(other.status).toBe(401)
    expect(await other.json()).toMatchObject({
      error_description: expect.stringMatching(/^request-body-mismatch: /),
    })
  })

  it('a body that is too long, or no text', async () => {
    await using w = await asking()
    expect((await w.post('x'.repeat(4097))).status).toBe(413)
    expect((await w.post(Uint8Array.of(0xff))).status).toBe(400)
  })

  it('to be asked where no alliance answers', async () => {
    await using w = await asking()
    const answer = await w.post('{}', undefined, `${w.atlas}/exchange/admission`)
    expect(answer.status).toBe(404)
  })
})

describe('guards', () => {
  it('what it met on the way to the member: strangers learn nothing of it', async () => {
    await using w = await asking()
    const token = await w.sign('{}')
    w.wire.part('https://north.test', 'https://south.test')
    const answer = await w.post('{}', `Entente-Request ${token}`)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60'])
    expect(await answer.json()).toEqual({
      error: 'temporarily_unavailable',
      error_description:
        'partner-unreachable: The partner gateway does not answer; nothing is lost, delivery goes on trying.',
    })
  })
})

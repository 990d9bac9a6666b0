import { describe, expect, it } from 'vitest'
import { digestOf } from '../../../src/core/kernel/bytes.ts'
import { utf8 } from '../../../src/core/kernel/bytes.ts'
import type { MemberId } from '../../../src/core/kernel/id.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { admitMember, suspendMember } from '../../../src/flows/members/admit-member.ts'
import { receiveAdmission } from '../../../src/flows/members/receive-admission.ts'
import { rotateKeys } from '../../../src/flows/members/rotate-keys.ts'
import { sure, twoGateways, wordOf } from './gateways.ts'

const BODY = '{"name":"Borealis"}'
const URL_ = 'https://north.test/members/alliance/exchange/admission'

/** The alliance on north; borealis on south, unknown to it. */
const asking = async () => {
  const w = await twoGateways()
  const alliance = await w.north.create({ handle: 'alliance', role: 'anchor' })
  const { id: borealis } = await w.south.create({ handle: 'borealis' })
  const sign = (
    request: { audience?: MemberId; url?: string; body?: string; method?: string } = {},
  ): Promise<string> =>
    w.south.deps.signer.sealRequest(borealis, {
      audience: alliance.id,
      method: 'POST',
      url: URL_,
      offsetSeconds: 0,
      ...request,
      body: utf8(request.body ?? BODY),
    })
  const receive = async (token: string | null) =>
    receiveAdmission(w.north.deps, w.north.site, alliance, {
      token,
      bodyHash: await digestOf(BODY),
    })
  const ask = async () => receive(await sign())
  const known = () => w.north.deps.members.findSubordinate(alliance.id, borealis)
  return { ...w, alliance: alliance.id, borealis, sign, receive, ask, known }
}

/** Borealis signs its configuration with another federation key, which its last one did not announce. */
async function losesItsKey({ south, borealis, clock }: Awaited<ReturnType<typeof asking>>) {
  const [old] = await south.deps.members.keysOf(borealis, 'federation')
  if (!old) throw new Error('a federation key')
  const { publicKey, sealed } = await south.deps.keys.makeKey(borealis, 'ES256')
  const at = clock.now()
  const retired = { ...old, state: 'retired', retiredAt: at } as const
  const keys = [retired, { ...old, publicKey, sealed }]
  await south.deps.members.saveKeys(borealis, keys, { leaf: null, answer: null, at })
  south.deps.keys.keysChanged(borealis)
  return publicKey.kid
}

describe('a member that asks', () => {
  it('waits for a person, with the federation keys it shows at its own address', async () => {
    await using w = await asking()
    const keys = await w.south.deps.members.keysOf(w.borealis, 'federation')
    expect(sure(await w.ask())).toMatchObject({
      member: w.borealis,
      name: 'borealis',
      status: 'requested',
      jwks: { keys: keys.map(({ publicKey }) => publicKey) },
    })
    expect(await w.known()).toMatchObject({ status: 'requested', decidedAt: null })
  })

  it('may ask again while it waits', async () => {
    await using w = await asking()
    sure(await w.ask())
    const kid = await losesItsKey(w)
    expect(sure(await w.ask())).toMatchObject({ status: 'requested', jwks: { keys: [{ kid }] } })
  })

  it('has its next keys taken over once it is admitted, since an old one announces them', async () => {
    await using w = await asking()
    sure(await w.ask())
    sure(await admitMember(w.north.deps, w.alliance, w.borealis))
    const { kid } = sure(await rotateKeys(w.south.deps, w.borealis, { purpose: 'federation' }))
    const asked = sure(await w.ask())
    expect(asked.status).toBe('admitted')
    expect(asked.jwks.keys.map((key) => key.kid)).toContain(kid)
  })

  it('is refused keys that nothing announced, until a person reads them', async () => {
    await using w = await asking()
    sure(await w.ask())
    sure(await admitMember(w.north.deps, w.alliance, w.borealis))
    const kid = await losesItsKey(w)
    expect(wordOf(await w.ask())).toBe('statement-key-unknown')
    const again = { readKeysAgain: true }
    sure(await admitMember(w.north.deps, w.alliance, w.borealis, again))
    expect(sure(await w.ask())).toMatchObject({ status: 'admitted', jwks: { keys: [{ kid }] } })
  })

  it('stays suspended, and waits again under keys that nothing announced', async () => {
    await using w = await asking()
    sure(await w.ask())
    sure(await suspendMember(w.north.deps, w.alliance, w.borealis))
    expect(sure(await w.ask()).status).toBe('suspended')
    await losesItsKey(w)
    expect(sure(await w.ask()).status).toBe('requested')
  })
})

describe('a request for admission', () => {
  it('is refused without a token', async () => {
    await using w = await asking()
    expect(wordOf(await w.receive(null))).toBe('request-unsigned')
    expect(wordOf(await w.receive('nonsense'))).toBe('request-malformed')
  })

  it('is refused when it was used before', async () => {
    await using w = await asking()
    const token = await w.sign()
    sure(await w.receive(token))
    expect(wordOf(await w.receive(token))).toBe('request-replayed')
  })

  it('is refused when it was signed for another', async () => {
    await using w = await asking()
    const others = [
      [{ audience: 'https://other.test' as MemberId }, 'request-wrong-audience'],
      [{ url: 'https://north.test/elsewhere' }, 'request-method-mismatch'],
      [{ method: 'GET' }, 'request-method-mismatch'],
      [{ body: '{}' }, 'request-body-mismatch'],
    ] as const
    for (const [request, word] of others)
      expect(wordOf(await w.receive(await w.sign(request)))).toBe(word)
    expect(await w.known()).toBeNull()
  })

  it('is refused outside its time', async () => {
    await using w = await asking()
    const token = await w.sign()
    w.clock.advance(7 * 60_000)
    expect(wordOf(await w.receive(token))).toBe('request-expired')
  })

  it('is refused when its issuer does not publish the key that signed it', async () => {
    await using w = await asking()
    const token = await w.sign()
    sure(await rotateKeys(w.south.deps, w.borealis, { purpose: 'event', now: true }))
    expect(wordOf(await w.receive(token))).toBe('request-key-unknown')
  })

  it('is refused while the address it names does not answer', async () => {
    await using w = await asking()
    w.wire.part('https://north.test', 'https://south.test')
    expect(wordOf(await w.ask())).toBe('partner-unreachable')
  })

  it('is put off when strangers fill the waiting room', async () => {
    await using w = await asking()
    const jwks = { keys: [] }
    const crowd = Array.from({ length: 1_000 }, (_, i) => `https://stranger-${i}.test` as MemberId)
    for (const member of crowd)
      await w.north.deps.members.saveSubordinate(
        {
          anchor: w.alliance,
          member,
          name: 'stranger',
          status: 'requested',
          jwks,
          requestedAt: w.clock.now(),
          decidedAt: null,
        },
        { leaf: null, answer: null, at: w.clock.now() },
      )
    const before = w.wire.sent
    const refused = await w.ask()
    expect(refused instanceof Refusal && refused.code).toBe('rate-limited')
    expect(w.wire.sent).toBe(before)
  })
})

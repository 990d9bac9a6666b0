import { decodeProtectedHeader } from 'jose'
import { describe, expect, it } from 'vitest'
import { importKeys } from '../../src/core/exchange/imported-key.ts'
import { openRequestToken, parseRequestToken } from '../../src/core/exchange/request-token.ts'
import { digestOf, utf8 } from '../../src/core/kernel/bytes.ts'
import { MemberId } from '../../src/core/kernel/id.ts'
import { Instant, plusMillis } from '../../src/core/kernel/instant.ts'
import { Refusal } from '../../src/core/kernel/refusal.ts'
import type { EntityKey, KeyPurpose, KeyState, MemberStore } from '../../src/flows/member-ports.ts'
import { publicKeyOf } from '../../src/signing/keys.ts'
import { importMasterKey, sealKey } from '../../src/signing/master-key.ts'
import { createSigner } from '../../src/signing/signer.ts'
import { jwkOf, type KeyName, kidOf, publicOf } from '../vectors/exchange/craft.ts'

const ATLAS = MemberId.parse('https://atlas.example')
const BOREALIS = MemberId.parse('https://borealis.example')
const NOW = Instant.parse('2026-11-21T10:00:00.000Z')
const master = await importMasterKey(new Uint8Array(32).fill(1))
let count = 0
const random = {
  id: () => `id-${++count}`,
  bytes: (length: number) => new Uint8Array(length).fill(++count),
}

async function keyOf(
  name: KeyName,
  purpose: KeyPurpose,
  state: KeyState,
  since: string,
): Promise<EntityKey> {
  const jwk = jwkOf(name) as JsonWebKey
  const owner = { member: ATLAS, kid: kidOf(name) }
  const at = Instant.parse(`${since}T00:00:00.000Z`)
  return {
    entity: ATLAS,
    purpose,
    state,
    publicKey: await publicKeyOf(jwk),
    sealed: await sealKey(master, owner, jwk, random.bytes),
    createdAt: at,
    activeFrom: state === 'published' ? null : at,
    retiredAt: null,
    revoked: null,
  }
}
const FEDERATION = await keyOf('atlas-federation', 'federation', 'active', '2026-01-01')
const FIRST = await keyOf('atlas-event', 'event', 'active', '2026-01-01')
const SECOND = await keyOf('atlas-event-next', 'event', 'active', '2026-02-01')

const rowsOf = (keys: () => readonly EntityKey[]): Pick<MemberStore, 'keysOf'> => ({
  keysOf: async (entity, purpose) =>
    keys().filter(
      (key) => key.entity === entity && (purpose === undefined || key.purpose === purpose),
    ),
})
const signerOn = (members: Pick<MemberStore, 'keysOf'>, now: () => Instant = () => NOW) =>
  createSigner({ clock: { now }, random, masters: [master], members })
const signerWith = (...keys: EntityKey[]) => signerOn(rowsOf(() => keys))
const DRAFT = {
  author: ATLAS,
  audience: [BOREALIS],
  iat: 1795255200,
  jti: 'j-1',
  caseId: null,
  incarnation: 0,
  seq: 1,
  prev: null,
  heads: [],
  type: 'case-opened',
  body: {},
  texts: {},
}
const kidUsed = async (kids: readonly string[], ...keys: EntityKey[]): Promise<string> => {
  const sealed = await signerWith(...keys).sealEvent(DRAFT, kids)
  return sealed instanceof Refusal ? sealed.code : sealed.event.kid
}
const BOTH = [kidOf('atlas-event'), kidOf('atlas-event-next')]

describe('sealEvent', () => {
  it('signs with the key that became active last', async () => {
    expect(await kidUsed(BOTH, FIRST, SECOND)).toBe(kidOf('atlas-event-next'))
    expect(await kidUsed(BOTH, SECOND, FIRST)).toBe(kidOf('atlas-event-next'))
  })

  it('signs with an older key where the newer is not in force in the case yet', async () => {
    const retired = { ...FIRST, state: 'retired' } as const
    expect(await kidUsed([kidOf('atlas-event')], retired, SECOND)).toBe(kidOf('atlas-event'))
  })

  it('prefers the active key to those published or retired', async () => {
    const published = { ...SECOND, state: 'published', activeFrom: null } as const
    expect(await kidUsed(BOTH, FIRST, published)).toBe(kidOf('atlas-event'))
  })

  it('signs with nothing when no key in force is left', async () => {
    const destroyed = { ...FIRST, sealed: null }
    expect(await kidUsed([kidOf('atlas-event')], destroyed, SECOND)).toBe('event-key-unknown')
    expect(await kidUsed(BOTH)).toBe('event-key-unknown')
  })

  it('never signs an event with a federation key', async () => {
    expect(await kidUsed([kidOf('atlas-federation')], FEDERATION)).toBe('event-key-unknown')
  })
})

const open = async (body: Uint8Array<ArrayBuffer> | null, offsetSeconds: number, at: string) => {
  const url = 'https://borealis.example/exchange/poll'
  const request = { audience: BOREALIS, method: 'POST', url }
  const jwt = await signerWith(FIRST).sealRequest(ATLAS, { ...request, body, offsetSeconds })
  const parsed = await parseRequestToken(jwt)
  if (parsed instanceof Refusal) throw new Error(parsed.detail)
  const keys = await importKeys({ keys: [publicOf('atlas-event')] })
  const bodyHash = await digestOf('{}')
  const expected = { ...request, bodyHash, at: Instant.parse(at) }
  const opened = await openRequestToken(parsed, keys, expected)
  return opened instanceof Refusal ? opened.code : 'opened'
}

describe('sealRequest', () => {
  it('binds the body', async () => {
    expect(await open(utf8('{}'), 0, NOW)).toBe('opened')
    expect(await open(utf8('{ }'), 0, NOW)).toBe('request-body-mismatch')
    expect(await open(null, 0, NOW)).toBe('request-body-mismatch')
  })

  it('is dated by the partner’s clock', async () => {
    const hourAhead = '2026-11-21T11:00:00.000Z'
    expect(await open(utf8('{}'), 0, hourAhead)).toBe('request-expired')
    expect(await open(utf8('{}'), 3600, hourAhead)).toBe('opened')
  })

  it('is another token each time', async () => {
    const request = {
      audience: BOREALIS,
      method: 'GET',
      url: 'https://b.example',
      body: null,
      offsetSeconds: 0,
    }
    const signer = signerWith(FIRST)
    expect(await signer.sealRequest(ATLAS, request)).not.toBe(
      await signer.sealRequest(ATLAS, request),
    )
  })
})

describe('signStatement', () => {
  it('signs with the federation key', async () => {
    const jwt = await signerWith(FIRST, FEDERATION).signStatement(ATLAS, 'entity-statement+jwt', {})
    const header = JSON.parse(Buffer.from(jwt.split('.')[0] ?? '', 'base64url').toString())
    expect(header.kid).toBe(kidOf('atlas-federation'))
  })

  it('signs nothing that is no statement', async () => {
    await expect(signerWith(FEDERATION).signStatement(ATLAS, 'secevent+jwt', {})).rejects.toThrow(
      'no kind of statement',
    )
  })
})

describe('signAccessToken', () => {
  it('signs with the token key alone', async () => {
    const token = await keyOf('borealis-event', 'token', 'active', '2026-01-01')
    const jwt = await signerWith(FIRST, FEDERATION, token).signAccessToken(ATLAS, { sub: 'c' })
    expect(decodeProtectedHeader(jwt)).toMatchObject({ typ: 'at+jwt', kid: token.publicKey.kid })
    await expect(signerWith(FIRST, FEDERATION).signAccessToken(ATLAS, {})).rejects.toThrow(
      'no active token key',
    )
  })
})

describe('signConsoleToken', () => {
  it('signs links and sessions with the token key, each under its own type', async () => {
    const token = await keyOf('borealis-event', 'token', 'active', '2026-01-01')
    const jwt = await signerWith(FIRST, token).signConsoleToken(ATLAS, 'console-link+jwt', {})
    expect(decodeProtectedHeader(jwt)).toMatchObject({
      typ: 'console-link+jwt',
      kid: token.publicKey.kid,
    })
  })
})

describe('the keys of a member', () => {
  it('are read once in five seconds', async () => {
    let [reads, now] = [0, NOW]
    const rows = rowsOf(() => (reads++, [FIRST]))
    const signer = signerOn(rows, () => now)
    await signer.sealEvent(DRAFT, BOTH)
    await signer.sealEvent(DRAFT, BOTH)
    expect(reads).toBe(1)
    now = plusMillis(NOW, 5_000)
    await signer.sealEvent(DRAFT, BOTH)
    expect(reads).toBe(2)
  })

  it('are read at once when this process changed them, or none of those known will do', async () => {
    let keys = [FIRST]
    const signer = signerOn(rowsOf(() => keys))
    await signer.sealEvent(DRAFT, BOTH)
    keys = [{ ...FIRST, state: 'retired' }, SECOND]
    signer.keysChanged(ATLAS)
    const sealed = await signer.sealEvent(DRAFT, BOTH)
    expect(sealed).toMatchObject({ event: { kid: kidOf('atlas-event-next') } })
    keys = [FIRST]
    const before = await signer.sealEvent(DRAFT, [kidOf('atlas-event')])
    expect(before).toMatchObject({ event: { kid: kidOf('atlas-event') } })
  })
})

describe('makeKey and resealKey', () => {
  it('seal under the newest master key, and older ones still open', async () => {
    const next = await importMasterKey(new Uint8Array(32).fill(2))
    const old = createSigner({
      clock: { now: () => NOW },
      random: { ...random, bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
      masters: [master],
      members: rowsOf(() => []),
    })
    const { publicKey, sealed } = await old.makeKey(ATLAS, 'Ed25519')
    const row = { ...FIRST, publicKey, sealed }
    const rotating = createSigner({
      clock: { now: () => NOW },
      random,
      masters: [next, master],
      members: rowsOf(() => [row]),
    })
    expect(await rotating.sealEvent(DRAFT, [publicKey.kid])).toMatchObject({
      event: { alg: 'Ed25519' },
    })
    const resealed = await rotating.resealKey(row)
    const rotated = createSigner({
      clock: { now: () => NOW },
      random,
      masters: [next],
      members: rowsOf(() => [{ ...row, sealed: resealed }]),
    })
    expect(await rotated.sealEvent(DRAFT, [publicKey.kid])).not.toBeInstanceOf(Refusal)
  })
})

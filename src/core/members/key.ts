// Public keys as statements and metadata publish them (RFC 7517), named by their RFC 7638 thumbprints (D3, D9). Key types of
// later days are carried along and never used; a private member in any key is refused.
import { z } from 'zod'
import { digestOf } from '../kernel/bytes.ts'
import type { Check } from '../kernel/checks.ts'
import { Thumbprint } from '../kernel/id.ts'
import type { RefusalCode } from '../kernel/refusal.ts'

/** Keys in one set: the one in use, the next, and some to spare. */
const MAX_KEYS = 16
/** RFC 7518 §6, RFC 8037: members that only a private or symmetric key has; `priv` for the lattice keys to come. */
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv'] as const

/** 32 bytes in their one canonical spelling: another spelling would be the same key under another thumbprint. */
const Coordinate = z.string().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/, '32 bytes, base64url')
const KeyId = z.string().min(1).max(255)
const EcKey = z.looseObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: Coordinate,
  y: Coordinate,
  kid: KeyId,
})
const OkpKey = z.looseObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: Coordinate,
  kid: KeyId,
})
const OtherKey = z
  .looseObject({ kty: z.string().min(1).max(32), crv: z.string().max(32).optional(), kid: KeyId })
  .refine(({ crv }) => crv !== 'P-256' && crv !== 'Ed25519', 'not a well-formed key of its curve')

export const PublishedKey = z.union([EcKey, OkpKey, OtherKey])
type PublishedKey = z.infer<typeof PublishedKey>

/** A key set as published: at least one key that we can use. */
export const KeySet = z.looseObject({
  keys: z
    .array(PublishedKey)
    .min(1)
    .max(MAX_KEYS)
    .refine((keys) => keys.some((key) => usableKey(key) !== undefined), 'no P-256 or Ed25519 key'),
})
export type KeySet = z.infer<typeof KeySet>

/** A key that can verify here, reduced to what RFC 7638 hashes and its name. */
export type VerifyingKey = Readonly<
  | { kty: 'EC'; crv: 'P-256'; x: string; y: string; kid: Thumbprint }
  | { kty: 'OKP'; crv: 'Ed25519'; x: string; kid: Thumbprint }
>

function usableKey(key: PublishedKey): VerifyingKey | undefined {
  const ec = EcKey.safeParse(key).data
  if (ec !== undefined)
    return { kty: 'EC', crv: 'P-256', x: ec.x, y: ec.y, kid: ec.kid as Thumbprint }
  const okp = OkpKey.safeParse(key).data
  return okp && { kty: 'OKP', crv: 'Ed25519', x: okp.x, kid: okp.kid as Thumbprint }
}

/** The keys of a set that can verify here; the others are left aside (RFC 7517 §5). */
export const usableKeys = (set: KeySet): readonly VerifyingKey[] =>
  set.keys.map(usableKey).filter((key) => key !== undefined)

type KeyMaterial =
  | Pick<Extract<VerifyingKey, { kty: 'EC' }>, 'kty' | 'crv' | 'x' | 'y'>
  | Pick<Extract<VerifyingKey, { kty: 'OKP' }>, 'kty' | 'crv' | 'x'>

/** RFC 7638 SHA-256 thumbprint, base64url. */
export async function thumbprintOf(key: KeyMaterial): Promise<Thumbprint> {
  const { crv, kty, x } = key
  const members = key.kty === 'EC' ? { crv, kty, x, y: key.y } : { crv, kty, x }
  return (await digestOf(JSON.stringify(members))) as Thumbprint
}

/** Whether two published keys are the same key, whatever they are called. */
export const isSameKey = (a: VerifyingKey, b: VerifyingKey): boolean =>
  a.crv === b.crv && a.x === b.x && (a.kty === 'OKP' || b.kty === 'OKP' || a.y === b.y)

const publishesOnlyPublicKeys = ({ keys }: KeySet): boolean =>
  keys.every((key) => PRIVATE_MEMBERS.every((member) => !Object.hasOwn(key, member)))

const namesKeysApart = ({ keys }: KeySet): boolean =>
  new Set(keys.map(({ kid }) => kid)).size === keys.length

async function namesKeysByThumbprint(set: KeySet): Promise<boolean> {
  const keys = usableKeys(set)
  const thumbprints = await Promise.all(keys.map(thumbprintOf))
  return keys.every(({ kid }, i) => kid === thumbprints[i])
}

/** What every published key set must keep, refused by the given word. */
export const keySetChecks = <C>(word: RefusalCode, setOf: (context: C) => KeySet): Check<C>[] => [
  {
    word,
    part: 'private-key',
    holds: (c) => publishesOnlyPublicKeys(setOf(c)) || 'a key carries a private member',
  },
  {
    word,
    part: 'key-twice',
    holds: (c) => namesKeysApart(setOf(c)) || 'two keys have the same kid',
  },
  {
    word,
    part: 'key-name',
    holds: async (c) =>
      (await namesKeysByThumbprint(setOf(c))) ||
      'a kid is not the thumbprint of its key (RFC 7638)',
  },
]

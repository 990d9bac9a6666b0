// The Signer and KeyMaker ports: which of a member's keys signs, and that key opened from its sealed rest. Key rows are read
// again after at most 5 s; opened keys stay in the keyring, so that signing costs one signature.
import { sha256, toBase64url } from '../core/kernel/bytes.ts'
import type { MemberId } from '../core/kernel/id.ts'
import { type Instant, millisOf, plusMillis } from '../core/kernel/instant.ts'
import { Refusal } from '../core/kernel/refusal.ts'
import type { TokenSigner } from '../flows/access/token-ports.ts'
import type { EntityKey, KeyPurpose, MemberStore } from '../flows/member-ports.ts'
import type { KeyMaker } from '../flows/members/key-ports.ts'
import type { Clock, Random, Signer } from '../flows/ports.ts'
import { createKeyring, generateKey, type SigningKey } from './keys.ts'
import { type MasterKey, resealKey, type SealedKey } from './master-key.ts'
import { isStatementType, sealEvent, sealRequest, signToken } from './sign.ts'

/** Milliseconds until a change of keys by another process is seen here. */
const ROWS_MILLIS = 5_000

export type SignerParts = {
  readonly members: Pick<MemberStore, 'keysOf'>
  /** The newest first: it seals; all of them open. */
  readonly masters: readonly [MasterKey, ...MasterKey[]]
  readonly clock: Clock
  readonly random: Random
}

export type EntityKeys = Signer & KeyMaker & TokenSigner

export function createSigner({ members, masters, clock, random }: SignerParts): EntityKeys {
  const [newest] = masters
  const keyring = createKeyring(masters)
  const rows = new Map<MemberId, { readonly keys: readonly EntityKey[]; readonly until: number }>()

  const keysOf = async (entity: MemberId): Promise<readonly EntityKey[]> => {
    const now = millisOf(clock.now())
    const known = rows.get(entity)
    if (known !== undefined && now < known.until) return known.keys
    const keys = await members.keysOf(entity)
    rows.set(entity, { keys, until: now + ROWS_MILLIS })
    return keys
  }
  /** Looks once more at the rows themselves before it gives up. */
  const find = async (
    entity: MemberId,
    choose: (keys: readonly EntityKey[]) => EntityKey | undefined,
  ): Promise<EntityKey | undefined> => {
    const found = choose(await keysOf(entity))
    if (found !== undefined) return found
    rows.delete(entity)
    return choose(await keysOf(entity))
  }
  const open = ({ entity, publicKey, sealed }: EntityKey): Promise<SigningKey> =>
    keyring.open({ member: entity, kid: publicKey.kid }, sealed as SealedKey)
  const active = async (entity: MemberId, purpose: KeyPurpose): Promise<SigningKey> => {
    const key = await find(entity, (keys) => activeKey(keys, purpose))
    if (key === undefined) throw new Error(`${entity} has no active ${purpose} key`)
    return open(key)
  }

  return {
    sealEvent: async (draft, kids) => {
      const key = await find(draft.author, (keys) => eventKey(keys, kids))
      if (key === undefined) return new Refusal('event-key-unknown')
      return sealEvent(draft, await open(key), random.bytes)
    },
    sealRequest: async (member, { audience, method, url, body, offsetSeconds }) => {
      const key = await active(member, 'event')
      const bodyHash = toBase64url(await sha256(body ?? new Uint8Array()))
      const at: Instant = plusMillis(clock.now(), offsetSeconds * 1000)
      return sealRequest(member, { audience, method, url, bodyHash, at }, random.id(), key)
    },
    signStatement: async (entity, typ, claims) => {
      if (!isStatementType(typ)) throw new TypeError(`${typ} is no kind of statement`)
      return signToken(typ, claims, await active(entity, 'federation'))
    },
    signAccessToken: async (member, claims) =>
      signToken('at+jwt', claims, await active(member, 'token')),
    signConsoleToken: async (member, type, claims) =>
      signToken(type, claims, await active(member, 'token')),
    makeKey: (owner, alg) => generateKey(alg, owner, newest, random.bytes),
    resealKey: ({ entity, publicKey, sealed }) => {
      const owner = { member: entity, kid: publicKey.kid }
      return resealKey(masters, newest, owner, sealed as SealedKey, random.bytes)
    },
    keysChanged: (owner) => void rows.delete(owner),
  }
}

const activeKey = (keys: readonly EntityKey[], purpose: KeyPurpose): EntityKey | undefined =>
  keys.find((key) => key.purpose === purpose && key.state === 'active' && key.sealed !== null)

/** The active key if the case knows it, else the newest of those it knows that still can sign. */
function eventKey(keys: readonly EntityKey[], kids: readonly string[]): EntityKey | undefined {
  const able = keys
    .filter(({ purpose, sealed }) => purpose === 'event' && sealed !== null)
    .filter(({ publicKey }) => kids.includes(publicKey.kid))
    .toSorted(
      (a, b) => millisOf(b.activeFrom ?? b.createdAt) - millisOf(a.activeFrom ?? a.createdAt),
    )
  return able.find(({ state }) => state === 'active') ?? able[0]
}

// A new key comes into use in two steps (D5): published well before its first use, then active, while the old one retires and is
// listed for ever. In: whose key and what for. Out: what happened. A retired event key keeps its private part: open cases that
// know only the old key are told of the new one under it. A retired federation or token key signs nothing more and is destroyed.
import type { MemberId } from '../../core/kernel/id.ts'
import { type Instant, millisOf, plusMillis } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { EntityKey, KeyPurpose } from '../member-ports.ts'
import type { Deps } from '../ports.ts'
import { isVouchedFor } from './trust/is-vouched-for.ts'
import type { KeyAlgorithm, KeyDeps } from './key-ports.ts'
import { requestAdmission } from './request-admission.ts'
import { besideSetting } from '../settings/setting.ts'

export type RotateDeps = KeyDeps & Pick<Deps, 'net' | 'signer'>

/** Partners resolve again within an hour; a day also covers those that were down for a night. */
export const OVERLAP_MILLIS = 24 * 60 * 60 * 1000

export type Rotation = {
  readonly purpose: KeyPurpose
  /** The new key. */
  readonly kid: string
  readonly state: 'published' | 'active'
  /** When it is to be activated, or was. */
  readonly activeFrom: Instant
  /** The key it replaced. */
  readonly retired: string | null
}

export type RotateOptions = {
  readonly purpose: KeyPurpose
  /** Activates at once, without the overlap. */
  readonly now?: boolean
  /** The old key is no longer to be believed, from the beginning. */
  readonly compromised?: boolean
  readonly overlapMillis?: number
  /** Of a key made now; as the active one where absent. */
  readonly alg?: KeyAlgorithm
}

/**
 * Publishes the next key where none is published, and activates it once its time has come. Asked early, it changes nothing.
 *
 * Refusals: `member-unknown`; `rotation-not-vouched` when an alliance does not state the new federation key yet.
 */
export async function rotateKeys(
  deps: RotateDeps,
  entity: MemberId,
  options: RotateOptions,
): Promise<Rotation | Refusal> {
  const { purpose, now = false, overlapMillis = OVERLAP_MILLIS } = options
  const keys = await deps.members.keysOf(entity, purpose)
  const active = keys.find(({ state }) => state === 'active')
  if (active === undefined) return new Refusal('member-unknown', `${entity} has no ${purpose} key`)
  const waiting = keys.find(({ state }) => state === 'published')
  const next = waiting ?? (await publish(deps, active, options.alg))
  const due = plusMillis(next.createdAt, overlapMillis)
  const { kid } = next.publicKey
  if (purpose === 'federation') await showToAnchors(deps, entity)
  if (!now && millisOf(deps.clock.now()) < millisOf(due))
    return { purpose, kid, state: 'published', activeFrom: due, retired: null }
  if (purpose === 'federation' && !(await isVouchedFor(deps, entity, kid)))
    return new Refusal('rotation-not-vouched')
  return activate(deps, active, next, options)
}

/** Activates every published key of an entity whose overlap is over. */
export async function activateDueKeys(
  deps: RotateDeps,
  entity: MemberId,
): Promise<(Rotation | Refusal)[]> {
  const keys = await deps.members.keysOf(entity)
  const due = keys.filter(
    ({ state, createdAt }) =>
      state === 'published' &&
      millisOf(plusMillis(createdAt, OVERLAP_MILLIS)) <= millisOf(deps.clock.now()),
  )
  const done: (Rotation | Refusal)[] = []
  for (const purpose of new Set(due.map((key) => key.purpose)))
    done.push(await rotateKeys(deps, entity, { purpose }))
  return done
}

async function publish(
  deps: RotateDeps,
  { entity, purpose, publicKey: old }: EntityKey,
  alg: KeyAlgorithm = old.kty === 'EC' ? 'ES256' : 'Ed25519',
): Promise<EntityKey> {
  const { publicKey, sealed } = await deps.keys.makeKey(entity, alg)
  const next: EntityKey = {
    entity,
    purpose,
    publicKey,
    state: 'published',
    sealed,
    createdAt: deps.clock.now(),
    activeFrom: null,
    retiredAt: null,
    revoked: null,
  }
  await save(deps, 'keys-published', [next])
  return next
}

async function activate(
  deps: RotateDeps,
  active: EntityKey,
  next: EntityKey,
  { purpose, compromised = false }: RotateOptions,
): Promise<Rotation> {
  const at = deps.clock.now()
  const retired: EntityKey = {
    ...active,
    state: 'retired',
    sealed: purpose === 'event' ? active.sealed : null,
    retiredAt: at,
    revoked: compromised ? { at, reason: 'compromised' } : active.revoked,
  }
  await save(deps, 'keys-activated', [retired, { ...next, state: 'active', activeFrom: at }])
  const { kid } = next.publicKey
  return { purpose, kid, state: 'active', activeFrom: at, retired: active.publicKey.kid }
}

async function save(
  deps: RotateDeps,
  word: 'keys-published' | 'keys-activated',
  keys: readonly [EntityKey, ...EntityKey[]],
): Promise<void> {
  const [{ entity }] = keys
  const value = keys.map(({ purpose, publicKey: { kid }, state }) => ({ purpose, kid, state }))
  const beside = await besideSetting(deps, { word, value }, value)
  await deps.members.saveKeys(entity, keys, beside)
  deps.keys.keysChanged(entity)
}

/** Best effort: what an alliance missed now is shown again when the key is to be activated. */
async function showToAnchors(deps: RotateDeps, entity: MemberId): Promise<void> {
  const hosted = await deps.members.findEntity(entity)
  for (const anchor of hosted?.role === 'member' ? hosted.authorityHints : [])
    await requestAdmission(deps, entity, anchor)
}

// A new entity on this gateway: a member or an anchor, with keys of its own made here and sealed at once (D1, D3). In: who; out:
// the entity, or `member-exists`, `invalid-field`. Federation keys sign statements, event keys sign events: never the same.
import { MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { isIdentifier } from '../../core/members/address.ts'
import { entityBase, HANDLE } from '../../core/members/endpoints.ts'
import type { Entity, EntityKey, EntityRole, KeyPurpose, Profile } from '../member-ports.ts'
import type { KeyAlgorithm, KeyDeps } from './key-ports.ts'
import { besideSetting, type SettingOptions } from '../settings/setting.ts'
import type { Site } from './site.ts'

export type NewMember = {
  readonly handle: string
  readonly role: EntityRole
  readonly name: string
  /** Its identifier where that lies on a domain of its own; below the gateway's URL otherwise. */
  readonly id?: string
  readonly profile?: Partial<Omit<Profile, 'name'>>
  readonly authorityHints?: readonly MemberId[]
  readonly alg?: KeyAlgorithm
}

const PURPOSES: Readonly<Record<EntityRole, readonly KeyPurpose[]>> = {
  member: ['federation', 'event', 'token'],
  anchor: ['federation'],
}

export async function createMember(
  deps: KeyDeps,
  { publicUrl }: Site,
  wanted: NewMember,
  options: SettingOptions<Omit<Entity, 'version'>> = {},
): Promise<Entity | Refusal> {
  const { handle, role, authorityHints = [], alg = 'ES256' } = wanted
  if (!HANDLE.test(handle))
    return new Refusal('invalid-field', 'lower-case letters, digits and hyphens', 'handle')
  const id = wanted.id ?? entityBase(publicUrl, handle)
  if (!MemberId.safeParse(id).success || !isIdentifier(id))
    return new Refusal('invalid-field', 'an https URL without query, in its plain spelling', 'id')
  const at = deps.clock.now()
  const profile = { ...EMPTY_PROFILE, ...wanted.profile, name: wanted.name }
  const entity = { id: id as MemberId, handle, role, profile, authorityHints, createdAt: at }
  const keys = await Promise.all(
    PURPOSES[role].map((purpose) => newKey(deps, entity.id, purpose, alg, at)),
  )
  const value = { id, role, kids: keys.map(({ publicKey }) => publicKey.kid) }
  const beside = await besideSetting(deps, { word: 'entity-created', value }, entity, options)
  const done = await deps.members.createEntity(entity, keys, beside)
  deps.keys.keysChanged(entity.id)
  return done === 'exists' ? new Refusal('member-exists') : { ...entity, version: 1 }
}

const EMPTY_PROFILE: Omit<Profile, 'name'> = {
  products: [],
  delivery: 'push',
  supportHours: null,
  contacts: [],
  departments: [],
  scheme: null,
  supportProfile: null,
  shareDutyNames: false,
  intakeForm: null,
}

async function newKey(
  { keys }: Pick<KeyDeps, 'keys'>,
  entity: MemberId,
  purpose: KeyPurpose,
  alg: KeyAlgorithm,
  at: Instant,
): Promise<EntityKey> {
  const { publicKey, sealed } = await keys.makeKey(entity, alg)
  const state = 'active' as const
  const dates = { createdAt: at, activeFrom: at, retiredAt: null, revoked: null }
  return { entity, purpose, publicKey, state, sealed, ...dates }
}

// What a hosted entity states under its federation key (OpenID Federation 1.0 §3, §8; D2, D5): its configuration, its retired
// keys, and as an anchor, whom it vouches for. Made when asked and kept for minutes, since a signature costs more than a read.
import { digestOf } from '../../core/kernel/bytes.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import { type Instant, instantOfSeconds, millisOf } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { endpointsOf } from '../../core/members/endpoints.ts'
import type { HistoricalKey } from '../../core/members/historical-keys.ts'
import { usableKeys } from '../../core/members/key.ts'
import { FEDERATION_ENTITY } from '../../core/members/member.ts'
import {
  anchorConfiguration,
  historicalKeys,
  memberConfiguration,
  subordinateStatement,
  type Unsigned,
} from '../../core/members/publish.ts'
import type { Entity, EntityKey } from '../member-ports.ts'
import type { Deps, Signer } from '../ports.ts'
import { ownMetadata, shownKeys } from './own-metadata.ts'
import { ShortMemory } from './partner-memory.ts'
import type { Site } from './site.ts'

export type StatementDeps = Pick<Deps, 'members' | 'signer' | 'clock'>

const HOUR_SECONDS = 60 * 60
/** A member's own word: two days, so that a night's outage of its gateway ends nobody's trust in it. */
const CONFIGURATION_SECONDS = 48 * HOUR_SECONDS
/** An anchor's word about itself outlives what it says about others. */
const ANCHOR_SECONDS = 7 * 24 * HOUR_SECONDS
/** The longest that anybody accepts: within a day a suspension is known everywhere (D2). */
const SUBORDINATE_SECONDS = 24 * HOUR_SECONDS
const KEPT_MILLIS = 10 * 60 * 1000

/** Where an anchor takes requests for admission, beside the addresses that OpenID Federation names. */
export const ADMISSION_ADDRESS = 'entente_admission_endpoint'

/** The entity configuration of a hosted entity, signed. */
export async function ownConfiguration(
  deps: StatementDeps,
  site: Site,
  entity: Entity,
): Promise<string> {
  const keys = await deps.members.keysOf(entity.id)
  const { id, handle, profile, authorityHints: superiors } = entity
  const federationKeys = shownKeys(keys, 'federation')
  const at = endpointsOf(site.publicUrl, handle)
  if (entity.role === 'anchor') {
    const says = {
      name: profile.name,
      fetchAddress: at.fetch,
      listAddress: at.list,
      historyAddress: at.historicalKeys,
    }
    return signed(deps, id, keys, (moment) =>
      withAdmission(
        anchorConfiguration(id, federationKeys, says, {
          at: moment,
          lifeSeconds: ANCHOR_SECONDS,
        }),
        at.admission,
      ),
    )
  }
  const metadata = await ownMetadata(deps, site, entity, keys)
  const says = { superiors, metadata, historyAddress: at.historicalKeys }
  return signed(deps, id, keys, (moment) =>
    memberConfiguration(id, federationKeys, says, {
      at: moment,
      lifeSeconds: CONFIGURATION_SECONDS,
    }),
  )
}

/** An anchor's statement about a member it admitted; `not-found` about anybody else, suspended ones too. */
export async function subordinateStatementOf(
  deps: StatementDeps,
  anchor: Entity,
  member: MemberId,
): Promise<string | Refusal> {
  const subordinate = await deps.members.findSubordinate(anchor.id, member)
  if (subordinate?.status !== 'admitted') return new Refusal('not-found')
  const keys = await deps.members.keysOf(anchor.id, 'federation')
  const vouched = usableKeys({ keys: [...subordinate.jwks.keys] })
  return signed(deps, anchor.id, keys, (at) =>
    subordinateStatement(anchor.id, member, vouched, { at, lifeSeconds: SUBORDINATE_SECONDS }),
  )
}

/** The members that an anchor vouches for now. */
export async function admittedMembers(
  deps: Pick<Deps, 'members'>,
  anchor: Entity,
): Promise<MemberId[]> {
  const admitted = await deps.members.listSubordinates(anchor.id, 'admitted')
  return admitted.map(({ member }) => member)
}

/** The federation and event keys that an entity has retired, signed. */
export async function historicalKeysOf(deps: StatementDeps, { id }: Entity): Promise<string> {
  const keys = await deps.members.keysOf(id)
  return signed(deps, id, keys, (at) => historicalKeys(id, keys.flatMap(historicalKey), at))
}

function historicalKey({ purpose, publicKey, retiredAt, revoked }: EntityKey): HistoricalKey[] {
  if (retiredAt === null || purpose === 'token') return []
  const signs = purpose === 'event' ? 'events' : 'statements'
  return usableKeys({ keys: [publicKey] }).map((key) => ({
    key,
    signs,
    retired: retiredAt,
    ...(revoked && { revoked }),
  }))
}

function withAdmission({ type, claims }: Unsigned, address: string): Unsigned {
  const metadata = claims['metadata'] as Readonly<Record<string, object>>
  const entity = { ...metadata[FEDERATION_ENTITY], [ADMISSION_ADDRESS]: address }
  return { type, claims: { ...claims, metadata: { ...metadata, [FEDERATION_ENTITY]: entity } } }
}

const memories = new WeakMap<Signer, ShortMemory<string>>()

/** Signs, unless the same was signed minutes ago with the same key. What it says names the kept copy, so nothing goes stale. */
async function signed(
  { signer, clock }: StatementDeps,
  entity: MemberId,
  keys: readonly EntityKey[],
  make: (at: Instant) => Unsigned,
): Promise<string> {
  const memory = memories.get(signer) ?? new ShortMemory<string>(KEPT_MILLIS, 2_000)
  memories.set(signer, memory)
  const at = clock.now()
  const active = keys.find((key) => key.purpose === 'federation' && key.state === 'active')
  const timeless = make(instantOfSeconds(0))
  const name = await digestOf(JSON.stringify([entity, active?.publicKey.kid, timeless]))
  const known = memory.recall(name, millisOf(at))
  if (known !== undefined) return known
  const { type, claims } = make(at)
  const token = await signer.signStatement(entity, type, claims)
  memory.keep(name, token, millisOf(at))
  return token
}

// What a member says about itself, changed by its people (D3). It is composed and judged as a partner would judge it before it
// is stored, so that no profile makes a member unreadable to others. In: the whole profile. Out: the entity, or the field at fault.
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { IntakeForm } from '../../core/members/intake-form.ts'
import { openMetadata } from '../../core/members/metadata.ts'
import type { Entity, Profile } from '../member-ports.ts'
import type { Deps } from '../ports.ts'
import { keepPublishedSupport, publishedSupport } from '../duty/own-support.ts'
import { ownMetadata, publishedScheme, shownKeys } from '../members/own-metadata.ts'
import { besideSetting, type SettingOptions } from './setting.ts'
import type { Site } from '../members/site.ts'

export type ProfileChange = {
  readonly profile: Profile
  /** Version of the entity that was read (If-Match); the latest where absent. */
  readonly expected?: number
  /** Alliances it names as its superiors; as before where absent. */
  readonly authorityHints?: readonly MemberId[]
}

/** Superiors that a configuration may name; more make it unreadable. */
const MAX_HINTS = 16

/** Refusals: `member-unknown`, `precondition-failed`, `invalid-field`, `scheme-unknown`, `support-profile-unknown`. */
export async function saveProfile(
  deps: Pick<Deps, 'members' | 'clock'>,
  site: Site,
  member: MemberId,
  change: ProfileChange,
  options: SettingOptions<Entity> = {},
): Promise<Entity | Refusal> {
  const before = await deps.members.findEntity(member)
  if (before === null) return new Refusal('member-unknown')
  const { profile, expected = before.version, authorityHints = before.authorityHints } = change
  if (expected !== before.version) return new Refusal('precondition-failed')
  if (authorityHints.length > MAX_HINTS)
    return new Refusal('invalid-field', `at most ${MAX_HINTS} alliances`, 'authorityHints')
  const entity = { ...before, profile, authorityHints, version: expected + 1 }
  const refused = await judgeProfile(deps, site, entity)
  if (refused !== undefined) return refused
  await keepPublishedSupport(deps, entity)
  const value = { profile, authorityHints }
  const beside = await besideSetting(deps, { word: 'profile-saved', value }, entity, options)
  const done = await deps.members.saveProfile(member, expected, profile, authorityHints, beside)
  return done === 'done' ? entity : new Refusal('precondition-failed')
}

async function judgeProfile(
  deps: Pick<Deps, 'members'>,
  site: Site,
  entity: Entity,
): Promise<Refusal | undefined> {
  if (entity.role !== 'member') return undefined
  const { intakeForm, scheme, supportProfile } = entity.profile
  const form = intakeForm === null ? null : IntakeForm.safeParse(intakeForm)
  const [issue] = form?.error?.issues ?? []
  if (issue !== undefined)
    return new Refusal('invalid-field', issue.message, ['intakeForm', ...issue.path].join('.'))
  if (scheme !== null && (await publishedScheme(deps, entity)) === null)
    return new Refusal('scheme-unknown', undefined, 'scheme')
  if (supportProfile !== null && (await publishedSupport(deps, entity)) === null)
    return new Refusal('support-profile-unknown', undefined, 'supportProfile')
  const keys = await deps.members.keysOf(entity.id)
  const metadata = await ownMetadata(deps, site, entity, keys)
  const judged = await openMetadata(metadata, shownKeys(keys, 'federation'))
  if (!(judged instanceof Refusal)) return undefined
  if (judged.field === undefined) return judged
  const [first = '', ...rest] = judged.field.split('.')
  return new Refusal('invalid-field', judged.detail, [FIELDS[first] ?? first, ...rest].join('.'))
}

/** Where partners read it, and where it is written. */
const FIELDS: Readonly<Record<string, string>> = {
  organization_name: 'name',
  support_hours: 'supportHours',
}

// The operator of an alliance decides about its members (D2): admits, suspends, admits again. What it vouches for are the
// member's federation keys, as shown when it asked or as they stand now.
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { Subordinate } from '../member-ports.ts'
import type { Deps } from '../ports.ts'
import { openApplicant } from './trust/open-applicant.ts'
import { besideSetting, type SettingOptions } from '../settings/setting.ts'

type OperatorDeps = Pick<Deps, 'members' | 'net' | 'clock'>

/**
 * Admits a member, also one that never asked: its configuration is read then. Refusals: `member-unknown` where the anchor is not
 * hosted here, and those of reading a configuration.
 *
 * @param options.readKeysAgain takes the keys that the member shows now, as after it lost those vouched for
 */
export async function admitMember(
  deps: OperatorDeps,
  anchor: MemberId,
  member: MemberId,
  options: SettingOptions<Subordinate> & { readonly readKeysAgain?: boolean } = {},
): Promise<Subordinate | Refusal> {
  const host = await deps.members.findEntity(anchor)
  if (host?.role !== 'anchor') return new Refusal('member-unknown', `no alliance ${anchor} here`)
  const at = deps.clock.now()
  const asked = options.readKeysAgain ? null : await deps.members.findSubordinate(anchor, member)
  const shown = asked ?? (await shownNow(deps, member))
  if (shown instanceof Refusal) return shown
  const { name, jwks } = shown
  const requestedAt = asked?.requestedAt ?? at
  const admitted = { anchor, member, name, jwks, requestedAt, status: 'admitted', decidedAt: at }
  return save(deps, admitted as Subordinate, 'member-admitted', options)
}

/** Within a day nobody connects to it any more; open cases go on among the others (D2a). */
export async function suspendMember(
  deps: Pick<Deps, 'members' | 'clock'>,
  anchor: MemberId,
  member: MemberId,
  options: SettingOptions<Subordinate> = {},
): Promise<Subordinate | Refusal> {
  const known = await deps.members.findSubordinate(anchor, member)
  if (known === null) return new Refusal('member-unknown')
  const suspended = { ...known, status: 'suspended', decidedAt: deps.clock.now() } as const
  return save(deps, suspended, 'member-suspended', options)
}

export const listMembers = (
  deps: Pick<Deps, 'members'>,
  anchor: MemberId,
  status?: Subordinate['status'],
): Promise<Subordinate[]> => deps.members.listSubordinates(anchor, status)

async function shownNow(
  deps: OperatorDeps,
  member: MemberId,
): Promise<Pick<Subordinate, 'name' | 'jwks'> | Refusal> {
  const applicant = await openApplicant(deps, member, deps.clock.now())
  if (applicant instanceof Refusal) return applicant
  const { metadata, federationKeys } = applicant.opened
  return { name: metadata.organization_name, jwks: { keys: federationKeys } }
}

async function save(
  deps: Pick<Deps, 'members' | 'clock'>,
  subordinate: Subordinate,
  word: 'member-admitted' | 'member-suspended',
  options: SettingOptions<Subordinate>,
): Promise<Subordinate> {
  const setting = { word, partner: subordinate.member, value: subordinate }
  const beside = await besideSetting(deps, setting, subordinate, options)
  await deps.members.saveSubordinate(subordinate, beside)
  return subordinate
}

// A member's support profiles as people look at them: every version with whether it is published, one with its text, and what changed
// between two.
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { openSupportProfile } from '../../core/support/profile-document.ts'
import { diffProfiles, type ProfileChange } from '../../core/support/profile-diff.ts'
import type { StoredSupportProfile } from '../duty-ports.ts'
import type { SupportProfileChoice } from '../member-ports.ts'
import type { Deps } from '../ports.ts'

type ProfileDeps = Pick<Deps, 'members'>

export type SupportProfileEntry = StoredSupportProfile & {
  /** Whether the member's profile publishes this version. */
  readonly inUse: boolean
}

const isChosen = (choice: SupportProfileChoice | null, version: string): boolean =>
  choice !== null && 'version' in choice && choice.version === version

const choiceOf = async ({ members }: ProfileDeps, member: MemberId) =>
  (await members.findEntity(member))?.profile.supportProfile ?? null

export async function listSupportProfiles(
  deps: ProfileDeps,
  member: MemberId,
): Promise<SupportProfileEntry[]> {
  const [stored, choice] = await Promise.all([
    deps.members.listSupportProfiles(member),
    choiceOf(deps, member),
  ])
  return stored.map((one) => ({ ...one, inUse: isChosen(choice, one.version) }))
}

/** Refuses `support-profile-unknown`. */
export async function readSupportProfile(
  deps: ProfileDeps,
  member: MemberId,
  version: string,
): Promise<SupportProfileEntry | Refusal> {
  const [stored, choice] = await Promise.all([
    deps.members.findSupportProfile(member, version),
    choiceOf(deps, member),
  ])
  if (stored === null) return new Refusal('support-profile-unknown')
  return { ...stored, inUse: isChosen(choice, version) }
}

/** Refuses `support-profile-unknown` with the field of the version that is not there. @param to the one saved last where absent */
export async function compareSupportProfiles(
  deps: ProfileDeps,
  member: MemberId,
  { from, to }: { readonly from: string; readonly to: string | undefined },
): Promise<
  | { readonly from: string; readonly to: string; readonly changes: readonly ProfileChange[] }
  | Refusal
> {
  const stored = await deps.members.listSupportProfiles(member)
  const older = stored.find(({ version }) => version === from)
  if (older === undefined) return new Refusal('support-profile-unknown', undefined, 'from')
  const newer = to === undefined ? stored.at(-1) : stored.find(({ version }) => version === to)
  if (newer === undefined) return new Refusal('support-profile-unknown', undefined, 'to')
  const [before, after] = await Promise.all(
    [older, newer].map(({ document }) => openSupportProfile(document)),
  )
  if (before === undefined || before instanceof Refusal) return before ?? new Refusal('not-found')
  if (after === undefined || after instanceof Refusal) return after ?? new Refusal('not-found')
  return { from, to: newer.version, changes: diffProfiles(before.profile, after.profile) }
}

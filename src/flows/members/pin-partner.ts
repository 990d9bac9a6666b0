// A partner without an alliance: a person compared its federation keys by a second channel and pins their thumbprints (D2). In:
// thumbprints. Out: whether the partner resolves by them now; the pin stands either way. What was known by other means is
// forgotten first, so that nothing rests on a pin that is past.
import { type MemberId, Thumbprint } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { Deps } from '../ports.ts'
import { openApplicant } from './trust/open-applicant.ts'
import { memoryOf, pairOf, savePartner } from './partner-memory.ts'
import { type ResolvedPartner, resolvePartner } from './resolve-partner.ts'
import { besideSetting, type SettingOptions } from '../settings/setting.ts'

type PinDeps = Pick<Deps, 'members' | 'net' | 'clock'>

export type Pinned = {
  readonly thumbprints: readonly string[]
  /** `pin-mismatch` when the partner signs with another key; `partner-unreachable`, and so on. */
  readonly resolved: ResolvedPartner | Refusal
}

/** Refusals: `target-is-self`, `invalid-field`. */
export async function pinPartner(
  deps: PinDeps,
  member: MemberId,
  partner: MemberId,
  thumbprints: readonly string[],
  options: SettingOptions<{ readonly thumbprints: readonly string[] }> = {},
): Promise<Pinned | Refusal> {
  if (partner === member) return new Refusal('target-is-self', undefined, 'partner')
  const wrong = thumbprints.findIndex((thumbprint) => !Thumbprint.safeParse(thumbprint).success)
  if (wrong >= 0 || thumbprints.length === 0)
    return new Refusal(
      'invalid-field',
      'base64url SHA-256 thumbprints of federation keys (RFC 7638)',
      `thumbprints.${Math.max(wrong, 0)}`,
    )
  const setting = { word: 'partner-pinned', partner, value: { partner, thumbprints } } as const
  const beside = await besideSetting(deps, setting, { thumbprints }, options)
  await deps.members.pin(member, partner, thumbprints, beside)
  const stored = await deps.members.findPartner(member, partner)
  if (stored !== null)
    await savePartner(deps, member, { ...stored, metadata: null, via: null, resolvedAt: null })
  memoryOf(deps).failed.forget(pairOf(member, partner))
  return { thumbprints, resolved: await resolvePartner(deps, member, partner, { fresh: true }) }
}

/** The federation keys that a partner shows now, the one it signs with first: to be compared before they are pinned. */
export async function keysShownBy(
  deps: Pick<Deps, 'net' | 'clock'>,
  partner: MemberId,
): Promise<{ readonly signsWith: string; readonly others: readonly string[] } | Refusal> {
  const applicant = await openApplicant(deps, partner, deps.clock.now())
  if (applicant instanceof Refusal) return applicant
  const { opened, signedWith } = applicant
  const kids: string[] = opened.federationKeys.map(({ kid }) => kid)
  return { signsWith: signedWith, others: kids.filter((kid) => kid !== signedWith) }
}

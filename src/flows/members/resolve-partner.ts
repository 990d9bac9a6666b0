// Who a partner is and with which keys it signs (D2, D3, D5): as stored while that is fresh, else asked anew, and stored. What
// vouched for it is kept as received. An unreachable partner keeps its last standing: until its statement ends, and for open
// cases 7 days more, marked (D2a). A partner hosted here takes the same way as any other (D1).
import type { PublicKey } from '../../core/cases/case.ts'
import type { MemberId, Thumbprint } from '../../core/kernel/id.ts'
import { type Instant, millisOf } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { usableKeys } from '../../core/members/key.ts'
import { type Footing, footingOf, type Standing } from '../../core/members/trust.ts'
import type { Partner } from '../member-ports.ts'
import type { Deps } from '../ports.ts'
import { type Denied, openPartner } from './trust/open-partner.ts'
import { memoryOf, pairOf, savePartner } from './partner-memory.ts'
import { renewedPartner, saysSomethingNew } from './trust/renew-partner.ts'

export type ResolveDeps = Pick<Deps, 'members' | 'net' | 'clock' | 'mayLookUp'>

export type ResolvedPartner = {
  readonly partner: Partner
  /** The keys its metadata shows: the active one and those to come. */
  readonly eventKeys: readonly PublicKey[]
  /** `judgeNewEngagement(standingOf(partner), at)` tells whether that carries a new engagement. */
  readonly footing: Footing
}

const HOUR = 60 * 60 * 1000
/** A suspension may be lifted any moment. */
const SUSPENDED_FRESH = 5 * 60 * 1000

/**
 * Resolves a partner. A suspended or lapsing one is returned as such, since open cases go on with it.
 *
 * Refusals: `member-unknown`, `partner-unreachable`, `partner-untrusted`, `pin-mismatch`, or the word of a statement or chain;
 * `rate-limited` where strangers made us look up too many.
 *
 * @param options.fresh asks again although what is stored has not ended, as when a key turns up that it does not show
 */
export async function resolvePartner(
  deps: ResolveDeps,
  member: MemberId,
  partner: MemberId,
  { fresh = false }: { readonly fresh?: boolean } = {},
): Promise<ResolvedPartner | Refusal> {
  const { asking } = memoryOf(deps)
  const question = `${pairOf(member, partner)} ${fresh} ${deps.mayLookUp !== undefined}`
  const asked = asking.get(question) ?? answer(deps, member, partner, fresh)
  asking.set(question, asked)
  try {
    return await asked
  } finally {
    asking.delete(question)
  }
}

async function answer(
  deps: ResolveDeps,
  member: MemberId,
  partner: MemberId,
  fresh: boolean,
): Promise<ResolvedPartner | Refusal> {
  const at = deps.clock.now()
  const { failed: failures, renewed } = memoryOf(deps)
  const pair = pairOf(member, partner)
  const isStranger = deps.mayLookUp !== undefined
  // Whoever pushes or asks could have us ask a partner again with every request; it was asked a moment ago.
  const anew = fresh && !(isStranger && renewed.recall(pair, millisOf(at)))
  const stored = await deps.members.findPartner(member, partner)
  if (!anew && stored !== null && isFresh(stored, at)) return resolved(stored, at)
  const failure = failures.recall(pair, millisOf(at))
  if (!(anew && !isStranger) && failure !== undefined) return fallBack(stored, failure, at)
  if (stored?.metadata == null && deps.mayLookUp?.() === false)
    return new Refusal('rate-limited', 'too many unknown members were to be looked up; try later')
  renewed.keep(pair, true, millisOf(at))
  return askAnew(deps, member, partner, stored, at)
}

/** What `core/members/trust.ts` judges by. */
export const standingOf = ({ expiresAt, suspended, via }: Partner): Standing => ({
  expires: expiresAt ?? ('1970-01-01T00:00:00.000Z' as Instant),
  suspended,
  pinned: via === 'pin',
})

function isFresh({ resolvedAt, metadata, suspended, ...partner }: Partner, at: Instant): boolean {
  if (resolvedAt === null || metadata === null) return false
  const age = millisOf(at) - millisOf(resolvedAt)
  if (suspended) return age < SUSPENDED_FRESH
  return age < HOUR && partner.expiresAt !== null && millisOf(at) < millisOf(partner.expiresAt)
}

async function askAnew(
  deps: ResolveDeps,
  member: MemberId,
  partner: MemberId,
  stored: Partner | null,
  at: Instant,
): Promise<ResolvedPartner | Refusal> {
  const found = await openPartner(deps, member, partner, at)
  if (found instanceof Refusal) return failed(deps, member, partner, stored, found, at)
  if (!('opened' in found)) {
    const suspended = suspendedBy(stored, found, at)
    if (suspended instanceof Refusal) return failed(deps, member, partner, stored, suspended, at)
    return succeeded(deps, member, suspended, at)
  }
  const renewed = await renewedPartner(deps, stored, found, at)
  if (saysSomethingNew(stored, renewed))
    await deps.members.keepStatements(member, partner, found.tokens, at)
  return succeeded(deps, member, renewed, at)
}

async function succeeded(
  deps: ResolveDeps,
  member: MemberId,
  partner: Partner,
  at: Instant,
): Promise<ResolvedPartner> {
  memoryOf(deps).failed.forget(pairOf(member, partner.id))
  await savePartner(deps, member, partner)
  return resolved(partner, at)
}

async function failed(
  deps: ResolveDeps,
  member: MemberId,
  partner: MemberId,
  stored: Partner | null,
  refusal: Refusal,
  at: Instant,
): Promise<ResolvedPartner | Refusal> {
  memoryOf(deps).failed.keep(pairOf(member, partner), refusal, millisOf(at))
  if (stored !== null && stored.lastError !== refusal.code)
    await savePartner(deps, member, { ...stored, lastError: refusal.code })
  return fallBack(stored, refusal, at)
}

/** The anchor that vouched for it says no: suspended. The no of one that never did leaves it as untrusted as before. */
function suspendedBy(
  stored: Partner | null,
  { denied, refusal }: Denied,
  at: Instant,
): Partner | Refusal {
  if (stored?.metadata == null || stored.anchor === null || !denied.includes(stored.anchor))
    return refusal ?? new Refusal('partner-untrusted')
  return { ...stored, suspended: true, resolvedAt: at, lastError: null }
}

/** What was stored, as long as it carries; else the refusal. */
function fallBack(
  stored: Partner | null,
  refusal: Refusal,
  at: Instant,
): ResolvedPartner | Refusal {
  if (stored?.metadata == null) return refusal
  const footing = footingOf(standingOf(stored), at)
  const carries =
    footing === 'good' ||
    (refusal.code === 'partner-unreachable' && (footing === 'lapsing' || footing === 'suspended'))
  return carries ? resolved({ ...stored, lastError: refusal.code }, at) : refusal
}

function resolved(partner: Partner, at: Instant): ResolvedPartner {
  const eventKeys = partner.metadata === null ? [] : usableKeys(partner.metadata.jwks)
  return { partner, eventKeys, footing: footingOf(standingOf(partner), at) }
}

/** The thumbprints of a partner's event keys, present and past, as badges are judged by. */
export function eventKeysOf({ metadata, pastKeys }: Partner): {
  readonly current: readonly Thumbprint[]
  readonly retired: readonly { readonly key: Thumbprint; readonly revoked?: 'unspecified' }[]
} {
  return {
    current: metadata === null ? [] : usableKeys(metadata.jwks).map(({ kid }) => kid),
    retired: pastKeys.map(({ kid, revokedAt }) => ({
      key: kid as Thumbprint,
      ...(revokedAt === null ? {} : { revoked: 'unspecified' as const }),
    })),
  }
}

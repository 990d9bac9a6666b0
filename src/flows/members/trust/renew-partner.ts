// A partner as it is to be stored after it was asked: its metadata and standing as opened, its retired event keys for ever (D5).
import type { MemberId } from '../../../core/kernel/id.ts'
import type { Instant } from '../../../core/kernel/instant.ts'
import { Refusal } from '../../../core/kernel/refusal.ts'
import { openHistoricalKeys } from '../../../core/members/historical-keys.ts'
import type { OpenedMember } from '../../../core/members/member.ts'
import { MAX_STATEMENT_BYTES } from '../../../core/members/signed-token.ts'
import type { Partner } from '../../member-ports.ts'
import { type FetchDeps, fetchText } from './fetch-document.ts'
import type { OpenedPartner } from './open-partner.ts'

export async function renewedPartner(
  deps: FetchDeps,
  stored: Partner | null,
  { opened, via, anchor, denied }: OpenedPartner,
  at: Instant,
): Promise<Partner> {
  const vouchedBefore = stored?.anchor ?? null
  return {
    id: opened.member,
    name: opened.metadata.organization_name,
    metadata: opened.metadata,
    via,
    anchor: anchor ?? vouchedBefore,
    expiresAt: opened.expires,
    resolvedAt: at,
    suspended: isSuspended(anchor, vouchedBefore, denied),
    pastKeys: await pastKeysOf(deps, stored, opened, at),
    clockOffset: stored?.clockOffset ?? 0,
    lastError: null,
  }
}

/** A pinned partner whose anchor takes back its word is suspended, unless another anchor vouches (D2a). */
const isSuspended = (
  anchor: MemberId | null,
  before: MemberId | null,
  denied: readonly MemberId[],
): boolean => anchor === null && before !== null && denied.includes(before)

/** Merged into what we know: a key once retired or revoked stays so, whatever a later list leaves out. */
async function pastKeysOf(
  deps: FetchDeps,
  stored: Partner | null,
  { member: entity, historyAddress, federationKeys }: OpenedMember,
  at: Instant,
): Promise<Partner['pastKeys']> {
  const known = new Map((stored?.pastKeys ?? []).map((key) => [key.kid, key]))
  const list = historyAddress && (await fetchText(deps, historyAddress, MAX_STATEMENT_BYTES))
  if (!list || list instanceof Refusal) return [...known.values()]
  const listed = await openHistoricalKeys({ entity, list, federationKeys, at })
  if (listed instanceof Refusal) return [...known.values()]
  for (const { key, signs, revoked } of listed) {
    if (signs !== 'events') continue
    // `superseded` is a retirement by another name.
    const revokedAt = revoked && revoked.reason !== 'superseded' ? revoked.at : null
    const kid: string = key.kid
    known.set(kid, { kid, revokedAt: known.get(kid)?.revokedAt ?? revokedAt })
  }
  return [...known.values()]
}

/** Whether the statements are worth keeping: they say something else than before, or are the day's first. */
export const saysSomethingNew = (stored: Partner | null, renewed: Partner): boolean =>
  dayOf(stored) !== dayOf(renewed) || sayingOf(stored) !== sayingOf(renewed)

const dayOf = (partner: Partner | null): string | undefined => partner?.resolvedAt?.slice(0, 10)
const sayingOf = (partner: Partner | null): string =>
  JSON.stringify([partner?.metadata, partner?.via, partner?.anchor, partner?.suspended])

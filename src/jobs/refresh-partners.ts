// Keeps what we know about partners fresh before anybody needs it: asks those again whose standing grows old, and meets members
// that an alliance lists and nobody here has met. One bounded pass; what fails is tried again at the next.
import type { MemberId } from '../core/kernel/id.ts'
import { type Instant, millisOf } from '../core/kernel/instant.ts'
import { Refusal } from '../core/kernel/refusal.ts'
import type { Partner } from '../flows/member-ports.ts'
import type { ResolveDeps } from '../flows/members/resolve-partner.ts'
import { currentSupport } from '../flows/duty/support-profile-of.ts'
import { resolvePartner } from '../flows/members/resolve-partner.ts'
import { listedMembers } from '../flows/members/search-partners.ts'

export type RefreshOptions = {
  /** Partners asked in one pass. */
  readonly limit: number
  readonly signal?: AbortSignal
}

/** Older than this is asked again: before the hour after which a request would have to wait for it. */
const OLD_MILLIS = 45 * 60 * 1000
const PAGE = 100

type Due = { readonly member: MemberId; readonly partner: MemberId; readonly failing: boolean }

/** @returns how many partners were asked */
export async function refreshPartners(
  deps: ResolveDeps,
  { limit, signal }: RefreshOptions,
): Promise<number> {
  const due: Due[] = []
  for (const { id, role } of await deps.members.listEntities())
    if (role === 'member') due.push(...(await dueFor(deps, id)))
  // Those that failed last time come last, so that they never use up what the others need.
  const inTurn = due.toSorted((a, b) => Number(a.failing) - Number(b.failing)).slice(0, limit)
  let asked = 0
  for (const { member, partner } of inTurn) {
    if (signal?.aborted === true) break
    const resolved = await resolvePartner(deps, member, partner, { fresh: true })
    // Who answers there is shown wherever a partner is chosen; its support profile is here before anybody looks.
    if (!(resolved instanceof Refusal)) await currentSupport(deps, member, partner)
    asked++
  }
  return asked
}

async function dueFor(deps: ResolveDeps, member: MemberId): Promise<Due[]> {
  const partners = await knownPartners(deps, member)
  const met = new Set(partners.map(({ id }) => id))
  const { listed } = await listedMembers(deps, member)
  const at = deps.clock.now()
  return [
    ...partners
      .filter((partner) => isOld(partner, at))
      .map(({ id, lastError }) => ({ member, partner: id, failing: lastError !== null })),
    ...listed
      .filter(({ id }) => !met.has(id))
      .map(({ id }) => ({ member, partner: id, failing: true })),
  ]
}

async function knownPartners(deps: ResolveDeps, member: MemberId): Promise<Partner[]> {
  const partners: Partner[] = []
  for (let after: string | null = null; ;) {
    const page = await deps.members.searchPartners(member, null, { after, limit: PAGE })
    if (page instanceof Refusal) throw new Error(`the list of partners ends early: ${page.detail}`)
    partners.push(...page.items)
    if (page.next === null) return partners
    after = page.next
  }
}

const isOld = ({ resolvedAt }: Partner, at: Instant): boolean =>
  resolvedAt === null || millisOf(at) - millisOf(resolvedAt) >= OLD_MILLIS

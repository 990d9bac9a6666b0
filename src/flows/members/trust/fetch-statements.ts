// Fetches what vouches for a partner: its configuration, and from each anchor trusted here that it names, the anchor's statement
// about it (OpenID Federation 1.0 §8.1, §9, §10.1). In: whom to ask about. Out: tokens and their verdict; nothing is stored.
import { isJsonObject } from '../../../core/exchange/strict-json.ts'
import { textOf } from '../../../core/kernel/bytes.ts'
import type { MemberId } from '../../../core/kernel/id.ts'
import type { Instant } from '../../../core/kernel/instant.ts'
import { Refusal } from '../../../core/kernel/refusal.ts'
import { openAnchor, type OpenedAnchor, type TrustedAnchor } from '../../../core/members/anchor.ts'
import { openChain } from '../../../core/members/chain.ts'
import { configurationAddress } from '../../../core/members/endpoints.ts'
import type { OpenedMember } from '../../../core/members/member.ts'
import { MAX_STATEMENT_BYTES } from '../../../core/members/signed-token.ts'
import type { Deps, NetResponse } from '../../ports.ts'
import { fetchAnswer, type FetchDeps, fetchText, textOfAnswer } from './fetch-document.ts'

/** `member-unknown` when the address says that nobody is there. */
export async function fetchConfiguration(
  deps: FetchDeps,
  entity: MemberId,
): Promise<string | Refusal> {
  const url = configurationAddress(entity)
  const answer = await fetchAnswer(deps, url, MAX_STATEMENT_BYTES)
  if (answer instanceof Refusal) return answer
  if (answer.status === 404 || answer.status === 410)
    return new Refusal('member-unknown', `there is no entity configuration at ${url}`)
  return textOfAnswer(url, answer)
}

/** The configuration of an anchor, opened: where it answers about its members. */
export async function fetchAnchor(
  deps: FetchDeps,
  anchor: MemberId,
  anchors: readonly TrustedAnchor[],
  at: Instant,
): Promise<{ readonly configuration: string; readonly opened: OpenedAnchor } | Refusal> {
  const configuration = await fetchText(deps, configurationAddress(anchor), MAX_STATEMENT_BYTES)
  if (configuration instanceof Refusal) return configuration
  const opened = await openAnchor({ anchor, configuration, anchors, at })
  return opened instanceof Refusal ? opened : { configuration, opened }
}

/** The anchors that a member trusts, in the form that opens chains. */
export async function anchorsOf(
  deps: Pick<Deps, 'members'>,
  member: MemberId,
): Promise<readonly TrustedAnchor[]> {
  const anchors = await deps.members.trustedAnchors(member)
  return anchors.map(({ id, keys }) => ({ id, jwks: { keys: [...keys] } }))
}

export type AnchorsSay = {
  readonly vouched: { readonly member: OpenedMember; readonly tokens: readonly string[] } | null
  /** Anchors that answered and do not vouch. */
  readonly denied: readonly MemberId[]
  /** Why the others did not say. */
  readonly refusals: readonly Refusal[]
}

/** Asks one anchor after the other until one vouches. */
export async function askAnchors(
  deps: FetchDeps,
  question: {
    readonly partner: MemberId
    readonly configuration: string
    readonly hints: readonly MemberId[]
    readonly anchors: readonly TrustedAnchor[]
    readonly at: Instant
  },
): Promise<AnchorsSay> {
  const denied: MemberId[] = []
  const refusals: Refusal[] = []
  const { partner: member, configuration, anchors, at } = question
  for (const { id } of anchors.filter((anchor) => question.hints.includes(anchor.id))) {
    const answer = await askAnchor(deps, member, id, anchors, at)
    if (answer instanceof Refusal) refusals.push(answer)
    else if (answer === 'denied') denied.push(id)
    else {
      const chain = [configuration, answer.statement, answer.anchor]
      const opened = await openChain({ member, chain, anchors, at })
      if (!(opened instanceof Refusal))
        return { vouched: { member: opened, tokens: chain }, denied, refusals }
      refusals.push(opened)
    }
  }
  return { vouched: null, denied, refusals }
}

/** One anchor about one partner: its statement and its own configuration, as received. */
export async function askAnchor(
  deps: FetchDeps,
  partner: MemberId,
  id: MemberId,
  anchors: readonly TrustedAnchor[],
  at: Instant,
): Promise<{ readonly statement: string; readonly anchor: string } | 'denied' | Refusal> {
  const anchor = await fetchAnchor(deps, id, anchors, at)
  if (anchor instanceof Refusal) return anchor
  const url = new URL(anchor.opened.fetchAddress)
  url.searchParams.set('sub', partner)
  const answer = await fetchAnswer(deps, url.href, MAX_STATEMENT_BYTES)
  if (answer instanceof Refusal) return answer
  if (saysNotFound(answer)) return 'denied'
  const statement = textOfAnswer(url.href, answer)
  return statement instanceof Refusal ? statement : { statement, anchor: anchor.configuration }
}

/** Only the anchor's own words count as a no; a stray 404 of some proxy is no suspension. */
function saysNotFound({ status, body }: NetResponse): boolean {
  if (status !== 404) return false
  try {
    const answer: unknown = JSON.parse(textOf(body) ?? '')
    return isJsonObject(answer) && answer['error'] === 'not_found'
  } catch {
    return false
  }
}

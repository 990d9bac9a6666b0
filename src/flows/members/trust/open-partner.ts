// Finds out who a partner is now: by the pin where there is one, else by a chain to a trusted anchor (D2). In: whom. Out: what
// vouches for it and how, or the word of the step that failed. A pin carries a partner without any anchor; where an anchor has
// vouched for it before, that anchor's no is heard all the same.
import type { MemberId, Thumbprint } from '../../../core/kernel/id.ts'
import type { Instant } from '../../../core/kernel/instant.ts'
import { Refusal } from '../../../core/kernel/refusal.ts'
import type { OpenedMember } from '../../../core/members/member.ts'
import { openPinned } from '../../../core/members/pin.ts'
import { readStatement } from '../../../core/members/statement.ts'
import type { Deps } from '../../ports.ts'
import { anchorsOf, type AnchorsSay, askAnchors, fetchConfiguration } from './fetch-statements.ts'

export type OpenedPartner = {
  readonly opened: OpenedMember
  readonly via: 'anchor' | 'pin'
  readonly anchor: MemberId | null
  readonly denied: readonly MemberId[]
  /** As received: the truth this rests on. */
  readonly tokens: readonly string[]
}

/** Nobody vouches: these anchors said so, and this is why others did not say. */
export type Denied = { readonly denied: readonly MemberId[]; readonly refusal: Refusal | null }

/** Asks the network. Refusals: `member-unknown`, `partner-unreachable`, `partner-untrusted`, `pin-mismatch`, statement words. */
export async function openPartner(
  deps: Pick<Deps, 'members' | 'net'>,
  member: MemberId,
  partner: MemberId,
  at: Instant,
): Promise<OpenedPartner | Denied | Refusal> {
  const configuration = await fetchConfiguration(deps, partner)
  if (configuration instanceof Refusal) return configuration
  const statement = await readStatement(configuration, at)
  if (statement instanceof Refusal) return statement
  const [pin, anchors] = await Promise.all([
    deps.members.pinOf(member, partner),
    anchorsOf(deps, member),
  ])
  const hints = statement.claims.authority_hints ?? []
  const say = await askAnchors(deps, { partner, configuration, hints, anchors, at })
  return pin === null
    ? byAnchor(say)
    : byPin(say, { member: partner, configuration, pin: new Set(pin as Thumbprint[]), at })
}

function byAnchor({
  vouched,
  denied,
  refusals: [refusal],
}: AnchorsSay): OpenedPartner | Denied | Refusal {
  if (vouched !== null) {
    const { member: opened, tokens } = vouched
    return { opened, via: 'anchor', anchor: opened.anchor, denied, tokens }
  }
  if (denied.length > 0) return { denied, refusal: refusal ?? null }
  return refusal ?? new Refusal('partner-untrusted')
}

async function byPin(
  { vouched, denied }: AnchorsSay,
  pinned: Parameters<typeof openPinned>[0],
): Promise<OpenedPartner | Refusal> {
  const opened = await openPinned(pinned)
  if (opened instanceof Refusal) return opened
  const tokens = vouched?.tokens ?? [pinned.configuration]
  return { opened, via: 'pin', anchor: vouched?.member.anchor ?? null, denied, tokens }
}

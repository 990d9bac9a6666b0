// Small parts that every view of a case is made of: moments for people, texts as far as they are held, offers, claims.
import type { EventId, MemberId } from '../kernel/id.ts'
import { type Instant, instantOfSeconds } from '../kernel/instant.ts'
import { type SharedLevel, type SharedWord, WORDS } from '../severity/scale.ts'
import type { Claim, Native, Offer } from './case-parts.ts'

/** Texts that were disclosed to us, opened: by event, then by slot. A text that is not here shows as null. */
export type Texts = ReadonlyMap<EventId, Readonly<Record<string, unknown>>>

export const textOf = (texts: Texts, event: EventId | undefined, slot: string): unknown =>
  (event === undefined ? undefined : texts.get(event)?.[slot]) ?? null

export const momentOf = (mark: { readonly at: number } | null | undefined): Instant | null =>
  mark ? instantOfSeconds(mark.at) : null

export type OfferView = {
  readonly id: EventId
  readonly by: MemberId
  readonly to: MemberId
  readonly at: Instant
  readonly text: unknown
  readonly answer: 'accepted' | 'declined' | null
  readonly answeredAt: Instant | null
}

export function viewOffer(offer: Offer | null, texts: Texts): OfferView | null {
  return (
    offer && {
      id: offer.event,
      by: offer.by,
      to: offer.to,
      at: instantOfSeconds(offer.at),
      text: textOf(texts, offer.event, 'ask'),
      answer: offer.answer?.word ?? null,
      answeredAt: momentOf(offer.answer),
    }
  )
}

export type ClaimView = {
  readonly level: SharedLevel
  readonly word: SharedWord
  readonly native: Native | null
  readonly reason: string
  readonly text: unknown
  readonly at: Instant
  readonly event: EventId
  readonly unseen: boolean
  /** The gravest level, without a word on its impact or on whom to reach. */
  readonly unsupported: boolean
  readonly impact: unknown
  readonly contact: unknown
}

export function viewClaim(claim: Claim | null, texts: Texts): ClaimView | null {
  return (
    claim && {
      level: claim.level,
      word: WORDS[claim.level],
      native: claim.native,
      reason: claim.reason,
      text: textOf(texts, claim.event, 'note'),
      at: instantOfSeconds(claim.at),
      event: claim.event,
      unseen: claim.unseen,
      unsupported: claim.unsupported === true,
      impact: textOf(texts, claim.event, 'impact'),
      contact: textOf(texts, claim.event, 'contact'),
    }
  )
}

// What our side adds by itself, because a person's word already said so or the protocol asks for it: passing the baton or the
// case once the offer was accepted (D13, D13a), pointing at two histories of one author (D14), confirming decisions seen (D10b), and
// closing a notice whose window is over.
// In: the state, who we are, the time.
import type { MemberId } from '../kernel/id.ts'
import { hostOf, isActive, openEscalations, participantOf, statusOf } from './case.ts'
import type { CaseState } from './case.ts'
import type { CaseCommand } from './command.ts'
import { unshown } from './integrity.ts'

/** Decisions are confirmed this long after they came, so that several are confirmed at once. */
export const CONFIRM_AFTER_SECONDS = 3
/** At most one confirmation in this time and case (D10b). */
export const CONFIRM_EVERY_SECONDS = 30

export type FollowUp = { readonly command: CaseCommand; readonly due: number }

/** The next thing to add and when, in seconds; null when there is nothing. */
export function followUp(s: CaseState, self: MemberId, now: number): FollowUp | null {
  if (!isActive(s, self)) return null
  const { offer, holder } = s.baton
  if (
    holder === self &&
    offer?.by === self &&
    offer.answer?.word === 'accepted' &&
    isActive(s, offer.to)
  )
    return { command: { type: 'pass-baton' }, due: now }
  const hand = s.hostOffer
  if (
    hostOf(s) === self &&
    hand?.by === self &&
    hand.answer?.word === 'accepted' &&
    isActive(s, hand.to)
  )
    return { command: { type: 'transfer-host' }, due: now }
  const shown = evidence(s, self)
  if (shown) return { command: shown, due: now + CONFIRM_AFTER_SECONDS }
  const expired = expiry(s, self)
  const unseen = s.unsettled.some((u) => u.by !== self && !u.seenBy.includes(self))
  if (!unseen) return expired
  const last = participantOf(s, self)?.receivedAt ?? null
  const earliest = last === null ? 0 : last + CONFIRM_EVERY_SECONDS
  return {
    command: { type: 'confirm-received' },
    due: Math.max(now + CONFIRM_AFTER_SECONDS, earliest),
  }
}

/** A notice is over with its window: its host closes it. */
function expiry(s: CaseState, self: MemberId): FollowUp | null {
  if (s.kind !== 'change' || s.window === undefined || hostOf(s) !== self) return null
  if (statusOf(s) === 'closed' || openEscalations(s).length > 0) return null
  return { command: { type: 'close-case', code: 'expired' }, due: s.window.until }
}

/** Equivocations that make us write in one case. Beyond them the author is known for what it does. */
const MOST_FORKS = 8

/** The first equivocation of somebody else that nobody has shown yet. */
function evidence(s: CaseState, self: MemberId): CaseCommand | null {
  for (const fork of s.equivocations.slice(0, MOST_FORKS)) {
    const events = fork.author === self ? null : unshown(fork)
    if (events) return { type: 'show-equivocation', author: fork.author, events }
  }
  return null
}

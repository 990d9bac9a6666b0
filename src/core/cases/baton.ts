// The baton says who owns the next action; it is never a lock. Epoch = (term, n): a pass counts n up, a reclaim by the host
// starts the next term and beats passes of lower terms that it had not seen (D13). Accepting moves nothing; passing does.
import { z } from 'zod'
import { hostOf, isActive, participantOf } from './case.ts'
import type { CaseState } from './case.ts'
import type { CaseEvent } from './event.ts'
import { eventRule } from './event.ts'
import type { MemberId } from '../kernel/id.ts'
import type { RefusalCode } from '../kernel/refusal.ts'
import { Epoch, Event, Member } from './shapes.ts'

export const BATON_DECLINE_CODES = [
  'not-ours',
  'no-capacity',
  'waiting-for-others',
  'other',
] as const

type EpochValue = { term: number; n: number }

const inEpoch = (s: CaseState, epoch: EpochValue): boolean =>
  epoch.term === s.baton.term && epoch.n === s.baton.n

const byHolder = (s: CaseState, e: CaseEvent, epoch: EpochValue): RefusalCode | null => {
  if (s.baton.holder !== e.author) return 'not-holder'
  return inEpoch(s, epoch) ? null : 'epoch-stale'
}

const answers = (s: CaseState, e: CaseEvent, offer: string): RefusalCode | null => {
  if (s.baton.offer?.event !== offer || s.baton.offer.answer) return 'offer-unknown'
  return s.baton.offer.to === e.author ? null : 'not-offeree'
}

const answer = (s: CaseState, e: CaseEvent, offer: string, word: 'accepted' | 'declined') => {
  if (s.baton.offer?.event !== offer || s.baton.offer.to !== e.author) return s
  const answered = { ...s.baton.offer, answer: { event: e.id, at: e.at, word } }
  return { ...s, baton: { ...s.baton, offer: answered } }
}

/** The reclaim's own rule: the host does not hold it, and the holder was silent as long as the case agreed at opening. */
function judgeReclaim(s: CaseState, e: CaseEvent): RefusalCode | null {
  if (hostOf(s) !== e.author) return 'not-host'
  if (s.baton.holder === e.author) return 'baton-held-by-host'
  if (s.batonSilence === null || !isActive(s, s.baton.holder)) return null
  const spoke = Math.max(participantOf(s, s.baton.holder)?.lastAt ?? 0, s.baton.since.at)
  return e.at - spoke >= s.batonSilence ? null : 'silence-too-short'
}

/** Moves remembered; of those before, only the first is kept, as held by nobody known. */
const MAX_MOVES = 128

type Moves = NonNullable<CaseState['baton']['moves']>

function moved(moves: Moves, e: CaseEvent, holder: MemberId): Moves {
  const next = [...moves, { event: e.id, at: e.at, holder }]
  const [first, , ...rest] = next
  return next.length > MAX_MOVES && first ? [{ ...first, holder: null }, ...rest] : next
}

export const batonRules = {
  'baton-offered': eventRule({
    body: z.object({ to: Member, epoch: Epoch }),
    slots: ['ask'],
    decision: true,
    contests: true,
    judge: (s, e, body) => {
      const word = byHolder(s, e, body.epoch)
      if (word) return word
      if (body.to === e.author) return 'target-is-self'
      return isActive(s, body.to) ? null : 'target-not-active'
    },
    evolve: (s, e, body) =>
      s.baton.holder !== e.author || !inEpoch(s, body.epoch)
        ? s
        : {
            ...s,
            baton: {
              ...s.baton,
              offer: { event: e.id, at: e.at, by: e.author, to: body.to, answer: null },
            },
          },
  }),

  'baton-offer-withdrawn': eventRule({
    body: z.object({ offer: Event }),
    slots: [],
    decision: true,
    contests: true,
    judge: (s, e, { offer }) => {
      if (s.baton.holder !== e.author) return 'not-holder'
      return s.baton.offer?.event === offer ? null : 'offer-unknown'
    },
    evolve: (s, _e, { offer }) =>
      s.baton.offer?.event === offer ? { ...s, baton: { ...s.baton, offer: null } } : s,
  }),

  'baton-accepted': eventRule({
    body: z.object({ offer: Event }),
    slots: ['note'],
    decision: true,
    contests: true,
    judge: (s, e, { offer }) => answers(s, e, offer),
    evolve: (s, e, { offer }) => answer(s, e, offer, 'accepted'),
  }),

  'baton-declined': eventRule({
    body: z.object({ offer: Event, code: z.enum(BATON_DECLINE_CODES) }),
    slots: ['reason'],
    decision: true,
    contests: true,
    judge: (s, e, { offer }) => answers(s, e, offer),
    evolve: (s, e, { offer }) => answer(s, e, offer, 'declined'),
  }),

  'baton-passed': eventRule({
    body: z.object({ to: Member, epoch: Epoch, offer: Event }),
    slots: [],
    decision: true,
    contests: true,
    judge: (s, e, body) => {
      const word = byHolder(s, e, body.epoch)
      if (word) return word
      if (s.baton.offer?.event !== body.offer || s.baton.offer.to !== body.to)
        return 'offer-unknown'
      if (s.baton.offer.answer?.word !== 'accepted') return 'offer-not-accepted'
      return isActive(s, body.to) ? null : 'target-not-active'
    },
    evolve: (s, e, body) =>
      s.baton.holder !== e.author || !inEpoch(s, body.epoch)
        ? s
        : {
            ...s,
            baton: {
              term: s.baton.term,
              n: s.baton.n + 1,
              holder: body.to,
              since: { event: e.id, at: e.at },
              offer: null,
              moves: moved(s.baton.moves ?? [], e, body.to),
            },
          },
  }),

  'baton-reclaimed': eventRule({
    body: z.object({ term: z.number().int().positive() }),
    slots: ['reason'],
    decision: true,
    contests: true,
    judge: (s, e, { term }) =>
      judgeReclaim(s, e) ?? (term === s.baton.term + 1 ? null : 'epoch-stale'),
    // A pass that the reclaim had not seen never moved it, and leaves no trace among the moves.
    evolve: (s, e, { term }, sees) =>
      term <= s.baton.term
        ? s
        : {
            ...s,
            baton: {
              term,
              n: 0,
              holder: e.author,
              since: { event: e.id, at: e.at },
              offer: null,
              moves: moved(
                (s.baton.moves ?? []).filter((move) => sees(move.event)),
                e,
                e.author,
              ),
            },
          },
  }),
}

// How a case is handled, as people see it: the communication plan, actions, promises, resolution records, and who disputes a severity.
import type { EventId, MemberId } from '../kernel/id.ts'
import { type Instant, instantOfSeconds } from '../kernel/instant.ts'
import { actionWord, type ActionWord } from './action.ts'
import type { CaseState, Participant } from './case.ts'
import { participantOf } from './case.ts'
import { disputes } from './flags.ts'
import type { Action, Promised } from './registers.ts'
import { resolutionBy } from './resolution.ts'
import { type Texts, textOf } from './view-parts.ts'

const moment = (seconds: number | null | undefined): Instant | null =>
  seconds === null || seconds === undefined ? null : instantOfSeconds(seconds)

export type PlanView = {
  readonly id: EventId
  readonly version: number
  readonly by: MemberId
  readonly at: Instant
  readonly rhythmMinutes: number
  readonly channel: string
  readonly nextUpdate: Instant | null
  readonly texts: Readonly<Record<string, unknown>>
  readonly agreed: readonly { readonly member: MemberId; readonly at: Instant }[]
}

export function viewPlan({ plan }: CaseState, texts: Texts): PlanView | null {
  if (!plan) return null
  const { event, version, by, at, rhythmMinutes, channel, nextUpdate, agreed } = plan
  return {
    id: event,
    version,
    by,
    at: instantOfSeconds(at),
    rhythmMinutes,
    channel,
    nextUpdate: moment(nextUpdate),
    texts: texts.get(event) ?? {},
    agreed: Object.entries(agreed).map(([member, mark]) => ({
      member: member as MemberId,
      at: instantOfSeconds(mark.at),
    })),
  }
}

export type ActionView = {
  readonly id: EventId
  readonly by: MemberId
  readonly assignee: MemberId
  readonly at: Instant
  readonly due: Instant | null
  readonly escalation: EventId | null
  readonly state: ActionWord
  readonly text: unknown
  readonly answeredAt: Instant | null
  readonly answer: unknown
}

/** Actions in the order they were written down in. */
export const viewActions = (s: CaseState, texts: Texts): ActionView[] =>
  (Object.entries(s.actions ?? {}) as [EventId, Action][])
    .toSorted(([a, one], [b, two]) => one.at - two.at || (a < b ? -1 : 1))
    .map(([id, action]) => ({
      id,
      by: action.by,
      assignee: action.assignee,
      at: instantOfSeconds(action.at),
      due: moment(action.due),
      escalation: action.escalation ?? null,
      state: actionWord(action),
      text: textOf(texts, id, 'text'),
      answeredAt: moment(action.answer?.at),
      answer: textOf(texts, action.answer?.event, 'note'),
    }))

export type PromiseView = {
  readonly due: Instant
  readonly madeAt: Instant
  /** When an update kept it; null while none did, and for good once it is past due. */
  readonly keptAt: Instant | null
}

export const viewPromises = ({ promises = [] }: Participant): PromiseView[] =>
  promises.map(({ due, made, kept }: Promised) => ({
    due: instantOfSeconds(due),
    madeAt: instantOfSeconds(made),
    keptAt: moment(kept),
  }))

export type ResolutionView = {
  readonly id: EventId
  readonly at: Instant
  readonly cause: string
  readonly fixOwner: MemberId | null
  readonly references: readonly { readonly kind: string; readonly id: string }[]
  readonly fieldFeedback: boolean
  /** Whether the host said that this one counts. */
  readonly counts: boolean
  readonly texts: Readonly<Record<string, unknown>>
}

export function viewResolution(
  s: CaseState,
  { resolution }: Participant,
  texts: Texts,
): ResolutionView | null {
  if (!resolution) return null
  const { event, at, cause, fixOwner, references, fieldFeedback } = resolution
  const counts = s.status.counts === event && resolutionBy(s, event) !== null
  return {
    id: event,
    at: instantOfSeconds(at),
    cause,
    fixOwner,
    references,
    fieldFeedback,
    counts,
    texts: texts.get(event) ?? {},
  }
}

export type DisputeView = {
  readonly by: MemberId
  readonly against: MemberId
  readonly at: Instant
  readonly text: unknown
}

/** Who does not follow whose milder severity, as both stand. */
export const viewDisputes = (s: CaseState, texts: Texts): DisputeView[] =>
  Object.values(s.participants).flatMap((p) =>
    disputes(s, p).flatMap((against) => {
      const refused = participantOf(s, p.id)?.refusals?.[against]
      return refused
        ? [
            {
              by: p.id,
              against,
              at: instantOfSeconds(refused.at),
              text: textOf(texts, refused.event, 'reason'),
            },
          ]
        : []
    }),
  )

/** `open`: the claims differ, and nobody has refused to follow the milder one. */
export type Accord = 'none' | 'agreed' | 'open' | 'disputed'

export function accordOf(levels: readonly (number | null)[], isDisputed: boolean): Accord {
  const claimed = levels.filter((level) => level !== null)
  if (claimed.length < 2) return 'none'
  if (new Set(claimed).size === 1) return 'agreed'
  return isDisputed ? 'disputed' : 'open'
}

/** Events whose texts these show. */
export const textEventsOfHandling = (s: CaseState): (EventId | undefined)[] => [
  s.plan?.event,
  ...(Object.entries(s.actions ?? {}) as [EventId, Action][]).flatMap(([id, { answer }]) => [
    id,
    answer?.event,
  ]),
  ...Object.values(s.participants).flatMap((p) => [
    p.resolution?.event,
    ...Object.values(p.refusals ?? {}).map((refused) => refused.event),
  ]),
]

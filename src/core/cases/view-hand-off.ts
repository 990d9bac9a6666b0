// What a hand-off settled beforehand and what came of it, as people see it: plan, channel, how the level was rounded, the phone call, what
// the level asks of the requester, and what the invitee says of its clocks.
import type { EventId } from '../kernel/id.ts'
import { type Instant, instantOfSeconds } from '../kernel/instant.ts'
import type { Engagement, Mark } from './case.ts'
import type { Channel, LevelDuty, Pause, Projected } from './registers.ts'
import { momentOf, type Texts, textOf } from './view-parts.ts'

export type HandOffView = {
  readonly plan: string | null
  readonly channel: Channel
  readonly supportProfile: string | null
  readonly projected: Projected | null
  readonly window: { readonly from: Instant; readonly until: Instant } | null
  readonly phone: {
    readonly at: Instant
    /** Null while the invitee has not said whether the call was as written. */
    readonly confirmed: boolean | null
    readonly answeredAt: Instant | null
    readonly text: unknown
    readonly note: unknown
  } | null
  readonly levelDuties: readonly {
    readonly duty: LevelDuty
    readonly metAt: Instant | null
    readonly reference: unknown
  }[]
}

export type PauseView = {
  readonly id: EventId
  readonly clock: string
  readonly reason: string
  readonly from: Instant
  readonly until: Instant | null
  readonly text: unknown
}

export type MissedView = { readonly clock: string; readonly due: Instant; readonly at: Instant }

/** The invitee's first word: an acknowledgment, or any answer, which says as much. */
export function acknowledgedBy(e: Engagement): Mark | null {
  const words = [e.acknowledged, e.accepted, e.declined, e.questions[0]]
  return words.reduce<Mark | null>(
    (first, word) => (word && (first === null || word.at < first.at) ? word : first),
    null,
  )
}

export const viewWindow = (
  window: { readonly from: number; readonly until: number } | undefined,
): HandOffView['window'] =>
  window ? { from: instantOfSeconds(window.from), until: instantOfSeconds(window.until) } : null

export function viewHandOff(e: Engagement, texts: Texts): HandOffView {
  const duties = Object.entries(e.levelDuties ?? {}) as [LevelDuty, Mark | null][]
  return {
    plan: e.plan ?? null,
    channel: e.channel ?? 'api',
    supportProfile: e.support ?? null,
    projected: e.projected ?? null,
    window: viewWindow(e.window),
    phone: e.phone
      ? {
          at: instantOfSeconds(e.phone.at),
          confirmed: e.phone.answer?.confirmed ?? null,
          answeredAt: momentOf(e.phone.answer),
          text: textOf(texts, e.id, 'call'),
          note: textOf(texts, e.phone.answer?.event, 'note'),
        }
      : null,
    levelDuties: duties.map(([duty, met]) => ({
      duty,
      metAt: momentOf(met),
      reference: textOf(texts, met?.event, 'reference'),
    })),
  }
}

const pausesIn = (pauses: NonNullable<Engagement['pauses']>): [EventId, Pause][] =>
  (Object.entries(pauses) as [EventId, Pause][]).toSorted(([, a], [, b]) => a.at - b.at)

export const viewPauses = ({ pauses = {} }: Engagement, texts: Texts): PauseView[] =>
  pausesIn(pauses).map(([id, { at, clock, reason, until }]) => ({
    id,
    clock,
    reason,
    from: instantOfSeconds(at),
    until: until === null ? null : instantOfSeconds(until),
    text: textOf(texts, id, 'note'),
  }))

export const viewMissed = ({ missed = [] }: Engagement): MissedView[] =>
  missed.map(({ clock, due, at }) => ({
    clock,
    due: instantOfSeconds(due),
    at: instantOfSeconds(at),
  }))

/** Events whose texts these show. */
export const textEventsOfHandOff = (e: Engagement): (EventId | undefined)[] => [
  e.phone?.answer?.event,
  ...Object.values(e.levelDuties ?? {}).map((met) => met?.event),
  ...pausesIn(e.pauses ?? {}).map(([id]) => id),
]

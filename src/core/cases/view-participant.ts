// One participant as people see it: its standing, its severity in its own words, what it states about its side of the case.
import type { EventId, MemberId } from '../kernel/id.ts'
import { type Instant, instantOfSeconds } from '../kernel/instant.ts'
import type { CaseState, Participant, Standing } from './case.ts'
import type { Slot } from './case-parts.ts'
import { holderOf, hostOf, standing } from './case.ts'
import { TEXT_SLOT_KEYS } from './note.ts'
import {
  type PromiseView,
  type ResolutionView,
  viewPromises,
  viewResolution,
} from './view-handling.ts'
import { type ClaimView, momentOf, type Texts, textOf, viewClaim } from './view-parts.ts'

/** Slots that the gateways keep for themselves. */
const INTERNAL_SLOTS: readonly string[] = ['rules-max']

export type ParticipantView = {
  readonly member: MemberId
  readonly isUs: boolean
  readonly isHost: boolean
  readonly holdsBaton: boolean
  readonly standing: Standing
  readonly engagement: EventId | null
  readonly mayEngage: boolean
  readonly severity: ClaimView | null
  readonly slots: Readonly<Record<string, { readonly value: unknown; readonly at: Instant }>>
  readonly reopenRequestedAt: Instant | null
  readonly frozen: boolean
  readonly keys: number
  readonly events: number
  readonly lastEventAt: Instant
  readonly lastReceivedAt: Instant | null
  /** When it last told others how it goes. */
  readonly lastUpdateAt: Instant | null
  readonly promises: readonly PromiseView[]
  readonly resolution: ResolutionView | null
  readonly effortMinutes: number
}

export function viewParticipant(
  s: CaseState,
  p: Participant,
  us: MemberId,
  texts: Texts,
): ParticipantView {
  const slots = Object.entries(p.slots).filter(([key]) => !INTERNAL_SLOTS.includes(key))
  return {
    member: p.id,
    isUs: p.id === us,
    isHost: p.id === hostOf(s),
    holdsBaton: p.id === holderOf(s),
    standing: standing(s, p.id) ?? 'requested',
    engagement: p.engagement === s.opened.event ? null : p.engagement,
    mayEngage: p.mayEngage || p.id === hostOf(s),
    severity: viewClaim(p.claim, texts),
    slots: Object.fromEntries(
      slots.map(([key, slot]) => [
        key,
        { value: slotValue(key, slot, texts), at: instantOfSeconds(slot.at) },
      ]),
    ),
    reopenRequestedAt: momentOf(p.reopenRequested),
    frozen: p.frozen !== null && p.frozen.resumed === null,
    keys: p.keys.length,
    events: p.count,
    lastEventAt: instantOfSeconds(p.lastAt),
    lastReceivedAt: p.receivedAt === null ? null : instantOfSeconds(p.receivedAt),
    lastUpdateAt: p.updatedAt === undefined ? null : instantOfSeconds(p.updatedAt),
    promises: viewPromises(p),
    resolution: viewResolution(s, p, texts),
    effortMinutes: p.effortMinutes ?? 0,
  }
}

function slotValue(key: string, slot: Slot, texts: Texts): unknown {
  if (TEXT_SLOT_KEYS.includes(key)) return textOf(texts, slot.event, 'value')
  const isTime = key === 'next-update' && typeof slot.value === 'number'
  return isTime ? instantOfSeconds(Number(slot.value)) : slot.value
}

/** Events whose texts a participant's view shows. */
export const textEventsOfParticipant = (p: Participant): (EventId | undefined)[] => [
  p.claim?.event,
  ...Object.entries(p.slots).map(([key, slot]) =>
    TEXT_SLOT_KEYS.includes(key) ? slot.event : undefined,
  ),
]

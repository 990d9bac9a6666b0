// Registers that few cases need: what a hand-off settles beforehand, calls, pauses, missed clocks, promises, plan, actions,
// resolutions. Each is absent where nothing was written: the state is stored with every event, and its size is what one costs.
import type { EventId, MemberId } from '../kernel/id.ts'
import type { Mark } from './case.ts'

/** The clocks of an engagement (D31). */
export const CLOCKS = ['acknowledge', 'accept', 'next-update', 'workaround', 'resolve'] as const
export type Clock = (typeof CLOCKS)[number]

/** Clocks that may be stopped by a word: those that run once the engagement was accepted. */
export const PAUSABLE = ['all', 'next-update', 'workaround', 'resolve'] as const
export const PAUSE_REASONS = [
  'waiting-for-requester',
  'waiting-for-customer',
  'awaiting-call',
  'awaiting-contact',
  'maintenance-window',
  'monitoring',
  'third-party',
] as const

/** What a level asks of the requester before it counts (P10). */
export const LEVEL_DUTIES = ['call', 'contact'] as const
export type LevelDuty = (typeof LEVEL_DUTIES)[number]

export const CHANNELS = ['api', 'web', 'phone'] as const
export type Channel = (typeof CHANNELS)[number]

/** The level that was sent, in the receiver's own scheme, and why it is not the level that was meant. */
export type Projected = {
  readonly scheme: string
  readonly version: string
  readonly code: string
  readonly rounded: 'exact' | 'up' | 'down'
  readonly reason: 'entitlement' | 'no-contact' | 'no-call' | null
}

/** A hand-off made by phone, and whether the invitee says it happened as written. */
export type PhoneCall = {
  /** Seconds since 1970, as the inviter says. */
  readonly at: number
  readonly answer: (Mark & { readonly confirmed: boolean }) | null
}

export type Pause = {
  /** Seconds; from when on. */
  readonly at: number
  readonly clock: (typeof PAUSABLE)[number]
  readonly reason: (typeof PAUSE_REASONS)[number]
  /** Seconds; null while it lasts. */
  readonly until: number | null
}

export type Missed = { readonly clock: Clock; readonly due: number; readonly at: number }

/** A next-update promise: when it is due, when it was made, when an update kept it. Seconds. */
export type Promised = {
  readonly due: number
  readonly made: number
  readonly kept: number | null
}

/** A milder claim that this member, whose own is graver, does not agree to. */
export type Refused = Mark & { readonly claim: EventId }

/** How the participants keep each other informed. */
export type Plan = Mark & {
  readonly by: MemberId
  readonly version: number
  readonly rhythmMinutes: number
  readonly channel: string
  /** Seconds. */
  readonly nextUpdate: number | null
  readonly agreed: Readonly<Record<MemberId, Mark>>
}

export type Action = {
  readonly by: MemberId
  readonly at: number
  readonly assignee: MemberId
  readonly due: number | null
  readonly escalation?: EventId
  readonly withdrawn?: number
  readonly answer?: Mark & { readonly word: 'taken' | 'done' | 'cannot' }
}

export type Resolution = Mark & {
  readonly cause: string
  readonly fixOwner: MemberId | null
  readonly references: readonly { readonly kind: string; readonly id: string }[]
  readonly fieldFeedback: boolean
}

type Present<T> = { [K in keyof T]?: NonNullable<T[K]> }

/** The fields that say something: null, undefined and false are left out. */
export function present<T extends Readonly<Record<string, unknown>>>(fields: T): Present<T> {
  const said = Object.entries(fields).filter(
    ([, value]) => value !== null && value !== undefined && value !== false,
  )
  return Object.fromEntries(said) as Present<T>
}

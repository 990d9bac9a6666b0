// Which key speaks for whom, when, and why not (D2a, D5a, D5b). In: what the alliance or a pin last said about a partner, and a
// moment. Out: a badge for an event's key, which never decides whether the event exists; and whether we connect and engage.
import type { Thumbprint } from '../kernel/id.ts'
import { type Instant, millisOf, plusMillis } from '../kernel/instant.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { RevocationReason } from './historical-keys.ts'

/** How long open cases go on after the last statement ended: a long weekend and the days to repair an anchor (D2a). */
export const GRACE_MILLIS = 7 * 24 * 60 * 60 * 1000

/** What is known about a partner's standing. */
export type Standing = {
  /** When its last statement (or, pinned, its last configuration) ended or will end. */
  readonly expires: Instant
  /** The anchor answered and does not vouch any more. */
  readonly suspended: boolean
  readonly pinned: boolean
}

/** The thumbprints of a partner's event keys. */
export type EventKeys = {
  readonly current: readonly Thumbprint[]
  readonly retired: readonly {
    readonly key: Thumbprint
    readonly revoked?: RevocationReason
  }[]
}

export type Partner = Standing & { readonly eventKeys: EventKeys }

/**
 * good: vouched for now. lapsing: nobody renewed the statement, open cases go on and are marked. lapsed: those 7 days are over.
 * suspended: the alliance says no.
 */
export type Footing = 'good' | 'lapsing' | 'lapsed' | 'suspended'

export function footingOf({ expires, suspended }: Standing, at: Instant): Footing {
  if (suspended) return 'suspended'
  if (millisOf(at) < millisOf(expires)) return 'good'
  return millisOf(at) < millisOf(graceEnd(expires)) ? 'lapsing' : 'lapsed'
}

/** Until when open cases go on without a new statement. */
export const graceEnd = (expires: Instant): Instant => plusMillis(expires, GRACE_MILLIS)

/** May we exchange events of cases already shared? Those of a partner we do not connect to come from other participants. */
export function judgeConnection(standing: Standing, at: Instant): Refusal | undefined {
  switch (footingOf(standing, at)) {
    case 'good':
    case 'lapsing':
      return undefined
    case 'lapsed':
      return new Refusal('partner-untrusted')
    case 'suspended':
      return new Refusal('member-suspended')
  }
}

/** May either side engage the other anew? While the statement is over only a pin can carry that; a suspension beats it. */
export function judgeNewEngagement(standing: Standing, at: Instant): Refusal | undefined {
  switch (footingOf(standing, at)) {
    case 'good':
      return undefined
    case 'lapsing':
    case 'lapsed':
      return standing.pinned ? undefined : new Refusal('partner-untrusted')
    case 'suspended':
      return new Refusal('member-suspended')
  }
}

/** A badge on an event: only `vouched` lets anything happen without a person. */
export type KeyJudgement =
  | { readonly badge: 'vouched'; readonly why: 'key-current' | 'key-retired' }
  | {
      readonly badge: 'not-vouched'
      readonly why: 'partner-unknown' | 'key-unknown' | 'statement-ended' | 'partner-suspended'
    }
  | { readonly badge: 'revoked'; readonly why: 'key-revoked' }

/**
 * Judges the key of an event. A retired key goes on vouching for what it signed; a revoked one vouches for nothing, also not
 * for events dated before: their date is the key holder's word. `superseded` is a retirement by another name.
 */
export function judgeKey(partner: Partner | undefined, key: Thumbprint, at: Instant): KeyJudgement {
  if (partner === undefined) return { badge: 'not-vouched', why: 'partner-unknown' }
  const { current, retired } = partner.eventKeys
  const entries = retired.filter((entry) => entry.key === key)
  if (entries.some(({ revoked }) => revoked !== undefined && revoked !== 'superseded'))
    return { badge: 'revoked', why: 'key-revoked' }
  const known = current.includes(key) || entries.length > 0
  if (!known) return { badge: 'not-vouched', why: 'key-unknown' }
  const footing = footingOf(partner, at)
  if (footing === 'suspended') return { badge: 'not-vouched', why: 'partner-suspended' }
  if (footing !== 'good') return { badge: 'not-vouched', why: 'statement-ended' }
  return { badge: 'vouched', why: current.includes(key) ? 'key-current' : 'key-retired' }
}

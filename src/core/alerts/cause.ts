// What gives cause to tell somebody of ours about a case. In: the case as one member sees it, its settings, and what stands beside the
// case: clocks, partners that cannot be reached. Out: the causes that stand, each under a key that is the same as long as it is the same
// cause. An alert stands as long as its cause is among them. A test case has none, nor has a notice of a change; nobody is paged on a
// level that nobody stated (P16).
import {
  activeMembers,
  type CaseState,
  type Engagement,
  effectiveLevel,
  isOpenEscalation,
  participantOf,
  standing,
  standingOf,
  statusOf,
} from '../cases/case.ts'
import type { Escalation } from '../cases/escalation-state.ts'
import type { Clock } from '../cases/registers.ts'
import type { EngagementId, MemberId } from '../kernel/id.ts'
import { type Instant, instantOfSeconds, plusMillis } from '../kernel/instant.ts'
import { DEFAULT_LEVEL, type SharedLevel } from '../severity/scale.ts'
import type { AlertSettings } from './settings.ts'

export const ALERT_KINDS = [
  'engagement-requested',
  'level-raised',
  'clock-warned',
  'clock-breached',
  'clock-reminded',
  'escalation-raised',
  'phone-unconfirmed',
  'severity-gap',
  'partner-unreachable',
] as const
export type AlertKind = (typeof ALERT_KINDS)[number]

export type AlertCause = {
  readonly key: string
  readonly kind: AlertKind
  readonly level: SharedLevel
  /** What is paged on; otherwise mails only. */
  readonly pages: boolean
  /** Who is told: whoever is on duty first, or managers at once. */
  readonly whom: 'duty' | 'managers'
  readonly from: Instant
  readonly product: string | null
  readonly partner: MemberId | null
  readonly engagement: EngagementId | null
  /** What is due, where a clock is the cause. */
  readonly clock: Clock | null
  readonly due: Instant | null
}

/** A stage that a clock of ours reached and still stands at. Seconds. */
export type ClockStage = {
  readonly engagement: EngagementId
  readonly clock: Clock
  readonly stage: 'warned' | 'breached' | 'reminded'
  readonly due: number
  readonly at: number
}

/** A partner for which our messages wait, since when. */
export type CutOff = { readonly partner: MemberId; readonly since: Instant }

export type BesideCase = {
  readonly settings: AlertSettings
  readonly stages: readonly ClockStage[]
  readonly cutOff: readonly CutOff[]
}

type About = {
  readonly state: CaseState
  readonly me: MemberId
  readonly level: SharedLevel
  readonly stated: boolean
} & BesideCase

type Found = Pick<AlertCause, 'key' | 'kind' | 'from'> & Partial<AlertCause>

/** The causes that stand, none twice. */
export function causesOf(state: CaseState, me: MemberId, beside: BesideCase): AlertCause[] {
  const isQuiet = state.test || state.kind === 'change' || statusOf(state) === 'closed'
  if (isQuiet || !['requested', 'accepted'].includes(standing(state, me) ?? '')) return []
  const asked = askedLevel(state, me)
  const level = effectiveLevel(state) ?? asked ?? DEFAULT_LEVEL
  const stated = isStated(state) || (asked !== null && effectiveLevel(state) === null)
  const about: About = { state, me, level, stated, ...beside }
  const found = [
    ...unanswered(about),
    ...raised(about),
    ...late(about),
    ...escalated(about),
    ...gaps(about),
    ...silent(about),
  ]
  const first = new Map(found.toReversed().map((cause) => [cause.key, cause]))
  return [...first.values()].map((cause) => whole(about, cause)).toReversed()
}

/** The gravest level at which we are asked: an invitation comes without the claims of the case (D6a). */
function askedLevel(state: CaseState, me: MemberId): SharedLevel | null {
  const waiting = Object.values(state.engagements).filter(
    (e) => e.invitee === me && standingOf(e) === 'requested',
  )
  return waiting.reduce<SharedLevel | null>(
    (gravest, { level }) =>
      level !== undefined && (gravest === null || level < gravest) ? level : gravest,
    null,
  )
}

/** Whether anybody said how bad it is: a claim at the level that counts which is more than a default. */
function isStated(state: CaseState): boolean {
  const level = effectiveLevel(state)
  return Object.values(state.participants).some(
    ({ claim }) => claim?.level === level && claim?.defaulted !== true,
  )
}

const whole = ({ state, level, stated }: About, found: Found): AlertCause => ({
  level,
  pages: stated,
  whom: 'duty',
  product: state.product?.code ?? null,
  partner: null,
  engagement: null,
  clock: null,
  due: null,
  ...found,
})

const minutesAfter = (seconds: number, minutes: number): Instant =>
  plusMillis(instantOfSeconds(seconds), minutes * 60_000)

const ours = ({ state, me }: About): Engagement[] =>
  Object.values(state.engagements).filter(
    (e) => e.invitee === me && e.id !== state.opened.event && !e.window,
  )

/** Engagements that wait for our word, and calls that wait for ours to be confirmed. */
function unanswered(about: About): Found[] {
  return ours(about).flatMap((e) => {
    const word = standingOf(e)
    const of = {
      engagement: e.id,
      partner: e.inviter,
      ...(e.product ? { product: e.product } : {}),
    }
    const isAnswered = e.acknowledged !== undefined || e.questions.length > 0
    const request: Found[] =
      word === 'requested' && !isAnswered
        ? [
            {
              ...of,
              kind: 'engagement-requested',
              key: `engagement-requested ${e.id}`,
              from: instantOfSeconds(e.requested.at),
              due: e.due === null ? null : instantOfSeconds(e.due),
            },
          ]
        : []
    const waits = (word === 'requested' || word === 'accepted') && e.phone?.answer === null
    const call: Found[] = waits
      ? [
          {
            ...of,
            kind: 'phone-unconfirmed',
            key: `phone-unconfirmed ${e.id}`,
            from: minutesAfter(e.requested.at, about.settings.phoneMinutes),
          },
        ]
      : []
    return [...request, ...call]
  })
}

/** A partner's claim graver than ours, made after we took part, that we have said nothing to since. */
function raised({ state, me, level }: About): Found[] {
  const own = participantOf(state, me)
  const engagement = own && state.engagements[own.engagement]
  const since = engagement?.accepted?.at
  if (!own || since === undefined) return []
  const known = own.claim?.level ?? engagement?.level ?? DEFAULT_LEVEL
  const heard = Math.max(own.claim?.at ?? 0, own.updatedAt ?? 0)
  return Object.values(state.participants).flatMap(({ id, claim }) =>
    id !== me &&
    claim?.level === level &&
    claim.at > since &&
    claim.at > heard &&
    claim.level < known
      ? [
          {
            kind: 'level-raised' as const,
            key: `level-raised ${claim.event}`,
            from: instantOfSeconds(claim.at),
            partner: id,
          },
        ]
      : [],
  )
}

/** Clocks of ours that ran past a stage; one that was missed stands until we send an update. */
function late({ state, me, stages }: About): Found[] {
  const mine = new Map(
    Object.values(state.engagements)
      .filter(({ invitee }) => invitee === me)
      .map((e) => [e.id, e]),
  )
  const heard = participantOf(state, me)?.updatedAt ?? 0
  return stages
    .filter(({ engagement, at }) => mine.has(engagement) && at > heard)
    .map(({ engagement, clock, stage, due, at }) => ({
      kind: `clock-${stage}` as const,
      key: `clock-${stage} ${engagement} ${clock} ${due}`,
      from: instantOfSeconds(at),
      engagement,
      clock,
      due: instantOfSeconds(due),
      partner: mine.get(engagement)?.inviter ?? null,
    }))
}

/** Escalations of others that we have not answered as they stand. One that asks nothing of us is told by mail. */
function escalated(about: About): Found[] {
  const { state, me, stated } = about
  return Object.entries(state.escalations ?? {})
    .filter(([, e]) => e.by !== me && isOpenEscalation(state, e) && !isAnsweredBy(e, me))
    .map(([id, e]) => ({
      kind: 'escalation-raised',
      key: `escalation-raised ${id} ${e.stated.event}`,
      from: instantOfSeconds(e.stated.at),
      partner: e.by,
      whom: 'managers',
      pages: stated && e.oneSided !== true,
    }))
}

const isAnsweredBy = ({ sides, stated }: Escalation, member: MemberId): boolean =>
  (sides[member]?.answer?.at ?? -1) >= stated.at

/** Levels that two active members see apart, unsettled for longer than is set: told to the managers of both, each by its own gateway. */
function gaps({ state, me, settings }: About): Found[] {
  const claims = activeMembers(state).flatMap((id) => {
    const claim = participantOf(state, id)?.claim
    return claim ? [{ id, claim }] : []
  })
  const own = claims.find(({ id }) => id === me)
  if (!own) return []
  return claims
    .filter(({ id, claim }) => id !== me && claim.level !== own.claim.level)
    .map(({ id, claim }) => ({
      kind: 'severity-gap',
      key: `severity-gap ${[claim.event, own.claim.event].toSorted().join(' ')}`,
      from: minutesAfter(Math.max(claim.at, own.claim.at), settings.gapMinutes),
      partner: id,
      whom: 'managers',
    }))
}

/** Partners of a critical case for whom our messages wait. */
function silent({ state, level, cutOff, settings }: About): Found[] {
  if (level !== 1) return []
  return cutOff
    .filter(({ partner }) => ['requested', 'accepted'].includes(standing(state, partner) ?? ''))
    .map(({ partner, since }) => ({
      kind: 'partner-unreachable',
      key: `partner-unreachable ${partner} ${since}`,
      from: plusMillis(since, settings.unreachableMinutes * 60_000),
      partner,
    }))
}

// An escalation as it stands: the raiser's registers, and one side for each other member, written by that member alone (fold.md §2).
// Here is also what follows from the registers alone: whether it is over, and how. Names of events are hashes, so whatever is
// agreed, proposed or objected to is one exact text (lessons 4.2).
import type { EventId, MemberId } from '../kernel/id.ts'
import type { Mark } from './case.ts'

export const ESCALATION_REASONS = [
  'no-progress',
  'response-missed',
  'expertise',
  'business-impact',
  'milestone-at-risk',
  'dissatisfaction',
  'severity-dispute',
  'security',
] as const
export const ESCALATION_LEVELS = ['duty-manager', 'regional', 'global'] as const
export const ESCALATION_DECLINE_CODES = [
  'below-entry-level',
  'not-agreed',
  'duplicate',
  'severity-change-instead',
  'other',
] as const

export type Criteria = {
  readonly planDoneOrOnCourse: boolean
  readonly analysisOnCourse: boolean
  readonly customerAgreed: boolean
}

/** What one member says of an escalation: its own register. */
export type Side = {
  readonly answer?: Mark & {
    readonly word: 'acknowledged' | 'declined'
    readonly code: (typeof ESCALATION_DECLINE_CODES)[number] | null
  }
  readonly plan?: Mark & { readonly version: number }
  readonly onTrack?: Mark & { readonly onTrack: boolean }
  /** `notice`: seconds of silence after which the proposal ends it; null: never. */
  readonly proposal?: Mark & { readonly criteria: Criteria; readonly notice: number | null }
  readonly silence?: Mark & { readonly proposal: EventId }
}

export type Escalation = {
  readonly by: MemberId
  readonly at: number
  /** The event that states it as it stands. */
  readonly stated: Mark
  readonly reason: (typeof ESCALATION_REASONS)[number]
  readonly level: (typeof ESCALATION_LEVELS)[number]
  readonly questions: Readonly<Record<string, unknown>> | null
  readonly criticalDate: string | null
  /** It came with a severity, since the partner's scheme couples the two. */
  readonly coupled?: true
  /** It informs, and asks nothing of anybody. */
  readonly oneSided?: true
  readonly sides: Readonly<Record<MemberId, Side>>
  readonly agreed?: Mark & { readonly plan: EventId }
  /** By the member whose proposal the raiser objects to. */
  readonly objections?: Readonly<Record<MemberId, Mark & { readonly proposal: EventId }>>
  readonly withdrawn?: Mark
  readonly ended?: Mark & {
    readonly proposal: EventId | null
    readonly planDoneOrOnCourse: boolean
    readonly analysisOnCourse: boolean
  }
}

export type Ending = Mark & { readonly by: MemberId; readonly word: 'ended' | 'withdrawn' }

/**
 * How an escalation ended by its registers; null while it did not. An end by silence holds as long as it names the proposal that
 * stands and the raiser does not object to that: in whatever order the two came, open wins.
 */
export function endOf(e: Escalation): (Ending & { readonly bySilence: boolean }) | null {
  if (e.ended) return { ...markIn(e.ended), by: e.by, word: 'ended', bySilence: false }
  if (e.withdrawn) return { ...markIn(e.withdrawn), by: e.by, word: 'withdrawn', bySilence: false }
  for (const [member, { proposal, silence }] of Object.entries(e.sides)) {
    if (!silence || silence.proposal !== proposal?.event) continue
    if (e.objections?.[member as MemberId]?.proposal === silence.proposal) continue
    return { ...markIn(silence), by: member as MemberId, word: 'ended', bySilence: true }
  }
  return null
}

const markIn = ({ event, at }: Mark): Mark => ({ event, at })

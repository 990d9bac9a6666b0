// Commands about how a case is handled: acknowledgment, calls and clocks, escalation, communication plan, actions, resolution, effort.
// What only the state can complete (versions, standing claims and proposals) they leave out.
import type { EngagementId, EventId, MemberId } from '../kernel/id.ts'
import type { ACTION_WORDS } from './action.ts'
import type { PublicKey } from './case.ts'
import type { Json } from './command.ts'
import type {
  Criteria,
  ESCALATION_DECLINE_CODES,
  ESCALATION_LEVELS,
  ESCALATION_REASONS,
} from './escalation-state.ts'
import type { PLAN_CHANNELS } from './plan.ts'
import type { Clock, LevelDuty, PAUSABLE, PAUSE_REASONS } from './registers.ts'
import type { CAUSES, REFERENCE_KINDS } from './resolution.ts'

type Of<T extends readonly unknown[]> = T[number]
type WithNote = { readonly note?: string }
type OnEngagement = { readonly engagement: EngagementId } & WithNote
/** Answers of an invitee show its keys; the flow fills them in. */
type Answering = OnEngagement & { readonly keys: readonly PublicKey[] }

export type ClockCommand =
  | ({ readonly type: 'acknowledge-engagement'; readonly automatic?: boolean } & Answering)
  | ({ readonly type: 'acknowledge-notice' } & Answering)
  | ({ readonly type: 'confirm-call'; readonly confirmed: boolean } & Answering)
  | {
      readonly type: 'meet-level-duty'
      readonly engagement: EngagementId
      readonly duty: LevelDuty
      readonly reference?: string
    }
  | ({
      readonly type: 'pause-clock'
      readonly clock: Of<typeof PAUSABLE>
      readonly reason: Of<typeof PAUSE_REASONS>
    } & OnEngagement)
  | ({ readonly type: 'resume-clock'; readonly pause: EventId } & OnEngagement)
  | {
      readonly type: 'miss-clock'
      readonly engagement: EngagementId
      readonly clock: Clock
      readonly due: number
    }

/** What is asked for by an escalation, in the clear and as texts. */
type Asked = {
  readonly reason: Of<typeof ESCALATION_REASONS>
  readonly level: Of<typeof ESCALATION_LEVELS>
  readonly criticalDate: string | null
  readonly justification: string
  readonly impact?: string
  readonly exitCriteria?: string
}
type OnEscalation = { readonly escalation: EventId } & WithNote

export type EscalationCommand =
  | ({
      readonly type: 'raise-escalation'
      readonly questions: {
        readonly problemConfirmed: boolean
        readonly impactDescribed: boolean
        readonly workaround: 'none' | 'unusable' | 'usable' | 'not-tried'
        readonly milestone: string | null
      } | null
      readonly coupled?: boolean
      readonly oneSided?: boolean
    } & Asked)
  | ({ readonly type: 'restate-escalation'; readonly escalation: EventId } & Asked)
  | ({
      readonly type: 'answer-escalation'
      readonly word: 'acknowledged' | 'declined'
      readonly code?: Of<typeof ESCALATION_DECLINE_CODES>
      readonly manager?: Json
    } & OnEscalation)
  | { readonly type: 'propose-escalation-plan'; readonly escalation: EventId; readonly plan: Json }
  | ({ readonly type: 'agree-escalation-plan'; readonly plan: EventId } & OnEscalation)
  | ({ readonly type: 'report-on-track'; readonly onTrack: boolean } & OnEscalation)
  | ({
      readonly type: 'propose-escalation-end'
      readonly criteria: Criteria
      /** Seconds of silence that end it; null: it needs the raiser's word. */
      readonly notice: number | null
    } & OnEscalation)
  | {
      readonly type: 'end-escalation'
      readonly escalation: EventId
      readonly proposal: EventId | null
      readonly planDoneOrOnCourse: boolean
      readonly analysisOnCourse: boolean
      /** Who agreed, and when. */
      readonly agreement: string
    }
  | ({ readonly type: 'end-escalation-by-silence' } & OnEscalation)
  | {
      readonly type: 'withdraw-escalation'
      readonly escalation: EventId
      readonly text?: string
    }
  | {
      readonly type: 'object-to-escalation-end'
      readonly escalation: EventId
      /** Whose proposal it is. */
      readonly member: MemberId
      readonly text?: string
    }

export type PlanCommand =
  | {
      readonly type: 'propose-plan'
      readonly rhythmMinutes: number
      readonly channel: Of<typeof PLAN_CHANNELS>
      /** Seconds since 1970. */
      readonly nextUpdate: number | null
      readonly bridge?: Json
      readonly attendees?: Json
      readonly speaker?: Json
    }
  | ({ readonly type: 'agree-plan' } & WithNote)
  | {
      readonly type: 'add-action'
      readonly escalation: EventId | null
      readonly assignee: MemberId
      readonly due: number | null
      readonly text: string
    }
  | { readonly type: 'withdraw-action'; readonly action: EventId; readonly text?: string }
  | ({
      readonly type: 'answer-action'
      readonly action: EventId
      readonly word: Of<typeof ACTION_WORDS>
    } & WithNote)

export type RecordCommand =
  | { readonly type: 'refuse-lowering'; readonly member: MemberId; readonly text?: string }
  | {
      readonly type: 'state-resolution'
      readonly cause: Of<typeof CAUSES>
      readonly fixOwner: MemberId | null
      readonly references: readonly {
        readonly kind: Of<typeof REFERENCE_KINDS>
        readonly id: string
      }[]
      readonly fieldFeedback: boolean
      readonly summary?: string
      readonly fix?: string
    }
  | ({
      readonly type: 'share-effort'
      readonly engagement: EngagementId | null
      readonly minutes: number
      readonly activity: string
      readonly day: string
    } & WithNote)

export type HandlingCommand = ClockCommand | EscalationCommand | PlanCommand | RecordCommand

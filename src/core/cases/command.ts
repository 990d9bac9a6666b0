// What our own side may ask of a case: one command a thing somebody can do. Texts are plain here and become disclosures when the
// event is sealed. A command that only the state can complete (epochs, offers, engagements) leaves those out.
import type { z } from 'zod'
import type { EngagementId, EventId, MemberId } from '../kernel/id.ts'
import type { SharedLevel } from '../severity/scale.ts'
import type { BATON_DECLINE_CODES } from './baton.ts'
import type { PublicKey } from './case.ts'
import type { Native } from './case-parts.ts'
import type { CLAIM_REASONS } from './claim.ts'
import type { ASKS, DECLINE_CODES, OUTCOMES, WITHDRAW_CODES } from './engagement.ts'
import type { Readers } from './event.ts'
import type { HandlingCommand } from './handling-command.ts'
import type { LEAVE_CODES, REMOVE_CODES } from './membership.ts'
import type { NOTE_KINDS, SLOT_KEYS } from './note.ts'
import type { Channel, LevelDuty, Projected } from './registers.ts'
import type { EventType } from './registry.ts'
import type { PROBLEM_SLOTS } from './opening.ts'
import type { Kind, Review } from './shapes.ts'
import type { CLOSE_CODES, REOPEN_CODES } from './status.ts'

export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** One of a list of codes. */
type Of<T extends readonly unknown[]> = T[number]

export type Text = { readonly readers: Readers; readonly value: Json }

/** An event before it is sealed: what is in the clear, and the texts that become disclosures. */
export type Draft = {
  readonly type: EventType
  readonly body: Readonly<Record<string, Json>>
  readonly texts: Readonly<Record<string, Text>>
}

export type ProblemSlot = Of<typeof PROBLEM_SLOTS>
/** The structured problem record (needs N16): texts by slot, and what stands in the clear. */
export type Problem = {
  readonly product: { readonly code: string; readonly version: string | null } | null
  readonly kind: z.infer<typeof Kind>
  readonly review: z.infer<typeof Review> | null
  /** When a change is to take place, seconds; of a change notice. */
  readonly window?: { readonly from: number; readonly until: number } | null
  readonly texts: Readonly<Partial<Record<ProblemSlot, Json>>>
}

export type SeverityClaim = {
  readonly level: SharedLevel
  readonly native: Native | null
  readonly mapping: string | null
  readonly rounded: 'exact' | 'up' | 'down' | 'unmapped' | 'defaulted'
  readonly reason: Of<typeof CLAIM_REASONS>
  readonly note?: string
  /** What the gravest level does to the business, and who can be reached; it needs both (lessons P10). */
  readonly impact?: string
  readonly contact?: Json
}

export type InvitationSlot =
  | 'summary'
  | 'ask'
  | 'problem'
  | 'form'
  | 'entitlement'
  | 'contact'
  | 'customer'
  | 'impact'
  | 'call'

/** Asks one member into the case. `keys` are its event keys as our side resolved them; `problem` repeats what it needs. */
export type Invitation = {
  readonly invitee: MemberId
  readonly keys: readonly string[]
  readonly ask: Of<typeof ASKS>
  readonly due: number | null
  /** The invitee's own product; the case's where absent. */
  readonly product?: string
  readonly form: { readonly id: string; readonly hash: string } | null
  /** The support plan by the invitee's code, how it is asked, the digest of the support profile it was reckoned with. */
  readonly plan?: string | null
  readonly channel?: Channel
  readonly support?: string | null
  readonly projected?: Projected | null
  readonly levelDuties?: readonly LevelDuty[]
  /** When it was handed over by phone, seconds; the text `call` says who called whom. */
  readonly phone?: { readonly at: number } | null
  readonly texts: Readonly<Partial<Record<InvitationSlot, Json>>>
}

export type OpenCommand = {
  readonly rules: number
  readonly algs: readonly ('ES256' | 'Ed25519')[]
  readonly keys: readonly PublicKey[]
  readonly test: boolean
  readonly batonSilence: number | null
  readonly continues: { readonly case: string; readonly heads: readonly string[] } | null
  readonly problem: Problem
}

type WithText = { readonly text?: string; readonly readers?: Readers }

export type CaseCommand =
  | HandlingCommand
  | { readonly type: 'restate-problem'; readonly problem: Problem }
  | ({ readonly type: 'request-engagement' } & Invitation)
  | {
      readonly type: 'accept-engagement'
      readonly engagement: EngagementId
      readonly keys: readonly PublicKey[]
      readonly note?: string
      readonly engineer?: Json
      /** Accepted by a rule of ours, without a person. */
      readonly automatic?: boolean
    }
  | ({
      readonly type: 'decline-engagement'
      readonly engagement: EngagementId
      readonly keys: readonly PublicKey[]
      readonly code: Of<typeof DECLINE_CODES>
    } & WithText)
  | ({
      readonly type: 'request-information'
      readonly engagement: EngagementId
      readonly keys: readonly PublicKey[]
      readonly fields: readonly string[]
    } & WithText)
  | ({
      readonly type: 'provide-information'
      readonly engagement: EngagementId
      readonly answers: EventId | null
      readonly form?: Json
    } & WithText)
  | ({
      readonly type: 'withdraw-engagement'
      readonly engagement: EngagementId
      readonly code: Of<typeof WITHDRAW_CODES>
    } & WithText)
  | { readonly type: 'lapse-engagement'; readonly engagement: EngagementId }
  | ({
      readonly type: 'complete-engagement'
      readonly engagement: EngagementId
      readonly outcome: Of<typeof OUTCOMES>
    } & WithText)
  | ({ readonly type: 'confirm-completion'; readonly engagement: EngagementId } & WithText)
  | ({ readonly type: 'leave-case'; readonly code: Of<typeof LEAVE_CODES> } & WithText)
  | ({
      readonly type: 'remove-member'
      readonly member: MemberId
      readonly code: Of<typeof REMOVE_CODES>
    } & WithText)
  | { readonly type: 'grant-may-engage'; readonly member: MemberId; readonly granted: boolean }
  | ({ readonly type: 'propose-member'; readonly member: MemberId } & WithText)
  | ({ readonly type: 'cut-author'; readonly member: MemberId } & WithText)
  | ({
      readonly type: 'resume-author'
      readonly member: MemberId
      readonly keys: readonly string[]
    } & WithText)
  /** Goes on under a new incarnation of our own, whatever was lost. */
  | ({ readonly type: 'restart-author' } & WithText)
  | { readonly type: 'rotate-keys'; readonly keys: readonly PublicKey[] }
  | ({ readonly type: 'offer-baton'; readonly to: MemberId } & WithText)
  | { readonly type: 'withdraw-baton-offer' }
  | ({ readonly type: 'accept-baton' } & WithText)
  | ({ readonly type: 'decline-baton'; readonly code: Of<typeof BATON_DECLINE_CODES> } & WithText)
  | { readonly type: 'pass-baton' }
  | ({ readonly type: 'reclaim-baton' } & WithText)
  | ({ readonly type: 'offer-host'; readonly to: MemberId } & WithText)
  | { readonly type: 'withdraw-host-offer' }
  | ({ readonly type: 'accept-host' } & WithText)
  | ({ readonly type: 'decline-host' } & WithText)
  | { readonly type: 'transfer-host' }
  | ({ readonly type: 'claim-severity' } & SeverityClaim)
  | ({ readonly type: 'release-claim'; readonly member: MemberId } & WithText)
  | {
      readonly type: 'set-slot'
      readonly key: Of<typeof SLOT_KEYS>
      readonly value: Json
      readonly readers?: Readers
    }
  | {
      readonly type: 'add-note'
      readonly kind: Of<typeof NOTE_KINDS>
      readonly re: EventId | null
      readonly text: string
      readonly readers: Readers
    }
  | ({ readonly type: 'withdraw-note'; readonly note: EventId } & WithText)
  | ({
      readonly type: 'close-case'
      readonly code: Of<typeof CLOSE_CODES>
      /** The resolution record that counts, of those stated. */
      readonly counts?: EventId | null
    } & WithText)
  | ({ readonly type: 'reopen-case'; readonly code: Of<typeof REOPEN_CODES> } & WithText)
  | ({ readonly type: 'request-reopening'; readonly code: Of<typeof REOPEN_CODES> } & WithText)
  | {
      readonly type: 'show-equivocation'
      readonly author: MemberId
      readonly events: readonly [EventId, EventId]
    }
  | { readonly type: 'raise-rules'; readonly rules: number }
  | { readonly type: 'confirm-received' }

// Parts of the shared record that stand by themselves: claims, fields of a member's own side, chains, offers, the baton, transfers.
import type { EngagementId, EventId, MemberId } from '../kernel/id.ts'
import type { SharedLevel } from '../severity/scale.ts'
import type { Mark } from './case.ts'

export type Native = {
  readonly scheme: string
  readonly version: string
  readonly code: string
}

export type Claim = Mark & {
  readonly level: SharedLevel
  readonly native: Native | null
  /** Digest of the mapping document that was used. */
  readonly mapping: string | null
  readonly reason: string
  /** Written by a member unseen by the cut that removed it; it stands all the same. */
  readonly unseen: boolean
  /** At the gravest level without a sentence on its impact, or without a contact. */
  readonly unsupported?: true
  /** Nobody said how bad it is, or nobody understood it (P16). */
  readonly defaulted?: true
}

/** A level from some second on; null where its claim was released. */
export type LevelStep = { readonly at: number; readonly level: SharedLevel | null }

export type Slot = Mark & { readonly value: string | number | null; readonly text: string | null }

export type Chain = { readonly seq: number; readonly tip: EventId }

export type Offer = Mark & {
  readonly by: MemberId
  readonly to: MemberId
  readonly answer: (Mark & { readonly word: 'accepted' | 'declined' }) | null
}

export type Baton = {
  readonly term: number
  readonly n: number
  /** Holder by the rules of the baton alone; `holderOf` looks at whether it is still active. */
  readonly holder: MemberId
  readonly since: Mark
  readonly offer: Offer | null
  /** Every move up to now, the oldest first; absent while the opener never gave it away. No holder: too long ago to be told. */
  readonly moves?: readonly (Mark & { readonly holder: MemberId | null })[]
}

export type Transfer = Mark & {
  readonly from: MemberId
  readonly to: MemberId
  readonly engagement: EngagementId
  /** The receiver wrote an event that builds on the transfer; until then nobody leaves (D13a). */
  readonly confirmed: boolean
}

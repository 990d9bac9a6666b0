// What lists and searches ask of a case, taken out of its state when it is written.
import {
  effectiveLevel,
  holderOf,
  hostOf,
  isActive,
  openEscalations,
  participantOf,
  standing,
  statusOf,
} from '../../core/cases/case.ts'
import type { CaseState, Status } from '../../core/cases/case.ts'
import type { Stage } from '../../core/cases/consequences.ts'
import { referenceOf } from '../../core/cases/reference.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import { instantOfSeconds } from '../../core/kernel/instant.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { SharedLevel } from '../../core/severity/scale.ts'
import { storable } from '../values.ts'

export type ListedStatus = Status | 'invited' | 'declined'

export type ViewColumns = {
  readonly status: ListedStatus
  readonly host: MemberId
  readonly holder: MemberId
  readonly level: SharedLevel | null
  readonly test: boolean
  /** A notice of a planned change. */
  readonly notice: boolean
  /** An escalation is open. */
  readonly escalated: boolean
  readonly opened_at: Instant
}

export function viewColumns(member: MemberId, stage: Stage, shown: CaseState): ViewColumns {
  return {
    status: listedStatus(member, stage, shown),
    host: hostOf(shown),
    holder: holderOf(shown),
    level: effectiveLevel(shown),
    test: shown.test,
    notice: shown.kind === 'change',
    escalated: openEscalations(shown).length > 0,
    opened_at: instantOfSeconds(shown.opened.at),
  }
}

/** An invitation that was answered with no, taken back, or ended before the history came is `declined`. */
function listedStatus(member: MemberId, stage: Stage, shown: CaseState): ListedStatus {
  if (stage !== 'invited') return statusOf(shown)
  const own = standing(shown, member)
  if (own === 'requested') return 'invited'
  return own === 'accepted' ? statusOf(shown) : 'declined'
}

export type Parties = {
  /** Participants, and whether each takes part now. */
  readonly members: ReadonlyMap<MemberId, boolean>
  /** Case numbers by owner, case folded; the case's reference under the empty name. */
  readonly numbers: ReadonlyMap<string, string>
}

const REFERENCE_OWNER = ''

const known = new WeakMap<CaseState, Parties>()

/** Worked out once for each state: it is asked for when the state is written and when the next one is. */
export function partiesOf(shown: CaseState): Parties {
  const parties = known.get(shown) ?? workOut(shown)
  known.set(shown, parties)
  return parties
}

function workOut(shown: CaseState): Parties {
  const members = new Map<MemberId, boolean>()
  const numbers = new Map([[REFERENCE_OWNER, foldNumber(referenceOf(shown.id))]])
  for (const { id } of Object.values(shown.participants)) {
    members.set(id, isActive(shown, id))
    const number = participantOf(shown, id)?.slots['case-number']?.value ?? null
    if (number !== null) numbers.set(id, foldNumber(String(number)))
  }
  return { members, numbers }
}

/** How numbers are compared; what PostgreSQL cannot hold is left out. */
export const foldNumber = (number: string): string =>
  storable(number).normalize('NFKC').trim().toLowerCase()

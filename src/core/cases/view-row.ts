// A case as one line of a list: what people need to find it and to see whether it waits for them.
import type { CaseId, MemberId } from '../kernel/id.ts'
import { type Instant, instantOfSeconds } from '../kernel/instant.ts'
import type { SharedLevel } from '../severity/scale.ts'
import type { CaseState, Standing, Status } from './case.ts'
import { claimedLevels, effectiveLevel, holderOf, hostOf, standing, statusOf } from './case.ts'
import type { Stage } from './consequences.ts'
import type { Flag } from './flags.ts'
import { flagsOf } from './flags.ts'
import { referenceOf } from './reference.ts'
import { type Held, isWaitingOn, shownState } from './view.ts'

export type CaseRowView = {
  readonly caseId: CaseId
  readonly reference: string
  readonly version: number
  readonly stage: Stage
  readonly status: Status
  readonly test: boolean
  readonly kind: string
  readonly product: CaseState['product']
  readonly summary: string | null
  readonly host: MemberId
  readonly holder: MemberId
  readonly participants: readonly {
    readonly member: MemberId
    readonly standing: Standing
    readonly caseNumber: string | null
  }[]
  /** The effective level; beside it the host's claim, and what the others agreed to. */
  readonly severity: SharedLevel | null
  readonly requested: SharedLevel | null
  readonly accepted: SharedLevel | null
  readonly waitingOnUs: boolean
  readonly flags: readonly Flag[]
  readonly openedAt: Instant
  readonly updatedAt: Instant
}

/** @param summary the opened text of that slot, whatever a partner put there */
export function viewRow(held: Held, summary: unknown, us: MemberId): CaseRowView {
  const s = shownState(held)
  return {
    caseId: held.caseId,
    reference: referenceOf(held.caseId),
    version: held.version,
    stage: held.stage,
    status: statusOf(s),
    test: s.test,
    kind: s.kind,
    product: s.product,
    summary: typeof summary === 'string' ? summary : null,
    host: hostOf(s),
    holder: holderOf(s),
    participants: Object.values(s.participants).map((p) => ({
      member: p.id,
      standing: standing(s, p.id) ?? 'requested',
      caseNumber: numberOf(p.slots['case-number']?.value),
    })),
    severity: effectiveLevel(s),
    ...claimedLevels(s),
    waitingOnUs: isWaitingOn(s, us),
    flags: flagsOf(s),
    openedAt: instantOfSeconds(s.opened.at),
    updatedAt: held.updatedAt,
  }
}

const numberOf = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value)

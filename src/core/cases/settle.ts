// Which decisions an arrival overturned (D10a, D10b): a register that now reads otherwise although the arriving event does not
// have the register's decider in its past. Never hidden: it is recorded, shown and sent to the member's systems.
import type { EventId } from '../kernel/id.ts'
import { engagementOf, hostOf, lastTransfer, participantOf, standingOf, statusOf } from './case.ts'
import type { CaseState } from './case.ts'
import { endOf } from './escalation-state.ts'
import type { CaseEvent } from './event.ts'

export type Overturned = {
  /** What reads otherwise: `host`, `baton`, `status`, `standing:<member>`, `severity:<member>`, `escalation:<id>`. */
  readonly register: string
  readonly before: string
  readonly after: string
  /** The event that had decided the register before. */
  readonly decider: EventId
  /** The event whose arrival changed it. */
  readonly by: EventId
  /** Whether every other active member had confirmed the decision. */
  readonly settled: boolean
}

type Register = { readonly value: string; readonly decider: EventId }

/**
 * Every register that people act on, its value as a word, and the event that decided it. A member's standing is that of the
 * engagement which counts for it in `counting`: another invitation beside it overturns nothing.
 */
export function registersOf(s: CaseState, counting: CaseState = s): Map<string, Register> {
  const registers = new Map<string, Register>()
  registers.set('host', { value: hostOf(s), decider: lastTransfer(s)?.event ?? s.opened.event })
  const { term, n, holder, since } = s.baton
  registers.set('baton', { value: `${term}.${n} ${holder}`, decider: since.event })
  registers.set('status', { value: statusOf(s), decider: s.status.event })
  for (const p of Object.values(s.participants)) {
    const engagement = participantOf(counting, p.id)?.engagement ?? p.engagement
    const e = engagementOf(s, engagement)
    const answer = e && (e.removed ?? e.left ?? e.withdrawn ?? e.lapsed ?? e.accepted ?? e.declined)
    registers.set(`standing:${p.id}`, {
      value: e ? standingOf(e) : 'none',
      decider: answer?.event ?? engagement,
    })
    if (p.claim)
      registers.set(`severity:${p.id}`, { value: String(p.claim.level), decider: p.claim.event })
  }
  for (const [id, escalation] of Object.entries(s.escalations ?? {})) {
    const end = endOf(escalation)
    registers.set(`escalation:${id}`, {
      value: end?.word ?? 'open',
      decider: end?.event ?? (id as EventId),
    })
  }
  return registers
}

export function overturnedBy(
  before: CaseState,
  after: CaseState,
  arrival: CaseEvent,
  sees: (other: EventId) => boolean,
): Overturned[] {
  const now = registersOf(after, before)
  const unsettled = new Set(before.unsettled.map((u) => u.event))
  return [...registersOf(before)]
    .filter(([name, { value, decider }]) => {
      const decided = now.get(name)
      return decided?.value !== value && !sees(decider)
    })
    .map(([register, { value, decider }]) => ({
      register,
      before: value,
      after: now.get(register)?.value ?? 'none',
      decider,
      by: arrival.id,
      settled: !unsettled.has(decider),
    }))
}

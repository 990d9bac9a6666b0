// One gateway's copy of a case under test: takes events in any order through the two phases of admission, keeps those that wait
// for ancestors, and says what it holds in the short form of the vectors. Signatures are another file's matter.
import {
  admit,
  admitOpening,
  prepare,
  prepareOpening,
  type OpenedEvent,
  type Replica,
} from '../../src/core/cases/admit.ts'
import {
  effectiveLevel,
  holderOf,
  hostOf,
  standing,
  statusOf,
  type CaseState,
} from '../../src/core/cases/case.ts'
import { flagsOf } from '../../src/core/cases/flags.ts'
import type { Verdict } from '../../src/core/cases/event.ts'
import { History } from '../../src/core/cases/history.ts'
import type { Overturned } from '../../src/core/cases/settle.ts'
import type { EventId } from '../../src/core/kernel/id.ts'
import { Refusal } from '../../src/core/kernel/refusal.ts'
import { letterOf, nameOf } from './case-graph.ts'

/** A state in the short form of the vectors. */
export type Summary = {
  readonly host: string
  readonly holder: string
  readonly epoch: string
  readonly standings: Readonly<Record<string, string>>
  readonly claims: Readonly<Record<string, number>>
  readonly level: number | null
  readonly status: string
  readonly flags: readonly string[]
}

export class Desk {
  readonly history = new History()
  readonly verdicts = new Map<EventId, Verdict>()
  readonly refused = new Map<EventId, string>()
  readonly overturned: Overturned[] = []
  /** Events admitted on top of all held, by the state alone. */
  onTop = 0
  state: CaseState | null = null
  #parked: OpenedEvent[] = []

  get parked(): readonly OpenedEvent[] {
    return this.#parked
  }

  get replica(): Replica {
    if (this.state === null) throw new Error('the opening event has not arrived')
    return { state: this.state, history: this.history }
  }

  receive(opened: OpenedEvent): void {
    this.#parked.push(opened)
    for (let moved = true; moved;) {
      moved = false
      for (const waiting of this.#parked) {
        if (!this.#take(waiting)) continue
        this.#parked = this.#parked.filter((other) => other !== waiting)
        moved = true
        break
      }
    }
  }

  receiveAll(events: readonly OpenedEvent[]): this {
    for (const event of events) this.receive(event)
    return this
  }

  /** Whether the event is dealt with: admitted or refused. */
  #take(opened: OpenedEvent): boolean {
    if (this.state === null) return this.#begin(opened)
    const prepared = prepare(this.replica, opened)
    if (prepared instanceof Refusal) {
      this.refused.set(opened.id, prepared.code)
      return true
    }
    if ('missing' in prepared || 'needsHistory' in prepared) return false
    const admitted = admit(this.replica, prepared)
    if (prepared.onTop) this.onTop++
    this.verdicts.set(opened.id, admitted.verdict)
    this.overturned.push(...admitted.overturned)
    this.state = admitted.state
    return true
  }

  #begin(opened: OpenedEvent): boolean {
    if (opened.prev !== null || opened.heads.length > 0) return false
    const prepared = prepareOpening(opened)
    if (prepared instanceof Refusal) {
      this.refused.set(opened.id, prepared.code)
      return true
    }
    this.state = admitOpening(prepared.event)
    this.history.add(prepared.event, 'effect')
    this.verdicts.set(opened.id, 'effect')
    return true
  }

  verdictsByName(): Record<string, string> {
    return Object.fromEntries([...this.verdicts].map(([id, verdict]) => [nameOf(id), verdict]))
  }
}

export function summaryOf(s: CaseState): Summary {
  const members = Object.values(s.participants)
  const claims = members.flatMap(({ id, claim }) =>
    claim ? [[letterOf(id), claim.level] as const] : [],
  )
  return {
    host: letterOf(hostOf(s)),
    holder: letterOf(holderOf(s)),
    epoch: `${s.baton.term}.${s.baton.n}`,
    standings: Object.fromEntries(
      members.map(({ id }) => [letterOf(id), standing(s, id) ?? 'none']),
    ),
    claims: Object.fromEntries(claims),
    level: effectiveLevel(s),
    status: statusOf(s),
    flags: flagsOf(s),
  }
}

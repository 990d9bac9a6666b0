// An exhaustive search over small histories: from a given beginning, every event that anybody could write on every past it could
// have seen, to a given number of events. A past is any set of the new events closed under ancestors.
import type { CaseState } from '../../src/core/cases/case.ts'
import type { CaseEvent } from '../../src/core/cases/event.ts'
import { foldHistory } from '../../src/core/cases/fold.ts'
import { History } from '../../src/core/cases/history.ts'
import { judge } from '../../src/core/cases/judge.ts'
import type { EventId, MemberId } from '../../src/core/kernel/id.ts'
import { actsOf, type Act } from './case-acts.ts'
import { Desk } from './case-desk.ts'
import { idOf, memberOf, openedAll, type Graph } from './case-graph.ts'

export type Search = {
  readonly from: Graph
  readonly types: readonly string[]
  readonly depth: number
  /** A member that may write on any past of its own, its own other events unseen. */
  readonly forks?: string
}

export type Arrival = {
  readonly before: CaseState
  readonly after: CaseState
  readonly event: CaseEvent
  readonly sees: (other: EventId) => boolean
}

/** A new event: its number orders it after all that it saw. */
type Added = {
  readonly number: number
  readonly event: CaseEvent
  readonly past: ReadonlySet<number>
}

export type Tally = { histories: number; arrivals: number; readonly types: Map<string, number> }

const WORLD = ['A', 'B', 'C'].map(memberOf)

export class Searcher {
  readonly tally: Tally = { histories: 0, arrivals: 0, types: new Map() }
  readonly #search: Search
  readonly #base: readonly CaseEvent[]
  readonly #baseVerdicts: Desk['verdicts']
  readonly #start: CaseState
  readonly #added: Added[] = []
  readonly #byContent = new Map<string, Added>()
  readonly #visited = new Set<string>()
  readonly #acts = new Map<string, ReadonlyMap<MemberId, readonly Act[]>>()

  constructor(search: Search) {
    this.#search = search
    const desk = new Desk().receiveAll(openedAll(search.from.events))
    this.#base = desk.history.nodes.map((node) => node.event)
    this.#baseVerdicts = desk.verdicts
    this.#start = desk.replica.state
  }

  /** Visits every history and shows each arrival: the state without the event, and with it. */
  run(onArrival: (arrival: Arrival) => void): Tally {
    this.#visit([], this.#start, onArrival)
    return this.tally
  }

  #visit(held: readonly Added[], before: CaseState, onArrival: (a: Arrival) => void): void {
    this.tally.histories++
    if (held.length >= this.#search.depth) return
    for (const past of closedSubsets(held))
      for (const event of this.#possible(past)) {
        if (held.includes(event) || this.#forgets(held, past, event)) continue
        const key = keyOf([...held, event])
        const fresh = !this.#visited.has(key)
        this.#visited.add(key)
        const history = this.#historyOf([...held, event])
        const after = foldHistory(history)
        if (!after) continue
        this.tally.arrivals++
        const sees = (other: EventId): boolean => history.sees(event.event.id, other)
        onArrival({ before, after, event: event.event, sees })
        if (fresh) this.#visit([...held, event], after, onArrival)
      }
  }

  /** Everything that could be written on a past. */
  #possible(past: readonly Added[]): Added[] {
    const key = keyOf(past)
    const acts = this.#acts.get(key) ?? this.#actsOn(past)
    this.#acts.set(key, acts)
    return [...acts].flatMap(([by, possible]) => possible.map((act) => this.#intern(by, act, past)))
  }

  #actsOn(past: readonly Added[]): ReadonlyMap<MemberId, readonly Act[]> {
    const state = past.length === 0 ? this.#start : foldHistory(this.#historyOf(past))
    const acts = new Map<MemberId, readonly Act[]>()
    if (!state) return acts
    for (const by of WORLD) {
      const probe = { ...this.#eventOn(by, { type: '', body: {} }, past), id: state.opened.event }
      acts.set(
        by,
        actsOf(state, by, WORLD).filter(
          ({ type, body }) =>
            this.#search.types.includes(type) &&
            judge(state, { ...probe, type, body }) === 'effect',
        ),
      )
    }
    return acts
  }

  #intern(by: MemberId, act: Act, past: readonly Added[]): Added {
    const content = `${by} ${act.type} ${JSON.stringify(act.body)} ${keyOf(past)}`
    const known = this.#byContent.get(content)
    if (known) return known
    const number = this.#added.length
    // Spread the names, so that among siblings now the earlier, now the later has the smaller id.
    const name = `m${((number * 7919) % 9973).toString().padStart(4, '0')}x${number}`
    const event = { ...this.#eventOn(by, act, past), id: idOf(name) }
    const added = { number, event, past: new Set(past.map((one) => one.number)) }
    this.#added.push(added)
    this.#byContent.set(content, added)
    this.tally.types.set(act.type, (this.tally.types.get(act.type) ?? 0) + 1)
    return added
  }

  #eventOn(by: MemberId, act: Act, past: readonly Added[]): CaseEvent {
    const tips = past.filter((one) => !past.some((other) => other.past.has(one.number)))
    const own = past.findLast((one) => one.event.author === by)?.event
    const chain = this.#start.participants[by]?.chains[0]
    const prev = own?.id ?? chain?.tip ?? null
    const heads =
      tips.length > 0 ? tips.map((one) => one.event.id) : this.#start.heads.map((h) => h.id)
    const top = Math.max(...this.#start.heads.map((head) => head.depth))
    const at = Math.max(5000, ...this.#start.heads.map((head) => head.at)) + past.length
    return {
      id: this.#start.opened.event,
      caseId: this.#start.id,
      author: by,
      incarnation: 0,
      seq: (own?.seq ?? chain?.seq ?? 0) + 1,
      prev,
      heads: heads.filter((id) => id !== prev),
      type: act.type,
      body: act.body,
      texts: {},
      iat: at,
      at,
      depth: 1 + Math.max(top, ...past.map((one) => one.event.depth)),
    }
  }

  #historyOf(events: readonly Added[]): History {
    const history = new History()
    for (const event of this.#base) history.add(event, this.#baseVerdicts.get(event.id) ?? 'effect')
    for (const { event } of [...events].toSorted((a, b) => a.number - b.number))
      history.add(event, 'effect')
    return history
  }

  /** An honest member has always seen what it wrote itself. */
  #forgets(held: readonly Added[], past: readonly Added[], { event }: Added): boolean {
    if (event.author === memberOf(this.#search.forks ?? '-')) return false
    return held.some((one) => one.event.author === event.author && !past.includes(one))
  }
}

const keyOf = (events: readonly Added[]): string =>
  events
    .map((one) => one.number)
    .toSorted((a, b) => a - b)
    .join(' ')

/** Every subset closed under ancestors. */
function closedSubsets(events: readonly Added[]): Added[][] {
  let subsets: Added[][] = [[]]
  for (const event of [...events].toSorted((a, b) => a.number - b.number))
    subsets = subsets.flatMap((subset) => {
      const has = new Set(subset.map((one) => one.number))
      return [...event.past].every((number) => has.has(number))
        ? [subset, [...subset, event]]
        : [subset]
    })
  return subsets
}

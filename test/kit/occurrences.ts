// How often each type of event occurred in what a property test made, and each pair of the table of crossing acts: two events of
// two authors, neither seeing the other. A test prints it, and asks what never occurred.
import type { History } from '../../src/core/cases/history.ts'
import { EVENT_TYPES } from '../../src/core/cases/registry.ts'
import { CROSSING_PAIRS } from '../vectors/cases/crossing-pairs.ts'

export const kindOf = (x: string, y: string): string => `${x} × ${y}`

/** The kinds of pairs that do not leave each other alone. */
const KINDS: ReadonlySet<string> = new Set(CROSSING_PAIRS.map(({ x, y }) => kindOf(x.type, y.type)))

export class Occurrences {
  readonly types = new Map<string, number>()
  readonly pairs = new Map<string, number>()

  addType(type: string): void {
    add(this.types, type)
  }

  /** Two types that crossed, in the order of the table. */
  addPair(kind: string): void {
    add(this.pairs, kind)
  }

  /** Everything with an effect in a history, and everything of it that crossed. */
  addHistory(history: History): void {
    const acting = history.nodes.filter((node) => node.verdict === 'effect')
    for (const { event } of acting) this.addType(event.type)
    for (const [i, { event: one }] of acting.entries())
      for (const { event: two } of acting.slice(i + 1)) {
        if (one.author === two.author) continue
        if (history.sees(one.id, two.id) || history.sees(two.id, one.id)) continue
        for (const kind of new Set([kindOf(one.type, two.type), kindOf(two.type, one.type)]))
          if (KINDS.has(kind)) this.addPair(kind)
      }
  }

  neverTypes(): string[] {
    return EVENT_TYPES.filter((type) => !this.types.has(type))
  }

  neverPairs(): string[] {
    return [...KINDS].filter((kind) => !this.pairs.has(kind))
  }

  print(about: string): void {
    console.log(
      [
        about,
        `— events, by type (${this.types.size} of ${EVENT_TYPES.length})`,
        ...lines(this.types),
        `— pairs that crossed, by kind (${this.pairs.size} of ${KINDS.size})`,
        ...lines(this.pairs),
      ].join('\n'),
    )
  }
}

const add = (counts: Map<string, number>, key: string): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1)

const lines = (counts: ReadonlyMap<string, number>): string[] =>
  [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, n]) => `${n}\t${key}`)

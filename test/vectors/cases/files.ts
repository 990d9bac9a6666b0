// The vectors as files: each trace as its events, verdicts, state and three arrival orders other than the one it is told in.
import type { GraphEvent } from '../../kit/case-graph.ts'
import { CROSSING_PAIRS } from './crossing-pairs.ts'
import { REFUSED } from './refused.ts'
import { SETTINGS } from './settings.ts'
import { expected, TRACES } from './traces.ts'
import type { Trace } from './traces.ts'

/** What a file of `fold/` holds. */
export type FoldVector = {
  readonly about: string
  readonly events: readonly GraphEvent[]
  readonly verdicts: Readonly<Record<string, string>>
  readonly state: ReturnType<typeof expected>
  readonly overturned: readonly (readonly [string, string, string])[]
  readonly orders: readonly (readonly string[])[]
}

/** Every file by its path in this folder. */
export function filesToWrite(): ReadonlyMap<string, string> {
  const traces = TRACES.map((trace) => [`fold/${trace.name}.json`, vectorOf(trace)] as const)
  const refused = REFUSED.map(({ name, ...vector }) => [`invalid/${name}.json`, vector] as const)
  const settings = Object.entries(SETTINGS).map(([name, make]) => [name, make().events] as const)
  const crossings = { settings: Object.fromEntries(settings), pairs: CROSSING_PAIRS }
  const files = [...traces, ...refused, ['crossings.json', crossings] as const]
  return new Map(files.map(([path, vector]) => [path, textOf(vector)]))
}

const textOf = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`

function vectorOf({ about, graph, words = {}, state, overturned = [] }: Trace): FoldVector {
  const { events } = graph
  const ids = events.map((event) => event.id)
  return {
    about,
    events,
    verdicts: Object.fromEntries(ids.map((id) => [id, words[id] ?? 'effect'])),
    state: expected(state),
    overturned,
    orders: [1, 2, 3].map((seed) => shuffled(ids, seed)),
  }
}

/** Fisher and Yates over a small linear congruence: the same order for the same seed everywhere. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const out = [...items]
  let state = seed * 2_654_435_761 + items.length
  for (let i = out.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const j = state % (i + 1)
    const [a, b] = [out[i], out[j]]
    if (a === undefined || b === undefined) continue
    out[i] = b
    out[j] = a
  }
  return out
}

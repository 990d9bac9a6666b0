// Lets two acts cross: both written on the same past, neither seeing the other. Says whether they left each other alone, and if
// not, in which registers the outcome differs from both having simply happened.
import {
  effectiveLevel,
  holderOf,
  hostOf,
  standing,
  statusOf,
  type CaseState,
} from '../../src/core/cases/case.ts'
import { flagsOf } from '../../src/core/cases/flags.ts'
import { openedAll, memberOf, idOf, nameOf, type Graph } from './case-graph.ts'
import { Desk } from './case-desk.ts'
import { foldHistory } from '../../src/core/cases/fold.ts'
import { History } from '../../src/core/cases/history.ts'
import { judge } from '../../src/core/cases/judge.ts'
import type { CaseEvent } from '../../src/core/cases/event.ts'
import type { MemberId } from '../../src/core/kernel/id.ts'
import { actsOf, type Act } from './case-acts.ts'

export type Doing = Act & { readonly by: MemberId }
type Registers = ReadonlyMap<string, string>

const WORLD = ['A', 'B', 'C', 'D', 'E'].map(memberOf)
/** What every event changes, and what says who has seen what: no register anybody acts on. */
const BOOKKEEPING =
  /^(heads|size|unsettled)\b|^participants\.[^ ]*\.(chains|count|lastAt|receivedAt|keyEvents)\b/

/** Registers by path; a list is the set of what is in it. */
export function registersIn(s: CaseState): Registers {
  const flat = new Map<string, string>()
  const put = (path: string, value: unknown): void => {
    if (BOOKKEEPING.test(path)) return
    if (Array.isArray(value)) for (const one of value) flat.set(`${path} ${textOf(one)}`, '')
    else if (value !== null && typeof value === 'object')
      for (const [name, v] of Object.entries(value)) put(path ? `${path}.${name}` : name, v)
    else flat.set(path, String(value))
  }
  put('', { ...s, computed: computed(s) })
  return new Map([...flat].filter(([path]) => !BOOKKEEPING.test(path)))
}

const textOf = (value: unknown): string =>
  value !== null && typeof value === 'object' && 'event' in value
    ? String(value.event)
    : JSON.stringify(value)

const computed = (s: CaseState): unknown => ({
  host: hostOf(s),
  holder: holderOf(s),
  level: effectiveLevel(s),
  status: statusOf(s),
  flags: flagsOf(s),
  standing: Object.fromEntries(
    Object.keys(s.participants).map((m) => [m, standing(s, m as MemberId)]),
  ),
})

/** A setting with everything needed to put acts on top of it. */
export class Crossing {
  readonly state: CaseState
  readonly #events: readonly CaseEvent[]
  readonly #desk: Desk
  readonly #before: Registers
  readonly #numbers = new Map<Doing, number>()
  readonly #alone = new Map<Doing, Registers>()

  constructor(graph: Graph) {
    this.#desk = new Desk().receiveAll(openedAll(graph.events))
    this.state = this.#desk.replica.state
    this.#events = this.#desk.history.nodes.map((node) => node.event)
    this.#before = registersIn(this.state)
  }

  /** Every act that would have an effect here, by everybody. */
  effective(): Doing[] {
    return WORLD.flatMap((by) =>
      actsOf(this.state, by, WORLD)
        .map((act) => ({ ...act, by }))
        .filter((doing) => judge(this.state, this.eventOf(doing)) === 'effect'),
    )
  }

  /** The act as an event on top of the setting. */
  eventOf(doing: Doing): CaseEvent {
    const { by, type, body } = doing
    const number = this.#numbers.get(doing) ?? this.#numbers.size + 1
    this.#numbers.set(doing, number)
    const chain = this.state.participants[by]?.chains[0]
    const heads = this.state.heads.map((head) => head.id).filter((id) => id !== chain?.tip)
    const depth = 1 + Math.max(...this.state.heads.map((head) => head.depth))
    const at = 1 + Math.max(...this.state.heads.map((head) => head.at))
    return {
      id: idOf(`X${number}`),
      caseId: this.state.id,
      author: by,
      incarnation: 0,
      seq: (chain?.seq ?? 0) + 1,
      prev: chain?.tip ?? null,
      heads,
      type,
      body,
      texts: {},
      iat: at,
      at,
      depth,
    }
  }

  /** The state with these acts in it, each written without having seen the others. */
  after(...doings: readonly Doing[]): CaseState {
    const history = new History()
    for (const event of this.#events)
      history.add(event, this.#desk.verdicts.get(event.id) ?? 'effect')
    for (const doing of doings) history.add(this.eventOf(doing), 'effect')
    const state = foldHistory(history)
    if (!state) throw new Error('a setting begins with an opening event')
    return state
  }

  /** The registers with one act alone. */
  alone(doing: Doing): Registers {
    const known = this.#alone.get(doing) ?? registersIn(this.after(doing))
    this.#alone.set(doing, known)
    return known
  }

  together(x: Doing, y: Doing): Registers {
    return registersIn(this.after(x, y))
  }

  /** Registers in which both acts together read otherwise than both apart: path, found, expected. */
  interference(x: Doing, y: Doing): Map<string, readonly [string, string]> {
    const before = this.#before
    const one = this.alone(x)
    const two = this.alone(y)
    const both = this.together(x, y)
    const differing = new Map<string, readonly [string, string]>()
    for (const path of new Set([...before, ...one, ...two, ...both].map(([name]) => name))) {
      const [was, left, right, found] = [before, one, two, both].map((r) => r.get(path) ?? '–')
      const expected = left === was ? right : left
      const clash = left !== was && right !== was && left !== right
      if (clash || found !== expected)
        differing.set(path, [found ?? '–', clash ? `${left} | ${right}` : (expected ?? '–')])
    }
    return differing
  }
}

export const shortened = (text: string): string =>
  text
    .replaceAll(/https:\/\/([a-z])\.example/g, (_, letter: string) => letter.toUpperCase())
    .replaceAll(/[A-Za-z0-9]+-{10,}A/g, (id) => nameOf(id))

// Random histories: members that act on what has reached them so far, and deliver to each other in any weather. Everything follows
// from a seed. One member may be malicious: it forks its chain, forgets what it saw and does what is not its to do.
import type { OpenedEvent } from '../../src/core/cases/admit.ts'
import { isActive, type CaseState } from '../../src/core/cases/case.ts'
import { judge } from '../../src/core/cases/judge.ts'
import { actsOf, type Act } from './case-acts.ts'
import { Desk } from './case-desk.ts'
import { idOf, letterOf, memberOf, openedAll, resolved } from './case-graph.ts'
import type { Body, Graph, GraphEvent } from './case-graph.ts'

/** Numbers in [0, 1) from a seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Acts that end much of a story, and so are rare. */
const RARE = ['participant-left', 'member-removed', 'author-cut', 'case-closed', 'received']

export class Weather {
  readonly events: OpenedEvent[] = []
  readonly desks = new Map<string, Desk>()
  readonly #roll: () => number
  readonly #malicious: string | null

  constructor(graph: Graph, letters: readonly string[], seed: number, malicious: string | null) {
    this.#roll = dice(seed)
    this.#malicious = malicious
    this.events.push(...openedAll(graph.events))
    for (const letter of letters) this.desks.set(letter, new Desk().receiveAll(this.events))
  }

  #pick<T>(items: readonly T[]): T | undefined {
    return items[Math.floor(this.#roll() * items.length)]
  }

  /** One thing happens: somebody acts, or some of what one member has reaches another. */
  blow(): void {
    const letter = this.#pick([...this.desks.keys()]) ?? 'A'
    if (this.#roll() < 0.35) this.deliver(this.#pick([...this.desks.keys()]) ?? 'A', letter)
    else if (letter === this.#malicious && this.#roll() < 0.7) this.#misbehave(letter)
    else this.#behave(letter)
  }

  /** What one member has reaches another: all, or here and there one missing. */
  deliver(from: string, to: string): void {
    const [sender, receiver] = [this.desks.get(from), this.desks.get(to)]
    if (!sender || !receiver || from === to) return
    const lossy = this.#roll() < 0.3
    for (const event of this.events) {
      if (!sender.verdicts.has(event.id) || receiver.verdicts.has(event.id)) continue
      if (receiver.parked.includes(event) || (lossy && this.#roll() < 0.2)) continue
      receiver.receive(event)
    }
  }

  #behave(letter: string): void {
    const state = this.desks.get(letter)?.state
    if (!state) return
    if (this.#roll() < 0.3) {
      if (isActive(state, memberOf(letter))) this.write(letter, { type: 'received', body: {} })
      return
    }
    const member = memberOf(letter)
    const world = [...this.desks.keys()].map(memberOf)
    const possible = actsOf(state, member, world)
    const act = this.#draw(state, letter, possible)
    if (act) this.write(letter, act)
  }

  /** One act of a type drawn from those of which some act would have an effect; of rare types not always. */
  #draw(state: CaseState, letter: string, possible: readonly Act[]): Act | undefined {
    const types = new Set(possible.map(({ type }) => type))
    while (types.size > 0) {
      const type = this.#pick([...types]) ?? ''
      types.delete(type)
      if (RARE.includes(type) && this.#roll() >= 0.25) continue
      const working = possible.filter((act) => act.type === type && this.#works(state, letter, act))
      if (working.length > 0) return this.#pick(working)
    }
    return undefined
  }

  #works(state: CaseState, letter: string, act: Act): boolean {
    const event = { ...onTop(state, letter, act, 'probe'), depth: 0, at: state.size }
    return judge(state, event) === 'effect'
  }

  /** Writes an act on everything its author has. */
  write(letter: string, act: Act): void {
    const desk = this.desks.get(letter)
    if (desk?.state) this.#publish(desk, onTop(desk.state, letter, act, this.#name()))
  }

  /** On any past of its own choosing, anything at all. */
  #misbehave(letter: string): void {
    const desk = this.desks.get(letter)
    if (!desk?.state) return
    const member = memberOf(letter)
    const known = this.events.filter((event) => desk.verdicts.has(event.id))
    const own = known.filter((event) => event.author === member)
    const prev = this.#roll() < 0.6 ? own.at(-1) : this.#pick(own)
    const heads = [this.#pick(known), this.#pick(known), this.#pick(known)]
      .filter((event) => event !== undefined)
      .map((event) => event.id)
      .filter((id, i, all) => id !== prev?.id && all.indexOf(id) === i)
    const act = this.#pick(actsOf(desk.state, member, [...this.desks.keys()].map(memberOf)))
    if (!act) return
    if (prev && this.#roll() < 0.15) {
      const restart = this.#restart(desk.state, letter, prev)
      this.#publish(desk, { ...restart, prev: prev.id, heads })
      return
    }
    this.#publish(desk, {
      ...onTop(desk.state, letter, act, this.#name()),
      incarnation: prev?.incarnation ?? 0,
      seq: (prev?.seq ?? 0) + 1,
      prev: prev?.id ?? null,
      heads,
    })
  }

  /** Begins anew on any event of its own, as after a loss. */
  #restart(state: CaseState, letter: string, prev: OpenedEvent): OpenedEvent {
    const incarnation = prev.incarnation + 1 + Math.floor(this.#roll() * 2)
    const body = { member: memberOf(letter), incarnation, keys: [resolved(`#k${letter}`)] }
    const act = { type: 'author-resumed', body } as Act
    return { ...onTop(state, letter, act, this.#name()), incarnation, seq: 1 }
  }

  /** An event that its own author's gateway refuses never leaves. */
  #publish(desk: Desk, event: OpenedEvent): void {
    desk.receive(event)
    if (desk.verdicts.has(event.id)) this.events.push(event)
  }

  #name(): string {
    const random = Math.floor(this.#roll() * 36 ** 4)
    return `e${random.toString(36).padStart(4, '0')}n${this.events.length}`
  }
}

function onTop(state: CaseState, letter: string, act: Act, name: string): OpenedEvent {
  const author = memberOf(letter)
  const record = state.participants[author]
  const incarnation = Math.max(0, ...Object.keys(record?.resumedKeys ?? {}).map(Number))
  const chain = record?.chains[incarnation]
  return {
    id: idOf(name),
    caseId: state.id,
    author,
    incarnation,
    seq: (chain?.seq ?? 0) + 1,
    prev: chain?.tip ?? null,
    heads: state.heads.map((head) => head.id).filter((id) => id !== chain?.tip),
    type: act.type,
    body: act.body,
    texts: {},
    iat: 2000 + state.size,
    alg: 'ES256',
    kid: idOf(`k${letterOf(author)}`),
  }
}

export const actOf = ({ type, body }: Pick<GraphEvent, 'type' | 'body'>): Act => ({
  type,
  body: resolved(body) as Body,
})

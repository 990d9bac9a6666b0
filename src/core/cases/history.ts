// The causal graph of one case: nodes are events, parents are `prev` and `heads` (fold.md §1.1). Answers "what had this event's
// author seen?" for any event, by one bit set of ancestors each. Holds admitted events only, with their final verdicts. Of a long
// case it may hold the upper part alone, above a base that everything in it has seen (checkpoint.ts).
import type { EventId } from '../kernel/id.ts'
import type { CaseState, Head } from './case.ts'
import type { CaseEvent, Verdict } from './event.ts'
import { parentsOf } from './event.ts'

export type Node = { readonly event: CaseEvent; readonly verdict: Verdict; readonly index: number }

/** A set of nodes by index. */
export class Bits {
  #words: Uint32Array

  constructor(words: Uint32Array = new Uint32Array(4)) {
    this.#words = words
  }

  has(index: number): boolean {
    return (((this.#words[index >>> 5] ?? 0) >>> (index & 31)) & 1) === 1
  }

  add(index: number): void {
    const word = index >>> 5
    if (word >= this.#words.length) this.#grow(word + 1)
    this.#words[word] = (this.#words[word] ?? 0) | (1 << (index & 31))
  }

  addAll(other: Bits): void {
    const words = other.#words
    if (words.length > this.#words.length) this.#grow(words.length)
    for (let i = 0; i < words.length; i++) this.#words[i] = (this.#words[i] ?? 0) | (words[i] ?? 0)
  }

  #grow(length: number): void {
    const words = new Uint32Array(Math.max(length, this.#words.length * 2))
    words.set(this.#words)
    this.#words = words
  }
}

export class History {
  readonly nodes: Node[] = []
  /** The state of the events below those held here, all of which are in the past of each of them; null where none are. */
  readonly base: CaseState | null
  readonly #top: Head | null
  readonly #byId = new Map<EventId, number>()
  readonly #past: Bits[] = []

  /** @param base a state with one tip, to hold only what came after it */
  constructor(base: CaseState | null = null) {
    this.base = base
    this.#top = base?.heads[0] ?? null
  }

  get(id: EventId): Node | undefined {
    const index = this.#byId.get(id)
    return index === undefined ? undefined : this.nodes[index]
  }

  /** Whether an event is held here or is the tip of the base. */
  has(id: EventId): boolean {
    return this.#byId.has(id) || this.#top?.id === id
  }

  /** Parents that are not here; an event may be added once there are none. Above a base, what is not here lies below. */
  missing(event: Pick<CaseEvent, 'prev' | 'heads'>): EventId[] {
    return this.base ? [] : parentsOf(event).filter((id) => !this.#byId.has(id))
  }

  /** Depth and time of an event, derived from those of its parents that are held (D10d). */
  place(event: Pick<CaseEvent, 'prev' | 'heads' | 'iat'>): { depth: number; at: number } {
    let depth = this.#top ? this.#top.depth + 1 : 0
    let at = Math.max(event.iat, this.#top?.at ?? 0)
    for (const id of parentsOf(event)) {
      const parent = this.get(id)?.event
      if (!parent) continue
      depth = Math.max(depth, parent.depth + 1)
      at = Math.max(at, parent.at)
    }
    return { depth, at }
  }

  /**
   * Adds an admitted event; parents come first. Parents not held are passed over, as in an invitation bundle (D6a). An event
   * that is here already changes nothing.
   */
  add(event: CaseEvent, verdict: Verdict): Node {
    const held = this.get(event.id)
    if (held) return held
    const node = { event, verdict, index: this.nodes.length }
    this.#past.push(this.past(event))
    this.#byId.set(event.id, node.index)
    this.nodes.push(node)
    return node
  }

  /** All ancestors of an event that are held here, itself excluded. */
  past(event: Pick<CaseEvent, 'prev' | 'heads'>): Bits {
    const bits = new Bits()
    for (const id of parentsOf(event)) {
      const index = this.#byId.get(id)
      const past = index === undefined ? undefined : this.#past[index]
      if (index === undefined || !past) continue
      bits.addAll(past)
      bits.add(index)
    }
    return bits
  }

  /** The ancestors of a node held. Not to be changed. */
  pastOf(node: Node): Bits {
    return this.#past[node.index] ?? this.past(node.event)
  }

  /** Whether `other` is an ancestor of `event`. Above a base, ask of events of the case only: what is not here is below. */
  sees(event: EventId, other: EventId): boolean {
    const one = this.#byId.get(event)
    const two = this.#byId.get(other)
    if (one === undefined) return false
    return two === undefined ? this.base !== null : (this.#past[one]?.has(two) ?? false)
  }

  /** The nodes of a set, or all of them. */
  select(set: Bits | null): Node[] {
    return set ? this.nodes.filter((node) => set.has(node.index)) : this.nodes
  }
}

// Equivocation (D14): one author wrote two events with the same incarnation and number. All enter the graph; the one with most
// votes counts, then the smaller id; events whose own chain runs through another have no part in the state (fold.md §1.4a).
import type { EventId, MemberId } from '../kernel/id.ts'
import { compareText } from './event.ts'
import type { Bits, History, Node } from './history.ts'

export type Fork = {
  readonly author: MemberId
  readonly incarnation: number
  readonly seq: number
  readonly ids: readonly EventId[]
}
export type Forks = { readonly forks: readonly Fork[]; readonly dropped: ReadonlySet<EventId> }

type ByAuthor = ReadonlyMap<MemberId, readonly Node[]>

/** An author's events by incarnation, number and id. */
const byPlace = (a: Node, b: Node): number =>
  a.event.incarnation - b.event.incarnation ||
  a.event.seq - b.event.seq ||
  compareText(a.event.id, b.event.id)

function groupByAuthor(nodes: readonly Node[]): ByAuthor {
  const groups = new Map<MemberId, Node[]>()
  for (const node of nodes) {
    const group = groups.get(node.event.author)
    if (group) group.push(node)
    else groups.set(node.event.author, [node])
  }
  for (const group of groups.values()) group.sort(byPlace)
  return groups
}

/** Finds every fork among the nodes and what is dropped because of them. */
export function findForks(history: History, nodes: readonly Node[]): Forks {
  if (!hasSiblings(nodes)) return { forks: [], dropped: new Set() }
  const authors = groupByAuthor(nodes)
  const forks: Fork[] = []
  const dropped = new Set<EventId>()
  for (const own of authors.values()) {
    for (const siblings of samePlace(own)) {
      const { author, incarnation, seq } = siblings[0].event
      if (siblings.length > 1)
        forks.push({ author, incarnation, seq, ids: siblings.map((n) => n.event.id) })
      const standing: Node[] = []
      for (const node of siblings) {
        if (node.event.prev !== null && dropped.has(node.event.prev)) dropped.add(node.event.id)
        else standing.push(node)
      }
      const kept = standing.length > 1 ? winner(history, authors, standing, null) : standing[0]
      for (const node of standing) if (node !== kept) dropped.add(node.event.id)
    }
  }
  return { forks, dropped }
}

function hasSiblings(nodes: readonly Node[]): boolean {
  const places = new Set<string>()
  for (const { event } of nodes) places.add(`${event.incarnation} ${event.seq} ${event.author}`)
  return places.size < nodes.length
}

function samePlace(own: readonly Node[]): [Node, ...Node[]][] {
  const groups: [Node, ...Node[]][] = []
  for (const node of own) {
    const last = groups.at(-1)
    const [first] = last ?? []
    if (
      last &&
      first &&
      first.event.seq === node.event.seq &&
      first.event.incarnation === node.event.incarnation
    )
      last.push(node)
    else groups.push([node])
  }
  return groups
}

/**
 * The sibling that counts within a set. Every other author votes once, by its first event there that has any sibling in its
 * past: for that one, or where it had seen several, for the one that counted in its own past.
 */
function winner(
  history: History,
  authors: ByAuthor,
  siblings: readonly Node[],
  within: Bits | null,
): Node | undefined {
  const votes = new Map<Node, number>()
  const author = siblings[0]?.event.author
  for (const [voter, events] of authors) {
    if (voter === author) continue
    for (const node of events) {
      if (within && !within.has(node.index)) continue
      const past = history.pastOf(node)
      const seen = siblings.filter((s) => past.has(s.index))
      if (seen.length === 0) continue
      const choice = seen.length === 1 ? seen[0] : winner(history, authors, seen, past)
      if (choice) votes.set(choice, (votes.get(choice) ?? 0) + 1)
      break
    }
  }
  return siblings.toSorted(
    (a, b) => (votes.get(b) ?? 0) - (votes.get(a) ?? 0) || compareText(a.event.id, b.event.id),
  )[0]
}

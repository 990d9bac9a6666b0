// Equivocation (D14): one author wrote two events with the same incarnation and number. All enter the graph; the one with most
// votes counts, then the smaller id; events whose own chain runs through another have no part in the state (fold.md §1.4a). An author
// that restarted after a loss stands in the place of the event it may have lost (restart.ts).
import type { EventId, MemberId } from '../kernel/id.ts'
import { compareText } from './event.ts'
import type { Bits, History, Node } from './history.ts'
import { placeOf } from './restart.ts'

export type Fork = {
  readonly author: MemberId
  readonly incarnation: number
  readonly seq: number
  readonly ids: readonly EventId[]
}
export type Forks = { readonly forks: readonly Fork[]; readonly dropped: ReadonlySet<EventId> }

type ByAuthor = ReadonlyMap<MemberId, readonly Node[]>

type Place = { readonly incarnation: number; readonly seq: number }

const placeIn =
  (history: History) =>
  (node: Node): Place =>
    placeOf(node.event, (id) => history.get(id)?.event)

function groupByAuthor(history: History, nodes: readonly Node[]): ByAuthor {
  const groups = new Map<MemberId, Node[]>()
  const place = placeIn(history)
  // By incarnation, number and id.
  const byPlace = (a: Node, b: Node): number => {
    const [one, other] = [place(a), place(b)]
    return (
      one.incarnation - other.incarnation ||
      one.seq - other.seq ||
      compareText(a.event.id, b.event.id)
    )
  }
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
  if (!hasSiblings(history, nodes)) return { forks: [], dropped: new Set() }
  const authors = groupByAuthor(history, nodes)
  const forks: Fork[] = []
  const dropped = new Set<EventId>()
  for (const own of authors.values()) {
    for (const { incarnation, seq, siblings } of samePlace(history, own)) {
      const { author } = siblings[0].event
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

function hasSiblings(history: History, nodes: readonly Node[]): boolean {
  const places = new Set<string>()
  const place = placeIn(history)
  for (const node of nodes) {
    const { incarnation, seq } = place(node)
    places.add(`${incarnation} ${seq} ${node.event.author}`)
  }
  return places.size < nodes.length
}

type Group = Place & { readonly siblings: [Node, ...Node[]] }

function samePlace(history: History, own: readonly Node[]): Group[] {
  const groups: Group[] = []
  const place = placeIn(history)
  for (const node of own) {
    const { incarnation, seq } = place(node)
    const last = groups.at(-1)
    if (last?.seq === seq && last.incarnation === incarnation) last.siblings.push(node)
    else groups.push({ incarnation, seq, siblings: [node] })
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

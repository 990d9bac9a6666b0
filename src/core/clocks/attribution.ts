// Whose time was it: the age of a case split among those who held the baton, and the spans in which it was closed (D31). A holder's
// time after its departure is the host's, as the baton's rules say (D13). Everything is read from the state, so every gateway
// comes to the same; the spans tile the age, and so their sums are the age, exactly.
import type { CaseState, Engagement } from '../cases/case.ts'
import { hostOf, participantOf, statusOf, transfersHeld } from '../cases/case.ts'
import type { MemberId } from '../kernel/id.ts'

/** Seconds since 1970, `to` excluded. No holder: closed, or held too long ago to be told by whom. */
export type TimeSpan = {
  readonly from: number
  readonly to: number
  readonly word: 'held' | 'closed' | 'untold'
  readonly holder: MemberId | null
}

type Interval = readonly [from: number, to: number]

/**
 * Spans from the opening until a moment, in order, without gaps or overlaps; neighbours differ. A close that is contested counts as
 * open, as for every clock; one that was contested and then answered by a reopening counts as closed.
 * @param now seconds since 1970; earlier than the case's latest event it is as if it were that event's time
 */
export function attribute(s: CaseState, now: number): TimeSpan[] {
  const end = Math.max(now, ...s.heads.map((head) => head.at), s.opened.at)
  const edges = [
    s.opened.at,
    end,
    ...holdings(s).map(([at]) => at),
    ...hostings(s).map(([at]) => at),
  ]
  const closed = closings(s, end)
  const present = new Map(
    Object.keys(s.participants).map((member) => [member, presence(s, member as MemberId, end)]),
  )
  edges.push(...closed.flat(), ...[...present.values()].flat(2))
  const cuts = [...new Set(edges)].filter((at) => at >= s.opened.at && at <= end)
  cuts.sort((a, b) => a - b)
  const spans: TimeSpan[] = []
  for (const [i, from] of cuts.entries()) {
    const to = cuts[i + 1]
    if (to === undefined) break
    push(spans, { from, to, ...whose(s, from, closed, present) })
  }
  return spans
}

/** Seconds by holder, the closed ones under null and `closed`. The sums add up to the age. */
export function shares(spans: readonly TimeSpan[]): {
  readonly word: TimeSpan['word']
  readonly holder: MemberId | null
  readonly seconds: number
}[] {
  const sums = new Map<
    string,
    { word: TimeSpan['word']; holder: MemberId | null; seconds: number }
  >()
  for (const { from, to, word, holder } of spans) {
    const key = `${word} ${holder ?? ''}`
    const sum = sums.get(key) ?? { word, holder, seconds: 0 }
    sums.set(key, { ...sum, seconds: sum.seconds + to - from })
  }
  return [...sums.values()].toSorted((a, b) => b.seconds - a.seconds)
}

function push(spans: TimeSpan[], next: TimeSpan): void {
  const last = spans.at(-1)
  if (last?.word === next.word && last.holder === next.holder)
    spans[spans.length - 1] = { ...last, to: next.to }
  else spans.push(next)
}

function whose(
  s: CaseState,
  at: number,
  closed: readonly Interval[],
  present: ReadonlyMap<string, readonly Interval[]>,
): Pick<TimeSpan, 'word' | 'holder'> {
  if (closed.some((span) => covers(span, at))) return { word: 'closed', holder: null }
  const holder = lastUntil(holdings(s), at) ?? null
  if (holder === null) return { word: 'untold', holder: null }
  const takesPart = present.get(holder)?.some((span) => covers(span, at)) === true
  return { word: 'held', holder: takesPart ? holder : (lastUntil(hostings(s), at) ?? s.opener) }
}

const covers = ([from, to]: Interval, at: number): boolean => from <= at && at < to

type Course<T> = readonly (readonly [at: number, who: T])[]

/** What held last at a moment; the latest of several at one moment. */
const lastUntil = <T>(course: Course<T>, at: number): T | undefined =>
  course.findLast(([from]) => from <= at)?.[1]

const holdings = ({ opener, opened, baton }: CaseState): Course<MemberId | null> => [
  [opened.at, opener],
  ...(baton.moves ?? []).map((move) => [move.at, move.holder] as const),
]

const hostings = (s: CaseState): Course<MemberId> => [
  [s.opened.at, s.opener],
  ...transfersHeld(s).map((transfer) => [transfer.at, transfer.to] as const),
]

/** Spans in which a case was closed; the last lasts until `end` where it is closed still. */
export function closings(s: CaseState, end: number): Interval[] {
  const turns = s.status.turns ?? []
  const spans: Interval[] = []
  for (let i = 0; i < turns.length; i += 2) {
    const [from, to] = [turns[i], turns[i + 1]]
    if (from === undefined) break
    if (to !== undefined) spans.push([from, to])
    else if (statusOf(s) === 'closed') spans.push([from, end])
  }
  return spans
}

/** When a member took part. The host always does. */
function presence(s: CaseState, member: MemberId, end: number): Interval[] {
  const ids = participantOf(s, member)?.engagements ?? []
  const spans = ids.flatMap((id) => {
    const e = s.engagements[id]
    return e?.accepted ? [[e.accepted.at, endOf(e, end)] as const] : []
  })
  return member === hostOf(s) ? [...spans, [s.opened.at, end]] : spans
}

const endOf = ({ left, removed }: Engagement, end: number): number =>
  Math.min(left?.at ?? end, removed?.at ?? end)

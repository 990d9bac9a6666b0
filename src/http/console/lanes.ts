// The geometry of the picture of a case: one lane a vendor, entries as marks along the time, long silences cut short. Pure numbers in
// percent of the width; parts/lanes.tsx draws them.
import type { MemberId } from '../../core/kernel/id.ts'
import { type Instant, instantOf, millisOf } from '../../core/kernel/instant.ts'
import type { Span } from './spans.ts'

export type Dot = {
  readonly member: MemberId
  readonly at: Instant
  readonly effect: boolean
  readonly title: string
}

export type Mark = {
  readonly x: number
  readonly dots: readonly Dot[]
}

export type Lane = {
  readonly member: MemberId
  readonly marks: readonly Mark[]
  readonly held: readonly { readonly from: number; readonly to: number }[]
}

export type Silence = { readonly from: number; readonly to: number; readonly ms: number }

export type Lanes = {
  readonly lanes: readonly Lane[]
  readonly silences: readonly Silence[]
  readonly from: Instant
  readonly to: Instant
}

/** A silence longer than this part of what remains of the time is cut short. */
const LONG = 0.35
const MOST_SILENCES = 6
/** Percent of the width that a silence keeps. */
const SILENCE_WIDTH = 6
/** Marks closer than so many percent become one. */
const CLOSE = 2.2

type Scale = { readonly x: (ms: number) => number; readonly silences: readonly Silence[] }

/** @param dots not empty @param until where the picture ends, if later than the last entry */
export function lanesOf(
  members: readonly MemberId[],
  dots: readonly Dot[],
  spans: readonly Span[],
  until: Instant | null,
): Lanes {
  const times = dots.map(({ at }) => millisOf(at))
  const all = [...times, ...(until === null ? [] : [millisOf(until)])].toSorted((a, b) => a - b)
  const [first = 0] = all
  const last = all.at(-1) ?? first
  const scale = scaleOf(all)
  const place = (at: Instant): number => scale.x(Math.min(Math.max(millisOf(at), first), last))
  return {
    from: instantOf(first),
    to: instantOf(last),
    silences: scale.silences,
    lanes: members.map((member) => ({
      member,
      marks: marksOf(
        dots.filter((dot) => dot.member === member),
        place,
      ),
      held: spans
        .filter((span) => span.member === member)
        .map(({ from, to }) => ({ from: place(from), to: place(to) })),
    })),
  }
}

function marksOf(dots: readonly Dot[], place: (at: Instant) => number): Mark[] {
  const marks: Mark[] = []
  for (const dot of dots.toSorted((a, b) => millisOf(a.at) - millisOf(b.at))) {
    const x = place(dot.at)
    const before = marks.at(-1)
    if (before && x - before.x < CLOSE)
      marks[marks.length - 1] = { x: before.x, dots: [...before.dots, dot] }
    else marks.push({ x, dots: [dot] })
  }
  return marks
}

/** Time to width: even, but for the longest silences, which keep a fixed width each. */
function scaleOf(times: readonly number[]): Scale {
  const gaps = times.slice(1).map((to, i) => ({ from: times[i] ?? to, ms: to - (times[i] ?? to) }))
  const long = longSilences(gaps)
  const even = gaps.reduce((sum, gap) => sum + (long.has(gap) ? 0 : gap.ms), 0)
  const width = 100 - long.size * SILENCE_WIDTH
  const steps: { from: number; ms: number; x: number; width: number; silent: boolean }[] = []
  let x = 0
  for (const gap of gaps) {
    const silent = long.has(gap)
    const step = silent ? SILENCE_WIDTH : even === 0 ? 0 : (gap.ms / even) * width
    steps.push({ ...gap, x, width: step, silent })
    x += step
  }
  return {
    silences: steps
      .filter((s) => s.silent)
      .map((s) => ({ from: s.x, to: s.x + s.width, ms: s.ms })),
    x: (at) => {
      const step = steps.findLast(({ from }) => from <= at)
      if (!step) return 0
      const part = step.ms === 0 ? 0 : Math.min(1, (at - step.from) / step.ms)
      return step.x + part * step.width
    },
  }
}

type Gap = { readonly from: number; readonly ms: number }

/** Cut one by one, the longest first, while it takes more than its part of what remains. */
function longSilences(gaps: readonly Gap[]): ReadonlySet<Gap> {
  const long = new Set<Gap>()
  let remaining = gaps.reduce((sum, { ms }) => sum + ms, 0)
  for (const gap of gaps.toSorted((a, b) => b.ms - a.ms)) {
    const rest = remaining - gap.ms
    if (long.size >= MOST_SILENCES || rest <= 0 || gap.ms <= LONG * remaining) break
    long.add(gap)
    remaining = rest
  }
  return long
}

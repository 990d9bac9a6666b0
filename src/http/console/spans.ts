// Who owned the next step for how long, from the history: the holder from the opening on, along passes and reclaims of the epoch they
// were made in (D13), while the case was open.
import type { EventView } from '../../core/cases/view-event.ts'
import { MemberId } from '../../core/kernel/id.ts'
import { type Instant, millisOf } from '../../core/kernel/instant.ts'

export type Span = { readonly member: MemberId; readonly from: Instant; readonly to: Instant }

type Told = Pick<EventView, 'type' | 'author' | 'at' | 'verdict' | 'body'>

type Course = {
  readonly holder: MemberId | null
  readonly since: Instant | null
  readonly epoch: string
  readonly spans: readonly Span[]
}

/** @param events the whole history in display order @param until the present, or any later end of the picture */
export function spansOf(events: readonly Told[], until: Instant): readonly Span[] {
  let course: Course = { holder: null, since: null, epoch: '', spans: [] }
  for (const event of events)
    if (event.verdict === 'effect' && event.at !== null) course = after(course, event, event.at)
  return ended(course, until).spans
}

function after(course: Course, event: Told, at: Instant): Course {
  switch (event.type) {
    case 'case-opened':
      return held(course, event.author, at, '0.0')
    case 'baton-passed':
      return passed(course, event, at)
    case 'baton-reclaimed':
      return held(course, event.author, at, `${String(event.body['term'])}.0`)
    case 'case-closed':
      return { ...ended(course, at), since: null }
    case 'case-reopened':
      return { ...course, since: course.since ?? at }
    default:
      return course
  }
}

function passed(course: Course, { author, body }: Told, at: Instant): Course {
  const { term, n } = (body['epoch'] ?? {}) as { readonly term?: number; readonly n?: number }
  const to = MemberId.safeParse(body['to'])
  if (course.holder !== author || course.epoch !== `${term}.${n}` || !to.success) return course
  return held(course, to.data, at, `${term}.${Number(n) + 1}`)
}

const held = (course: Course, holder: MemberId, at: Instant, epoch: string): Course => ({
  ...ended(course, at),
  holder,
  since: at,
  epoch,
})

function ended(course: Course, to: Instant): Course {
  const { holder, since, spans } = course
  if (holder === null || since === null || millisOf(to) <= millisOf(since)) return course
  return { ...course, spans: [...spans, { member: holder, from: since, to }] }
}

export type Share = { readonly member: MemberId; readonly ms: number }

/** The same summed up by member, the longest first. */
export function sharesOf(spans: readonly Span[]): readonly Share[] {
  const sums = new Map<MemberId, number>()
  for (const { member, from, to } of spans)
    sums.set(member, (sums.get(member) ?? 0) + millisOf(to) - millisOf(from))
  return [...sums].map(([member, ms]) => ({ member, ms })).toSorted((a, b) => b.ms - a.ms)
}

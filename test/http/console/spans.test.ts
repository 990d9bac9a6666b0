import { describe, expect, it } from 'vitest'
import type { MemberId } from '../../../src/core/kernel/id.ts'
import { type Instant, instantOf } from '../../../src/core/kernel/instant.ts'
import { sharesOf, spansOf } from '../../../src/http/console/spans.ts'
import { memberOf } from '../../kit/case-graph.ts'

const [A, B, C] = [memberOf('A'), memberOf('B'), memberOf('C')]
const at = (minute: number): Instant => instantOf(minute * 60_000)
const event = (
  minute: number,
  author: MemberId,
  type: string,
  body: Record<string, unknown> = {},
  verdict: 'effect' | 'not-holder' = 'effect',
) => ({ at: at(minute), author, type, body, verdict })
const pass = (minute: number, author: MemberId, to: MemberId, term: number, n: number) =>
  event(minute, author, 'baton-passed', { to, epoch: { term, n } })

describe('spansOf', () => {
  it('follows the baton along its passes', () => {
    const events = [event(0, A, 'case-opened'), pass(10, A, B, 0, 0), pass(40, B, C, 0, 1)]
    expect(spansOf(events, at(60))).toEqual([
      { member: A, from: at(0), to: at(10) },
      { member: B, from: at(10), to: at(40) },
      { member: C, from: at(40), to: at(60) },
    ])
  })

  it('takes a pass of a past epoch, of no holder, or without effect for none', () => {
    const stale = pass(50, A, C, 0, 0)
    const stranger = pass(20, C, A, 0, 1)
    const idle = { ...pass(30, B, C, 0, 1), verdict: 'not-holder' as const }
    const reclaim = event(40, A, 'baton-reclaimed', { term: 1 })
    const events = [
      event(0, A, 'case-opened'),
      pass(10, A, B, 0, 0),
      stranger,
      idle,
      reclaim,
      stale,
    ]
    expect(spansOf(events, at(60)).map(({ member }) => member)).toEqual([A, B, A])
  })

  it('counts nobody’s time while the case is closed', () => {
    const events = [
      event(0, A, 'case-opened'),
      event(10, A, 'case-closed'),
      event(50, A, 'case-reopened'),
      event(60, A, 'case-closed'),
    ]
    const spans = spansOf(events, at(90))
    expect(spans).toEqual([
      { member: A, from: at(0), to: at(10) },
      { member: A, from: at(50), to: at(60) },
    ])
    expect(sharesOf(spans)).toEqual([{ member: A, ms: 20 * 60_000 }])
  })

  it('sums up by member, the longest first', () => {
    const events = [event(0, A, 'case-opened'), pass(10, A, B, 0, 0), pass(90, B, A, 0, 1)]
    expect(sharesOf(spansOf(events, at(100)))).toEqual([
      { member: B, ms: 80 * 60_000 },
      { member: A, ms: 20 * 60_000 },
    ])
  })

  it('is empty without an opening', () => {
    expect(spansOf([], at(1))).toEqual([])
  })
})

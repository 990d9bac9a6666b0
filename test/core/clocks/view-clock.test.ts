import { expect, it } from 'vitest'
import { viewClock, viewSpan } from '../../../src/core/clocks/view-clock.ts'
import { at, caseWith, claim, clockIn, engagement, US } from './kit.ts'

it('a clock is shown with moments and the reason for each', () => {
  const e = engagement()
  const clock = clockIn(caseWith(e, { us: claim(2, at(0.5)) }), e, 'resolve', at(1))
  expect(viewClock(clock)).toEqual({
    clock: 'resolve',
    word: 'running',
    level: { level: 2, source: 'accepted', since: '2026-03-23T07:30:00.000Z' },
    target: {
      source: 'profile',
      within: { workingMinutes: 480 },
      calendar: { id: 'berlin', zone: 'Europe/Berlin' },
      matched: [],
      field: 'targets.5',
    },
    promise: null,
    started: { at: '2026-03-23T07:30:00.000Z', by: 'accepted' },
    stopped: null,
    holds: [],
    time: { spent: 0, paused: 0, idle: 1800, allowed: 28_800 },
    warnAt: '2026-03-23T14:00:00.000Z',
    dueAt: '2026-03-23T16:00:00.000Z',
    remindAt: '2026-03-24T10:00:00.000Z',
  })
})

it('a span of time is shown with whose it was', () => {
  expect(viewSpan({ from: at(0), to: at(1), word: 'held', holder: US })).toEqual({
    from: '2026-03-23T07:00:00.000Z',
    to: '2026-03-23T08:00:00.000Z',
    word: 'held',
    holder: US,
  })
})

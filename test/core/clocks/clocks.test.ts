import { describe, expect, it } from 'vitest'
import { clocksOf } from '../../../src/core/clocks/clocks.ts'
import {
  ASKER,
  at,
  caseWith,
  claim,
  clockIn,
  engagement,
  mark,
  MONDAY,
  PROFILE,
  US,
} from './kit.ts'

const resolve = (e = engagement(), change = {}, now = at(1)) =>
  clockIn(caseWith(e, change), e, 'resolve', now)

const raised = (...levels: { at: number; level: 1 | 2 | 3 }[]) =>
  resolve(engagement(), { us: { ...claim(1), levels } }, at(30)).dueAt

describe('the clocks of an engagement', () => {
  it('are five, in the order of its life', () => {
    const e = engagement()
    const words = clocksOf(caseWith(e), e, { profile: PROFILE, now: at(1) }).map(
      ({ clock, word }) => `${clock} ${word}`,
    )
    expect(words).toEqual([
      'acknowledge met',
      'accept met',
      'next-update running',
      'workaround running',
      'resolve running',
    ])
  })

  it('are none for a change notice', () => {
    const e = engagement()
    expect(clocksOf(caseWith(e, { kind: 'change' }), e, { profile: PROFILE, now: at(1) })).toEqual(
      [],
    )
  })

  it('start with the request; those of the work once it was accepted', () => {
    const e = engagement({ accepted: null })
    const started = clocksOf(caseWith(e), e, { profile: PROFILE, now: at(1) }).map((c) => c.started)
    const asked = { at: MONDAY, cause: 'requested' }
    expect(started).toEqual([asked, asked, null, null, null])
  })

  it('ask no work of whoever was only told', () => {
    expect(resolve(engagement({ ask: 'inform' })).word).toBe('not-started')
  })

  it('count a hand-off by phone from the call, unless there was none', () => {
    const phone = { at: at(-1), answer: null }
    const e = engagement({ accepted: null, phone })
    expect(clockIn(caseWith(e), e, 'accept', MONDAY)).toMatchObject({
      started: { at: at(-1), cause: 'call' },
      dueAt: MONDAY,
      word: 'breached',
    })
    const denied = engagement({
      accepted: null,
      phone: { ...phone, answer: { ...mark(MONDAY), confirmed: false } },
    })
    expect(clockIn(caseWith(denied), denied, 'accept', MONDAY).dueAt).toBe(at(1))
  })

  it('warn at three quarters, are due at the whole and remind a quarter later', () => {
    expect(resolve()).toMatchObject({
      allowed: 8 * 3600,
      warnAt: at(6.5),
      dueAt: at(8.5),
      remindAt: at(10.5),
    })
  })

  it('are in time up to the second they are due, and breached from it on while they run', () => {
    const done = { ...mark(at(8.5)), outcome: 'solved' }
    expect(resolve(engagement({ completed: done })).word).toBe('met')
    const late = { ...mark(at(8.5) + 1), outcome: 'solved' }
    expect(resolve(engagement({ completed: late })).word).toBe('breached')
    expect(resolve(engagement(), {}, at(8.5) - 1).word).toBe('running')
    expect(resolve(engagement(), {}, at(8.5)).word).toBe('breached')
  })

  it('say which target won, and by which level', () => {
    expect(resolve(engagement({ plan: 'gold' }))).toMatchObject({
      target: { source: 'profile', field: 'targets.4', matched: ['plan'] },
      level: { level: 1, source: 'requested', since: MONDAY },
      dueAt: at(4.5),
    })
  })

  it('run on what the receiver accepted, in its own hours', () => {
    // Eight working hours from half past eight, before it opens at nine: to the closing.
    expect(resolve(engagement(), { us: claim(2, at(0.5)) })).toMatchObject({
      level: { level: 2, source: 'accepted', since: at(0.5) },
      dueAt: at(9),
      time: { spent: 0, paused: 0, idle: 1800 },
    })
    expect(resolve(engagement(), { asker: { claim: null } }).level.source).toBe('default')
  })

  it('give business days to the closing of the day that counts', () => {
    expect(resolve(engagement(), { us: claim(3) }).dueAt).toBe(at(24 + 9))
  })

  it('keep what was spent when the level changes', () => {
    const levels = [
      { at: MONDAY, level: 3 as const },
      { at: at(6), level: 1 as const },
    ]
    const us = { ...claim(1, at(6)), levels }
    expect(resolve(engagement(), { us }, at(7))).toMatchObject({
      level: { level: 1, since: at(6) },
      dueAt: at(8.5),
      time: { spent: 6.5 * 3600 },
    })
  })

  it('are late at the earliest when the level came that makes them late', () => {
    expect(raised({ at: MONDAY, level: 3 }, { at: at(20), level: 1 })).toBe(at(20))
    // Late at level 2 since 17 o'clock: level 1 takes nothing of that back.
    expect(
      raised({ at: MONDAY, level: 3 }, { at: at(2), level: 2 }, { at: at(20), level: 1 }),
    ).toBe(at(9))
  })

  it('are measured, once stopped, by the level that held then', () => {
    const asker = {
      ...claim(1, at(6)),
      levels: [
        { at: MONDAY, level: 3 as const },
        { at: at(6), level: 1 as const },
      ],
    }
    const e = engagement({ accepted: mark(at(5)) })
    expect(clockIn(caseWith(e, { asker }), e, 'accept', at(7))).toMatchObject({
      word: 'met',
      level: { level: 3, since: MONDAY },
    })
  })

  it('stand still while their owner says so, and while its question waits', () => {
    const pauses = {
      p: { at: at(1), clock: 'all' as const, reason: 'monitoring' as const, until: at(3) },
    }
    const e = engagement({ pauses, questions: [{ ...mark(at(2)), answered: mark(at(4)) }] })
    expect(resolve(e, {}, at(5))).toMatchObject({
      holds: [
        { from: at(1), until: at(3), reason: 'monitoring' },
        { from: at(2), until: at(4), reason: 'waiting-for-requester' },
      ],
      time: { spent: 1.5 * 3600, paused: 3 * 3600, idle: 0 },
      dueAt: at(11.5),
      word: 'running',
    })
    expect(resolve(e, {}, at(2)).word).toBe('paused')
  })

  it('say nothing of a moment that depends on how long a pause lasts', () => {
    const e = engagement({ questions: [{ ...mark(at(2)), answered: null }] })
    expect(resolve(e, {}, at(3))).toMatchObject({ word: 'paused', dueAt: null, warnAt: null })
  })

  it('wait for a call that the level asks for, but the first does not', () => {
    const e = engagement({ accepted: null, levelDuties: { call: null } })
    expect(clockIn(caseWith(e), e, 'acknowledge', at(0.5)).word).toBe('running')
    expect(clockIn(caseWith(e), e, 'accept', at(0.5))).toMatchObject({
      word: 'paused',
      holds: [{ reason: 'awaiting-call' }],
    })
    const met = engagement({ accepted: null, levelDuties: { call: mark(at(0.5)) } })
    expect(clockIn(caseWith(met), met, 'accept', at(1)).dueAt).toBe(at(1.5))
  })

  it('end with the case or the engagement', () => {
    const status = {
      ...mark(at(3)),
      word: 'closed' as const,
      by: ASKER,
      code: 'solved',
      turns: [at(3)],
    }
    expect(resolve(engagement(), { status }, at(20))).toMatchObject({
      word: 'ended',
      stopped: { at: at(3), cause: 'closed' },
      time: { spent: 2.5 * 3600 },
    })
    const left = engagement({ left: { ...mark(at(9)), code: 'other' } })
    expect(resolve(left, {}, at(20)).word).toBe('breached')
  })

  it('go on after a reopening without the time it was closed', () => {
    const status = {
      ...mark(at(5)),
      word: 'open' as const,
      by: ASKER,
      code: 'returned',
      turns: [at(3), at(5)],
    }
    expect(resolve(engagement(), { status }, at(6))).toMatchObject({
      dueAt: at(10.5),
      holds: [{ from: at(3), until: at(5), reason: 'case-closed' }],
    })
  })

  it('promise nothing where the member published nothing and there is no default', () => {
    const e = engagement()
    const [resolving] = clocksOf(caseWith(e), e, { profile: null, now: at(90) }).slice(4)
    expect(resolving).toMatchObject({ target: null, dueAt: null, word: 'running' })
  })
})

const update = (us: object, now = at(2)) => {
  const e = engagement()
  return clockIn(caseWith(e, { us }), e, 'next-update', now)
}

describe('the clock of the next update', () => {
  it('runs from the last update', () => {
    expect(update({}).dueAt).toBe(at(2.5))
    expect(update({ updatedAt: at(1) })).toMatchObject({
      dueAt: at(3),
      started: { at: at(1), cause: 'update' },
    })
  })

  it('is due when a promise is, if that is earlier', () => {
    const promise = { due: at(2), made: at(1), kept: null }
    expect(update({ promises: [promise] })).toMatchObject({
      promise,
      dueAt: at(2),
      warnAt: at(1.75),
      word: 'breached',
    })
    expect(update({ promises: [{ ...promise, due: at(5) }] })).toMatchObject({
      promise: null,
      dueAt: at(2.5),
    })
  })

  it('begins anew with an update that came too late for a promise', () => {
    const broken = { due: at(1), made: at(0.75), kept: null }
    expect(update({ promises: [broken], updatedAt: at(1.5) })).toMatchObject({
      promise: null,
      dueAt: at(3.5),
    })
  })

  it('is not put off by a pause where a promise stands', () => {
    const promises = [{ due: at(2), made: at(1), kept: null }]
    const e = engagement({ questions: [{ ...mark(at(1)), answered: null }] })
    const found = clockIn(caseWith(e, { us: { promises } }), e, 'next-update', at(1.5))
    expect(found).toMatchObject({ dueAt: at(2), word: 'running' })
    expect(US).toBe(e.invitee)
  })
})

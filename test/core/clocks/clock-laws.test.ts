import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Engagement } from '../../../src/core/cases/case.ts'
import { clocksOf, type EngagementClock } from '../../../src/core/clocks/clocks.ts'
import { addBusinessDays, isOpen } from '../../../src/core/support/working-time.ts'
import { SupportProfile, type Within } from '../../../src/core/support/support-profile.ts'
import { calendar, profile, weekly } from '../support/kit.ts'
import { caseWith, claim, engagement, mark } from './kit.ts'

/** Saturday noon before the clocks of Europe change, in seconds. */
const START = Date.parse('2026-03-28T12:00:00Z') / 1000
const minute = (n: number): number => START + 60 * n

const ZONES = ['Europe/Berlin', 'America/Los_Angeles', 'Asia/Tokyo', 'Australia/Lord_Howe']
const Within_: fc.Arbitrary<Within> = fc.oneof(
  fc.record({ minutes: fc.integer({ min: 1, max: 900 }) }),
  fc.record({ workingMinutes: fc.integer({ min: 1, max: 900 }) }),
  fc.record({ businessDays: fc.integer({ min: 1, max: 2 }) }),
)
const Pause_ = fc.record({
  from: fc.integer({ min: 0, max: 3000 }),
  length: fc.option(fc.integer({ min: 1, max: 900 }), { freq: 6 }),
  clock: fc.constantFrom('all' as const, 'resolve' as const),
})
const Setting = fc.record({
  zone: fc.constantFrom(...ZONES),
  hours: fc.constantFrom('24x7' as const, [weekly('08:30', '17:00')], [weekly('22:00', '02:30')]),
  within: fc.tuple(Within_, Within_),
  pauses: fc.array(Pause_, { maxLength: 4 }),
  questions: fc.array(Pause_, { maxLength: 2 }),
  duty: fc.option(fc.integer({ min: 0, max: 200 })),
  changed: fc.integer({ min: 0, max: 3000 }),
  done: fc.option(fc.integer({ min: 1, max: 4000 })),
  now: fc.integer({ min: 0, max: 4000 }),
})
type Setting = typeof Setting extends fc.Arbitrary<infer T> ? T : never

const target = (level: 1 | 2, figure: Within) => ({
  clock: 'resolve',
  level,
  within: figure,
  calendar: 'office',
})

function given({ zone, hours, within, pauses, questions, duty, changed, done, now }: Setting) {
  const e: Engagement = engagement({
    requested: mark(minute(0)),
    accepted: mark(minute(0)),
    completed: done === null ? null : { ...mark(minute(done)), outcome: 'solved' },
    questions: questions.map(({ from, length }) => ({
      ...mark(minute(from)),
      answered: length === null ? null : mark(minute(from + length)),
    })),
    pauses: Object.fromEntries(
      pauses.map(({ from, length, clock }, i) => [
        `p${i}`,
        {
          at: minute(from),
          until: length === null ? null : minute(from + length),
          clock,
          reason: 'monitoring' as const,
        },
      ]),
    ),
    ...(duty === null ? {} : { levelDuties: { call: mark(minute(duty)) } }),
  })
  const levels = [
    { at: minute(0), level: 2 as const },
    { at: minute(changed), level: 1 as const },
  ]
  const office = { ...calendar(zone, hours), id: 'office' }
  const published = SupportProfile.parse(
    profile({
      calendars: [office],
      regions: [],
      targets: [target(2, within[0]), target(1, within[1])],
    }),
  )
  const stop = done === null ? Infinity : minute(done)
  const s = caseWith(e, { us: { ...claim(1, minute(changed)), levels } })
  const at = (seconds: number): EngagementClock => {
    const found = clocksOf(s, e, { profile: published, now: seconds })[4]
    if (!found) throw new Error('no clock of the solution')
    return found
  }
  const isHeld = (seconds: number): boolean =>
    [...pauses, ...questions].some(
      ({ from, length }) =>
        minute(from) <= seconds && (length === null || seconds < minute(from + length)),
    ) ||
    (duty !== null && seconds < minute(duty))
  const first = stop < minute(changed) ? null : within[1]
  return {
    at,
    now: minute(now),
    stop,
    isHeld,
    office,
    figure: first ?? within[0],
    before: first === null || changed === 0 ? null : within[0],
    changed: minute(changed),
  }
}

/** The same as one who looks at a wall clock each minute: what it allows, when that is used up, what became of the time. */
function byTheMinute({ office, figure, isHeld, stop, now }: ReturnType<typeof given>) {
  const counts = (at: number): boolean => 'minutes' in figure || isOpen(office, at * 1000)
  let allowed = 'minutes' in figure ? figure.minutes : 0
  if ('workingMinutes' in figure) allowed = figure.workingMinutes
  if ('businessDays' in figure) {
    const due = (addBusinessDays(office, START * 1000, figure.businessDays) ?? 0) / 1000
    for (let at = START; at < due; at += 60) if (counts(at)) allowed++
  }
  const end = Math.min(stop, now)
  const time = { spent: 0, paused: 0, idle: 0 }
  let due: number | null = null
  let used = 0
  for (let at = START; at < START + 60 * 20_000 && (due === null || at < end); at += 60) {
    const kind = isHeld(at) ? 'paused' : counts(at) ? 'spent' : 'idle'
    if (at < end) time[kind] += 60
    if (kind === 'spent' && ++used === allowed) due = at + 60
  }
  return { allowed: allowed * 60, time, due }
}

describe('a clock', () => {
  it('agrees with one who looks at the wall each minute', () => {
    fc.assert(
      fc.property(Setting, (setting) => {
        const world = given(setting)
        const clock = world.at(world.now)
        const model = byTheMinute(world)
        if (world.before !== null) {
          // What another level makes due was not due before that level came.
          const { due } = byTheMinute({ ...world, figure: world.before })
          const earliest = Math.min(world.changed, due ?? Infinity)
          model.due = model.due && Math.max(model.due, earliest)
        }
        // A pause that began after the clock stopped puts nothing off.
        const lasting = world.stop === Infinity
        if (world.stop > world.now && !lasting) return
        expect(clock.allowed).toBe(model.allowed)
        expect(clock.time).toEqual(model.time)
        if (lasting || (model.due !== null && model.due <= world.stop))
          expect(clock.dueAt).toBe(model.due)
        const late = model.due !== null && model.due < world.stop && !lasting
        if (!lasting) expect(clock.word).toBe(late ? 'breached' : 'met')
        else if (model.due !== null && model.due <= world.now) expect(clock.word).toBe('breached')
      }),
      { numRuns: 60 },
    )
  })

  it('accounts for every second of its span, whatever happens', () => {
    fc.assert(
      fc.property(Setting, (setting) => {
        const { at, now, stop } = given(setting)
        const { time, started } = at(now)
        const end = stop === Infinity ? now : stop
        expect(time.spent + time.paused + time.idle).toBe(end - (started?.at ?? end))
        expect(Math.min(time.spent, time.paused, time.idle)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('allows no negative time, warns before it is due and reminds after', () => {
    fc.assert(
      fc.property(Setting, (setting) => {
        const { at, now } = given(setting)
        const { started, warnAt, dueAt, remindAt, allowed } = at(now)
        expect(allowed).toBeGreaterThanOrEqual(0)
        const order = [started?.at ?? null, warnAt, dueAt, remindAt].filter((one) => one !== null)
        expect(order).toEqual(order.toSorted((a, b) => a - b))
      }),
    )
  })

  it('only goes forward, and what was breached stays so while nothing is written', () => {
    fc.assert(
      fc.property(Setting, fc.integer({ min: 1, max: 3000 }), (setting, later) => {
        const { at, now } = given({ ...setting, done: null })
        const [before, after] = [at(now), at(now + 60 * later)]
        expect(after.time.spent).toBeGreaterThanOrEqual(before.time.spent)
        expect(after.time.paused).toBeGreaterThanOrEqual(before.time.paused)
        expect(after.dueAt).toBe(before.dueAt)
        if (before.word === 'breached') expect(after.word).toBe('breached')
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Instant, instantOf, millisOf } from '../../../src/core/kernel/instant.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { onDuty, parseRota } from '../../../src/core/support/rota.ts'
import { wallAt } from '../../../src/core/support/zone.ts'
import { HOUR, MINUTE, sure, utc, wall, ZONES } from './kit.ts'

const berlin = (text: string): Instant => instantOf(wall('Europe/Berlin', text))
const WEEKLY = {
  id: 'storage',
  name: 'Storage on call',
  zone: 'Europe/Berlin',
  start: '2026-03-23',
  handover: '09:00',
  shiftDays: 7,
  people: ['ana', 'ben', 'cem'],
  overrides: [],
  escalateTo: ['dora'],
}
const rota = (change: object = {}) => sure(parseRota({ ...WEEKLY, ...change }))
const override = (from: string, to: string, person = 'eva') => ({
  from: berlin(from),
  to: berlin(to),
  person,
})

const on = (text: string) => onDuty(rota(), berlin(text)).person

describe('a rota', () => {
  it('hands over at the same hour on the wall, whatever the clocks do', () => {
    expect(onDuty(rota(), berlin('2026-03-29 03:00'))).toEqual({
      person: 'ana',
      from: berlin('2026-03-23 09:00'),
      until: berlin('2026-03-30 09:00'),
      override: false,
      next: { person: 'ben', until: berlin('2026-04-06 09:00') },
    })
    expect(onDuty(rota(), berlin('2026-03-30 09:00')).person).toBe('ben')
  })

  it('comes round, and runs backwards before its start', () => {
    expect(on('2026-04-13 12:00')).toBe('ana')
    expect(['2026-03-23 08:59', '2026-03-12 12:00'].map(on)).toEqual(['cem', 'ben'])
  })

  it('hands over at the jump where the clocks skip the hour', () => {
    const nightly = rota({ handover: '02:30', shiftDays: 1, start: '2026-03-28' })
    const duty = onDuty(nightly, berlin('2026-03-29 01:59'))
    expect([duty.person, duty.until]).toEqual(['ana', '2026-03-29T01:00:00.000Z'])
  })

  it('has somebody else in for exactly the span of an override', () => {
    const changed = rota({
      overrides: [
        override('2026-03-25 18:00', '2026-03-26 08:00'),
        override('2026-03-29 12:00', '2026-03-30 12:00', 'fay'),
      ],
    })
    expect(onDuty(changed, berlin('2026-03-25 12:00'))).toMatchObject({
      person: 'ana',
      from: berlin('2026-03-23 09:00'),
      until: berlin('2026-03-25 18:00'),
      next: { person: 'eva', until: berlin('2026-03-26 08:00') },
    })
    expect(onDuty(changed, berlin('2026-03-26 07:59'))).toMatchObject({
      person: 'eva',
      override: true,
      next: { person: 'ana', until: berlin('2026-03-29 12:00') },
    })
    expect(onDuty(changed, berlin('2026-03-30 11:00'))).toMatchObject({
      person: 'fay',
      next: { person: 'ben', until: berlin('2026-04-06 09:00') },
    })
    expect(onDuty(changed, berlin('2026-03-31 11:00')).from).toBe(berlin('2026-03-30 12:00'))
  })
})

describe('a rota is refused', () => {
  it.each<[string, object, string]>([
    ['without people', { people: [] }, 'people'],
    ['in a zone that nobody knows', { zone: 'Europe/Bonn' }, 'zone'],
    ['with shifts of no length', { shiftDays: 0 }, 'shiftDays'],
    ['with a hand-over that no clock shows', { handover: '24:00' }, 'handover'],
    ['with a start that no calendar has', { start: '2026-02-30' }, 'start'],
    ['with a level that the scale lacks', { levels: [0] }, 'levels.0'],
    ['with a member that we do not know', { phone: '1' }, ''],
    [
      'with an override that ends before it begins',
      { overrides: [override('2026-03-26 08:00', '2026-03-26 08:00')] },
      'overrides.0.to',
    ],
    [
      'with two overrides that meet',
      {
        overrides: [
          override('2026-03-25 18:00', '2026-03-26 08:00'),
          override('2026-03-26 07:00', '2026-03-26 09:00'),
        ],
      },
      'overrides.1',
    ],
  ])('%s, naming the field', (_what, change, field) => {
    expect(parseRota({ ...WEEKLY, ...change })).toMatchObject({ code: 'rota-invalid', field })
  })

  it('or taken, whatever it says', () => {
    const names = fc.constantFrom(...Object.keys(WEEKLY))
    fc.assert(
      fc.property(fc.dictionary(names, fc.jsonValue()), (change) => {
        const judged = parseRota({ ...WEEKLY, ...change })
        expect(judged instanceof Refusal || judged.people.length > 0).toBe(true)
      }),
    )
  })
})

const SPRING = utc('2026-03-01')
const AUTUMN = utc('2026-11-30')
const anyRota = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    handover: fc.constantFrom(
      '00:00',
      '00:30',
      '01:30',
      '02:00',
      '02:15',
      '03:00',
      '09:00',
      '23:45',
    ),
    shiftDays: fc.constantFrom(1, 2, 7, 14),
    people: fc.array(fc.constantFrom('ana', 'ben', 'cem', 'dan'), { minLength: 1, maxLength: 5 }),
    cuts: fc.uniqueArray(fc.integer({ min: SPRING, max: AUTUMN }), { maxLength: 8 }),
  })
  .map(({ cuts, ...rest }) => {
    const ordered = cuts.toSorted((a, b) => a - b)
    const overrides = ordered.flatMap((from, i) => {
      const to = ordered[i + 1]
      return i % 2 === 1 || to === undefined
        ? []
        : [{ from: instantOf(from), to: instantOf(to), person: 'eva' }]
    })
    return rota({ ...rest, overrides })
  })
const moment = fc.integer({ min: SPRING, max: AUTUMN })

describe('at every instant', () => {
  it('exactly one person is on duty, for a span that holds it, and the next one is who follows', () => {
    fc.assert(
      fc.property(anyRota, moment, fc.double({ min: 0, max: 1, noNaN: true }), (one, at, part) => {
        const duty = onDuty(one, instantOf(at))
        const [from, until] = [millisOf(duty.from), millisOf(duty.until)]
        expect(from <= at && at < until).toBe(true)
        const within = from + Math.floor(part * (until - 1 - from))
        expect(onDuty(one, instantOf(within))).toEqual(duty)
        const next = onDuty(one, duty.until)
        expect([next.from, next.person, next.until]).toEqual([
          duty.until,
          duty.next.person,
          duty.next.until,
        ])
      }),
    )
  })

  it('an override covers exactly its span', () => {
    fc.assert(
      fc.property(anyRota, moment, (one, at) => {
        const covering = one.overrides.find(
          ({ from, to }) => millisOf(from) <= at && at < millisOf(to),
        )
        const duty = onDuty(one, instantOf(at))
        expect(duty.override).toBe(covering !== undefined)
        if (covering)
          expect(duty).toMatchObject({ person: 'eva', from: covering.from, until: covering.to })
        else expect(duty.person).toBe(onDuty({ ...one, overrides: [] }, instantOf(at)).person)
      }),
    )
  })

  it('shifts begin at the hand-over on the wall, or where the clocks jump over it', () => {
    fc.assert(
      fc.property(anyRota, moment, (one, at) => {
        const { from } = onDuty({ ...one, overrides: [] }, instantOf(at))
        const shown = wallAt(one.zone, millisOf(from))
        const late =
          (((shown - utc(`1970-01-01 ${one.handover}`)) % (24 * HOUR)) + 24 * HOUR) % (24 * HOUR)
        const jumped = wallAt(one.zone, millisOf(from) - 1) + 1 < shown
        expect(late === 0 || (jumped && late <= 60 * MINUTE)).toBe(true)
      }),
    )
  })
})

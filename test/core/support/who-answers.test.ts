import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Instant, instantOf, millisOf } from '../../../src/core/kernel/instant.ts'
import { findSupportPreset } from '../../../src/core/support/preset.ts'
import { parseSupportProfile } from '../../../src/core/support/profile-laws.ts'
import { parseRota } from '../../../src/core/support/rota.ts'
import { type Concern, whoAnswers } from '../../../src/core/support/who-answers.ts'
import { MINUTE, profile, sure, utc } from './kit.ts'

const at = (text: string): Instant => instantOf(utc(text))
const SUN = sure(findSupportPreset('follow-the-sun')).profile
const ON_CALL = sure(
  parseRota({
    id: 'emea',
    name: 'EMEA',
    region: 'emea',
    zone: 'Europe/Dublin',
    start: '2026-11-23',
    handover: '12:00',
    shiftDays: 1,
    people: ['ana', 'ben'],
    overrides: [],
    escalateTo: [],
  }),
)
/** `emea/ana until …, then amer/- from …`. */
function said(text: string, concern: Concern = {}, rotas = [ON_CALL], own = SUN): string {
  const { now, until, next } = whoAnswers(own, rotas, at(text), concern)
  const who = (one: typeof now): string =>
    one ? `${one.region.id}/${one.person ?? '-'}` : 'nobody'
  return `${who(now)} until ${until?.slice(0, 16) ?? 'ever'}, then ${who(next)} from ${next?.from.slice(0, 16) ?? '-'}`
}

/** The same rota, bound otherwise. */
const bound = (change: object) => [sure(parseRota({ ...ON_CALL, ...change }))]

const person = (change: object, concern: Concern) =>
  whoAnswers(SUN, bound(change), at('2026-11-23 09:00'), concern).now?.person

describe('who answers', () => {
  it.each([
    ['2026-11-23 09:00', 'emea/ben until 2026-11-23T12:00, then emea/ana from 2026-11-23T12:00'],
    ['2026-11-23 16:00', 'emea/ana until 2026-11-23T17:00, then amer/- from 2026-11-23T17:00'],
    ['2026-11-23 18:00', 'amer/- until 2026-11-24T01:00, then apac/- from 2026-11-24T01:00'],
    ['2026-11-23 07:00', 'night/- until 2026-11-23T08:00, then emea/ben from 2026-11-23T08:00'],
  ])('follows the sun: at %s %s', (text, expected) => expect(said(text)).toBe(expected))

  it('is the first region listed, and changes when one that is asked first opens', () => {
    const both = sure(
      parseSupportProfile(
        profile({
          regions: [
            { id: 'emea', name: 'EMEA', calendar: 'berlin', hotline: '+49 30 1', escalation: [] },
            { id: 'night', name: 'Night', calendar: 'always', hotline: '+1 2', escalation: [] },
          ],
        }),
      ),
    )
    expect(said('2026-11-21 12:00', {}, [], both)).toBe(
      'night/- until 2026-11-23T08:00, then emea/- from 2026-11-23T08:00',
    )
    expect(whoAnswers(both, [], at('2026-11-21 12:00')).hotline).toBe('+1 2')
  })

  it('depends on the product where only some regions answer for it', () => {
    expect(said('2026-11-23 09:00', { product: 'sun-legacy' })).toBe(
      'nobody until 2026-11-23T15:00, then amer/- from 2026-11-23T15:00',
    )
    const asked = whoAnswers(SUN, [], at('2026-11-23 09:00'), { product: 'sun-legacy' })
    expect([asked.now, asked.hotline]).toEqual([null, '+1 303 555 0100'])
    expect(said('2026-11-23 09:00', { product: 'never-heard-of' })).toMatch(/^emea\/ben/)
  })

  it('names a person only from a rota that covers region, product and level', () => {
    expect(person({ region: 'amer' }, {})).toBeNull()
    expect(person({ levels: [1, 2] }, { level: 1 })).toBe('ben')
    expect(person({ levels: [1, 2] }, { level: 3 })).toBeNull()
    expect(person({ products: ['sun-array'] }, { product: 'sun-array' })).toBe('ben')
    expect(person({ products: ['sun-array'] }, {})).toBeNull()
  })

  it('never changes where one desk is always open, and is nobody where there is none', () => {
    const { profile: always } = sure(findSupportPreset('round-the-clock'))
    expect(said('2026-11-21 03:00', {}, [], always)).toBe('desk/- until ever, then nobody from -')
    const none = sure(parseSupportProfile(profile({ regions: [], products: [] })))
    expect(whoAnswers(none, [], at('2026-11-21 03:00'))).toEqual({
      now: null,
      until: null,
      next: null,
      hotline: null,
    })
  })

  it('hands out the names behind a region, for when nobody answers', () => {
    const { now } = whoAnswers(SUN, [], at('2026-11-23 09:00'))
    expect(now?.escalation.map(({ level }) => level)).toEqual([
      'duty-manager',
      'regional',
      'global',
    ])
  })

  it('stays the same until it is said to change, and changes as was said', () => {
    const moment = fc.integer({ min: utc('2026-01-01'), max: utc('2027-12-01') })
    const products = fc.constantFrom({}, { product: 'sun-legacy' }, { product: 'sun-array' })
    fc.assert(
      fc.property(
        moment,
        fc.double({ min: 0, max: 1, noNaN: true }),
        products,
        (ms, part, concern) => {
          const asked = whoAnswers(SUN, [ON_CALL], instantOf(ms), concern)
          if (asked.until === null || asked.next === null) throw new Error('the sun does not stop')
          const until = millisOf(asked.until)
          expect(until).toBeGreaterThan(ms)
          const between = ms + Math.floor(part * (until - 1 - ms))
          expect(whoAnswers(SUN, [ON_CALL], instantOf(between), concern)).toEqual(asked)
          const { from, ...next } = asked.next
          expect(whoAnswers(SUN, [ON_CALL], from, concern).now).toEqual(next)
          if (millisOf(from) > until)
            expect(
              whoAnswers(SUN, [ON_CALL], instantOf(millisOf(from) - MINUTE), concern).now,
            ).toBeNull()
        },
      ),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { type Instant, instantOf } from '../../../src/core/kernel/instant.ts'
import { parsePerson, type QuietHours, quietUntil } from '../../../src/core/support/person.ts'
import { sure, utc } from './kit.ts'

const at = (text: string): Instant => instantOf(utc(text))
const until = (quiet: QuietHours | null, level: 1 | 2 | 3 | 4, text: string) =>
  quietUntil(quiet, level, at(text))?.slice(0, 16) ?? null

const ANA = {
  name: 'Ana Prado',
  roles: ['engineer', 'duty-manager'],
  email: 'ana@basalt.example',
  phone: '+351 21 555 020',
  zone: 'Europe/Lisbon',
  language: 'pt-PT',
  quietHours: { from: '22:00', to: '07:00', zone: 'Europe/Lisbon', untilLevel: 1 },
}

describe('a person', () => {
  it('is taken as it is', () => expect(sure(parsePerson(ANA))).toEqual(ANA))

  it.each([
    ['without a role', { roles: [] }, 'roles'],
    ['with a role twice', { roles: ['engineer', 'engineer'] }, 'roles'],
    ['with a role that is none', { roles: ['boss'] }, 'roles.0'],
    ['in a zone that is none', { zone: 'Europe/Atlantis' }, 'zone'],
    [
      'quiet in a zone that is none',
      { quietHours: { ...ANA.quietHours, zone: '+01:00' } },
      'quietHours.zone',
    ],
    ['quiet from no time', { quietHours: { ...ANA.quietHours, from: '25:00' } }, 'quietHours.from'],
    [
      'quiet until level 5',
      { quietHours: { ...ANA.quietHours, untilLevel: 5 } },
      'quietHours.untilLevel',
    ],
    ['with a phone of two lines', { phone: '1\n2' }, 'phone'],
    ['with a mail address that is none', { email: 'ana' }, 'email'],
    ['with a language that is none', { language: 'português' }, 'language'],
    ['with more than is known', { pager: '1' }, ''],
  ])('is refused %s, by the field', (_what, change, field) => {
    expect(parsePerson({ ...ANA, ...change })).toMatchObject({ code: 'person-invalid', field })
  })
})

describe('quiet hours', () => {
  const night: QuietHours = { from: '22:00', to: '07:00', zone: 'Europe/Berlin', untilLevel: 2 }
  it('hold what is milder, until they end', () => {
    expect(until(night, 3, '2026-11-22 23:30')).toBe('2026-11-23T06:00')
    expect(until(night, 3, '2026-11-23 05:59')).toBe('2026-11-23T06:00')
    expect(until(night, 3, '2026-11-22 21:00')).toBe('2026-11-23T06:00')
  })

  it('hold nothing outside of them, nothing as grave, and nothing for who has none', () => {
    expect(until(night, 4, '2026-11-23 06:00')).toBeNull()
    expect(until(night, 4, '2026-11-22 20:59')).toBeNull()
    expect(until(night, 2, '2026-11-22 23:30')).toBeNull()
    expect(until(null, 4, '2026-11-22 23:30')).toBeNull()
  })

  it('keep their hours through the nights in which clocks change', () => {
    expect(until(night, 3, '2026-03-29 00:30')).toBe('2026-03-29T05:00')
    expect(until(night, 3, '2026-03-29 05:00')).toBeNull()
    expect(until(night, 3, '2026-10-25 04:30')).toBe('2026-10-25T06:00')
  })

  it('may lie within a day, and last a whole one', () => {
    const noon = { ...night, from: '12:00', to: '13:30' }
    expect(until(noon, 3, '2026-11-23 11:30')).toBe('2026-11-23T12:30')
    expect(until(noon, 3, '2026-11-23 12:30')).toBeNull()
    expect(until({ ...night, to: '22:00' }, 3, '2026-11-23 12:00')).toBe('2026-11-23T21:00')
  })
})

import { describe, expect, it } from 'vitest'
import { type Instant, instantOf } from '../../../src/core/kernel/instant.ts'
import {
  answerFrom,
  dutyAnswer,
  NO_STAFF,
  readDutyAnswer,
} from '../../../src/core/support/duty-answer.ts'
import { parsePerson } from '../../../src/core/support/person.ts'
import { findSupportPreset } from '../../../src/core/support/preset.ts'
import { parseRota } from '../../../src/core/support/rota.ts'
import { sure, utc } from './kit.ts'

const at = (text: string): Instant => instantOf(utc(text))
const SUN = sure(findSupportPreset('follow-the-sun')).profile
const person = (phone: string | null) =>
  sure(
    parsePerson({
      name: 'Ana Prado',
      roles: ['duty-manager', 'engineer'],
      email: 'ana@basalt.example',
      phone,
      zone: 'UTC',
      language: 'en',
      quietHours: null,
    }),
  )
const rota = sure(
  parseRota({
    id: 'r',
    name: 'r',
    zone: 'UTC',
    start: '2026-11-23',
    handover: '00:00',
    shiftDays: 1,
    people: ['ana'],
    overrides: [],
    escalateTo: [],
  }),
)
const staff = (shareNames: boolean, phone: string | null = '+1 1') => ({
  rotas: [rota],
  people: new Map([['ana', person(phone)]]),
  shareNames,
})
const NOON = at('2026-11-24 12:00')
const said = (shareNames: boolean, phone?: string | null) =>
  answerFrom(SUN, staff(shareNames, phone), NOON, {}).now

describe('who answers, as it is told', () => {
  it('is a role and the number of the region where names are not shared', () => {
    expect(said(false)).toMatchObject({
      role: 'duty-manager',
      name: null,
      phone: '+353 1 555 0100',
    })
    expect(JSON.stringify(said(false))).not.toMatch(/Prado|basalt/)
  })

  it('is a name and a number where they are, and the region’s where the person has none', () => {
    expect(said(true)).toMatchObject({
      name: 'Ana Prado',
      phone: '+1 1',
      email: 'ana@basalt.example',
    })
    expect(said(true, null)).toMatchObject({ phone: '+353 1 555 0100' })
  })

  it('is a region only, of who is known by the document', () => {
    expect(answerFrom(SUN, NO_STAFF, NOON, {}).now).toMatchObject({ role: null, name: null })
  })

  it('is read as it was sent', () => {
    for (const shareNames of [true, false]) {
      const answer = answerFrom(SUN, staff(shareNames), NOON, {})
      expect(readDutyAnswer(JSON.parse(JSON.stringify(dutyAnswer(answer, NOON))))).toEqual(answer)
    }
    const nobody = { now: null, until: null, next: null, hotline: null }
    expect(readDutyAnswer(dutyAnswer(nobody, NOON))).toEqual(nobody)
  })

  const sent = JSON.parse(
    JSON.stringify(dutyAnswer(answerFrom(SUN, staff(true), NOON, {}), NOON)),
  ) as { now: object }

  it('of a later version is read as far as it is known', () => {
    const later = { ...sent, mood: 'calm', now: { ...sent.now, role: 'oracle', pager: 1 } }
    expect(readDutyAnswer(later)?.now).toMatchObject({ role: null, name: 'Ana Prado' })
    expect(readDutyAnswer(later)?.now).not.toHaveProperty('pager')
  })

  it.each<[string, unknown]>([
    ['null', null],
    ['a list', []],
    ['nothing said', {}],
    ['a moment that is a text', { ...sent, until: 'soon' }],
    ['a moment beyond all calendars', { ...sent, until: 1e15 }],
    ['a phone of two lines', { ...sent, hotline: '1\n2' }],
    ['a name that turns the writing', { ...sent, now: { ...sent.now, name: 'a\u202eb' } }],
    ['a name too long', { ...sent, now: { ...sent.now, name: 'a'.repeat(121) } }],
    ['no region', { ...sent, now: { ...sent.now, region: null } }],
  ])('is none if it is %s', (_what, value) => expect(readDutyAnswer(value)).toBeNull())
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  MAX_STEPS,
  type NextAct,
  nextAct,
  type Rung,
  rungsFor,
  type Step,
} from '../../../src/core/alerts/ladder.ts'
import { type Instant, instantOf, millisOf, plusMillis } from '../../../src/core/kernel/instant.ts'
import type { SharedLevel } from '../../../src/core/severity/scale.ts'
import type { Person } from '../../../src/core/support/person.ts'

const T0 = '2026-11-21T20:00:00.000Z' as Instant
const MINUTE = 60_000
const quiet = (from: string, to: string, untilLevel: SharedLevel = 1) => ({
  from,
  to,
  zone: 'Europe/Berlin',
  untilLevel,
})
const rung = (id: string, quietHours: Rung['quietHours'] = null): Rung => ({ id, quietHours })
const ask = (parts: Partial<Parameters<typeof nextAct>[0]> = {}) => ({
  level: 1 as SharedLevel,
  from: T0,
  steps: [],
  rungs: [rung('ana'), rung('ben')],
  answerMillis: 5 * MINUTE,
  hasTeam: false,
  ...parts,
})
const step = (number: number, person: string, word: Step['word'] = 'reached'): Step => ({
  step: number,
  person,
  at: plusMillis(T0, number * 5 * MINUTE),
  word,
})

describe('who is told next', () => {
  it('is whoever is first in turn, once its time has come', () => {
    expect(nextAct(ask(), plusMillis(T0, -1))).toEqual({ do: 'wait', until: T0 })
    expect(nextAct(ask(), T0)).toEqual({ do: 'tell', step: 0, person: 'ana' })
  })

  it('is the next one when the first did not answer in time, or at once when the first cannot have heard', () => {
    const told = ask({ steps: [step(0, 'ana')] })
    expect(nextAct(told, T0)).toEqual({ do: 'wait', until: plusMillis(T0, 5 * MINUTE) })
    const next = { do: 'tell', step: 1, person: 'ben' }
    expect(nextAct(told, plusMillis(T0, 5 * MINUTE))).toEqual(next)
    expect(nextAct(ask({ steps: [step(0, 'ana', 'lost')] }), T0)).toEqual(next)
  })

  it('is nobody when all were told, and it says whether anybody was reached', () => {
    const late = plusMillis(T0, 60 * MINUTE)
    const all = ask({ steps: [step(0, 'ana'), step(1, 'ben', 'lost')] })
    expect(nextAct(all, late)).toEqual({ do: 'end', word: 'unanswered' })
    const lost = ask({ steps: [step(0, 'ana', 'lost'), step(1, 'ben', 'lost')] })
    expect(nextAct(lost, late)).toEqual({ do: 'end', word: 'unreached' })
    expect(nextAct(ask({ rungs: [] }), T0)).toEqual({ do: 'end', word: 'unreached' })
  })

  it('is a team where nobody is known and a pager is', () => {
    const act = nextAct(ask({ rungs: [], hasTeam: true }), T0)
    expect(act).toEqual({ do: 'tell', step: 0, person: null })
  })

  it('waits for the end of quiet hours, unless it is grave', () => {
    const rungs = [rung('ana', quiet('20:00', '07:00'))]
    const until = '2026-11-22T06:00:00.000Z'
    expect(nextAct(ask({ level: 2, rungs }), T0)).toEqual({ do: 'hold', person: 'ana', until })
    expect(nextAct(ask({ level: 1, rungs }), T0)).toMatchObject({ do: 'tell' })
  })

  it('waits an hour less in the night in which clocks go forward, and an hour more when they go back', () => {
    const rungs = [rung('ana', quiet('22:00', '07:00'))]
    const spring = '2026-03-28T21:30:00.000Z' as Instant
    const autumn = '2026-10-24T20:30:00.000Z' as Instant
    const hours = (from: Instant): number => {
      const act = nextAct(ask({ level: 3, rungs, from }), from)
      return act.do === 'hold' ? (millisOf(act.until) - millisOf(from)) / 3_600_000 : 0
    }
    expect([hours(spring), hours(autumn)]).toEqual([7.5, 9.5])
  })
})

const person = (...roles: Person['roles']): Person => ({
  name: 'n',
  roles,
  email: null,
  phone: null,
  zone: 'UTC',
  language: 'en',
  quietHours: null,
})

describe('whom a cause is for', () => {
  const people = [
    { id: 'ana', as: 'on-duty', person: person('engineer') },
    { id: 'com', as: 'next', person: person('communication-owner') },
    { id: 'mia', as: 'escalation', person: person('duty-manager') },
  ] as const
  const ids = (whom: 'duty' | 'managers') => rungsFor(people, whom).map(({ id }) => id)

  it('is whoever is on duty first, or the managers alone; never who only owns communication', () => {
    expect(ids('duty')).toEqual(['ana', 'mia'])
    expect(ids('managers')).toEqual(['mia'])
  })

  it('is who is on duty where there is no manager', () => {
    expect(rungsFor(people.slice(0, 1), 'managers').map(({ id }) => id)).toEqual(['ana'])
  })
})

/** People come and go at every step; some are quiet, some cannot be reached. */
const worlds = fc.array(
  fc.record({
    people: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 }),
    quiet: fc.boolean(),
    lost: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
)

describe('every alert', () => {
  it('comes to an end, tells nobody twice, and skips nobody who is in turn', () => {
    fc.assert(
      fc.property(
        worlds,
        fc.constantFrom<SharedLevel>(1, 2, 3, 4),
        fc.boolean(),
        (turns, level, hasTeam) => {
          const steps: Step[] = []
          let at = millisOf(T0)
          let act: NextAct = { do: 'wait', until: T0 }
          for (let round = 0; act.do !== 'end'; round++) {
            expect(round).toBeLessThan(200)
            const world = turns[Math.min(round, turns.length - 1)]
            const hours = world?.quiet === true ? quiet('00:00', '00:00') : null
            const rungs = (world?.people ?? []).map((id) => rung(id, hours))
            act = nextAct(ask({ level, steps, rungs, hasTeam }), instantOf(at))
            if (act.do === 'tell') {
              const { person } = act
              const told = new Set(steps.map((one) => one.person))
              expect(told.has(person)).toBe(false)
              const first = rungs.find(({ id }) => !told.has(id))
              expect(person).toBe(first?.id ?? null)
              const word = world?.lost === true ? 'lost' : 'reached'
              steps.push({ step: act.step, person, at: instantOf(at), word })
            } else if (act.do !== 'end') {
              expect(millisOf(act.until)).toBeGreaterThan(at)
              at = millisOf(act.until)
            }
          }
          expect(steps.length).toBeLessThanOrEqual(MAX_STEPS)
        },
      ),
    )
  })
})

// The properties P9 to P12 of the severity lessons over every shipped scheme, every plan it names and every circumstance.
import { afterAll, describe, expect, it } from 'vitest'
import { disputeOf } from '../../../src/core/severity/dispute.ts'
import { levelDutiesOf } from '../../../src/core/severity/level-duties.ts'
import type { Mapping } from '../../../src/core/severity/mapping-document.ts'
import { toNative, toShared } from '../../../src/core/severity/mapping.ts'
import {
  type Circumstances,
  projectFor,
  type SentLevel,
} from '../../../src/core/severity/project-for.ts'
import { graver, LEVELS } from '../../../src/core/severity/scale.ts'
import { mappings, ok } from './kit.ts'

const counts: Record<string, number> = {}
const count = (what: string): void => {
  counts[what] = (counts[what] ?? 0) + 1
}
afterAll(() => console.log('severity duties', JSON.stringify(counts)))

const CONTACTS = ['none', 'given'] as const
const PHONES = ['none', 'promised', 'made'] as const
const HOURS = ['inside', 'outside', 'unknown'] as const

const plansOf = ({ scheme: { planLimits = [], levels } }: Mapping): (string | null)[] => [
  null,
  'no such plan',
  ...new Set([
    ...planLimits.map(({ plan }) => plan),
    ...levels.flatMap(({ plan, otherPlans = [] }) => [
      ...(plan === undefined ? [] : [plan]),
      ...otherPlans.map((other) => other.plan),
    ]),
  ]),
]

const circumstancesOf = (mapping: Mapping): Circumstances[] =>
  plansOf(mapping).flatMap((plan) =>
    CONTACTS.flatMap((contact) =>
      PHONES.flatMap((phone) => HOURS.map((hours) => ({ plan, contact, phone, hours }))),
    ),
  )

const everyOne = mappings.flatMap((mapping) =>
  circumstancesOf(mapping).map((circumstances) => ({
    mapping,
    circumstances,
    sent: LEVELS.map((level) => ok(projectFor(mapping, level, circumstances))),
  })),
)
const levelOf = ({ scheme }: Mapping, { code }: SentLevel) => {
  const level = scheme.levels.find((one) => one.code === code)
  if (!level) throw new Error(`no level ${code}`)
  return level
}

describe('P6 around entitlements and duties', () => {
  it('never goes milder without a reason, an alarm, and everything as grave ruled out', () => {
    for (const { mapping, sent } of everyOne)
      for (const one of sent) {
        expect(one.alarm).toBe(one.level > one.asked)
        expect(one.alarm).toBe(one.result === 'down')
        if (!one.alarm) continue
        expect(one.reason).not.toBeNull()
        const out = one.ruledOut.map(({ code }) => code)
        for (const level of mapping.scheme.levels)
          if (level.shared <= one.asked) expect(out).toContain(level.code)
        count(`down ${one.reason ?? ''}`)
      }
    for (const reason of ['entitlement', 'no-contact', 'no-call'])
      expect(counts[`down ${reason}`]).toBeGreaterThan(0)
  })

  it('gives a reason exactly where the level is another one than the rule alone gives', () => {
    for (const { mapping, sent } of everyOne)
      for (const one of sent)
        expect(one.reason === null).toBe(one.code === toNative(mapping, one.asked).code)
  })

  it('keeps order under every circumstance', () => {
    for (const { sent } of everyOne) {
      const ranks = sent.map(({ rank }) => rank)
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      count('order')
    }
  })

  it('never sends milder because somebody takes on more', () => {
    for (const { mapping, circumstances, sent } of everyOne) {
      const willing = { ...circumstances, contact: 'given', phone: 'made' } as const
      for (const one of sent)
        expect(ok(projectFor(mapping, one.asked, willing)).level).toBeLessThanOrEqual(
          Math.max(one.level, one.asked),
        )
    }
  })
})

describe('P9: the level stays, the clock differs', () => {
  it('sends the same level whatever the hours a plan buys', () => {
    for (const { mapping, circumstances, sent } of everyOne) {
      const isLimited = mapping.scheme.planLimits?.some(({ plan }) => plan === circumstances.plan)
      if (isLimited === true) continue
      const anyPlan = { ...circumstances, plan: null }
      for (const one of sent)
        expect(one.code).toBe(ok(projectFor(mapping, one.asked, anyPlan)).code)
    }
  })

  it('warns exactly where level 1 is worked on in business hours', () => {
    const warned = new Set<string>()
    for (const { mapping, circumstances, sent } of everyOne)
      for (const one of sent) {
        const isLate = one.level === 1 && one.figures.coverage === 'business'
        expect(one.warnings.includes('business-hours')).toBe(isLate)
        if (isLate) warned.add(`${mapping.scheme.id} ${circumstances.plan ?? '(main)'}`)
      }
    for (const known of ['suse Standard', 'akenza (main)', 'databricks Business'])
      expect(warned).toContain(known)
  })
})

describe('P10: duties come with the level', () => {
  it('never sends a level whose duty nobody took on, and leaves open exactly what was promised', () => {
    for (const { mapping, circumstances, sent } of everyOne)
      for (const one of sent) {
        const duties = levelDutiesOf(levelOf(mapping, one), circumstances.hours)
        expect(one.levelDuties).toEqual(duties)
        if (circumstances.contact === 'none') expect(duties).not.toContain('contact')
        if (circumstances.phone === 'none') expect(duties).not.toContain('call')
        const waits = duties.includes('call') && circumstances.phone === 'promised'
        expect(one.unmet).toEqual(waits ? ['call'] : [])
        if (waits) count('awaiting call')
      }
    expect(counts['awaiting call']).toBeGreaterThan(0)
  })
})

describe('P11, P12: two sides, each in its own scheme', () => {
  it('have the graver level in effect, for every pair of native levels of every two neighbours', () => {
    for (const [i, ours] of mappings.entries()) {
      const theirs = mappings[(i + 1) % mappings.length] ?? ours
      for (const a of ours.scheme.levels)
        for (const b of theirs.scheme.levels) {
          const requested = toShared(ours, a.code).level
          const accepted = toShared(theirs, b.code).level
          const { effective, gap, word } = disputeOf([
            { side: 'ours', claim: 'a', level: requested, at: 1 },
            { side: 'theirs', claim: 'b', level: accepted, at: 2 },
          ])
          expect(effective).toBe(graver(requested, accepted))
          expect(gap).toBe(Math.abs(requested - accepted))
          expect(word === 'none').toBe(requested === accepted)
          count('two sides')
        }
    }
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toNative, toShared, translate } from '../../../src/core/severity/mapping.ts'
import { LEVELS } from '../../../src/core/severity/scale.ts'
import { mappings, natives, ok, preset, refused } from './kit.ts'

describe('reading', () => {
  it('answers any text at all, keeps it as received, and reads what it does not know as normal', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom(...mappings),
        (native, mapping) => {
          const reading = toShared(mapping, native)
          expect(reading.native).toBe(native)
          expect(LEVELS).toContain(reading.level)
          expect(reading.code === null).toBe(reading.result !== 'exact')
          if (reading.result !== 'exact') expect(reading.level).toBe(3)
        },
      ),
    )
  })

  it.each([
    'S\ud800',
    '\u0000',
    '<script>',
    '{"level":1}',
    '1'.repeat(100_000),
    '__proto__',
    'constructor',
  ])('does not take %j for a level', (native) => {
    expect(toShared(preset('cisco-tac'), native)).toMatchObject({
      native,
      result: 'unmapped',
      level: 3,
    })
  })

  it('marks a level as coarse exactly where another shared level rounds to it', () => {
    const coarse = natives.filter(({ mapping, level }) =>
      toShared(mapping, level.code).flags.includes('coarse'),
    )
    expect(coarse).toHaveLength(12)
    for (const { mapping, level } of coarse)
      expect(
        toNative(mapping, level.shared === 4 ? 3 : ((level.shared + 1) as 2 | 3 | 4)),
      ).toMatchObject({
        code: level.code,
        result: 'up',
      })
  })

  it('lets no carried level change a value that it does not fit', () => {
    for (const { mapping, level } of natives)
      for (const carried of LEVELS) {
        const { level: read, flags } = toShared(mapping, level.code, { carried })
        const fits = toNative(mapping, carried).code === level.code || carried === level.shared
        expect(read).toBe(fits ? carried : level.shared)
        expect(flags.includes('carried-contradicts')).toBe(!fits)
        expect(flags.includes('carried')).toBe(fits && carried !== level.shared)
      }
  })
})

describe('writing', () => {
  it('tells what was asked for and what the native level stands for', () => {
    expect(toNative(preset('microsoft-azure'), 4)).toEqual({
      scheme: preset('microsoft-azure').ref,
      code: 'Severity C',
      name: 'Minimal business impact',
      rank: 3,
      asked: 4,
      level: 3,
      result: 'up',
    })
  })

  it('goes milder around a duty that nobody accepted, and says so', () => {
    const noContact = { excluded: ['Severity A'] }
    expect(ok(toNative(preset('microsoft-azure'), 1, noContact))).toMatchObject({
      code: 'Severity B',
      asked: 1,
      level: 2,
      result: 'down',
    })
  })

  it('refuses to exclude a code that the scheme lacks, which would exclude nothing', () => {
    const refusal = refused(toNative(preset('cisco-tac'), 1, { excluded: ['S1', 'Severity 1'] }))
    expect(refusal).toMatchObject({ code: 'severity-code-unknown', field: 'excluded.1' })
  })

  it('refuses when no level is left', () => {
    const excluded = preset('kernel-enterprise').scheme.levels.map(({ code }) => code)
    expect(refused(toNative(preset('kernel-enterprise'), 1, { excluded })).code).toBe(
      'severity-none-open',
    )
  })
})

describe('translating', () => {
  it('keeps both halves, each under its own scheme', () => {
    const { from, to } = translate(
      preset('vmware-on-premise'),
      'Major (On Premise Severity 2)',
      preset('tsanet-connect'),
    )
    expect(from).toMatchObject({ scheme: { id: 'vmware-on-premise' }, level: 2, result: 'exact' })
    expect(to).toMatchObject({ scheme: { id: 'tsanet-connect' }, code: 'HIGH', result: 'up' })
  })
})

// The hard cases of the severity lessons. 62 are computed by rule P6 alone; of the 25 policy rows those that need no state, clock or
// role are told here, the others belong to cases and clocks.
import { describe, expect, it } from 'vitest'
import type { Instant } from '../../../src/core/kernel/instant.ts'
import { toNative, toShared, translate } from '../../../src/core/severity/mapping.ts'
import { isEcho, restoreNative } from '../../../src/core/severity/stored-native.ts'
import hardCases from '../../vectors/severity/hard-cases.json' with { type: 'json' }
import { ok, preset } from './kit.ts'

const computed = hardCases.filter(({ result }) => result !== 'policy')
const withoutLimits = computed.filter(({ result }) => result !== 'down')

/** Rows 52 to 54 name the plan whose entitlement lacks the level. */
const PLAN_OF_ROW = new Map([
  [52, 'Basic'],
  [53, 'Developer'],
  [54, 'Partner support plans'],
])

const row = (n: number): { from: string; to: string; expected: string } => {
  const found = hardCases.find((hardCase) => hardCase.n === n)
  if (!found) throw new Error(`no row ${n}`)
  return { from: found.from_scheme, to: found.to_scheme, expected: found.expected }
}

describe('the computed rows', () => {
  it('are 62, three of them rounded down', () => {
    expect(hardCases).toHaveLength(87)
    expect(computed).toHaveLength(62)
    expect(computed.length - withoutLimits.length).toBe(3)
  })

  it.each(withoutLimits)(
    'row $n: $from_scheme $level becomes $to_scheme $expected ($result)',
    ({ from_scheme, level, shared, to_scheme, expected, result }) => {
      const { from, to } = translate(preset(from_scheme), level, preset(to_scheme))
      expect(from.result).toBe('exact')
      expect(from.native).toBe(level)
      expect(String(from.level)).toBe(shared)
      expect({ code: to.code, result: to.result }).toEqual({ code: expected, result })
    },
  )

  it.each(computed.filter(({ result }) => result === 'down'))(
    'row $n: $from_scheme $level becomes $to_scheme $expected (down, its plan lacks the rest)',
    ({ n, from_scheme, level, to_scheme, expected }) => {
      const to = preset(to_scheme)
      const limit = to.scheme.planLimits?.find(({ plan }) => plan === PLAN_OF_ROW.get(n))
      const reading = toShared(preset(from_scheme), level)
      const projection = ok(toNative(to, reading.level, { excluded: limit?.lacks ?? [] }))
      expect(projection).toMatchObject({ code: expected, result: 'down', asked: reading.level })
      expect(toNative(to, reading.level).result).toBe('exact')
    },
  )
})

describe('policy rows that need neither state nor clock', () => {
  it('row 4: an old label is an alias for its period and is kept as received', () => {
    const cisco = preset('cisco-tac')
    const then = toShared(cisco, 'P1', { at: '2002-05-01T00:00:00.000Z' as Instant })
    expect(then).toMatchObject({ native: 'P1', code: 'S1', level: 1, flags: ['alias'] })
    const now = toShared(cisco, 'P1', { at: '2026-05-01T00:00:00.000Z' as Instant })
    expect(now).toMatchObject({ result: 'unmapped', level: 3, flags: ['alias-out-of-period'] })
  })

  it('rows 7 and 8: HIGH of three is marked as coarse, and a level carried beside it wins', () => {
    const tsanet = preset('tsanet-connect')
    expect(toShared(tsanet, 'HIGH')).toMatchObject({ level: 1, flags: ['coarse'] })
    const carried = translate(tsanet, 'HIGH', preset('sap-product-support'), { carried: 2 })
    expect(carried.from.flags).toEqual(['coarse', 'carried'])
    expect(carried.to.code).toBe(row(8).expected)
  })

  it('row 23: a wire number is no name', () => {
    expect(toShared(preset('google-cloud-api'), '1')).toMatchObject({
      result: 'unmapped',
      code: null,
    })
    expect(translate(preset('google-cloud-api'), 'P0', preset('google-cloud-terms')).to.code).toBe(
      'P1',
    )
  })

  it.each([
    [29, '0'],
    [30, 'PRIORITY_UNSPECIFIED'],
    [86, null],
  ])('row %i: %j is unset, reads as normal and says so', (n, native) => {
    const { from, to, expected } = row(n)
    const translation = translate(preset(from), native, preset(to))
    expect(translation.from).toMatchObject({ native, level: 3, code: null, result: 'defaulted' })
    expect(translation.to.code).toBe(expected)
  })

  it('row 47: the second label of a level is an alias', () => {
    const { from, to, expected } = row(47)
    const translation = translate(preset(from), 'P3 - Important', preset(to))
    expect(translation.from).toMatchObject({ level: 3, code: 'P3 - Medium', flags: ['alias'] })
    expect(translation.to.code).toBe(expected)
  })

  it('row 57: a value said under an older version goes home under that version only', () => {
    const kernel = preset('kernel-enterprise')
    const older = { ...kernel.ref, version: '0' }
    const stored = { scheme: older, native: 'P1', level: 2 } as const
    expect(restoreNative(stored, { scheme: older, level: 2 })).toBe('P1')
    expect(restoreNative(stored, { scheme: kernel.ref, level: 2 })).toBeNull()
    expect(toNative(kernel, 2)).toMatchObject({ code: row(57).expected, result: 'up' })
  })

  it('row 65: case and blanks are folded for matching, never in what is kept', () => {
    const { from, to, expected } = row(65)
    const translation = translate(preset(from), ' very  HIGH ', preset(to))
    expect(translation.from).toMatchObject({ native: ' very  HIGH ', code: 'Very High', level: 1 })
    expect(translation.to.code).toBe(expected)
  })

  it('row 66: unknown text is neither rejected nor guessed', () => {
    const { from, to, expected } = row(66)
    const translation = translate(preset(from), 'Blocker', preset(to))
    expect(translation.from).toMatchObject({ native: 'Blocker', level: 3, result: 'unmapped' })
    expect(translation.to.code).toBe(expected)
  })

  it('row 82: the way back over a coarse scheme restores, it does not compute', () => {
    const redhat = preset('redhat-premium')
    const native = 'Severity 2 (high)'
    const there = translate(redhat, native, preset('tsanet-connect'))
    expect(there.to).toMatchObject({ code: 'HIGH', result: 'up' })
    const stored = { scheme: redhat.ref, native, level: there.from.level }
    expect(restoreNative(stored, { scheme: redhat.ref, level: 2 })).toBe(row(82).expected)
    expect(translate(preset('tsanet-connect'), 'HIGH', redhat).to.code).toBe('Severity 1 (urgent)')
  })

  it('row 83: the carried level survives a coarse hop on the way to a third vendor', () => {
    const first = translate(
      preset('vmware-on-premise'),
      'Major (On Premise Severity 2)',
      preset('tsanet-connect'),
    )
    const second = translate(preset('tsanet-connect'), first.to.code, preset('cisco-tac'), {
      carried: first.from.level,
    })
    expect(second.to.code).toBe(row(83).expected)
  })

  it('rows 84 and 85: our own value coming back is an echo, another one is not', () => {
    const sent = toNative(preset('tsanet-connect'), 2)
    expect(isEcho(sent, { schemeId: 'tsanet-connect', native: 'high' })).toBe(true)
    expect(isEcho(sent, { schemeId: 'tsanet-connect', native: 'MEDIUM' })).toBe(false)
    expect(isEcho(sent, { schemeId: 'oracle-oci-cims', native: 'HIGH' })).toBe(false)
    const changed = toShared(preset('tsanet-connect'), 'MEDIUM', { carried: 2 })
    expect(changed).toMatchObject({ level: 3, flags: ['carried-contradicts'] })
  })
})

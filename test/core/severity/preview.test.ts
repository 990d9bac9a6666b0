import { describe, expect, it } from 'vitest'
import { toNative } from '../../../src/core/severity/mapping.ts'
import { type Preview, previewMappings } from '../../../src/core/severity/preview.ts'
import { mappings, ok, preset, refused } from './kit.ts'

const preview = (ours: string, theirs: string): Preview =>
  ok(previewMappings(preset(ours), preset(theirs)))
const named = ({ warnings }: Preview) =>
  warnings.map(({ word, direction, code, to }) => `${direction} ${word}: ${code} → ${to}`)

describe('a preview of two schemes', () => {
  it('shows every level both ways', () => {
    const { out, in: back } = preview('sap-product-support', 'tsanet-connect')
    expect(out.map(({ from, to }) => [from.code, to.code, to.result])).toEqual([
      ['Very High', 'HIGH', 'exact'],
      ['High', 'HIGH', 'up'],
      ['Medium', 'MEDIUM', 'exact'],
      ['Low', 'LOW', 'exact'],
    ])
    expect(back.map(({ from, to }) => [from.code, to.code])).toEqual([
      ['HIGH', 'Very High'],
      ['MEDIUM', 'Medium'],
      ['LOW', 'Low'],
    ])
  })

  it('names every rounding, every two levels that become one, and every duty', () => {
    expect(named(preview('sap-product-support', 'tsanet-connect'))).toEqual([
      'out merged: Very High → HIGH',
      'out rounded-up: High → HIGH',
      'out merged: High → HIGH',
      'in contact: HIGH → Very High',
    ])
    expect(named(preview('suse', 'cisco-tac'))).toContain('out call: 2 (High) → S2')
  })

  it('tells of a plan that lacks levels, and of business hours at the top', () => {
    const suse = preset('suse')
    const plan = { contact: 'given', phone: 'promised' } as const
    const basic = ok(previewMappings(suse, preset('ibm-cloud'), { ...plan, plan: 'Basic' }))
    expect(basic.warnings.filter(({ word }) => word === 'rounded-down')).toHaveLength(3)
    const standard = previewMappings(preset('redhat-premium'), suse, { ...plan, plan: 'Standard' })
    expect(named(ok(standard))).toContain('out business-hours: Severity 1 (urgent) → 1 (Critical)')
  })

  it('says where a plan moves a level sideways', () => {
    const said = ok(
      previewMappings(preset('suse'), preset('databricks'), {
        plan: null,
        contact: 'given',
        phone: 'promised',
        excluded: ['Standard Support Severity 1'],
      }),
    )
    expect(named(said)).toContain('out other-level: 1 (Critical) → Mission Critical Severity')
  })

  it('of any two shipped schemes agrees with the mapping and names exactly what it rounds', () => {
    for (const ours of mappings)
      for (const theirs of mappings) {
        const said = ok(previewMappings(ours, theirs))
        const rounded = [
          ...said.out
            .filter(({ to }) => to.result !== 'exact')
            .map(({ from }) => `out ${from.code}`),
          ...said.in.filter(({ to }) => to.result !== 'exact').map(({ from }) => `in ${from.code}`),
        ]
        const warned = said.warnings.filter(({ word }) => word.startsWith('rounded'))
        expect(warned.map(({ direction, code }) => `${direction} ${code}`)).toEqual(rounded)
        for (const { from, to } of said.out)
          expect(to.code).toBe(toNative(theirs, from.shared).code)
      }
  })

  it('is refused where a level cannot be sent at all', () => {
    const theirs = preset('kernel-enterprise')
    const excluded = theirs.scheme.levels.map(({ code }) => code)
    const said = previewMappings(preset('suse'), theirs, {
      plan: null,
      contact: 'given',
      phone: 'promised',
      excluded,
    })
    expect(refused(said).code).toBe('severity-none-open')
  })
})

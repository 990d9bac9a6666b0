import { describe, expect, it } from 'vitest'
import { levelDutiesOf } from '../../../src/core/severity/level-duties.ts'
import { natives, preset } from './kit.ts'

const top = (id: string) => {
  const [level] = preset(id).scheme.levels
  if (!level) throw new Error(`${id} has no levels`)
  return level
}

describe('what a level asks', () => {
  it('is a contact at the top of 11 shipped schemes and a call at the top of 6', () => {
    const tops = natives.filter(({ level }) => level.rank === 1)
    const asking = (duty: string) =>
      tops.filter(({ level }) => levelDutiesOf(level).some((one) => one === duty)).length
    expect([asking('contact'), asking('call')]).toEqual([11, 6])
    const second = natives.filter(
      ({ level }) => level.rank === 2 && levelDutiesOf(level).includes('call'),
    )
    expect(second).toHaveLength(4)
  })

  it('is both, the call first, where a vendor wants both', () => {
    expect(levelDutiesOf(top('cisco-tac'))).toEqual(['call', 'contact'])
    expect(levelDutiesOf(top('microsoft-azure'))).toEqual(['contact'])
    expect(levelDutiesOf(top('suse'))).toEqual([])
  })

  it('is a call outside business hours only, if that is what the vendor says', () => {
    const exasol = top('exasol')
    expect(levelDutiesOf(exasol, 'outside')).toEqual(['call'])
    expect(levelDutiesOf(exasol, 'inside')).toEqual([])
    expect(levelDutiesOf(exasol, 'unknown')).toEqual(['call'])
    expect(levelDutiesOf(top('adobe'), 'inside')).toEqual(['call'])
  })
})

import { describe, expect, it } from 'vitest'
import { toNative } from '../../../src/core/severity/mapping.ts'
import { meaningOf, type NativeArrived } from '../../../src/core/severity/native-change.ts'
import { LEVELS } from '../../../src/core/severity/scale.ts'
import { mappings, preset } from './kit.ts'

const tsanet = preset('tsanet-connect')
const arrived = (more: Partial<NativeArrived>) =>
  meaningOf({ mapping: tsanet, sent: toNative(tsanet, 2), native: 'HIGH', own: 2, ...more })

describe('a value of a partner’s system', () => {
  it('that is our own coming back is an echo, in whatever spelling', () => {
    expect(arrived({})).toEqual({ kind: 'echo' })
    expect(arrived({ native: ' high ' })).toEqual({ kind: 'echo' })
  })

  it('is no echo before anything was sent: then the top of a coarse scheme is a raise', () => {
    expect(arrived({ sent: null })).toMatchObject({ kind: 'raise', reading: { level: 1 } })
  })

  it('that carries a finer level beside it is read by that', () => {
    expect(arrived({ sent: null, note: 'shared=2; native=High' })).toMatchObject({
      kind: 'same',
      reading: { level: 2, flags: ['coarse', 'carried'] },
    })
    expect(arrived({ native: 'MEDIUM', note: 'shared=2' })).toMatchObject({
      kind: 'lowering',
      reading: { level: 3, flags: ['carried-contradicts'] },
    })
  })

  it('that is milder proposes to lower, one that is graver raises', () => {
    expect(arrived({ native: 'LOW' })).toMatchObject({ kind: 'lowering', reading: { level: 4 } })
    const sent = toNative(tsanet, 3)
    expect(arrived({ sent, own: 3 })).toMatchObject({ kind: 'raise', reading: { level: 1 } })
  })

  it('that nobody understands, or that is gone, moves nothing', () => {
    for (const native of ['Blocker', '', null])
      expect(arrived({ native })).toMatchObject({ kind: 'unclear', reading: { native, level: 3 } })
  })

  it('of any shipped scheme never climbs by being sent and sent back', () => {
    for (const mapping of mappings)
      for (const own of LEVELS) {
        const sent = toNative(mapping, own)
        expect(meaningOf({ mapping, sent, native: sent.code, own }).kind).toBe('echo')
      }
  })
})

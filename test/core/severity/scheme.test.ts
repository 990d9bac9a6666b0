import { describe, expect, it } from 'vitest'
import { presets } from '../../../src/core/severity/preset.ts'
import { MAX_LEVELS, SchemeShape } from '../../../src/core/severity/scheme.ts'

const [preset] = presets()
const changed = (change: object): boolean => SchemeShape.safeParse({ ...preset, ...change }).success

describe('the shape of a scheme document', () => {
  it('holds every preset', () => {
    expect(presets()).toHaveLength(73)
    for (const scheme of presets())
      expect(SchemeShape.safeParse(scheme).success, scheme.id).toBe(true)
  })

  it('refuses members it does not know, so that a misspelt one cannot change how a level rounds', () => {
    expect(changed({})).toBe(true)
    expect(changed({ planCondiiton: 'Gold' })).toBe(false)
  })

  it('refuses control characters, lone surrogates and too many levels', () => {
    expect(changed({ vendor: 'A\u0007B' })).toBe(false)
    expect(changed({ vendor: 'A\ud800B' })).toBe(false)
    const [level] = preset?.levels ?? []
    expect(changed({ levels: Array.from({ length: MAX_LEVELS + 1 }, () => level) })).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { restoreNative } from '../../../src/core/severity/stored-native.ts'
import { preset } from './kit.ts'

describe('restoring what a side said', () => {
  const { ref } = preset('redhat-premium')
  const stored = { scheme: ref, native: ' severity 2 (HIGH)', level: 2 } as const

  it('gives the text back letter by letter', () => {
    expect(restoreNative(stored, { scheme: { ...ref }, level: 2 })).toBe(' severity 2 (HIGH)')
  })

  it.each([
    ['another scheme', { ...ref, id: 'suse' }, 2],
    ['another version', { ...ref, version: '2' }, 2],
    ['another text under the same version', { ...ref, digest: preset('suse').ref.digest }, 2],
    ['another level', ref, 1],
  ] as const)('gives nothing for %s', (_what, scheme, level) => {
    expect(restoreNative(stored, { scheme, level })).toBeNull()
  })
})

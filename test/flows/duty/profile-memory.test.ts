import { expect, test } from 'vitest'
import { findSupportPreset } from '../../../src/core/support/preset.ts'
import { ProfileMemory } from '../../../src/flows/duty/profile-memory.ts'
import { sure } from '../../core/support/kit.ts'

const profile = sure(findSupportPreset('follow-the-sun')).profile
const other = sure(findSupportPreset('berlin-office-hours')).profile

test('keeps the first of two that were parsed at once', () => {
  const memory = new ProfileMemory()
  expect(memory.keep('a', profile, 10)).toBe(profile)
  expect(memory.keep('a', { ...profile }, 10)).toBe(profile)
})

test('forgets what was asked for longest ago once the texts are too many bytes', () => {
  const memory = new ProfileMemory(25)
  memory.keep('a', profile, 10)
  memory.keep('b', other, 10)
  memory.recall('a')
  memory.keep('c', other, 10)
  expect(memory.recall('a')).toBe(profile)
  expect(memory.recall('b')).toBeUndefined()
  memory.keep('d', other, 100)
  expect(memory.recall('d')).toBe(other)
  expect(memory.recall('a')).toBeUndefined()
})

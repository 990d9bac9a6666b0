import { describe, expect, it } from 'vitest'
import { digestOf } from '../../../src/core/kernel/bytes.ts'
import {
  MAX_PROFILE_BYTES,
  openSupportProfile,
} from '../../../src/core/support/profile-document.ts'
import { profile, sure } from './kit.ts'

const TEXT = JSON.stringify(profile())

describe('a published support profile', () => {
  it('is opened with the hash of its very text', async () => {
    const opened = sure(await openSupportProfile(TEXT))
    expect(opened).toEqual({ profile: profile(), digest: await digestOf(TEXT) })
    const spaced = sure(await openSupportProfile(` ${TEXT}`))
    expect(spaced.digest).not.toBe(opened.digest)
  })

  it.each([
    ['no JSON', '{'],
    ['a key twice', TEXT.replace('{', '{"version":"2",')],
    ['half a surrogate pair', TEXT.replace('EMEA', '\\ud800')],
    ['no profile', '{}'],
    ['more bytes than are read', TEXT + ' '.repeat(MAX_PROFILE_BYTES)],
  ])('is refused with %s', async (_what, text) => {
    expect(await openSupportProfile(text)).toMatchObject({ code: 'support-profile-invalid' })
  })
})

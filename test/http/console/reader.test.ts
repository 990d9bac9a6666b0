import { describe, expect, it } from 'vitest'
import { MemberId } from '../../../src/core/kernel/id.ts'
import { addressOf, namesOf } from '../../../src/http/console/reader.ts'

const member = (address: string): MemberId => MemberId.parse(`https://${address}`)
const ALPINE = member('alpine.example')
const FALSE_ALPINE = member('evil.example/alpine')
const STRANGER = member('stranger.example')

describe('a name', () => {
  it('is what its owner calls itself', () => {
    expect(namesOf(new Map([[ALPINE, 'Alpine']]), [ALPINE])(ALPINE)).toBe('Alpine')
  })

  it('is the address where none is known', () => {
    const nameOf = namesOf(new Map([[ALPINE, '  ']]), [STRANGER])
    expect(nameOf(STRANGER)).toBe('stranger.example')
    expect(nameOf(ALPINE)).toBe('alpine.example')
  })

  it.each(['Alpine', 'ALPINE', 'Ａlpine', 'Al\u200bpine ', 'Álpine'])(
    'has its address beside it where another looks like it: %s',
    (twin) => {
      const known = new Map([
        [ALPINE, 'Alpine'],
        [FALSE_ALPINE, twin],
      ])
      const nameOf = namesOf(known, [])
      const alike = twin !== 'Álpine'
      expect(nameOf(ALPINE)).toBe(alike ? 'Alpine (alpine.example)' : 'Alpine')
      expect(nameOf(FALSE_ALPINE)).toBe(alike ? `${twin} (evil.example/alpine)` : twin)
    },
  )

  it('cannot be another’s address', () => {
    const nameOf = namesOf(new Map([[FALSE_ALPINE, 'stranger.example']]), [STRANGER])
    expect(nameOf(FALSE_ALPINE)).toBe('stranger.example (evil.example/alpine)')
  })
})

it('reads an identifier without its scheme', () => {
  expect(addressOf(FALSE_ALPINE)).toBe('evil.example/alpine')
})

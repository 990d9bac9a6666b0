import { describe, expect, it } from 'vitest'
import { MemberId } from '../../../src/core/kernel/id.ts'
import {
  configurationAddress,
  endpointsOf,
  entityBase,
  HANDLE,
  identifiersAt,
} from '../../../src/core/members/endpoints.ts'

describe('addresses of a hosted entity', () => {
  it('lie below the public URL and the handle', () => {
    expect(entityBase('https://gw.example', 'atlas')).toBe('https://gw.example/members/atlas')
    expect(endpointsOf('https://gw.example/entente/', 'atlas')).toMatchObject({
      events: 'https://gw.example/entente/members/atlas/exchange/events',
      historicalKeys: 'https://gw.example/entente/members/atlas/exchange/historical-keys',
    })
  })

  it('differ from each other', () => {
    const addresses = Object.values(endpointsOf('https://gw.example', 'atlas'))
    expect(new Set(addresses).size).toBe(addresses.length)
  })
})

describe('the configuration', () => {
  it('lies at the identifier, whether that ends with a slash or not', () => {
    const expected = 'https://atlas.example/.well-known/openid-federation'
    expect(configurationAddress(MemberId.parse('https://atlas.example'))).toBe(expected)
    expect(configurationAddress(MemberId.parse('https://atlas.example/'))).toBe(expected)
  })

  it('tells the identifiers it may belong to', () => {
    expect(identifiersAt('https://atlas.example/support/.well-known/openid-federation')).toEqual([
      'https://atlas.example/support',
      'https://atlas.example/support/',
    ])
    expect(identifiersAt('https://atlas.example/support')).toEqual([])
  })
})

describe('a handle', () => {
  it.each(['a', 'atlas', 'red-hat', '4d'])('may be %s', (handle) => {
    expect(HANDLE.test(handle)).toBe(true)
  })
  it.each(['', '-a', 'a-', 'A', 'a.b', 'a/b', 'ä', 'a'.repeat(64)])('may not be %s', (handle) => {
    expect(HANDLE.test(handle)).toBe(false)
  })
})

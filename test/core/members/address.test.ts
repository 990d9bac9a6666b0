import { describe, expect, it } from 'vitest'
import { isAddress, isIdentifier, MAX_ADDRESS_LENGTH } from '../../../src/core/members/address.ts'

describe('isAddress', () => {
  it.each([
    'https://gw.atlas.example/events',
    'https://gw.atlas.example:8443/e?x=1',
    'https://192.0.2.1/e',
    'http://localhost/',
    'http://atlas.localhost:8101/e',
    'http://127.0.0.1:8100',
    'http://127.1.2.3/e',
    'http://[::1]:8100/e',
  ])('allows %s', (text) => {
    expect(isAddress(text)).toBe(true)
  })

  it.each([
    'http://gw.atlas.example/events',
    'http://localhost.evil.example/',
    'http://127.0.0.1.evil.example/',
    'http://127.0.0.1@evil.example/',
    'http://[::2]/',
    'http://0.0.0.0/',
    'https://user@gw.atlas.example/',
    'https://gw.atlas.example/#part',
    'https:///gw.atlas.example',
    'https:gw.atlas.example',
    'https://',
    'ftp://gw.atlas.example/',
    'javascript:alert(1)',
    '//gw.atlas.example/',
    ' https://gw.atlas.example/',
    'https://gw.atlas.example/a b',
    'https://gw.atlas.example\\evil.example/',
    'https://gw.atlas.example/\n',
    'https://gw.åtlas.example/',
    'https://gw.atlas.example:99999/',
    '',
  ])('refuses %j', (text) => {
    expect(isAddress(text)).toBe(false)
  })

  it('refuses what is too long', () => {
    const text = `https://gw.atlas.example/${'x'.repeat(MAX_ADDRESS_LENGTH)}`
    expect(isAddress(text)).toBe(false)
    expect(isAddress(text.slice(0, MAX_ADDRESS_LENGTH))).toBe(true)
  })
})

describe('isIdentifier', () => {
  it.each([
    'https://atlas.example',
    'https://atlas.example/',
    'https://atlas.example/support/eu',
    'http://localhost:8100/members/atlas',
    'https://xn--tlas-zla.example',
  ])('allows %s', (text) => {
    expect(isIdentifier(text)).toBe(true)
  })

  it.each([
    'https://Atlas.example',
    'HTTPS://atlas.example',
    'https://atlas.example:443',
    'http://localhost:80',
    'https://atlas.example./x',
    'https://atlas.example/a/./b',
    'https://atlas.example/%2e%2e/b',
    'https://atlas.example/?sub=1',
    'https://atlas.example/#a',
    'http://127.1:8100',
    'http://atlas.example',
    `https://atlas.example/${'x'.repeat(255)}`,
  ])('refuses %s', (text) => {
    expect(isIdentifier(text)).toBe(false)
  })
})

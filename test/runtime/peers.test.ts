import { describe, expect, it } from 'vitest'
import { peerOf, readProxies } from '../../src/runtime/peers.ts'

const trusted = readProxies('127.0.0.0/8, ::1,10.0.0.0/8')

describe('the caller', () => {
  it.each([
    ['the other end of the connection', '192.0.2.1', null, '192.0.2.1'],
    ['not whom somebody else says it is', '192.0.2.1', '198.51.100.7', '192.0.2.1'],
    ['whom a proxy we trust says it is', '127.0.0.1', '198.51.100.7', '198.51.100.7'],
    [
      'what the first stranger wrote before is nothing',
      '::1',
      '203.0.113.9, 192.0.2.5',
      '192.0.2.5',
    ],
    ['found behind several proxies', '::ffff:127.0.0.1', '192.0.2.5, 10.1.2.3', '192.0.2.5'],
    ['the proxy itself, where it names nobody', '127.0.0.1', 'unknown', '127.0.0.1'],
    ['told without port and brackets', '127.0.0.1', '[2001:db8::1]:4711', '2001:db8::1'],
    ['told without port', '127.0.0.1', '192.0.2.5:80', '192.0.2.5'],
  ])('is %s', (_, socket, forwarded, caller) => {
    expect(peerOf(socket, forwarded, trusted)).toBe(caller)
  })

  it('is unknown where the connection is gone', () => {
    expect(peerOf(undefined, '192.0.2.5', trusted)).toBeUndefined()
  })
})

it.each(['10.0.0.0/33', 'proxy.example', '10.0.0.0/8/8', '::1/200', '1.2.3.4/x'])(
  'refuses %s as a proxy',
  (list) => {
    expect(() => readProxies(list)).toThrow('ENTENTE_TRUSTED_PROXIES')
  },
)

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPrivateName, reachOf, reachOfHost } from '../../src/net/address.ts'

const hostOf = (url: string): string => new URL(url).hostname

describe('reachOf', () => {
  it.each([
    '1.1.1.1',
    '8.8.8.8',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.0',
    '169.253.255.255',
    '172.15.255.255',
    '172.32.0.0',
    '192.0.1.0',
    '192.167.255.255',
    '192.169.0.0',
    '198.17.255.255',
    '198.20.0.0',
    '223.255.255.255',
    '2606:4700::1111',
    '2a00:1450:4001:81b::200e',
    '2001:200::',
    '2003::1',
    '3ffe:ffff::',
    '::ffff:8.8.8.8',
    '::ffff:808:808',
    '64:ff9b::8.8.8.8',
    '64:ff9b::808:808',
  ])('%s is public', (address) => {
    expect(reachOf(address)).toBe('public')
  })

  it.each([
    '127.0.0.1',
    '127.255.255.254',
    '::1',
    '[::1]',
    '0:0:0:0:0:0:0:1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
  ])('%s is this machine', (address) => {
    expect(reachOf(address)).toBe('loopback')
  })

  it.each([
    ['this network', '0.0.0.0'],
    ['this network', '0.1.2.3'],
    ['private', '10.0.0.1'],
    ['private', '10.255.255.255'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.0.1'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['carrier-grade NAT', '100.127.255.255'],
    ['link-local, cloud metadata', '169.254.169.254'],
    ['protocol assignments', '192.0.0.8'],
    ['documentation', '192.0.2.1'],
    ['documentation', '198.51.100.1'],
    ['documentation', '203.0.113.9'],
    ['6to4 relay', '192.88.99.1'],
    ['benchmarking', '198.18.0.1'],
    ['benchmarking', '198.19.255.255'],
    ['multicast', '224.0.0.1'],
    ['multicast', '239.255.255.255'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified', '::'],
    ['unique local', 'fc00::1'],
    ['unique local', 'fd12:3456::1'],
    ['link-local', 'fe80::1'],
    ['site-local', 'fec0::1'],
    ['multicast', 'ff02::1'],
    ['mapped private', '::ffff:10.0.0.1'],
    ['mapped link-local', '::ffff:a9fe:a9fe'],
    ['IPv4-compatible', '::7f00:1'],
    ['NAT64 to private', '64:ff9b::10.0.0.1'],
    ['NAT64 to loopback', '64:ff9b::127.0.0.1'],
    ['local NAT64', '64:ff9b:1::8.8.8.8'],
    ['6to4 of private', '2002:a00:1::'],
    ['6to4 of public', '2002:808:808::1'],
    ['Teredo', '2001:0:1234::1'],
    ['ORCHID', '2001:20::1'],
    ['documentation', '2001:db8::1'],
    ['documentation', '3fff::1'],
    ['discard only', '100::1'],
    ['segment routing', '5f00::1'],
  ])('%s (%s) is out of bounds', (_, address) => {
    expect(reachOf(address)).toBe('private')
  })

  it.each([
    '',
    'example.com',
    '1.2.3',
    '1.2.3.4.5',
    '01.2.3.4',
    '256.1.1.1',
    '0x7f.1',
    '2130706433',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '::1%eth0',
    '12345::',
    ':::',
    '::ffff:1.2.3',
    'g::1',
    '1:2:3:4:5:6:7::8:9',
  ])('what is no address counts as out of bounds: %j', (text) => {
    expect(reachOf(text)).toBe('private')
  })

  it('judges an IPv4 address alike, plain and mapped into IPv6', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(reachOf(`::ffff:${address}`)).toBe(reachOf(address))
        expect(reachOf(`64:ff9b::${address}`) === 'public').toBe(reachOf(address) === 'public')
      }),
    )
  })

  it('judges every spelling of an IPv6 address as URL spells it', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        expect(reachOf(new URL(`http://[${address}]/`).hostname)).toBe(reachOf(address))
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('reachOfHost', () => {
  it.each([
    ['http://2130706433/', 'loopback'],
    ['http://0x7f.1/', 'loopback'],
    ['http://0177.0.0.1/', 'loopback'],
    ['http://127.1/', 'loopback'],
    ['http://[::ffff:7f00:1]/', 'loopback'],
    ['http://localhost/', 'loopback'],
    ['http://LOCALHOST./', 'loopback'],
    ['http://atlas.localhost/', 'loopback'],
    ['http://169.254.169.254/', 'private'],
    ['http://0/', 'private'],
    ['http://⑩.0.0.1/', 'private'],
    ['http://8.8.8.8/', 'public'],
  ])('knows %s as %s', (url, reach) => {
    expect(reachOfHost(hostOf(url))).toBe(reach)
  })

  it.each([
    'https://atlas.example/',
    'https://127.0.0.1.nip.example/',
    'https://localhost.example/',
  ])('has to resolve %s', (url) => {
    expect(reachOfHost(hostOf(url))).toBeNull()
  })
})

describe('isPrivateName', () => {
  it.each([
    'intranet',
    'db.local',
    'metadata.google.internal',
    'router.home.arpa',
    'x.lan.',
    'printer',
  ])('knows %s as a name of a private network', (name) => {
    expect(isPrivateName(name)).toBe(true)
  })

  it.each(['atlas.example', 'local.example', 'internal.atlas.example'])('lets %s pass', (name) => {
    expect(isPrivateName(name)).toBe(false)
  })
})

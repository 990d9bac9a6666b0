import { describe, expect, it } from 'vitest'
import { isLoopbackUrl, publicUrlOf, readConfig } from '../../src/runtime/config.ts'
import { Trouble } from '../../src/runtime/trouble.ts'

describe('the settings', () => {
  it('have defaults for one gateway on one machine', () => {
    expect(readConfig({})).toEqual({
      data: '.entente',
      host: '127.0.0.1',
      port: 8080,
      url: null,
      databaseUrl: null,
      pooler: false,
      masterKey: null,
      masterKeyFile: null,
      trustMissingMark: false,
      trustedProxies: '127.0.0.0/8,::1',
      log: 'info',
    })
  })

  it.each([
    ['ENTENTE_DATA', '/data', 'data', '/data'],
    ['ENTENTE_HOST', '::1', 'host', '::1'],
    ['ENTENTE_PORT', '0', 'port', 0],
    ['ENTENTE_URL', 'https://gateway.example/', 'url', 'https://gateway.example'],
    ['DATABASE_URL', 'postgres://u:p@h/db', 'databaseUrl', 'postgres://u:p@h/db'],
    ['ENTENTE_POOLER', '1', 'pooler', true],
    ['ENTENTE_MASTER_KEY', 'k', 'masterKey', 'k'],
    ['ENTENTE_MASTER_KEY_FILE', '/k', 'masterKeyFile', '/k'],
    ['ENTENTE_TRUST_MISSING_MARK', '1', 'trustMissingMark', true],
    ['ENTENTE_LOG', 'debug', 'log', 'debug'],
  ] as const)('take %s', (name, value, field, read) => {
    expect(readConfig({ [name]: value })[field]).toBe(read)
  })

  it('take an empty variable as one that is not set', () => {
    expect(readConfig({ ENTENTE_PORT: '', DATABASE_URL: '' }).port).toBe(8080)
  })

  it.each([
    ['ENTENTE_PORT', 'http'],
    ['ENTENTE_PORT', '65536'],
    ['ENTENTE_PORT', '-1'],
    ['ENTENTE_PORT', '80.5'],
    ['ENTENTE_URL', 'no-scheme.example'],
    ['ENTENTE_URL', 'ftp://files.example'],
    ['DATABASE_URL', 'mysql://secret@h/db'],
    ['ENTENTE_POOLER', 'yes'],
    ['ENTENTE_TRUST_MISSING_MARK', 'true'],
    ['ENTENTE_LOG', 'loud'],
  ])('refuse %s=%s by its name, without repeating the value', (name, value) => {
    const attempt = (): unknown => readConfig({ [name]: value })
    expect(attempt).toThrow(Trouble)
    expect(attempt).toThrow(name)
    expect(attempt).not.toThrow(value)
  })

  it('refuse two sources of the master key', () => {
    const both = { ENTENTE_MASTER_KEY: 'a', ENTENTE_MASTER_KEY_FILE: 'b' }
    expect(() => readConfig(both)).toThrow('not both')
  })
})

const at = (url: string): string => publicUrlOf({ url, host: '0.0.0.0', port: 1 })

describe('the public address', () => {
  it('is the own loopback address where none is set', () => {
    expect(publicUrlOf({ url: null, host: '127.0.0.1', port: 1 })).toBe('http://127.0.0.1:1')
    expect(publicUrlOf({ url: null, host: '::1', port: 1 })).toBe('http://[::1]:1')
  })

  it('must be said where the gateway listens to the network', () => {
    expect(() => publicUrlOf({ url: null, host: '0.0.0.0', port: 1 })).toThrow('ENTENTE_URL')
  })

  it('is never http but on loopback', () => {
    expect(at('https://gateway.example')).toBe('https://gateway.example')
    expect(at('http://localhost:9')).toBe('http://localhost:9')
    expect(() => at('http://gateway.example')).toThrow('https')
  })

  it('decides whether calls may go to this machine', () => {
    expect(isLoopbackUrl('http://127.0.0.1:8080')).toBe(true)
    expect(isLoopbackUrl('https://gateway.example')).toBe(false)
    expect(isLoopbackUrl('https://10.0.0.1')).toBe(false)
  })
})

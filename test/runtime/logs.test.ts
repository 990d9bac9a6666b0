import { describe, expect, it } from 'vitest'
import { createLogs, loggedError, scrub } from '../../src/runtime/logs.ts'

const JWT = 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJlLW9mLWEtdG9rZW4'

function logging(level: 'debug' | 'info' | 'warn' | 'silent' = 'info') {
  const lines: string[] = []
  return { lines, logs: createLogs(level, { write: (line) => void lines.push(line) }) }
}

describe('logs', () => {
  it('are one line of JSON each, with level, time and message', () => {
    const { lines, logs } = logging()
    logs.info({ requestId: 'r1', status: 200 }, 'request')
    const record = JSON.parse(lines[0] ?? '') as Record<string, unknown>
    expect(record).toMatchObject({ level: 'info', requestId: 'r1', status: 200, msg: 'request' })
    expect(record['time']).toMatch(/^\d{4}-\d\d-\d\dT/)
  })

  it('keep quiet below their level', () => {
    const { lines, logs } = logging('warn')
    logs.info('nothing')
    logs.warn('something')
    expect(lines).toHaveLength(1)
  })

  it.each([
    ['a bearer token', { note: `Authorization: Bearer ${JWT}` }, JWT],
    ['a token anywhere in a text', { note: `got ${JWT} back` }, JWT],
    ['the token of a signed request', { note: `Entente-Request ${JWT}` }, JWT],
    ['a password in an address', { url: 'postgres://entente:hunter2@db/entente' }, 'hunter2'],
    ['a header', { headers: { authorization: 'Basic dXNlcjpwYXNz' } }, 'dXNlcjpwYXNz'],
    ['a secret by its name', { client: { clientSecret: 'dont-tell' } }, 'dont-tell'],
    ['a secret in a form', { body: 'grant_type=x&client_secret=dont-tell&scope=y' }, 'dont-tell'],
    ['a private key', { jwk: { kty: 'EC', d: 'dont-tell' } }, 'dont-tell'],
    ['a sealed key', { key: { sealed: 'v1.id.nonce.dont-tell' } }, 'dont-tell'],
    ['a list of them', { tried: ['ok', `Bearer ${JWT}`] }, JWT],
  ])('hide %s', (_what, record, secret) => {
    const { lines, logs } = logging()
    logs.info(record, 'said')
    logs.error({ error: loggedError(new Error(JSON.stringify(record))) }, 'failed')
    logs.info(JSON.stringify(record))
    expect(lines).toHaveLength(3)
    expect(lines.join('\n')).not.toContain(secret)
  })

  it('show of an error its name, message, code and causes, and nothing that hangs on it', () => {
    const cause = Object.assign(new Error('connect failed'), { code: 'ECONNREFUSED' })
    const error = Object.assign(new Error('no database', { cause }), {
      request: { body: 'dont-tell' },
    })
    const { lines, logs } = logging()
    logs.error({ error }, 'failed')
    logs.error(error)
    const text = lines.join('\n')
    expect(text).toContain('no database')
    expect(text).toContain('ECONNREFUSED')
    expect(text).not.toContain('dont-tell')
  })

  it('follow causes only so far', () => {
    const loop = new Error('round')
    loop.cause = loop
    expect(JSON.stringify(loggedError(loop)).match(/round/g)?.length).toBeLessThan(12)
  })

  it('leave plain words alone', () => {
    const text = 'the partner https://basalt.example/members/basalt answered 503'
    expect(scrub(text)).toBe(text)
  })
})

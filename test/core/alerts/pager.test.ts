import { describe, expect, it } from 'vitest'
import { type PagerNotice, pagerRequest } from '../../../src/core/alerts/pager.ts'
import { textOf } from '../../../src/core/kernel/bytes.ts'
import type { Instant } from '../../../src/core/kernel/instant.ts'
import { type SharedLevel } from '../../../src/core/severity/scale.ts'

const notice: PagerNotice = {
  alert: 'a/1',
  step: 2,
  at: '2026-11-21T20:00:00.000Z' as Instant,
  level: 2,
  summary: 'Case EN-1',
  text: 'Look.',
  link: 'https://gateway.example/console/cases/c',
  source: 'https://storage.example',
  details: {},
}
const common = { name: 'n', enabled: true, mildest: 4 } as const
const bodyOf = (request: ReturnType<typeof pagerRequest>) =>
  JSON.parse(textOf(request.body) ?? '') as Record<string, unknown>

const said = (level: SharedLevel) => [
  bodyOf(
    pagerRequest({ ...common, kind: 'pagerduty', region: 'us' }, 'tell', { ...notice, level }, 'k'),
  ),
  bodyOf(
    pagerRequest({ ...common, kind: 'opsgenie', region: 'us' }, 'tell', { ...notice, level }, 'k'),
  ),
]

describe('what a paging service is sent', () => {
  it('says each level in the words of the service', () => {
    expect(([1, 2, 3, 4] as const).map(said)).toMatchObject([
      [{ payload: { severity: 'critical' } }, { priority: 'P1' }],
      [{ payload: { severity: 'error' } }, { priority: 'P2' }],
      [{ payload: { severity: 'warning' } }, { priority: 'P3' }],
      [{ payload: { severity: 'info' } }, { priority: 'P4' }],
    ])
  })

  it('names the alert in an address without leaving its place there', () => {
    const { url } = pagerRequest(
      { ...common, kind: 'opsgenie', region: 'eu' },
      'resolve',
      notice,
      'k',
    )
    expect(url).toBe('https://api.eu.opsgenie.com/v2/alerts/a%2F1/close?identifierType=alias')
  })

  it('is the same key for the same act and step, and another for another', () => {
    const hook = { ...common, kind: 'webhook', url: 'https://hook.example/in' } as const
    const key = (step: number, act: 'tell' | 'resolve') =>
      pagerRequest(hook, act, { ...notice, step }, null).headers['idempotency-key']
    expect(key(2, 'tell')).toBe(key(2, 'tell'))
    expect(new Set([key(1, 'tell'), key(2, 'tell'), key(2, 'resolve')]).size).toBe(3)
    expect(pagerRequest(hook, 'tell', notice, null).headers).not.toHaveProperty('authorization')
  })
})

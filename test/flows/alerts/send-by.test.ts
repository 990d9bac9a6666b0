// The paging services as they answer, by msw: nothing leaves this machine.
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Channel } from '../../../src/core/alerts/channel.ts'
import type { PagerNotice } from '../../../src/core/alerts/pager.ts'
import type { Instant } from '../../../src/core/kernel/instant.ts'
import { sendBy } from '../../../src/flows/alerts/send-by.ts'
import { createNet } from '../../../src/net/fetch.ts'
import { createFetchTransport } from '../../../src/net/worker-fetch.ts'
import { createSealer } from '../../../src/signing/secrets.ts'
import { ALPINE } from '../../kit/case-rows.ts'
import { masters } from '../../kit/network.ts'
import { testRandom } from '../../kit/world.ts'

type Seen = { readonly url: string; readonly auth: string | null; readonly body: unknown }
const seen: Seen[] = []
const answers = new Map<string, number>()
const services = setupServer(
  http.post('*', async ({ request }) => {
    const auth = request.headers.get('authorization')
    seen.push({ url: request.url, auth, body: await request.json() })
    return HttpResponse.json({}, { status: answers.get(new URL(request.url).host) ?? 202 })
  }),
)
beforeAll(() => services.listen({ onUnhandledFrame: 'error' }))
afterEach(() => {
  seen.length = 0
  answers.clear()
})
afterAll(() => services.close())

const notice: PagerNotice = {
  alert: 'a1',
  step: 0,
  at: '2026-11-21T20:00:00.000Z' as Instant,
  level: 1,
  summary: 'x'.repeat(2000),
  text: 'Look.',
  link: 'https://gateway.example/console/cases/c',
  source: ALPINE,
  details: { case: 'EN-1' },
}
const common = { name: 'n', enabled: true, mildest: 4 } as const
const pagerDuty: Channel = { ...common, kind: 'pagerduty', region: 'eu' }
const opsgenie: Channel = { ...common, kind: 'opsgenie', region: 'us' }
const webhook = (url: string): Channel => ({ ...common, kind: 'webhook', url })

async function send(channel: Channel, act: 'tell' | 'acknowledge' | 'resolve', secret = 'k-1') {
  const sealer = createSealer(await masters(), testRandom(1).bytes)
  const net = createNet({ transport: createFetchTransport((request) => fetch(request)) })
  const mailer = { send: async () => ({ error: 'no mail here', again: false }) }
  const sealed = await sealer.sealSecret(ALPINE, 'c1', secret)
  const stored = { id: 'c1', version: 1, channel, secret: sealed }
  return sendBy({ net, mailer, sealer }, ALPINE, stored, { act, notice, email: null })
}

describe('PagerDuty', () => {
  it('is told, acknowledged and resolved under one key', async () => {
    for (const act of ['tell', 'acknowledge', 'resolve'] as const)
      expect(await send(pagerDuty, act)).toBeNull()
    const known = { routing_key: 'k-1', dedup_key: 'a1' }
    expect(seen.map(({ url }) => url)).toEqual(
      Array.from({ length: 3 }, () => 'https://events.eu.pagerduty.com/v2/enqueue'),
    )
    expect(seen.map(({ body }) => body)).toMatchObject([
      { ...known, event_action: 'trigger', payload: { severity: 'critical', source: ALPINE } },
      { ...known, event_action: 'acknowledge' },
      { ...known, event_action: 'resolve' },
    ])
    expect(seen[0]?.body).toHaveProperty('payload.summary', 'x'.repeat(1024))
  })
})

describe('Opsgenie', () => {
  it('is told, acknowledged and closed under one alias', async () => {
    for (const act of ['tell', 'acknowledge', 'resolve'] as const)
      expect(await send(opsgenie, act)).toBeNull()
    const base = 'https://api.opsgenie.com/v2/alerts'
    expect(seen.map(({ url }) => url)).toEqual([
      base,
      `${base}/a1/acknowledge?identifierType=alias`,
      `${base}/a1/close?identifierType=alias`,
    ])
    expect(seen.every(({ auth }) => auth === 'GenieKey k-1')).toBe(true)
    expect(seen[0]?.body).toMatchObject({ alias: 'a1', priority: 'P1', message: 'x'.repeat(130) })
  })
})

describe('a webhook', () => {
  it('is told with its token, and never on a network that strangers must not reach through us', async () => {
    expect(await send(webhook('https://hook.example/in'), 'tell')).toBeNull()
    expect(seen).toMatchObject([{ auth: 'Bearer k-1', body: { act: 'tell', alert: 'a1' } }])
    for (const url of ['http://hook.example/in', 'https://127.0.0.1/in', 'https://10.0.0.1/in'])
      expect(await send(webhook(url), 'tell')).toMatchObject({ again: false })
    expect(seen).toHaveLength(1)
  })
})

describe('a service that does not take it', () => {
  it('is tried again when it is busy, and not when it says no', async () => {
    const host = 'events.eu.pagerduty.com'
    for (const [status, again] of [
      [500, true],
      [429, true],
      [400, false],
      [302, false],
    ] as const) {
      answers.set(host, status)
      expect(await send(pagerDuty, 'tell')).toEqual({ error: `it answered ${status}`, again })
    }
  })
})

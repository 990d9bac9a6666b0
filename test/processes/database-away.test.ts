// PostgreSQL goes away under a running gateway: nothing is acknowledged, nothing is stored, and it recovers by itself.
import { expect, test } from 'vitest'
import type { Database } from '../../src/storage/database.ts'
import type { Schema } from '../../src/storage/schema.ts'
import { formAlliance } from '../kit/alliance.ts'
import { freshDatabase } from '../kit/database.ts'
import { Desk, send, wordOf } from '../kit/desk.ts'
import { Site } from '../kit/gateway-process.ts'
import { tcpProxy } from '../kit/tcp-proxy.ts'
import type { TcpProxy } from '../kit/tcp-proxy.ts'

const WITHIN = { timeout: 60_000, interval: 100 }

type Stage = AsyncDisposable & {
  readonly wire: TcpProxy
  readonly site: Site
  readonly desk: Desk
  readonly caseId: string
  /** Past the wire. */
  readonly database: Database<Schema>
}

/** A gateway whose way to PostgreSQL can be cut, and a member with a case. */
async function stage(): Promise<Stage> {
  const stack = new AsyncDisposableStack()
  const { url, database } = stack.use(await freshDatabase())
  const { hostname, port } = new URL(url)
  const wire = stack.use(await tcpProxy(hostname, Number(port)))
  const throughWire = new URL(url)
  throughWire.port = String(wire.port)
  const site = stack.use(await Site.make({ databaseUrl: throughWire.href }))
  const [member] = await formAlliance([site], [1])
  if (!member) throw new Error('nobody is there')
  await site.start()
  const desk = new Desk(member)
  const { answer } = await desk.must('POST', '/api/cases', { problem: { summary: 'Before' } })
  return {
    wire,
    site,
    desk,
    database,
    caseId: answer.caseId,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}

const notesOf = async ({ desk, caseId }: Stage): Promise<string[]> =>
  (await desk.list(`/api/cases/${caseId}/notes`)).map(({ text }) => text)

const readiness = (site: Site) => send(`${site.url}/readyz`, 'GET')

test(
  'while the database is gone nothing is acknowledged or stored, and all works again when it is back',
  { timeout: 60_000 },
  async () => {
    await using there = await stage()
    const { wire, site, desk, caseId } = there
    const { pid } = site.at(0)
    wire.cut()

    const refused: readonly (readonly [string, unknown])[] = [
      [`/api/cases/${caseId}/notes`, { text: 'while it was away' }],
      ['/api/cases', { problem: { summary: 'While it was away' } }],
      [`/api/cases/${caseId}/close`, { code: 'solved' }],
    ]
    for (const [path, body] of refused) {
      const answer = await desk.once('POST', path, body)
      expect([answer.status, wordOf(answer)], path).toEqual([503, 'unavailable'])
      expect(Number(answer.headers['retry-after'])).toBeGreaterThanOrEqual(1)
    }
    const read = await desk.once('GET', `/api/cases/${caseId}`)
    expect([read.status, Number(read.headers['retry-after']) >= 1]).toEqual([503, true])
    const token = await desk.askToken()
    expect([token.status, Number(token.headers['retry-after']) >= 1]).toEqual([503, true])
    expect((await readiness(site)).status).toBe(503)
    expect((await send(`${site.url}/healthz`, 'GET')).status).toBe(200)

    wire.heal()
    await expect.poll(async () => (await readiness(site)).status, WITHIN).toBe(200)
    await desk.must('POST', `/api/cases/${caseId}/notes`, { text: 'when it was back' })
    expect(await notesOf(there)).toEqual(['when it was back'])
    expect(await desk.list('/api/cases')).toMatchObject([{ caseId, status: 'open' }])
    expect([site.at(0).pid, site.at(0).isRunning()]).toEqual([pid, true])
  },
)

test(
  'a write whose acknowledgment the database could not give stands once, and is answered when it is repeated',
  { timeout: 60_000 },
  async () => {
    await using there = await stage()
    const { wire, desk, caseId } = there
    wire.breakAt('lost on the way back', 'after')
    const body = { text: 'lost on the way back' }
    const path = `/api/cases/${caseId}/notes`
    const first = await desk.once('POST', path, body, 'the-same-key')
    wire.heal()
    const again = await desk.once('POST', path, body, 'the-same-key')
    expect([201, 503]).toContain(first.status)
    expect(again.status).toBe(201)
    expect(again.headers['idempotency-replayed']).toBe('true')
    expect(await notesOf(there)).toEqual(['lost on the way back'])
  },
)

test(
  'a gateway that starts while its database is away is alive and not ready, and migrates and works when it comes',
  { timeout: 90_000 },
  async () => {
    await using there = await stage()
    const { wire, site, desk, caseId } = there
    await site.at(0).kill()
    wire.cut()
    await site.start()
    expect((await send(`${site.url}/healthz`, 'GET')).status).toBe(200)
    const ready = await readiness(site)
    expect([ready.status, ready.body.checks.database]).toEqual([503, 'unreachable'])
    expect(Number(ready.headers['retry-after'])).toBeGreaterThanOrEqual(1)
    for (const path of ['/api/cases', '/api/oauth/token', '/members/alpine/exchange/poll']) {
      const answer = await send(`${site.url}${path}`, 'POST')
      expect([answer.status, wordOf(answer)], path).toEqual([503, 'unavailable'])
      expect(Number(answer.headers['retry-after'])).toBeGreaterThanOrEqual(1)
    }
    wire.heal()
    await expect.poll(async () => (await readiness(site)).status, WITHIN).toBe(200)
    await desk.must('POST', `/api/cases/${caseId}/notes`, { text: 'after it came' })
    expect(await notesOf(there)).toEqual(['after it came'])
    // Its jobs run: what was written is numbered, so that the feed has it.
    await expect
      .poll(async () => (await desk.read('/api/feed?limit=200')).items.length, WITHIN)
      .toBeGreaterThanOrEqual(2)
  },
)

test(
  'a gateway that waits for its database ends at a signal, and at a database newer than itself with its sentence',
  { timeout: 90_000 },
  async () => {
    await using there = await stage()
    const { wire, site, database } = there
    await site.at(0).kill()
    wire.cut()
    const waiting = await site.start()
    waiting.signal('SIGTERM')
    expect(await waiting.ended, waiting.logged()).toBe(0)

    const late = await site.start()
    await database.execute(
      `insert into schema_migration (name, sha256, breaking) values ('9999-from-tomorrow', $1, true)`,
      ['0'.repeat(64)],
    )
    wire.heal()
    expect(await late.ended, late.logged()).toBe(78)
    expect(late.logged()).toContain('9999-from-tomorrow')
  },
)

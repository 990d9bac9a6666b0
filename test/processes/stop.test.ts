// Ctrl-C under load: the gateway takes no more, finishes what it began, ends with 0; every acknowledged write is there after a restart,
// on PostgreSQL and on the embedded database.
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { formAlliance } from '../kit/alliance.ts'
import { freshDatabase } from '../kit/database.ts'
import { Desk } from '../kit/desk.ts'
import { Site } from '../kit/gateway-process.ts'
import { followFeed } from '../kit/replicas.ts'

const WRITERS = 6
/** Acknowledged writes before somebody presses Ctrl-C. */
const BEFORE = 20
const ENDS_WITHIN_MS = 30_000
/** Far less than a poll is held, and than the time that connections under way are given. */
const ENDS_AT_ONCE_MS = 4_000

type Sent = { readonly text: string; readonly key: string; status: number | null }

test('SIGTERM, on PostgreSQL: ends with 0 and keeps what it acknowledged', async () => {
  await using fresh = await freshDatabase()
  await using site = await Site.make({ databaseUrl: fresh.url })
  await stopUnderLoad(site, 'SIGTERM')
}, 60_000)

test('SIGINT, on the embedded database: ends with 0 and keeps what it acknowledged', async () => {
  await using site = await Site.make({})
  await stopUnderLoad(site, 'SIGINT')
}, 120_000)

async function stopUnderLoad(site: Site, signal: 'SIGINT' | 'SIGTERM'): Promise<void> {
  const [member] = await formAlliance([site], [1])
  if (!member) throw new Error('nobody is there')
  const gateway = await site.start()
  const desk = new Desk(member)
  const { answer } = await desk.must('POST', '/api/cases', { problem: { summary: 'Under load' } })
  const path = `/api/cases/${answer.caseId}/notes`
  const feed = followFeed(new Desk(member))
  const sent = await writeUntilGone(desk, path, () => gateway.signal(signal))

  const code = await Promise.race([gateway.ended, wait(ENDS_WITHIN_MS, 'still there')])
  expect(code, gateway.logged()).toBe(0)
  await site.start()
  const kept = (await desk.list(path)).map(({ text }) => text)
  expect(new Set(kept).size).toBe(kept.length)
  const acknowledged = sent.filter(({ status }) => status === 201)
  expect(acknowledged.length).toBeGreaterThanOrEqual(BEFORE)
  expect(acknowledged.filter(({ text }) => !kept.includes(text))).toEqual([])
  // A gateway that drains finishes what it began: what it did not answer, it did not write.
  const unanswered = sent.filter(({ status }) => status === null)
  expect(unanswered.filter(({ text }) => kept.includes(text))).toEqual([])

  for (const { text, key } of sent) await desk.once('POST', path, { text }, key)
  const all = (await desk.list(path)).map(({ text }) => text)
  expect(all.toSorted()).toEqual(sent.map(({ text }) => text).toSorted())
  await feed.stop()
}

/** Writers write one note after the other until nobody answers; the plug is pulled in the middle of it. */
async function writeUntilGone(desk: Desk, path: string, stop: () => void): Promise<Sent[]> {
  const sent: Sent[] = []
  let acknowledged = 0
  const write = async (): Promise<void> => {
    for (;;) {
      const one: Sent = { text: `note ${sent.length + 1}`, key: randomUUID(), status: null }
      sent.push(one)
      const answer = await desk.once('POST', path, { text: one.text }, one.key).catch(() => null)
      if (answer === null) return
      one.status = answer.status
      if (answer.status === 201 && ++acknowledged === BEFORE) stop()
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, write))
  return sent
}

test('SIGTERM ends whoever waits at once: a feed that is held, its stream, and a page', async () => {
  await using fresh = await freshDatabase()
  await using site = await Site.make({ databaseUrl: fresh.url })
  const [member] = await formAlliance([site], [1])
  if (!member) throw new Error('nobody is there')
  const gateway = await site.start()
  const desk = new Desk(member)
  const { cursor } = await desk.read('/api/feed?after=now')
  const held = desk.once('GET', `/api/feed?wait=25&after=${encodeURIComponent(cursor)}`)
  const stream = await fetch(`${site.url}/api/feed/stream`, {
    headers: { authorization: `Bearer ${await tokenOf(desk)}` },
  })
  expect(stream.status).toBe(200)
  const streamed = stream.text()
  // The held request has no sign of its own; one that came after it on the same way was answered.
  await desk.read('/api/cases')
  const began = performance.now()
  gateway.signal('SIGTERM')
  expect((await held).body).toMatchObject({ items: [], more: false })
  expect(await streamed).toContain('begins after')
  expect(await gateway.ended, gateway.logged()).toBe(0)
  expect(performance.now() - began).toBeLessThan(ENDS_AT_ONCE_MS)
}, 60_000)

async function tokenOf(desk: Desk): Promise<string> {
  const { body } = await desk.askToken()
  return body.access_token
}

// Everything that happened to a member: by cursor, held open until there is news, or as server-sent events.
import { Hono } from 'hono'
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import { millisOf } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { endOfFeed, type FeedEntry, readFeed } from '../../flows/cases/read-feed.ts'
import { scoped } from '../caller.ts'
import type { WaitForNews } from '../context.ts'
import { openCursor, sealCursor } from '../cursor.ts'
import { refuse } from '../problem.ts'
import { integer, limit, readQuery } from '../read-query.ts'
import { waitingSignal } from '../waiting.ts'
import type { Api } from './write.ts'

/** Seconds a poll is held: under the 30 s after which common proxies give up. */
const MAX_WAIT_SECONDS = 25
/** Without a nudge from another part of this process, another process may have written: look again after so long. */
const LOOK_MS = 500
/** A comment this often keeps the line open through proxies. */
const HEARTBEAT_MS = 15_000
/** A stream ends after so long, so that connections wander between processes; the client comes back where it was. */
const STREAM_MS = 5 * 60_000
const STREAM_PAGE = 100

const FeedQuery = z.strictObject({
  after: z.string().min(1).max(200).optional(),
  limit,
  wait: integer(0, MAX_WAIT_SECONDS).default(0),
})
const StreamQuery = z.strictObject({ after: z.string().min(1).max(200).optional() })

export function feedRoutes({ deps, options }: Api): Hono {
  const app = new Hono()
  const wait: WaitForNews = options.waitForNews ?? ((_member, ms, signal) => deps.pause(ms, signal))

  app.get('/feed', scoped('cases:read'), async (c) => {
    const query = readQuery(c, FeedQuery)
    if (query instanceof Refusal) return refuse(c, query)
    const { member } = c.var.caller
    const after = await positionOf(c, query.after, 0)
    if (after instanceof Refusal) return refuse(c, after)
    const signal = waitingSignal(c, options)
    const until = millisOf(deps.clock.now()) + query.wait * 1000
    let items = await readFeed(deps, member, after, query.limit + 1)
    for (let looks = query.wait * (1000 / LOOK_MS); items.length === 0 && looks > 0; looks--) {
      const left = until - millisOf(deps.clock.now())
      if (left <= 0 || signal.aborted) break
      await wait(member, Math.min(LOOK_MS, left), signal)
      items = await readFeed(deps, member, after, query.limit + 1)
    }
    const shown = items.slice(0, query.limit)
    return c.json({
      items: await Promise.all(shown.map((entry) => itemOf(member, entry))),
      cursor: await cursorOf(member, shown.at(-1)?.number ?? after),
      more: items.length > query.limit,
    })
  })

  app.get('/feed/stream', scoped('cases:read'), async (c) => {
    const query = readQuery(c, StreamQuery)
    if (query instanceof Refusal) return refuse(c, query)
    const { member, until } = c.var.caller
    const begins = c.req.header('last-event-id') ?? query.after ?? 'now'
    const from = await positionOf(c, begins, 0)
    if (from instanceof Refusal) return refuse(c, from)
    const began = millisOf(deps.clock.now())
    const ends = Math.min(began + STREAM_MS, millisOf(until))
    const signal = waitingSignal(c, options)
    // Proxies that buffer would keep every event until the stream ends.
    c.header('X-Accel-Buffering', 'no')
    return streamSSE(c, async (stream) => {
      let after = from
      let spoken = began
      await stream.write(`retry: 1000\n: begins after ${await cursorOf(member, after)}\n\n`)
      for (;;) {
        const items = await readFeed(deps, member, after, STREAM_PAGE)
        for (const entry of items) {
          const item = await itemOf(member, entry)
          await stream.writeSSE({ id: item.cursor, event: item.kind, data: JSON.stringify(item) })
          after = entry.number
        }
        const now = millisOf(deps.clock.now())
        if (items.length > 0) spoken = now
        else if (now - spoken >= HEARTBEAT_MS) {
          await stream.write(': still here\n\n')
          spoken = now
        }
        if (stream.aborted || stream.closed || signal.aborted || now >= ends) return
        if (items.length < STREAM_PAGE) await wait(member, LOOK_MS, signal)
      }
    })
  })

  const positionOf = async (
    c: Context,
    text: string | undefined,
    fallback: number,
  ): Promise<number | Refusal> => {
    if (text === undefined) return fallback
    const { member } = c.var.caller
    if (text === 'now') return endOfFeed(deps, member)
    const position = await openCursor(`feed ${member}`, text)
    if (position instanceof Refusal) return position
    const number = Number(position)
    return Number.isSafeInteger(number) && number >= 0
      ? number
      : new Refusal('cursor-invalid', undefined, 'after')
  }
  return app
}

const cursorOf = (member: string, number: number): Promise<string> =>
  sealCursor(`feed ${member}`, String(number))

async function itemOf(member: string, { number, ...entry }: FeedEntry) {
  return { cursor: await cursorOf(member, number), ...entry }
}

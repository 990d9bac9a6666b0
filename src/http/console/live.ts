// Tells a page that it is out of date: server-sent events, one `changed` with the new stamp each time the stamp is another. What changed
// the page reads itself, as whoever is signed in.
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { millisOf } from '../../core/kernel/instant.ts'
import type { AppDeps, AppOptions, WaitForNews } from '../context.ts'
import { waitingSignal } from '../waiting.ts'

const LOOK_MS = 1_000
/** A comment this often keeps the line open through proxies. */
const LOOKS_PER_HEARTBEAT = 15
/** A stream ends after so long, and the browser comes back: so a session is looked at again, and a process can drain. */
const STREAM_MS = 5 * 60_000
const MOST_LOOKS = STREAM_MS / LOOK_MS

type Following = {
  /** Null when there is nothing to follow any more. */
  readonly readStamp: () => Promise<string | null>
  readonly seen: string
}

export function follow(
  c: Context,
  deps: Pick<AppDeps, 'clock' | 'pause'>,
  options: AppOptions,
  { readStamp, seen }: Following,
): Response {
  const { member, until } = c.var.pass
  const signal = waitingSignal(c, options)
  const wait: WaitForNews = options.waitForNews ?? ((_member, ms, ends) => deps.pause(ms, ends))
  const ends = Math.min(millisOf(deps.clock.now()) + STREAM_MS, millisOf(until))
  c.header('X-Accel-Buffering', 'no')
  return streamSSE(c, async (stream) => {
    const isOver = (): boolean =>
      stream.aborted || stream.closed || signal.aborted || millisOf(deps.clock.now()) >= ends
    let told = seen
    await stream.write('retry: 2000\n\n')
    for (let looks = 1; looks <= MOST_LOOKS && !isOver(); looks++) {
      // A fault ends the stream in silence: the browser comes back, and its request meets the fault where it is recorded.
      const stamp = await readStamp().catch(() => null)
      if (stamp === null) return
      if (stamp !== told) await stream.writeSSE({ event: 'changed', data: stamp })
      else if (looks % LOOKS_PER_HEARTBEAT === 0) await stream.write(': still here\n\n')
      told = stamp
      await wait(member, LOOK_MS, signal)
    }
  })
}

// Who waits for news of a member, and the nudges that end the waiting. A nudge of another process does not arrive here: whoever
// waits looks again after a moment at the latest, so nothing depends on one.
import type { MemberId } from '../core/kernel/id.ts'
import type { WaitForNews } from '../http/context.ts'

/** With several processes on one database, news of the others are seen after this long. */
const LOOK_AGAIN_MS = 1_000

export type News = {
  readonly wait: WaitForNews
  readonly tell: (member: MemberId) => void
}

/** @param shared whether other processes may write into the same database */
export function createNews(shared: boolean): News {
  const waiting = new Map<MemberId, Set<() => void>>()

  const wait: WaitForNews = (member, ms, signal) =>
    new Promise((resolve) => {
      const longest = shared ? LOOK_AGAIN_MS : ms
      const mine = waiting.get(member) ?? new Set()
      const end = (): void => {
        clearTimeout(timer)
        signal.removeEventListener('abort', end)
        mine.delete(end)
        if (mine.size === 0) waiting.delete(member)
        resolve()
      }
      const timer = setTimeout(end, Math.min(ms, longest))
      if (signal.aborted) return end()
      signal.addEventListener('abort', end, { once: true })
      waiting.set(member, mine.add(end))
    })

  const tell = (member: MemberId): void => {
    for (const end of waiting.get(member) ?? []) end()
  }
  return { wait, tell }
}

// The replicas of a network as their owners see them through their API: waits until nothing moves any more, and reads what must then
// be the same everywhere.
import { setTimeout as wait } from 'node:timers/promises'
import type { Answer, Desk } from './desk.ts'

type Json = Answer['body']

export const casesOf = async (desk: Desk): Promise<string[]> =>
  (await desk.list('/api/cases')).map(({ caseId }) => caseId)

export const historyOf = (desk: Desk, caseId: string): Promise<Json[]> =>
  desk.list(`/api/cases/${caseId}/history`)

/** What must be the same at everybody who takes part. */
export function sharedPart(state: Json): Json {
  const { status, host, baton, severity, flags, heads, counts, equivocations, participants } = state
  return {
    status: { word: status.word, code: status.code, by: status.by, at: status.at },
    host,
    baton: { holder: baton.holder, term: baton.term, pass: baton.pass, offer: baton.offer?.to },
    level: severity.effective,
    flags,
    heads: heads.toSorted(),
    counts,
    equivocations,
    standings: participants.map((p: Json) => [p.member, p.standing, p.events]).toSorted(),
  }
}

export type Replica = { readonly desk: Desk; readonly state: Json }

/** The replicas of one case: one for each member that knows it, those included that were only invited. */
export async function replicasOf(desks: readonly Desk[], caseId: string): Promise<Replica[]> {
  const found = await Promise.all(
    desks.map(async (desk) => ({ desk, state: await desk.read(`/api/cases/${caseId}`) })),
  )
  return found.filter(({ state }) => state !== null)
}

const standingIn = (state: Json, { id }: Desk): string =>
  state.participants.find((p: Json) => p.member === id)?.standing

const LOOK_EVERY_MS = 250

/**
 * Waits until every case is the same at everybody who takes part and nothing waits to be delivered.
 * @returns the replicas of every case, by its id, as they then were
 * @throws with what still differs when the time is over
 */
export async function untilQuiet(
  desks: readonly Desk[],
  withinMs: number,
): Promise<ReadonlyMap<string, readonly Replica[]>> {
  const end = performance.now() + withinMs
  for (;;) {
    const found = await lookAround(desks)
    if (typeof found !== 'string') return found
    if (performance.now() > end) throw new Error(`the network does not come to rest: ${found}`)
    await wait(LOOK_EVERY_MS)
  }
}

/** All replicas, or what still moves. */
async function lookAround(desks: readonly Desk[]): Promise<Map<string, Replica[]> | string> {
  for (const desk of desks) {
    const { items } = await desk.read('/api/partners/queues')
    // A queue that is being delivered may be in the hands of a process that was killed; whether that matters shows below.
    const busy = items.find((queue: Json) => queue.waiting > 0 && queue.state !== 'delivering')
    if (busy !== undefined) return `${desk.member.name} → ${JSON.stringify(busy)}`
  }
  const found = new Map<string, Replica[]>()
  for (const caseId of new Set((await Promise.all(desks.map(casesOf))).flat())) {
    const replicas = await replicasOf(desks, caseId)
    const [first] = replicas
    const everybody = first?.state.participants.length
    // Who was only invited has the invitation and nothing of what came after it; who joined is known to somebody.
    const joined = replicas.filter(({ desk }) =>
      replicas.some(({ state }) => standingIn(state, desk) === 'accepted'),
    )
    const shared = joined.map(({ state }) => JSON.stringify(sharedPart(state)))
    if (replicas.length !== everybody || new Set(shared).size > 1)
      return `${caseId} of ${everybody}, at ${replicas.length}: ${shared.join('\n')}`
    found.set(caseId, replicas)
  }
  return found
}

/** The whole feed from its beginning, each item once, in its order. */
export async function feedOf(desk: Desk): Promise<Json[]> {
  const items: Json[] = []
  for (let after = ''; ;) {
    const page: Json = await desk.read(`/api/feed?limit=200${after}`)
    items.push(...page.items)
    if (page.more !== true) return items
    after = `&after=${encodeURIComponent(page.cursor)}`
  }
}

/** Reads the feed as it grows, over restarts of the gateway, until told to stop; gives what it read. */
export function followFeed(desk: Desk): { readonly stop: () => Promise<Json[]> } {
  const items: Json[] = []
  let isOver = false
  const follow = async (): Promise<void> => {
    for (let after = ''; ;) {
      const was = isOver
      const page: Json = await desk.read(`/api/feed?limit=200&wait=${was ? 0 : 1}${after}`)
      items.push(...page.items)
      after = `&after=${encodeURIComponent(page.cursor)}`
      if (was && page.items.length === 0) return
    }
  }
  const following = follow()
  // Whoever stops it learns of what went wrong; before, nobody waits for it.
  following.catch(() => undefined)
  return {
    stop: async () => {
      isOver = true
      await following
      return items
    },
  }
}

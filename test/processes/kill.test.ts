// The main job over real processes, real sockets and PostgreSQL, with kill -9 at random moments: three vendors, two gateways, one of
// them two processes on one database behind a balancer. Every acknowledged write is there, and nothing acts twice.
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { formAlliance } from '../kit/alliance.ts'
import { freshDatabase } from '../kit/database.ts'
import type { Fresh } from '../kit/database.ts'
import { Desk } from '../kit/desk.ts'
import type { Outcome } from '../kit/desk.ts'
import { actSomewhere, markOf, openingOf, pick } from '../kit/desk-acts.ts'
import { Site } from '../kit/gateway-process.ts'
import { casesOf, feedOf, followFeed, historyOf, untilQuiet } from '../kit/replicas.ts'
import type { Replica } from '../kit/replicas.ts'
import { seededDraw } from '../kit/world.ts'

const SEED = 20261121
const ACTS_EACH = 16
const DESKS_EACH = 2
const LEAST_KILLS = 6
/** A process that died with a lease in its hands leaves it to end by itself. */
const SETTLE_MS = 75_000
const WITHIN = { timeout: 60_000, interval: 200 }

test('three vendors lose nothing and do nothing twice while their gateways are killed', async () => {
  await using one = await freshDatabase()
  await using two = await freshDatabase()
  await using pair = await Site.make({ databaseUrl: one.url, processes: 2 })
  await using single = await Site.make({ databaseUrl: two.url })
  const members = await formAlliance([pair, single], [2, 1])
  await Promise.all([pair.startAll(), single.startAll()])
  const desks = members.map((member) => new Desk(member))
  const feeds = members.map((member) => followFeed(new Desk(member)))

  const kills = await storm([pair, single], desks)
  await joinEverything(desks)
  const replicas = await untilQuiet(desks, SETTLE_MS)

  const outcomes = desks.flatMap((desk) => desk.outcomes)
  const acknowledged = outcomes.filter(({ word }) => word === null)
  console.log(summary(outcomes, kills, pair))
  expect(kills).toBeGreaterThanOrEqual(LEAST_KILLS)
  expect(pair.used.filter((connections) => connections > 10).length).toBeGreaterThanOrEqual(2)
  expect(acknowledged.length).toBeGreaterThan(ACTS_EACH)
  await expectReplicas(replicas, outcomes)
  await expectOnce(desks, outcomes)
  for (const [index, desk] of desks.entries())
    await expectFeed(desk, (await feeds[index]?.stop()) ?? [], index < 2 ? one : two)
}, 300_000)

/** Several systems of each vendor act at once, while somebody pulls plugs. */
async function storm(sites: readonly Site[], desks: readonly Desk[]): Promise<number> {
  const draw = seededDraw(SEED)
  for (const desk of desks) {
    const { method, path, body } = openingOf(desks.filter((other) => other !== desk))
    await desk.must(method, path, body)
  }
  let isOver = false
  const working = Promise.all(
    desks.flatMap((desk, d) =>
      Array.from({ length: DESKS_EACH }, async (_, n) => {
        const own = seededDraw(SEED + 10 * d + n + 1)
        for (let i = 0; i < ACTS_EACH; i++) await actSomewhere(own, desk, desks)
      }),
    ),
  ).finally(() => {
    isOver = true
  })
  // What fails here is told after the last plug is back in.
  working.catch(() => undefined)
  let kills = 0
  const plugs = async (): Promise<void> => {
    while (!isOver || kills < LEAST_KILLS) {
      await wait(50 + draw() * 450)
      const site = pick(draw, sites)
      const index = Math.floor(draw() * site.size)
      await site.at(index).kill()
      kills++
      await wait(draw() * 500)
      await site.start(index)
    }
  }
  await plugs()
  await working
  return kills
}

/** Every invitation is accepted, so that all who take part have the whole history. */
async function joinEverything(desks: readonly Desk[]): Promise<void> {
  await untilQuiet(desks, SETTLE_MS)
  for (const desk of desks)
    for (const caseId of await casesOf(desk)) {
      const state = await desk.read(`/api/cases/${caseId}`)
      const own = state.engagements.find(
        (e: typeof state) => e.invitee === desk.id && e.standing === 'requested',
      )
      if (own) await desk.must('POST', `/api/cases/${caseId}/engagements/${own.id}/accept`, {})
    }
}

async function expectReplicas(
  replicas: ReadonlyMap<string, readonly Replica[]>,
  outcomes: readonly Outcome[],
): Promise<void> {
  const opened = outcomes.filter(({ path, word }) => path === '/api/cases' && word === null)
  const ids = opened.map(({ answer }) => answer.caseId)
  expect([...replicas.keys()].toSorted()).toEqual(ids.toSorted())
  for (const [caseId, held] of replicas) {
    const written = outcomes.filter(({ answer }) => answer?.caseId === caseId)
    const heads = held.map(({ state }) => state.heads.toSorted())
    expect(heads).toEqual(held.map(() => heads[0]))
    for (const { desk, state } of held) {
      expect(state.equivocations).toEqual([])
      expect(state.flags).not.toContain('equivocation')
      await expectWritten(desk, caseId, written)
    }
  }
}

/** Every event of every acknowledged write stands in the history, once. */
async function expectWritten(
  desk: Desk,
  caseId: string,
  written: readonly Outcome[],
): Promise<void> {
  const history = (await historyOf(desk, caseId)).map(({ id }) => id)
  expect(new Set(history).size).toBe(history.length)
  const wanted = written.flatMap(({ answer }) => answer.events.map(({ id }: { id: string }) => id))
  expect(wanted.filter((id) => !history.includes(id))).toEqual([])
  expect(new Set(wanted).size).toBe(wanted.length)
}

/** What was written stands there once, however often it was sent; what was refused stands nowhere. */
async function expectOnce(desks: readonly Desk[], outcomes: readonly Outcome[]): Promise<void> {
  for (const desk of desks) {
    const texts: string[] = []
    for (const caseId of await casesOf(desk))
      texts.push(...(await desk.list(`/api/cases/${caseId}/notes`)).map(({ text }) => text))
    const sent = outcomes.filter((o) => o.by.id === desk.id && o.path.endsWith('/notes'))
    for (const outcome of sent) {
      const times = texts.filter((text) => text === markOf(outcome)).length
      expect([outcome.word, times, outcome.attempts]).toEqual([
        outcome.word,
        outcome.word === null ? 1 : 0,
        outcome.attempts,
      ])
    }
  }
}

/** The feed that was followed through all of it is the feed as it stands: no gap, nothing twice, nothing behind the reader. */
async function expectFeed(
  desk: Desk,
  followed: readonly { cursor: string }[],
  { database }: Fresh,
): Promise<void> {
  const before = await eventsHeldBy(desk)
  const inFeed = async (): Promise<string[]> =>
    (await feedOf(desk)).filter(({ kind }) => kind === 'event').map(({ event }) => event.id)
  await expect
    .poll(async () => {
      const seen = new Set(await inFeed())
      return before.filter((id) => !seen.has(id))
    }, WITHIN)
    .toEqual([])
  const events = await inFeed()
  const held = new Set(await eventsHeldBy(desk))
  expect(events.filter((id) => !held.has(id))).toEqual([])
  expect(new Set(events).size).toBe(events.length)

  const cursors = (await feedOf(desk)).map(({ cursor }) => cursor)
  expect(followed.map(({ cursor }) => cursor)).toEqual(cursors.slice(0, followed.length))
  const rows = await database.query<{ number: number }>(
    'select number from audit_leaf where member_id = $1 and number is not null order by number',
    [desk.id],
  )
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1))
}

async function eventsHeldBy(desk: Desk): Promise<string[]> {
  const ids: string[] = []
  for (const caseId of await casesOf(desk))
    ids.push(...(await historyOf(desk, caseId)).map(({ id }) => id))
  return ids
}

function summary(outcomes: readonly Outcome[], kills: number, pair: Site): string {
  const refused = Map.groupBy(
    outcomes.flatMap(({ word }) => word ?? []),
    (word) => word,
  )
  const words = [...refused].map(([word, times]) => `${word} ${times.length}`).join(', ')
  const again = outcomes.filter(({ attempts }) => attempts > 1).length
  return `${outcomes.length} writes, ${again} of them sent again, ${kills} kills, connections ${pair.used.join(' ')}; refused: ${words}`
}

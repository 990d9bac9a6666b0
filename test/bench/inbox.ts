// npm run bench:inbox — what taking in a pushed event costs beside what it cannot cost less than (the ceiling: the same parser, keys
// and signatures, no database) and what it would cost in the usual way (the floor: a builder's transaction for each event). All
// of them behind the same HTTP server, pushed by another process; rounds alternate. --quick shows that it works.
import type { MemberId } from '../../src/core/kernel/id.ts'
import { createMember } from '../../src/flows/members/create-member.ts'
import { startLoop } from '../../src/jobs/loop.ts'
import type { Loop } from '../../src/jobs/loop.ts'
import type { Gateway } from '../../src/runtime/compose.ts'
import { listen } from '../../src/runtime/http-server.ts'
import { pause } from '../../src/runtime/system.ts'
import { granted } from '../../src/runtime/trouble.ts'
import { depsFor } from './kit/cases.ts'
import { composeAlone } from './kit/compose.ts'
import { startDurablePostgres } from './kit/durable-postgres.ts'
import type { DurablePostgres } from './kit/durable-postgres.ts'
import { floorOn } from './kit/floor.ts'
import { comparisons } from './kit/front.ts'
import { familyOf, keepOnCore, processorTimes, spent } from './kit/processor.ts'
import { startPushClient } from './kit/push-client.ts'
import type { PushClient } from './kit/push-client.ts'
import { batchOf, inGroups, makeCases, makeNotes, makePartners, singleOf } from './kit/push-load.ts'
import type { Note } from './kit/push-load.ts'
import { median, printFigure, printMachine, printRatio, readAsked } from './kit/report.ts'

const { quick } = readAsked()
const CASES = quick ? 100 : 1_000
const [FEWEST_ROUNDS, MOST_ROUNDS] = quick ? [2, 2] : [3, 9]
/** No round begins later than this after the start. */
const LAST_ROUND_MS = 100_000
const NOTES_IN_A_ROUND = quick ? 1 : 2
const CONNECTIONS = 64
const BATCH = 50
const HANDLE = 'receiver'
const INBOX = `/members/${HANDLE}/exchange`

const SINGLE_WAYS = [
  { name: 'ceiling', path: '/ceiling/events' },
  { name: 'floor', path: '/floor/events' },
  { name: 'inbox', path: `${INBOX}/events` },
] as const
const BATCH_WAYS = [
  { name: 'ceiling', path: '/ceiling/batch' },
  { name: 'inbox', path: `${INBOX}/batch` },
] as const

type Way = { readonly name: 'ceiling' | 'floor' | 'inbox'; readonly path: string }
/** Milliseconds: of the clock, and of the processor here, in PostgreSQL and where it is pushed. */
type Took = {
  readonly ms: number
  readonly cpuMs: number
  readonly postgresMs: number
  readonly pusherMs: number
}
/** What each way took for one load, round by round. */
type Measured = Record<Way['name'], Took[]>
const nothing = (): Measured => ({ ceiling: [], floor: [], inbox: [] })

type Served = {
  readonly gateway: Gateway
  readonly member: MemberId
  readonly floor: { readonly gateway: Gateway; readonly url: string }
}

async function open(postgres: DurablePostgres, loops: Map<string, Loop>): Promise<Served> {
  const [inbox, floor] = [await postgres.database('inbox'), await postgres.database('floor')]
  const gateway = await composeAlone(inbox.database, (about) => loops.get(about)?.wake())
  const wanted = { handle: HANDLE, role: 'member', name: 'Receiver' } as const
  const { id } = granted(
    await createMember(gateway.deps, gateway.site, wanted),
    'creating a member',
  )
  const floorGateway = await composeAlone(floor.database)
  return { gateway, member: id, floor: { gateway: floorGateway, url: floor.url } }
}

/** Pushes the load every way, beginning with another in each round. */
async function pushAll(
  { client, postgres }: { readonly client: PushClient; readonly postgres: DurablePostgres },
  port: number,
  ways: readonly Way[],
  round: number,
): Promise<Map<Way['name'], Took>> {
  const took = new Map<Way['name'], Took>()
  for (let turn = 0; turn < ways.length; turn++) {
    const way = ways[(round + turn) % ways.length]
    if (!way) continue
    const look = () => [familyOf(postgres.pid), [client.pid]].map(processorTimes)
    const before = look()
    const pushed = await client.push({ port, path: way.path, connections: CONNECTIONS })
    const [postgresMs = 0, pusherMs = 0] = look().map((now, one) => spent(before[one] ?? now, now))
    took.set(way.name, { ...pushed, postgresMs, pusherMs })
  }
  return took
}

async function inTurn<T>(times: number, make: () => Promise<T>): Promise<T[]> {
  const made: T[] = []
  for (let n = 0; n < times; n++) made.push(await make())
  return made
}

/** A lane carries the same cases in each of its batches. */
function lanesOfBatches(notes: readonly (readonly Note[])[]): string[][] {
  const batches = notes.map((one) => [...inGroups(one, BATCH)].map(batchOf))
  return (batches[0] ?? []).map((_, lane) => batches.flatMap((one) => one[lane] ?? []))
}

function note(measured: Measured, took: ReadonlyMap<Way['name'], Took>): void {
  for (const [name, one] of took) measured[name].push(one)
}

/** How many times faster, or cheaper, `a` was than `b` in each round. */
const ratios = (of: Measured, a: Way['name'], b: Way['name'], by: keyof Took = 'ms'): number[] =>
  of[a].map((took, round) => (of[b][round]?.[by] ?? Number.NaN) / took[by])

function printWays(kind: string, of: Measured, events: number): void {
  for (const name of ['ceiling', 'floor', 'inbox'] as const) {
    if (of[name].length === 0) continue
    const rate = (events * 1_000) / median(of[name].map(({ ms }) => ms))
    const cost = (part: keyof Took): string =>
      ((median(of[name].map((took) => took[part])) * 1_000) / events).toFixed(0)
    printFigure(
      `${kind}, ${name}`,
      `${rate.toFixed(0)} a second; µs of processor each: ${cost('cpuMs')} here, ` +
        `${cost('postgresMs')} PostgreSQL, ${cost('pusherMs')} pusher`,
    )
  }
}

function report(single: Measured, batch: Measured): void {
  printMachine()
  printWays('single push', single, CASES * NOTES_IN_A_ROUND)
  printWays('batch push', batch, CASES * NOTES_IN_A_ROUND)
  printRatio('ratio: single push, inbox to ceiling', ratios(single, 'inbox', 'ceiling'), '0.8')
  printRatio('ratio: single push, inbox to floor', ratios(single, 'inbox', 'floor'), '2.2')
  printRatio('ratio: batch push, inbox to ceiling', ratios(batch, 'inbox', 'ceiling'), '0.8')
  const costs = (of: Measured): number[] => ratios(of, 'inbox', 'ceiling', 'cpuMs')
  printRatio('ratio: single push, processor time, inbox to ceiling', costs(single))
  printRatio('ratio: batch push, processor time, inbox to ceiling', costs(batch))
}

async function main(): Promise<void> {
  const began = performance.now()
  await using postgres = await startDurablePostgres()
  const loops = new Map<string, Loop>()
  const { gateway, member, floor } = await open(postgres, loops)
  const partners = await makePartners()
  const deps = depsFor(gateway.deps, partners)
  const stores = [gateway.deps, floor.gateway.deps]
  const cases = await makeCases(deps, member, partners, CASES, stores)
  const states = new Map(cases.map(({ state }) => [state.id, state]))
  await using usual = floorOn(floor.url, member, states)
  const keys = new Map(partners.map(({ id, publicKey }) => [id, publicKey]))
  const others = comparisons(keys, usual.keep)
  const server = await listen('127.0.0.1', 0)
  const isOther = /^https?:\/\/[^/]+\/(ceiling|floor)\//
  server.answerWith((request) => (isOther.test(request.url) ? others : gateway.app).fetch(request))
  const ending = new AbortController()
  // The jobs that a push sets to work, as they run in every gateway.
  for (const job of [gateway.jobs.sequence, gateway.jobs['follow-up']])
    loops.set(
      job.name,
      startLoop(job, pause, ending.signal, (_, error) => console.error(error)),
    )

  using client = startPushClient()
  const apart =
    keepOnCore(0, [process.pid]) && keepOnCore(1, [client.pid, ...familyOf(postgres.pid)])
  const beside = { client, postgres }
  const [single, batch] = [nothing(), nothing()]
  for (let round = 0; round <= MOST_ROUNDS; round++) {
    if (round > FEWEST_ROUNDS && performance.now() - began > LAST_ROUND_MS) break
    const lanes = cases.map((): string[] => [])
    for (const notes of await inTurn(NOTES_IN_A_ROUND, () => makeNotes(deps, cases)))
      for (const [at, one] of notes.entries()) lanes[at]?.push(singleOf(one))
    client.load({ contentType: 'application/sd-jwt', lanes })
    const singles = await pushAll(beside, server.port, SINGLE_WAYS, round)
    const batches = lanesOfBatches(await inTurn(NOTES_IN_A_ROUND, () => makeNotes(deps, cases)))
    client.load({ contentType: 'application/json', lanes: batches })
    const inBatches = await pushAll(beside, server.port, BATCH_WAYS, round)
    if (round === 0) {
      const bytes = lanes[0]?.[0]?.length ?? 0
      printFigure('load: cases of three members, partners', `${CASES}, ${partners.length}`)
      printFigure('load: keys of partners', partners.map(({ key }) => key.alg).join(' '))
      printFigure('load: an event with its text', `${bytes} B`)
      printFigure('load: cores kept apart', apart ? 'gateway 0; PostgreSQL, pusher 1' : 'no')
      printFigure('load: single pushes at once', `${CONNECTIONS}`)
      printFigure(`load: batches of ${BATCH} at once`, `${Math.min(CONNECTIONS, batches.length)}`)
      continue // everything was done once, and the compiler has seen it
    }
    note(single, singles)
    note(batch, inBatches)
  }
  ending.abort()
  await Promise.all([...loops.values()].map(({ done }) => done))
  await server.close()
  report(single, batch)
}

await main()

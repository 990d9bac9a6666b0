// The demonstration from beginning to end: makes its alliance once, starts the gateways as processes, plays the story or what is
// left of it, compares the replicas, and stays until it is told to stop.
import { randomUUID } from 'node:crypto'
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { lockFolder } from '../../storage/folder-lock.ts'
import { EXIT, type ExitCode, Trouble } from '../trouble.ts'
import { GATEWAYS, type GatewayName } from './cast.ts'
import { compareReplicas } from './compare.ts'
import { type DemoFile, readDemo, readStory, type StoryFile, writeStory } from './demo-file.ts'
import { tellAddresses, tellLinks, tellVerdict } from './farewell.ts'
import { type GatewayProcess, startGatewayProcess } from './gateway-process.ts'
import { createVendors, type Gateways, type Stage } from './stage.ts'
import { playStory } from './story.ts'
import { createTeller, type Teller, took } from './tell.ts'
import type { Vendor } from './vendor.ts'

export type DemoOptions = { readonly data: string; readonly once: boolean }

const PROGRAM = fileURLToPath(new URL('../../../bin/entente.js', import.meta.url))

/** @returns 0 when the story ended and the replicas are the same, else 1 */
export async function runDemo({ data, once }: DemoOptions): Promise<ExitCode> {
  const began = performance.now()
  const tell = createTeller(
    (line) => process.stdout.write(`${line}\n`),
    () => new Date(),
  )
  const lock = lockFolder(data)
  const gateways = createGateways(data)
  try {
    const demo = await prepare(data, tell)
    const story = readStory(data) ?? newStory()
    writeStory(data, story)
    await startAll(gateways, story, tell)
    tell.plain(`Ready after ${took(performance.now() - began)}.`)
    return await Promise.race([play({ data, demo, story, tell, once }, gateways), gateways.broken])
  } finally {
    await gateways.stopAll()
    lock.release()
  }
}

type Run = {
  readonly data: string
  readonly demo: DemoFile
  readonly story: StoryFile
  readonly tell: Teller
  readonly once: boolean
}

async function play({ data, demo, story, tell, once }: Run, gateways: Gateways): Promise<ExitCode> {
  const vendors = createVendors(demo)
  const all = Object.values(vendors)
  const told = untilTold()
  const stage: Stage = { data, demo, story, tell, gateways, ...vendors }
  const performed = perform(stage, all)
  const same = await Promise.race([performed, told.then(() => null)])
  if (same === null) {
    tell.plain('', 'Stopping; the story goes on from here the next time.')
    tell.fallSilent()
    performed.catch(() => undefined)
    return once ? EXIT.refused : EXIT.ok
  }
  tellAddresses(tell, data, demo)
  await tellLinks(tell, all, story.memo['case'] ?? null)
  if (!once) {
    tell.plain('', 'Running until Ctrl-C. Press Enter for new links.')
    await linger(told, () => tellLinks(tell, all, story.memo['case'] ?? null))
    tell.plain('', 'Stopping; both gateways finish what they began.')
  }
  return same ? EXIT.ok : EXIT.refused
}

async function perform(stage: Stage, vendors: readonly Vendor[]): Promise<boolean> {
  const { story, tell } = stage
  for (const vendor of vendors)
    if (!(vendor.handle === 'fern' && story.fernIsDown)) await vendor.beginFeed()
  if (story.endedAt === null) await playStory(stage)
  else
    tell.plain('', `The story was played on ${story.endedAt.slice(0, 10)}; it is not played again.`)
  const caseId = story.memo['case']
  if (caseId === undefined) throw new Trouble(EXIT.fault, 'the story left no case to compare')
  tell.plain(
    '',
    'Waiting until everybody confirmed what it saw (at most one confirmation in 30 s) …',
  )
  const verdict = await compareReplicas(vendors, caseId)
  tellVerdict(tell, verdict)
  return verdict.same
}

/** The alliance is made in a process of its own: the memory of two embedded databases goes with it. */
async function prepare(data: string, tell: Teller): Promise<DemoFile> {
  const before = readDemo(data)
  if (before !== null) return before
  tell.plain('First start: making an alliance, two gateways and three vendors …')
  const child = spawn(process.execPath, [PROGRAM, 'demo', '--prepare', '--data', data], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  const demo = readDemo(data)
  if (code !== 0 || demo === null)
    throw new Trouble((code ?? EXIT.fault) as ExitCode, 'the demonstration could not be prepared')
  return demo
}

const newStory = (): StoryFile => ({
  id: randomUUID(),
  begunAt: new Date().toISOString(),
  endedAt: null,
  done: [],
  fernIsDown: false,
  memo: {},
})

async function startAll(gateways: Gateways, story: StoryFile, tell: Teller): Promise<void> {
  const wanted = GATEWAYS.filter((name) => !(name === 'fern' && story.fernIsDown))
  const started = await Promise.all(wanted.map((name) => gateways.start(name)))
  started.forEach(({ pid, ready: { url, ms } }, i) =>
    tell.plain(`Gateway ${wanted[i]} listens at ${url} (process ${pid}, after ${took(ms)}).`),
  )
}

type Running = Gateways & {
  readonly stopAll: () => Promise<void>
  /** Rejects when a gateway ends that nobody stopped. */
  readonly broken: Promise<never>
}

function createGateways(data: string): Running {
  const running = new Map<GatewayName, GatewayProcess>()
  const { promise: broken, reject } = Promise.withResolvers<never>()
  broken.catch(() => undefined)
  const urlOf = (name: GatewayName): string =>
    readDemo(data)?.gateways.find(({ id }) => id === name)?.url ?? ''
  const start = async (name: GatewayName): Promise<GatewayProcess> => {
    const gateway = await startGatewayProcess(data, name, urlOf(name))
    running.set(name, gateway)
    void gateway.ended.then((code) => {
      if (running.get(name) === gateway)
        reject(
          new Trouble(EXIT.fault, `the gateway ${name} ended by itself (${code}); see ${name}.log`),
        )
    })
    return gateway
  }
  const stop = async (name: GatewayName): Promise<void> => {
    const gateway = running.get(name)
    running.delete(name)
    await gateway?.stop()
  }
  return {
    start,
    stop,
    broken,
    pidOf: (name) => running.get(name)?.pid ?? null,
    stopAll: async () => {
      await Promise.all([...running.keys()].map(stop))
    },
  }
}

/** Resolves at the first Ctrl-C or SIGTERM; the second one does not wait. */
function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    let told = 0
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        if (++told > 1) process.exit(signal === 'SIGINT' ? 130 : 143)
        resolve()
      })
  })
}

async function linger(told: Promise<void>, onEnter: () => Promise<void>): Promise<void> {
  const { stdin } = process
  const again = (): void => void onEnter().catch(() => undefined)
  if (stdin.isTTY) stdin.on('data', again)
  await told
  stdin.off('data', again)
  stdin.pause()
}

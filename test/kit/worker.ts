// The gateway under workerd, through wrangler's own harness and with wrangler.toml as it is, and around it what a test needs: atlas
// lives on the Worker, borealis on a gateway of this process; they reach each other over loopback and are pinned to each
// other. The Worker's clock is the real one, so everybody's is.
import { type AddressInfo, createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { unstable_startWorker as startWorker } from 'wrangler'
import { SCOPES } from '../../src/core/access/scope.ts'
import { toBase64url } from '../../src/core/kernel/bytes.ts'
import type { EventId, MemberId } from '../../src/core/kernel/id.ts'
import { createMember } from '../../src/flows/members/create-member.ts'
import { keysShownBy, pinPartner } from '../../src/flows/members/pin-partner.ts'
import { createClient } from '../../src/flows/settings/create-client.ts'
import { allowLoopback, createNet } from '../../src/net/fetch.ts'
import { createNodeTransport, type NodeTransport } from '../../src/net/node-fetch.ts'
import { composeGateway } from '../../src/runtime/compose.ts'
import { listen } from '../../src/runtime/http-server.ts'
import { pause, systemClock, systemRandom } from '../../src/runtime/system.ts'
import { importMasterKey } from '../../src/signing/master-key.ts'
import { freshDatabase, type FreshPostgres } from './database.ts'
import { type Host, sure, type Vendor } from './network.ts'

const CONFIG = fileURLToPath(new URL('../../wrangler.toml', import.meta.url))
const MASTER = new Uint8Array(32).fill(7)
/** With a compatibility date that its workerd does not know, a Worker neither starts nor fails. */
export const START_MS = 25_000

export type WorkerWorld = {
  readonly url: string
  /** The Worker's member, as another process on the same database sees it: the command line, say. */
  readonly atlas: Vendor
  readonly borealis: Vendor
  /** Of atlas. */
  readonly client: { readonly id: string; readonly secret: string }
  /** Resolves when borealis has answered another request that brings something. */
  readonly nextPush: () => Promise<void>
  /** One pass as the platform's schedule makes it. @returns how it ended, such as `ok` */
  readonly schedule: () => Promise<string>
  readonly close: () => Promise<void>
}

export async function workerWorld(): Promise<WorkerWorld> {
  const [ours, theirs] = await Promise.all([freshDatabase(), freshDatabase()])
  const transport = createNodeTransport()
  const server = await listen('127.0.0.1', 0)
  const url = `http://127.0.0.1:${await freePort()}`
  const atlas = await vendorOn(await hostOn(ours, url, transport), 'atlas')
  const borealisAt = `http://127.0.0.1:${server.port}`
  const borealis = await vendorOn(await hostOn(theirs, borealisAt, transport), 'borealis')
  const waiting: (() => void)[] = []
  server.answerWith(async (request) => {
    const answer = await borealis.host.gateway.app.fetch(request)
    if (request.method === 'POST') for (const told of waiting.splice(0)) told()
    return answer
  })
  const wanted = { name: 'desk', scopes: SCOPES }
  const { client, secret } = sure(await createClient(atlas.host.gateway.deps, atlas.id, wanted))
  const worker = await atMost(START_MS, startOn(url, ours.url))
  await pin(atlas, borealis)
  await pin(borealis, atlas)
  return {
    url,
    atlas,
    borealis,
    client: { id: client.id, secret: secret ?? '' },
    nextPush: () => new Promise((resolve) => waiting.push(resolve)),
    // The harness's own `scheduled` looks for the Worker in the wrong place, so its address for it is called.
    schedule: async () => {
      const pass = await fetch(`${url}/cdn-cgi/local/scheduled?format=json&cron=*+*+*+*+*`)
      return ((await pass.json()) as { outcome: string }).outcome
    },
    close: async () => {
      await worker.dispose()
      await server.close()
      transport.close()
      for (const fresh of [ours, theirs]) await fresh[Symbol.asyncDispose]()
    },
  }
}

async function hostOn(
  database: FreshPostgres,
  origin: string,
  transport: NodeTransport,
): Promise<Host> {
  const marks = new Map<MemberId, EventId>()
  const gateway = composeGateway({
    database: database.database,
    net: createNet({ transport, [allowLoopback]: true }),
    masters: [await importMasterKey(MASTER)],
    clock: systemClock,
    random: systemRandom,
    pause,
    highWater: {
      read: async (member) => {
        const mark = marks.get(member)
        return mark === undefined ? null : [mark]
      },
      raise: async (member, last) => void marks.set(member, last),
    },
    site: { publicUrl: origin },
  })
  return { name: origin, origin, gateway, database, marks }
}

async function vendorOn(host: Host, name: string): Promise<Vendor> {
  const { deps, site } = host.gateway
  const { id } = sure(await createMember(deps, site, { handle: name, role: 'member', name }))
  return { id, name, host }
}

const text = (value: string) => ({ type: 'plain_text', value }) as const

async function startOn(url: string, databaseUrl: string) {
  process.env['CLOUDFLARE_CF_FETCH_ENABLED'] = 'false'
  process.env['WRANGLER_SEND_METRICS'] = 'false'
  const worker = await startWorker({
    config: CONFIG,
    bindings: {
      ENTENTE_URL: text(url),
      DATABASE_URL: text(databaseUrl),
      ENTENTE_MASTER_KEY: text(toBase64url(MASTER)),
      ENTENTE_LOG: text('warn'),
    },
    dev: {
      server: { hostname: '127.0.0.1', port: Number(new URL(url).port), secure: false },
      inspector: false,
      watch: false,
      persist: false,
      logLevel: 'error',
    },
  })
  await worker.ready
  // It says so before workerd has read the program: on a busy machine the first answer takes seconds.
  await (await fetch(`${url}/healthz`)).text()
  return worker
}

async function pin(by: Vendor, partner: Vendor): Promise<void> {
  const { deps } = by.host.gateway
  const { signsWith } = sure(await keysShownBy(deps, partner.id))
  sure(sure(await pinPartner(deps, by.id, partner.id, [signsWith])).resolved)
}

function freePort(): Promise<number> {
  const probe = createServer()
  return new Promise((resolve) => {
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

async function atMost<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(`not within ${ms} ms`)), ms)
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer))
}

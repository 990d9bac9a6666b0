// npm run bench:latency — from one vendor's write to its gateway until the other vendor's system reads it in the feed of its own
// gateway: two gateways as they are served, loops and nudges and all, over loopback sockets. --quick shows that it works.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SCOPES } from '../../src/core/access/scope.ts'
import type { MemberId } from '../../src/core/kernel/id.ts'
import { admitMember } from '../../src/flows/members/admit-member.ts'
import { createMember } from '../../src/flows/members/create-member.ts'
import { requestAdmission } from '../../src/flows/members/request-admission.ts'
import { trustAnchor } from '../../src/flows/members/trust-anchor.ts'
import type { Net } from '../../src/flows/ports.ts'
import { createClient } from '../../src/flows/settings/create-client.ts'
import type { Gateway } from '../../src/runtime/compose.ts'
import { readConfig } from '../../src/runtime/config.ts'
import { createLogs } from '../../src/runtime/logs.ts'
import { startGateway } from '../../src/runtime/node.ts'
import { openGateway } from '../../src/runtime/open-gateway.ts'
import type { OpenGateway } from '../../src/runtime/open-gateway.ts'
import { granted } from '../../src/runtime/trouble.ts'
import { freePort } from '../kit/postgres-server.ts'
import { startDurablePostgres } from './kit/durable-postgres.ts'
import { printFigure, printMachine, quantile, readAsked } from './kit/report.ts'
import { Vendor } from './kit/vendor.ts'

const { quick } = readAsked()
const WRITES = quick ? 10 : 300
const WARM_UP = quick ? 2 : 50
/** One client may ask 600 times a minute; a turn takes a write at one gateway and about two reads at the other. */
const TURN_MS = 215

const config = (url: string, folder: string, databaseUrl: string) =>
  readConfig({
    ENTENTE_DATA: folder,
    ENTENTE_PORT: new URL(url).port,
    DATABASE_URL: databaseUrl,
    ENTENTE_LOG: 'error',
  })

/** Requests of a gateway to another before anything is served. */
const byHand = (opened: ReadonlyMap<string, OpenGateway>): Net => ({
  request: async ({ method, url, headers, body }) => {
    const app = opened.get(new URL(url).origin)?.gateway.app
    if (!app) throw new Error(`nobody is at ${url}`)
    const answer = await app.fetch(
      new Request(url, { method, headers: { ...headers }, ...(body ? { body } : {}) }),
    )
    const bytes = new Uint8Array(await answer.arrayBuffer())
    return { status: answer.status, headers: answer.headers, body: bytes }
  },
})

async function joinAlliance(
  operator: Gateway,
  anchor: MemberId,
  { deps, site }: Gateway,
  handle: string,
) {
  const keys = (await operator.deps.members.keysOf(anchor, 'federation')).map((k) => k.publicKey)
  const made = await createMember(deps, site, { handle, role: 'member', name: handle })
  const { id } = granted(made, 'creating a member')
  granted(await trustAnchor(deps, id, { id: anchor, keys }), 'trusting the alliance')
  granted(await requestAdmission(deps, id, anchor), 'asking for admission')
  granted(await admitMember(operator.deps, anchor, id), 'admitting a member')
  const client = granted(await createClient(deps, id, { name: handle, scopes: SCOPES }), 'a client')
  return new Vendor(site.publicUrl, id, client.client.id, client.secret ?? '')
}

/** One member on each gateway, in good standing with an alliance on the first. */
async function formAlliance(configs: ReadonlyMap<string, ReturnType<typeof config>>) {
  const opened = new Map<string, OpenGateway>()
  const beside = { net: byHand(opened) }
  for (const [url, settings] of configs)
    opened.set(url, await openGateway(settings, createLogs('error'), beside))
  const [first, second] = [...opened.values()].map(({ gateway }) => gateway)
  if (!first || !second) throw new Error('there are two gateways')
  const wanted = { handle: 'alliance', role: 'anchor', name: 'Alliance' } as const
  const anchor = granted(await createMember(first.deps, first.site, wanted), 'an alliance')
  const vendors = [
    await joinAlliance(first, anchor.id, first, 'alpine'),
    await joinAlliance(first, anchor.id, second, 'basalt'),
  ] as const
  for (const gateway of opened.values()) await gateway.close()
  return vendors
}

/** Milliseconds from a note's way into one gateway until it is read from the other's feed, a read being held open there. */
async function measure(writer: Vendor, reader: Vendor, caseId: string): Promise<number[]> {
  const took: number[] = []
  await reader.skipFeed()
  for (let n = -WARM_UP; n < WRITES; n++) {
    const turn = performance.now()
    const text = `note ${n} ${'x'.repeat(200)}`
    const asked = reader.nextInFeed((entry) => entry.event?.type === 'note-added')
    const began = performance.now()
    await writer.post(`/api/cases/${caseId}/notes`, { text })
    const seen = await asked
    if (n >= 0) took.push(seen - began)
    const rest = TURN_MS - (performance.now() - turn)
    if (!quick && rest > 0) await new Promise((resolve) => setTimeout(resolve, rest))
  }
  return took
}

async function main(): Promise<void> {
  await using postgres = await startDurablePostgres()
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'))
  const configs = new Map<string, ReturnType<typeof config>>()
  for (const name of ['one', 'two']) {
    const url = `http://127.0.0.1:${await freePort()}`
    configs.set(url, config(url, join(folder, name), (await postgres.database(name)).url))
  }
  const [alpine, basalt] = await formAlliance(configs)
  const running = []
  for (const settings of configs.values())
    running.push(await startGateway(settings, createLogs('error')))

  const opened = await alpine.post('/api/cases', {
    problem: { summary: 'Replication stops after the nightly backup' },
    engagements: [{ partner: basalt.id, ask: 'investigate' }],
  })
  const invited = await basalt.nextEntry((entry) => entry.event?.type === 'engagement-requested')
  await basalt.post(`/api/cases/${opened.caseId}/engagements/${invited.event?.id}/accept`, {})
  await alpine.nextEntry((entry) => entry.event?.type === 'engagement-accepted')
  const took = await measure(alpine, basalt, opened.caseId)

  printMachine()
  printFigure('load: notes written one after the other', `${took.length}`)
  const ms = (share: number): string => `${quantile(took, share).toFixed(1)} ms`
  printFigure("write to the other's feed: median (wanted: under 50 ms)", ms(0.5))
  printFigure("write to the other's feed: 95th percentile", ms(0.95))
  printFigure(
    'ratio: 95th percentile to median',
    (quantile(took, 0.95) / quantile(took, 0.5)).toFixed(2),
  )
  for (const gateway of running) await gateway.stop()
  rmSync(folder, { recursive: true, force: true })
}

await main()

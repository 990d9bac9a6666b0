// Makes the alliance of the demonstration before anything is served: both gateways stand in this process and reach each other by
// hand, so that everything goes the way it would go over the network, requests for admission and all.
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { USUAL_SCOPES } from '../../core/access/scope.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { defaultAgreement } from '../../core/members/agreement.ts'
import { findPreset } from '../../core/severity/preset.ts'
import { admitMember } from '../../flows/members/admit-member.ts'
import { createMember } from '../../flows/members/create-member.ts'
import { requestAdmission } from '../../flows/members/request-admission.ts'
import { trustAnchor } from '../../flows/members/trust-anchor.ts'
import type { Net } from '../../flows/ports.ts'
import { migrate } from '../../storage/migrate.ts'
import { createClient } from '../../flows/settings/create-client.ts'
import { saveAgreement } from '../../flows/settings/save-agreement.ts'
import { readConfig } from '../config.ts'
import { createLogs } from '../logs.ts'
import { openDatabase, openGateway, type OpenGateway } from '../open-gateway.ts'
import { EXIT, granted, Trouble } from '../trouble.ts'
import { CAST, GATEWAYS, type GatewayName, OPERATOR, type Part } from './cast.ts'
import { type DemoFile, readDemo, writeDemo } from './demo-file.ts'
import { gatewaySettings } from './gateway-process.ts'

type Stage = Readonly<Record<GatewayName, OpenGateway>>

/** Left in the folder while it is incomplete, so that a killed first start is begun anew. */
const UNFINISHED = 'demo-unfinished'

/** Makes everything the demonstration needs, once; a folder that has it is left as it is. */
export async function provision(data: string): Promise<void> {
  if (readDemo(data) !== null) return
  const unfinished = join(data, UNFINISHED)
  for (const name of GATEWAYS) {
    const folder = join(data, name)
    if (existsSync(folder) && !existsSync(unfinished))
      throw new Trouble(
        EXIT.config,
        `${folder} is there, but demo.json is not; choose another folder with --data, or remove it`,
      )
    rmSync(folder, { recursive: true, force: true })
  }
  mkdirSync(data, { recursive: true, mode: 0o700 })
  writeFileSync(unfinished, '')
  const urls = await chooseUrls()
  const stage = await openStage(data, urls)
  try {
    writeDemo(data, await populate(stage, urls))
  } finally {
    for (const name of GATEWAYS) await stage[name].close()
  }
  rmSync(unfinished)
}

type Urls = Readonly<Record<GatewayName, string>>

async function openStage(data: string, urls: Urls): Promise<Stage> {
  const byOrigin = new Map<string, OpenGateway>()
  const net: Net = {
    request: async ({ method, url, headers, body }) => {
      const there = byOrigin.get(new URL(url).origin)
      if (there === undefined) throw new Error(`nobody plays ${url}`)
      const init = { method, headers: { ...headers }, ...(body ? { body } : {}) }
      const answer = await there.gateway.app.fetch(new Request(url, init))
      const bytes = new Uint8Array(await answer.arrayBuffer())
      return { status: answer.status, headers: answer.headers, body: bytes }
    },
  }
  await copyEmptyDatabase(data, urls)
  const open = async (name: GatewayName): Promise<OpenGateway> => {
    const config = readConfig(gatewaySettings(data, name, urls[name]))
    const opened = await openGateway(config, createLogs('error'), { net })
    byOrigin.set(urls[name], opened)
    return opened
  }
  return { harbor: await open('harbor'), fern: await open('fern') }
}

/** Making an embedded database takes seconds, copying an empty one does not. */
async function copyEmptyDatabase(data: string, urls: Urls): Promise<void> {
  const [first, ...others] = GATEWAYS
  const config = readConfig(gatewaySettings(data, first, urls[first]))
  const database = await openDatabase(config, createLogs('error'))
  await migrate(database).finally(() => database.close())
  for (const name of others) {
    const copy = join(data, name, 'pglite')
    mkdirSync(copy, { recursive: true, mode: 0o700 })
    cpSync(join(data, first, 'pglite'), copy, { recursive: true })
  }
}

async function populate(stage: Stage, urls: Urls): Promise<DemoFile> {
  const { deps, site } = stage[OPERATOR.gateway].gateway
  const anchor = granted(
    await createMember(deps, site, { ...OPERATOR, role: 'anchor' }),
    'the operator was not created',
  )
  const members: DemoFile['members'] = []
  for (const part of CAST) members.push(await addVendor(stage, anchor.id, part, urls[part.gateway]))
  for (const part of CAST) await agreeWithOthers(stage, part, members)
  return {
    operator: { id: anchor.id, name: OPERATOR.name, gateway: OPERATOR.gateway },
    gateways: GATEWAYS.map((id) => ({ id, url: urls[id] })),
    members,
    cases: [],
  }
}

async function addVendor(
  stage: Stage,
  anchor: MemberId,
  { handle, name, gateway, profile, preset }: Part,
  url: string,
): Promise<DemoFile['members'][number]> {
  const { deps, site } = stage[gateway].gateway
  const operator = stage[OPERATOR.gateway].gateway.deps
  const scheme = findPreset(preset)
  if (scheme instanceof Refusal) throw new Error(scheme.detail)
  const wanted = {
    handle,
    name,
    role: 'member' as const,
    profile: { ...profile, scheme: { id: preset, version: scheme.version } },
  }
  const { id } = granted(await createMember(deps, site, wanted), `${name} was not created`)
  const keys = await operator.members.keysOf(anchor, 'federation')
  const publicKeys = keys.map(({ publicKey }) => publicKey)
  granted(await trustAnchor(deps, id, { id: anchor, keys: publicKeys }), 'no trust')
  granted(await requestAdmission(deps, id, anchor), `${name} was not heard`)
  granted(await admitMember(operator, anchor, id), `${name} was not admitted`)
  const client = { name: `${name}: ticket system`, scopes: [...USUAL_SCOPES] }
  const made = granted(await createClient(deps, id, client), 'no client was created')
  return {
    id,
    name,
    gateway,
    apiUrl: `${url}/api`,
    clientId: made.client.id,
    clientSecret: made.secret ?? '',
  }
}

async function agreeWithOthers(
  stage: Stage,
  { handle, gateway }: Part,
  members: DemoFile['members'],
): Promise<void> {
  const { deps } = stage[gateway].gateway
  const self = members.find(({ id }) => id.endsWith(`/${handle}`))?.id as MemberId
  for (const { id } of members) {
    if (id === self) continue
    const agreement = { ...defaultAgreement(id as MemberId), perHour: 30 }
    granted(await saveAgreement(deps, self, agreement, 0), 'no agreement was saved')
  }
}

async function chooseUrls(): Promise<Urls> {
  const [harbor, fern] = await Promise.all([freePort(), freePort()])
  return { harbor: `http://127.0.0.1:${harbor}`, fern: `http://127.0.0.1:${fern}` }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no free port')),
      )
    })
  })

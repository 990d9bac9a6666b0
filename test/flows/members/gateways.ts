// Gateways as far as trust needs them: stores on a database each, keys, and the trust half of the exchange door, joined by a wire.
import { Hono } from 'hono'
import type { MemberId } from '../../../src/core/kernel/id.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import type { Entity } from '../../../src/flows/member-ports.ts'
import { createMember, type NewMember } from '../../../src/flows/members/create-member.ts'
import type { KeyDeps } from '../../../src/flows/members/key-ports.ts'
import type { Site } from '../../../src/flows/members/site.ts'
import { trustAnchor } from '../../../src/flows/members/trust-anchor.ts'
import { admitMember } from '../../../src/flows/members/admit-member.ts'
import type { Deps } from '../../../src/flows/ports.ts'
import { exchangeTrustRoutes } from '../../../src/http/exchange/trust-routes.ts'
import { importMasterKey } from '../../../src/signing/master-key.ts'
import { createSigner } from '../../../src/signing/signer.ts'
import { createStores } from '../../../src/storage/stores.ts'
import { type Fresh, freshDatabase } from '../../kit/database.ts'
import { Wire } from '../../kit/wire.ts'
import { seededDraw, type TestClock, testClock, testRandom } from '../../kit/world.ts'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR
const master = await importMasterKey(new Uint8Array(32).fill(7))

export type TrustDeps = KeyDeps &
  Pick<Deps, 'members' | 'work' | 'net' | 'signer' | 'clock' | 'random'>
export type TestGateway = {
  readonly origin: string
  readonly site: Site
  readonly deps: TrustDeps
  readonly app: Hono
  readonly fresh: Fresh
  readonly create: (wanted: Partial<NewMember> & { readonly handle: string }) => Promise<Entity>
}
export type World = AsyncDisposable & { readonly clock: TestClock; readonly wire: Wire }

/** One gateway, with an alliance and the member atlas that know nothing of each other. */
export async function oneGateway(): Promise<
  World & { readonly north: TestGateway; readonly alliance: MemberId; readonly atlas: MemberId }
> {
  const [clock, wire] = [testClock(), new Wire(() => seededDraw(1))]
  const north = await gateway('https://north.test', clock, wire, 1)
  const { id: alliance } = await north.create({ handle: 'alliance', role: 'anchor' })
  const { id: atlas } = await north.create({ handle: 'atlas' })
  const close = () => north.fresh[Symbol.asyncDispose]()
  return { clock, wire, north, alliance, atlas, [Symbol.asyncDispose]: close }
}

/** Two gateways, `north` and `south`, that know nothing of each other yet. */
export async function twoGateways(): Promise<
  World & { readonly north: TestGateway; readonly south: TestGateway }
> {
  const [clock, wire] = [testClock(), new Wire(() => seededDraw(1))]
  const [north, south] = await Promise.all([
    gateway('https://north.test', clock, wire, 1),
    gateway('https://south.test', clock, wire, 2),
  ])
  const close = async (): Promise<void> => {
    await Promise.all([north, south].map(({ fresh }) => fresh[Symbol.asyncDispose]()))
  }
  return { clock, wire, north, south, [Symbol.asyncDispose]: close }
}

/** A member that no gateway here hosts. */
export const ELSEWHERE = 'https://elsewhere.test' as MemberId

/** The alliance and atlas on north, borealis on south; both are admitted and trust the alliance. */
export async function twoMembers() {
  const world = await twoGateways()
  const { north, south } = world
  const alliance = await north.create({ handle: 'alliance', role: 'anchor' })
  const atlas = await north.create({ handle: 'atlas', authorityHints: [alliance.id] })
  const borealis = await south.create({ handle: 'borealis', authorityHints: [alliance.id] })
  await trusts(north, atlas.id, north, alliance.id)
  await trusts(south, borealis.id, north, alliance.id)
  for (const { id } of [atlas, borealis]) sure(await admitMember(north.deps, alliance.id, id))
  return {
    ...world,
    alliance: alliance.id,
    atlas: atlas.id,
    borealis: borealis.id,
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

/** A member trusts an alliance by the keys its operator handed over. */
export async function trusts(
  at: TestGateway,
  member: MemberId,
  host: TestGateway,
  anchor: MemberId,
): Promise<void> {
  const keys = await host.deps.members.keysOf(anchor, 'federation')
  const given = { id: anchor, keys: keys.map(({ publicKey }) => publicKey) }
  sure(await trustAnchor(at.deps, member, given))
}

async function gateway(
  origin: string,
  clock: TestClock,
  wire: Wire,
  seed: number,
): Promise<TestGateway> {
  const fresh = await freshDatabase()
  const stores = createStores(fresh.database)
  const random = testRandom(seed)
  const signer = createSigner({ members: stores.members, masters: [master], clock, random })
  const site = { publicUrl: origin }
  const { members, work } = stores
  const net = wire.netOf(origin)
  const deps: TrustDeps = { members, work, clock, random, net, signer, keys: signer }
  const app = exchangeTrustRoutes(deps, site)
  wire.attach(origin, app)
  const create: TestGateway['create'] = async (wanted) =>
    sure(await createMember(deps, site, { role: 'member', name: wanted.handle, ...wanted }))
  return { origin, site, deps, app, fresh, create }
}

/** Unwraps what a test knows to be no refusal. */
export function sure<T>(value: T | Refusal): T {
  if (value instanceof Refusal) throw new Error(`${value.code}: ${value.detail}`)
  return value
}

/** The word of a refusal; anything else is told as it is. */
export const wordOf = (value: unknown): unknown => (value instanceof Refusal ? value.code : value)

/** The verdicts of the leaves that changes of settings left, in order. */
export async function settingsOf({ fresh }: TestGateway, member: MemberId): Promise<string[]> {
  const rows = await fresh.database.query<{ verdict: string }>(
    `select verdict from audit_leaf where member_id = $1 and kind = 'setting' order by entry`,
    [member],
  )
  return rows.map(({ verdict }) => verdict)
}

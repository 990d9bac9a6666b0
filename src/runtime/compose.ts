// Puts a gateway together from its parts: stores, signer, doors, jobs. Knows no runtime: Node, a Worker and a test each bring the
// database, the network, the clock and the keys.
import type { Hono } from 'hono'
import { createApp } from '../http/app.ts'
import type { AppOptions } from '../http/context.ts'
import type { Mailer, Sealer } from '../flows/alert-ports.ts'
import type { TokenSigner } from '../flows/access/token-ports.ts'
import type { KeyMaker } from '../flows/members/key-ports.ts'
import type { Site } from '../flows/members/site.ts'
import type { Clock, Deps, HighWater, Net, Nudge, Pause, Random } from '../flows/ports.ts'
import { allJobs } from '../jobs/all-jobs.ts'
import type { JobName } from '../jobs/all-jobs.ts'
import type { Job } from '../jobs/loop.ts'
import type { MasterKey } from '../signing/master-key.ts'
import { createSealer } from '../signing/secrets.ts'
import { createSigner } from '../signing/signer.ts'
import type { Database } from '../storage/database.ts'
import type { Schema } from '../storage/schema.ts'
import { createStores, type Stores } from '../storage/stores.ts'

export type Parts = {
  readonly database: Database<Schema>
  readonly net: Net
  /** The newest first: it seals; all of them open. */
  readonly masters: readonly [MasterKey, ...MasterKey[]]
  readonly clock: Clock
  readonly random: Random
  readonly pause: Pause
  readonly highWater: HighWater
  readonly site: Site
  /** Absent where this runtime cannot speak SMTP. */
  readonly mailer?: Mailer
  readonly nudge?: Nudge
  /** What the doors are given beside: telemetry, limits, news. */
  readonly app?: AppOptions
}

export type GatewayDeps = Deps &
  Pick<Stores, 'alerts'> & {
    readonly keys: KeyMaker
    readonly tokens: TokenSigner
    readonly sealer: Sealer
    readonly mailer: Mailer
    readonly site: Site
  }

export type Gateway = {
  readonly deps: GatewayDeps
  readonly site: Site
  readonly app: Hono
  readonly jobs: Readonly<Record<JobName, Job>>
}

const NO_MAILER: Mailer = {
  send: async () => ({ error: 'this gateway runs where no mail can be sent', again: false }),
}

export function composeGateway(parts: Parts): Gateway {
  const { clock, random, net, pause, highWater, site, masters, database } = parts
  const stores = createStores(database)
  const signer = createSigner({ members: stores.members, masters, clock, random })
  const deps: GatewayDeps = {
    ...stores,
    clock,
    random,
    net,
    pause,
    highWater,
    signer,
    keys: signer,
    tokens: signer,
    sealer: createSealer(masters, random.bytes),
    mailer: parts.mailer ?? NO_MAILER,
    site,
    nudge: parts.nudge ?? (() => undefined),
  }
  return { deps, site, app: createApp(deps, site, parts.app), jobs: allJobs(deps) }
}

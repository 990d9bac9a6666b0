// What telling our people needs of the world.
import type { AlertStore, Mailer, Sealer } from '../alert-ports.ts'
import type { Site } from '../members/site.ts'
import type { Deps } from '../ports.ts'

export type AlertDeps = Pick<
  Deps,
  'clock' | 'random' | 'cases' | 'work' | 'log' | 'members' | 'net' | 'mayLookUp'
> & {
  readonly alerts: AlertStore
  readonly sealer: Sealer
  readonly mailer: Mailer
  readonly site: Site
}

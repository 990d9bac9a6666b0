// Every job of a gateway, how much one pass does and how long it rests. A Worker runs the same passes on a schedule, a test until
// nothing is left.
import type { AlertDeps } from '../flows/alerts/alert-deps.ts'
import type { KeyMaker } from '../flows/members/key-ports.ts'
import type { Deps } from '../flows/ports.ts'
import { activateKeys } from './activate-keys.ts'
import { compareTips } from './compare-tips.ts'
import { deliverOutbox } from './deliver-outbox.ts'
import type { Job } from './loop.ts'
import { pollPartners } from './poll-partners.ts'
import { repairGaps } from './repair-gaps.ts'
import { refreshPartners } from './refresh-partners.ts'
import { runClocks } from './run-clocks.ts'
import { sendAlerts } from './send-alerts.ts'
import { sequenceLog } from './sequence-log.ts'
import { sweepExpired } from './sweep-expired.ts'
import { writeFollowUps } from './write-follow-ups.ts'

export type JobName =
  | 'deliver'
  | 'poll'
  | 'repair'
  | 'follow-up'
  | 'clocks'
  | 'sequence'
  | 'compare'
  | 'refresh'
  | 'sweep'
  | 'keys'
  | 'alerts'

type JobDeps = Deps & AlertDeps & { readonly keys: KeyMaker }

export function allJobs(deps: JobDeps): Record<JobName, Job> {
  const job = (
    name: JobName,
    restMs: number,
    limit: number,
    pass: (deps: Deps, given: { limit: number; signal: AbortSignal }) => Promise<number>,
  ): Job => ({ name, restMs, run: (signal) => pass(deps, { limit, signal }) })
  return {
    sequence: job('sequence', 500, 100, sequenceLog),
    deliver: job('deliver', 1_000, 200, deliverOutbox),
    poll: job('poll', 1_000, 50, (d, given) => pollPartners(d, { ...given, hold: true })),
    repair: job('repair', 1_000, 50, repairGaps),
    'follow-up': job('follow-up', 1_000, 100, writeFollowUps),
    clocks: job('clocks', 1_000, 100, runClocks),
    compare: job('compare', 15_000, 20, (d, given) => compareTips(d, given)),
    refresh: job('refresh', 60_000, 50, refreshPartners),
    sweep: job('sweep', 60_000, 1_000, sweepExpired),
    alerts: {
      name: 'alerts',
      restMs: 2_000,
      run: (signal) => sendAlerts(deps, { limit: 100, signal }),
    },
    keys: { name: 'keys', restMs: 60_000, run: (signal) => activateKeys(deps, { signal }) },
  }
}

// Somebody of ours takes an alert: nobody else is told, and the pagers that were told hear of it. In: the alert and who takes it. Out: the alert
// as it then stands; acknowledging again, or after it is over, changes nothing.
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { Alert } from '../alert-ports.ts'
import { besideSetting, type SettingOptions } from '../settings/setting.ts'
import type { AlertDeps } from './alert-deps.ts'

/** Refuses `not-found`. */
export async function acknowledgeAlert(
  deps: Pick<AlertDeps, 'alerts' | 'clock'>,
  member: MemberId,
  id: string,
  by: string,
  options: SettingOptions<Alert> = {},
): Promise<Alert | Refusal> {
  const known = await deps.alerts.find(member, id)
  if (known === null) return new Refusal('not-found')
  const at = deps.clock.now()
  const after = { ...known, word: 'acknowledged', acknowledgedBy: by, acknowledgedAt: at } as const
  const setting = { word: 'alert-acknowledged', value: { id, by } } as const
  const beside = await besideSetting(deps, setting, after, options)
  return (await deps.alerts.acknowledge(member, id, by, beside)) ?? new Refusal('not-found')
}

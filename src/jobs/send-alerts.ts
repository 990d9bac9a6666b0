// Tells our own people: looks for causes in what is new, then works on alerts that are due, several side by side so that one slow channel holds
// up no other alert. One bounded pass.
import type { AlertDeps } from '../flows/alerts/alert-deps.ts'
import { raiseCutOff, raiseFromLog, raiseLate } from '../flows/alerts/raise-alerts.ts'
import { tellAlert } from '../flows/alerts/tell-alert.ts'
import type { Pass } from './pass.ts'

const AT_ONCE = 8

export async function sendAlerts(deps: AlertDeps, { limit, signal }: Pass): Promise<number> {
  let done = 0
  while (done < limit && !signal?.aborted) {
    const looked = await raiseFromLog(deps)
    if (looked === null) break
    done += 1
  }
  await raiseLate(deps, limit)
  await raiseCutOff(deps, limit)
  let told = 0
  const work = async (): Promise<void> => {
    while (told < limit && !signal?.aborted) {
      told++
      if (await tellAlert(deps)) continue
      told--
      return
    }
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, limit) }, work))
  return done + told
}

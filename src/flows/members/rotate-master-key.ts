// Every sealed private key, and every sealed secret of a channel, is sealed again under the newest master key. Until it has ended, both master
// keys are needed; run again after an interruption, it goes on where it stopped. Out: how many were sealed anew.
import type { AlertStore, Sealer } from '../alert-ports.ts'
import type { KeyDeps } from './key-ports.ts'

export async function rotateMasterKey({
  members,
  keys,
  alerts,
  sealer,
}: Pick<KeyDeps, 'members' | 'keys'> & {
  readonly alerts: Pick<AlertStore, 'resealSecrets'>
  readonly sealer: Sealer
}): Promise<number> {
  const resealed = await members.resealKeys((key) => keys.resealKey(key))
  const secrets = await alerts.resealSecrets(({ member, name, sealed }) =>
    sealer.resealSecret(member, name, sealed),
  )
  return resealed + secrets
}

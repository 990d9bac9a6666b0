// Every sealed private key is sealed again under the newest master key. Until it has ended, both master keys are needed; run
// again after an interruption, it goes on where it stopped. Out: how many keys were sealed anew.
import type { KeyDeps } from './key-ports.ts'

export const rotateMasterKey = ({
  members,
  keys,
}: Pick<KeyDeps, 'members' | 'keys'>): Promise<number> =>
  members.resealKeys((key) => keys.resealKey(key))

// What flows ask of `signing` about private keys beside signing: making them, and sealing them again under the next master key.
import type { PublicKey } from '../../core/cases/case.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import type { EntityKey } from '../member-ports.ts'
import type { Deps } from '../ports.ts'

export type KeyAlgorithm = 'ES256' | 'Ed25519'

export interface KeyMaker {
  /** A new key pair: the public part, and the private part sealed for its owner. */
  makeKey(
    owner: MemberId,
    alg: KeyAlgorithm,
  ): Promise<{ readonly publicKey: PublicKey; readonly sealed: string }>
  /** The private part sealed again under the newest master key. @throws when no master key here opens it */
  resealKey(key: EntityKey): Promise<string>
  /** Told after keys of an entity were saved, so that this process signs with them at once. */
  keysChanged(owner: MemberId): void
}

export type KeyDeps = Pick<Deps, 'clock' | 'random' | 'members'> & { readonly keys: KeyMaker }

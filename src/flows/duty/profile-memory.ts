// Support profiles that this process has parsed, by the hash of their text: each once, so that what core remembers about a profile is
// found again. Bounded by the bytes of the texts; what was asked for last stays longest. Nothing here is truth.
import type { SupportProfile } from '../../core/support/support-profile.ts'

const MAX_BYTES = 16 * 1024 * 1024

type Kept = { readonly profile: SupportProfile; readonly bytes: number }

export class ProfileMemory {
  readonly #kept = new Map<string, Kept>()
  readonly #most: number
  #bytes = 0

  constructor(most = MAX_BYTES) {
    this.#most = most
  }

  recall(digest: string): SupportProfile | undefined {
    const kept = this.#kept.get(digest)
    if (kept === undefined) return undefined
    this.#kept.delete(digest)
    this.#kept.set(digest, kept)
    return kept.profile
  }

  /** The one kept: what was there before, if another was faster. */
  keep(digest: string, profile: SupportProfile, bytes: number): SupportProfile {
    const before = this.recall(digest)
    if (before !== undefined) return before
    this.#kept.set(digest, { profile, bytes })
    this.#bytes += bytes
    for (const [oldest, { bytes: freed }] of this.#kept) {
      if (this.#bytes <= this.#most || oldest === digest) break
      this.#kept.delete(oldest)
      this.#bytes -= freed
    }
    return profile
  }
}

/** Named by content, so that nobody's profile can pass for another's. */
export const profileMemory = new ProfileMemory()

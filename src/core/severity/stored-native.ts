// What a side said, kept as it said it. A value goes home restored from store, not computed (P5), and a value that comes back as we
// sent it is an echo, not an assertion (P7): otherwise every hop over a coarse scheme would climb a step.
import { foldText } from './label.ts'
import type { Projection } from './mapping.ts'
import type { SharedLevel } from './scale.ts'
import type { SchemeRef } from './scheme.ts'

export type StoredNative = {
  readonly scheme: SchemeRef
  readonly native: string
  readonly level: SharedLevel
}

/**
 * The stored native text, verbatim, when it was said in exactly this version of this scheme and stood for this level; null
 * otherwise: then `toNative` computes one.
 */
export function restoreNative(
  stored: StoredNative,
  wanted: { readonly scheme: SchemeRef; readonly level: SharedLevel },
): string | null {
  const { id, version, digest } = wanted.scheme
  const same =
    stored.scheme.id === id && stored.scheme.version === version && stored.scheme.digest === digest
  return same && stored.level === wanted.level ? stored.native : null
}

/** Whether a received value only repeats what was last projected to that side: no change, no event. */
export function isEcho(
  sent: Pick<Projection, 'scheme' | 'code'>,
  received: { readonly schemeId: string; readonly native: string },
): boolean {
  return sent.scheme.id === received.schemeId && foldText(sent.code) === foldText(received.native)
}

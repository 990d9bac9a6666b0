// What a value means that came from a partner's system (P7, P11): our own value coming back is an echo and says nothing; another one
// is the partner's word on its own side, and for our side a proposal. In: what we last sent, what came. Out: what it asks of us.
// Nothing here writes anybody's value.
import { parseCarried } from './carried-note.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Mapping } from './mapping-document.ts'
import { type Projection, type Reading, toShared } from './mapping.ts'
import { isGraver, type SharedLevel } from './scale.ts'
import { isEcho } from './stored-native.ts'

export type NativeArrived = {
  /** The partner's scheme. */
  readonly mapping: Mapping
  /** What was last projected to the partner; null when nothing was sent yet. */
  readonly sent: Pick<Projection, 'scheme' | 'code'> | null
  readonly native: string | null
  /** The free text beside it, which may carry a finer level. */
  readonly note?: string | null
  /** Our side's claim. */
  readonly own: SharedLevel
  readonly at?: Instant
}

/**
 * `echo`: no change, no event. `same`: another value that stands for our level. `lowering`: a proposal, ours stays until we agree.
 * `raise`: counts at once for attention. `unclear`: nothing or unknown words came; a person is asked, nothing moves.
 */
export type NativeMeaning =
  | { readonly kind: 'echo' }
  | {
      readonly kind: 'same' | 'lowering' | 'raise' | 'unclear'
      readonly reading: Reading
    }

export function meaningOf({ mapping, sent, native, note, own, at }: NativeArrived): NativeMeaning {
  if (sent && native !== null && isEcho(sent, { schemeId: mapping.scheme.id, native }))
    return { kind: 'echo' }
  const carried = parseCarried(note ?? '')?.shared
  const reading = toShared(mapping, native, { at, carried })
  if (reading.result !== 'exact') return { kind: 'unclear', reading }
  if (reading.level === own) return { kind: 'same', reading }
  return { kind: isGraver(reading.level, own) ? 'raise' : 'lowering', reading }
}

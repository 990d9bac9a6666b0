// One vendor's severity in another vendor's words (D30): from a code of a scheme, or from a shared level. Schemes are looked up
// among the member's own first, then among the presets; nothing is guessed.
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { type Projection, type Reading, toNative, toShared } from '../../core/severity/mapping.ts'
import { cellToWrite } from '../../core/severity/matrix.ts'
import type { SharedLevel } from '../../core/severity/scale.ts'
import type { Cell } from '../../core/severity/scheme.ts'
import { mappingOf } from '../cases/resolve-severity.ts'
import type { Deps } from '../ports.ts'

export type TranslateInput = {
  readonly from?: string | undefined
  readonly code?: string | undefined
  readonly level?: SharedLevel | undefined
  readonly to: string
  /** Codes of the target that cannot be used. */
  readonly excluded: readonly string[]
}

export type Translated = {
  readonly from: Reading | null
  /** With the inputs to write where the target computes its levels from a matrix (P15). */
  readonly to: Projection & { readonly cell: Cell | null }
}

/** Refuses `scheme-unknown`, `severity-code-unknown`, `severity-none-open`. */
export async function translateSeverity(
  deps: Deps,
  member: MemberId,
  { from, code, level, to, excluded }: TranslateInput,
): Promise<Translated | Refusal> {
  const reading = level === undefined ? await readingOf(deps, member, from, code) : null
  if (reading instanceof Refusal) return reading
  const target = await mappingOf(deps, member, to)
  if (target instanceof Refusal) return new Refusal(target.code, target.detail, 'to')
  const shared = reading?.level ?? level ?? 3
  const projection = toNative(target, shared, { excluded })
  if (projection instanceof Refusal) return projection
  const cell = cellToWrite(target.scheme, projection.code)
  return { from: reading, to: { ...projection, cell } }
}

async function readingOf(
  deps: Deps,
  member: MemberId,
  from: string | undefined,
  code: string | undefined,
): Promise<Reading | Refusal> {
  const source = await mappingOf(deps, member, from)
  if (source instanceof Refusal) return new Refusal(source.code, source.detail, 'from')
  return toShared(source, code, { at: deps.clock.now() })
}

// From what somebody said in their own scheme to a claim on the shared scale (D29, D30): the native code stays verbatim, the
// mapping that was used is named by its hash, an unknown code is flagged and never guessed.
import type { Json, SeverityClaim } from '../../core/cases/command.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { openMapping } from '../../core/severity/mapping-document.ts'
import type { Mapping } from '../../core/severity/mapping-document.ts'
import { toShared } from '../../core/severity/mapping.ts'
import { codeOfCell } from '../../core/severity/matrix.ts'
import { openPreset } from '../../core/severity/preset.ts'
import type { SharedLevel } from '../../core/severity/scale.ts'
import type { Cell } from '../../core/severity/scheme.ts'
import type { Deps } from '../ports.ts'

export type SeverityInput = {
  /** Scheme of the code; the member's own where absent. */
  readonly scheme?: string
  readonly code?: string
  /** Matrix schemes: the values of the two inputs, instead of a code. */
  readonly cell?: Cell
  /** Shared level, where no native code is given. */
  readonly level?: SharedLevel
  readonly reason: SeverityClaim['reason']
  readonly note?: string
  /** The gravest level needs both (lessons P10). */
  readonly impact?: string
  readonly contact?: Json
}

export async function resolveSeverity(
  deps: Deps,
  member: MemberId,
  input: SeverityInput,
): Promise<SeverityClaim | Refusal> {
  const { reason, note, impact, contact } = input
  const said = {
    reason,
    ...(note === undefined ? {} : { note }),
    ...(impact === undefined ? {} : { impact }),
    ...(contact === undefined ? {} : { contact }),
  }
  if (input.code === undefined && input.cell === undefined) {
    if (input.level === undefined)
      return new Refusal(
        'invalid-field',
        'give a code of your scheme or a shared level',
        'severity.code',
      )
    return { level: input.level, native: null, mapping: null, rounded: 'exact', ...said }
  }
  const mapping = await mappingOf(deps, member, input.scheme)
  if (mapping instanceof Refusal) return mapping
  const code = input.code ?? (input.cell && codeOfCell(mapping.scheme, input.cell)) ?? null
  if (code === null)
    return new Refusal(
      'severity-code-unknown',
      `${mapping.scheme.id} gives no level for ${input.cell?.join(', ') ?? ''}`,
      'severity.cell',
    )
  const reading = toShared(mapping, code, { at: deps.clock.now() })
  if (reading.result === 'unmapped')
    return new Refusal(
      'severity-code-unknown',
      `${mapping.scheme.id} has no such code`,
      'severity.code',
    )
  return {
    level: reading.level,
    native: { scheme: mapping.ref.id, version: mapping.ref.version, code },
    mapping: mapping.ref.digest,
    rounded: reading.result,
    ...said,
  }
}

/** A member's scheme by id, else its own default; its stored ones first, then the shipped presets. */
export async function mappingOf(
  deps: Deps,
  member: MemberId,
  scheme: string | undefined,
): Promise<Mapping | Refusal> {
  const own = (await deps.members.findEntity(member))?.profile.scheme ?? null
  const id = scheme ?? own?.id
  if (id === undefined)
    return new Refusal(
      'scheme-unknown',
      'no scheme is set in your profile; name one',
      'severity.scheme',
    )
  const version = id === own?.id ? own.version : undefined
  const stored = await deps.members.findScheme(member, id, version)
  const mapping = await (stored ? openMapping(stored.document) : openPreset(id))
  return mapping instanceof Refusal
    ? new Refusal(mapping.code, mapping.detail, 'severity.scheme')
    : mapping
}

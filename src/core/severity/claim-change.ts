// What a claim of severity has to bring along (P11). In: the side's claim before, the level it claims now and what it says. Out: what
// is missing. The gravest level needs a sentence on the business impact and a contact who can be reached; a milder one needs one
// of four reasons. Following another side's claim needs neither: it was argued there.
import { isGraver, type SharedLevel } from './scale.ts'

/** Why a level may be lowered. */
export const LOWERING_REASONS = ['workaround', 'restored', 'misclassified', 'contact-lost'] as const

export type ClaimChange = {
  /** Null for a side's first claim. */
  readonly before: SharedLevel | null
  readonly level: SharedLevel
  readonly reason: string
  readonly impact: string | null
  readonly contact: string | null
}

export type MissingPart = 'impact' | 'contact' | 'reason'

const isBlank = (text: string | null): boolean => (text ?? '').trim() === ''

/** What is missing, in the order in which a form asks for it. */
export function missingIn({ before, level, reason, impact, contact }: ClaimChange): MissingPart[] {
  if (reason === 'agreed') return []
  if (level === 1)
    return [
      ...(isBlank(impact) ? (['impact'] as const) : []),
      ...(isBlank(contact) ? (['contact'] as const) : []),
    ]
  const isLowered = before !== null && isGraver(before, level)
  return isLowered && !(LOWERING_REASONS as readonly string[]).includes(reason) ? ['reason'] : []
}

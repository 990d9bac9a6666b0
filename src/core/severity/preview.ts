// What becomes of every level between two schemes, both ways, before anybody relies on it (D30). In: our mapping, theirs, the
// circumstances that levels are sent under. Out: a line for each level, and a warning that names every rounding, every two levels
// that become one, every duty and every level 1 that is worked on in business hours only.
import { Refusal } from '../kernel/refusal.ts'
import type { LevelDuty } from './level-duties.ts'
import type { Mapping } from './mapping-document.ts'
import { type Circumstances, projectFor, type SentLevel } from './project-for.ts'
import type { SharedLevel } from './scale.ts'
import type { SchemeLevel } from './scheme.ts'

export type PreviewLine = {
  readonly from: { readonly code: string; readonly name: string; readonly shared: SharedLevel }
  readonly to: SentLevel
  /** Other levels of the first scheme that become the same one: the way back tells them apart by what was stored only. */
  readonly together: readonly string[]
}

export type PreviewWarning = {
  readonly word:
    | 'rounded-up'
    | 'rounded-down'
    | 'other-level'
    | 'merged'
    | 'business-hours'
    | 'plan-unknown'
    | LevelDuty
  readonly direction: 'out' | 'in'
  /** Our code on the way out, theirs on the way in. */
  readonly code: string
  readonly to: string
}

export type Preview = {
  /** Our levels in their words, the gravest first. */
  readonly out: readonly PreviewLine[]
  /** Their levels in our words, the gravest first. */
  readonly in: readonly PreviewLine[]
  readonly warnings: readonly PreviewWarning[]
}

/** What the other side is assumed to do on its way to us: it takes on what our levels ask. */
const WILLING: Circumstances = { plan: null, contact: 'given', phone: 'promised' }

/** Refuses what `projectFor` refuses, for the first level that cannot be sent at all. */
export function previewMappings(
  ours: Mapping,
  theirs: Mapping,
  circumstances: Circumstances = WILLING,
): Preview | Refusal {
  const out = linesOf(ours, theirs, circumstances)
  if (out instanceof Refusal) return out
  const back = linesOf(theirs, ours, WILLING)
  if (back instanceof Refusal) return back
  const warnings = [
    ...out.flatMap((line) => warningsOf(line, 'out')),
    ...back.flatMap((line) => warningsOf(line, 'in')),
  ]
  return { out, in: back, warnings }
}

function linesOf(
  from: Mapping,
  to: Mapping,
  circumstances: Circumstances,
): PreviewLine[] | Refusal {
  const sent: { level: SchemeLevel; to: SentLevel }[] = []
  for (const level of from.scheme.levels) {
    const projected = projectFor(to, level.shared, circumstances)
    if (projected instanceof Refusal) return projected
    sent.push({ level, to: projected })
  }
  return sent.map(({ level: { code, name, shared }, to: projected }) => ({
    from: { code, name, shared },
    to: projected,
    together: sent
      .filter((other) => other.level.code !== code && other.to.code === projected.code)
      .map((other) => other.level.code),
  }))
}

function warningsOf(
  { from, to, together }: PreviewLine,
  direction: PreviewWarning['direction'],
): PreviewWarning[] {
  const words: PreviewWarning['word'][] = [
    ...(to.result === 'exact' ? [] : [`rounded-${to.result}` as const]),
    ...(to.result === 'exact' && to.reason !== null ? (['other-level'] as const) : []),
    ...(together.length > 0 ? (['merged'] as const) : []),
    ...to.levelDuties,
    ...to.warnings,
  ]
  return words.map((word) => ({ word, direction, code: from.code, to: to.code }))
}

// Rounding rule P6: which level of a scheme stands for a shared level. Exact if there is one; of several the mildest without a
// plan condition at shared 1, the gravest elsewhere; otherwise the next graver; milder only when everything graver is excluded.
import type { SharedLevel } from './scale.ts'
import type { Scheme, SchemeLevel } from './scheme.ts'

export type Rounding = 'exact' | 'up' | 'down'
export type Rounded = { readonly level: SchemeLevel; readonly result: Rounding }

const unconditioned = (level: SchemeLevel): boolean => level.planCondition === undefined

/** The mildest, if possible one that every plan has. */
const mildestOf = (levels: readonly SchemeLevel[]): SchemeLevel | undefined =>
  levels.findLast(unconditioned) ?? levels.at(-1)

/**
 * The level that stands for `shared`. `excluded` holds codes that cannot be used (an entitlement lacks them, or they carry a duty
 * that nobody accepted). Null only when every level is excluded.
 */
export function roundTo(
  scheme: Pick<Scheme, 'levels'>,
  shared: SharedLevel,
  excluded: ReadonlySet<string> = new Set(),
): Rounded | null {
  const open = scheme.levels.filter((level) => !excluded.has(level.code))
  const exact = open.filter((level) => level.shared === shared)
  const same = shared === 1 ? mildestOf(exact) : exact[0]
  if (same) return { level: same, result: 'exact' }

  const graver = open.filter((level) => level.shared < shared)
  const nearest = graver.at(-1)?.shared
  const up = mildestOf(graver.filter((level) => level.shared === nearest))
  if (up) return { level: up, result: 'up' }

  const milder = open.find((level) => level.shared > shared)
  return milder ? { level: milder, result: 'down' } : null
}

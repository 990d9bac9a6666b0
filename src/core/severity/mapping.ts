// Between a vendor's own words and the shared scale (D29, D30). In: a mapping and what one side said. Out: a reading (native →
// shared) or a projection (shared → native), each naming the scheme, its version and the hash of its text. Nothing is guessed:
// not from display names, not from targets (P14), not from text that a scheme does not list (P1).
import type { Instant } from '../kernel/instant.ts'
import { Refusal } from '../kernel/refusal.ts'
import { foldText, type Label, wasInUse } from './label.ts'
import type { Mapping } from './mapping-document.ts'
import { roundTo, type Rounded, type Rounding } from './rounding.ts'
import { DEFAULT_LEVEL, LEVELS, type SharedLevel } from './scale.ts'
import type { SchemeLevel, SchemeRef } from './scheme.ts'

/**
 * `alias`: matched by another label than the code. `alias-out-of-period`: a label of this scheme, but of another time. `coarse`: the
 * level also stands for a shared level that the scheme lacks. `carried`: the finer level sent beside it was taken.
 * `carried-contradicts`: it was not, because it does not fit the native value.
 */
export type ReadingFlag =
  'alias' | 'alias-out-of-period' | 'coarse' | 'carried' | 'carried-contradicts'

export type Reading = {
  readonly scheme: SchemeRef
  /** Exactly as received; null when nothing was. */
  readonly native: string | null
  readonly level: SharedLevel
  /** The code as the scheme spells it; null unless `result` is `exact`. */
  readonly code: string | null
  readonly result: 'exact' | 'unmapped' | 'defaulted'
  readonly flags: readonly ReadingFlag[]
}

export type Projection = {
  readonly scheme: SchemeRef
  readonly code: string
  readonly name: string
  readonly rank: number
  /** The shared level that was asked for, and the one that the native level stands for. */
  readonly asked: SharedLevel
  readonly level: SharedLevel
  readonly result: Rounding
}

export type Said = {
  /** When it was said: aliases hold for a period. Left out, every alias counts. */
  readonly at?: Instant | undefined
  /** The shared level that travelled beside a coarse value (P7). */
  readonly carried?: SharedLevel | undefined
}

/** Native text → shared level. Total: unknown text is `unmapped`, silence is `defaulted`, and both read as normal. */
export function toShared(
  mapping: Mapping,
  native: string | null | undefined,
  { at, carried }: Said = {},
): Reading {
  const reading = { scheme: mapping.ref, native: native ?? null, level: DEFAULT_LEVEL, code: null }
  const folded = foldText(native ?? '')
  const labels = mapping.labels.get(folded) ?? []
  const label = labels.find((candidate) => wasInUse(candidate, at))
  if (folded === '' || label?.kind === 'unset')
    return { ...reading, result: 'defaulted', flags: [] }
  if (!label) {
    const flags: ReadingFlag[] = labels.length > 0 ? ['alias-out-of-period'] : []
    return { ...reading, result: 'unmapped', flags }
  }
  return {
    ...reading,
    ...readLevel(mapping, label, carried),
    code: label.level.code,
    result: 'exact',
  }
}

/** A carried level wins over a coarse one, but only if the native value is what it would have become. */
function readLevel(
  { scheme }: Mapping,
  { kind, level }: Exclude<Label, { kind: 'unset' }>,
  carried: SharedLevel | undefined,
): Pick<Reading, 'level' | 'flags'> {
  const standsIn = (shared: SharedLevel): boolean => roundTo(scheme, shared)?.level === level
  const flags: ReadingFlag[] = kind === 'alias' ? ['alias'] : []
  if (LEVELS.some((shared) => shared !== level.shared && standsIn(shared))) flags.push('coarse')
  if (carried === undefined || carried === level.shared) return { level: level.shared, flags }
  return standsIn(carried)
    ? { level: carried, flags: [...flags, 'carried'] }
    : { level: level.shared, flags: [...flags, 'carried-contradicts'] }
}

const projection = (
  { ref }: Mapping,
  asked: SharedLevel,
  { level, result }: { level: SchemeLevel; result: Rounding },
): Projection => ({
  scheme: ref,
  code: level.code,
  name: level.name,
  rank: level.rank,
  asked,
  level: level.shared,
  result,
})

/**
 * Shared level → native level by rule P6. `excluded` lists codes that cannot be used here; only then can the result be `down`, which
 * is an alarm. Refuses `severity-code-unknown` for a code that the scheme lacks and `severity-none-open` when no level is left.
 */
export function toNative(mapping: Mapping, level: SharedLevel): Projection
export function toNative(
  mapping: Mapping,
  level: SharedLevel,
  limits: { readonly excluded: readonly string[] },
): Projection | Refusal
export function toNative(
  mapping: Mapping,
  level: SharedLevel,
  { excluded }: { readonly excluded: readonly string[] } = { excluded: [] },
): Projection | Refusal {
  const codes = new Set(mapping.scheme.levels.map(({ code }) => code))
  const stranger = excluded.findIndex((code) => !codes.has(code))
  if (stranger >= 0) {
    const detail = `${mapping.scheme.id} has no level "${excluded[stranger] ?? ''}".`
    return new Refusal('severity-code-unknown', detail, `excluded.${stranger}`)
  }
  const rounded: Rounded | null = roundTo(mapping.scheme, level, new Set(excluded))
  return rounded ? projection(mapping, level, rounded) : new Refusal('severity-none-open')
}

export type Translation = { readonly from: Reading; readonly to: Projection }

/** One vendor's native text in another vendor's words. Both halves are kept: show them side by side, with the result. */
export function translate(
  from: Mapping,
  native: string | null | undefined,
  to: Mapping,
  said: Said = {},
): Translation {
  const reading = toShared(from, native, said)
  return { from: reading, to: toNative(to, reading.level) }
}

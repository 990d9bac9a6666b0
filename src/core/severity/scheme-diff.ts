// What changed from one version of a scheme to another (P13). In: two schemes. Out: the levels that came, went or changed, each field with both
// values, and the fields of the document. Levels are the same ones by their code to the letter; a code spelled anew is another level.
import type { Scheme, SchemeLevel } from './scheme.ts'

export type FieldChange = { readonly field: string; readonly from: unknown; readonly to: unknown }

export type LevelChange = {
  readonly code: string
  readonly change: 'added' | 'removed' | 'changed'
  /** It stands for another shared level: open cases keep what they have, new claims read differently. */
  readonly isRegraded: boolean
  /** Absent values are null. */
  readonly fields: readonly FieldChange[]
}

export type SchemeDiff = {
  readonly document: readonly FieldChange[]
  readonly levels: readonly LevelChange[]
}

/** In the order of the newer document; what went comes last. */
export function diffSchemes(older: Scheme, newer: Scheme): SchemeDiff {
  const { levels: before, ...oldDocument } = older
  const { levels: after, ...newDocument } = newer
  const levels = [
    ...after.map((level) => levelChange(byCode(before, level.code), level)),
    ...before
      .filter(({ code }) => !byCode(after, code))
      .map((level) => levelChange(level, undefined)),
  ].filter(({ change, fields }) => change !== 'changed' || fields.length > 0)
  return { document: fieldChanges(oldDocument, newDocument), levels }
}

const byCode = (levels: readonly SchemeLevel[], code: string): SchemeLevel | undefined =>
  levels.find((level) => level.code === code)

function levelChange(older: SchemeLevel | undefined, newer: SchemeLevel | undefined): LevelChange {
  const change = !older ? 'added' : newer ? 'changed' : 'removed'
  return {
    code: (newer ?? older)?.code ?? '',
    change,
    isRegraded: change === 'changed' && older?.shared !== newer?.shared,
    fields: fieldChanges(older ?? {}, newer ?? {}),
  }
}

function fieldChanges(older: object, newer: object): FieldChange[] {
  const before = new Map<string, unknown>(Object.entries(older))
  const after = new Map<string, unknown>(Object.entries(newer))
  return [...new Set([...after.keys(), ...before.keys()])]
    .map((field) => ({ field, from: before.get(field) ?? null, to: after.get(field) ?? null }))
    .filter(({ from, to }) => sortedJson(from) !== sortedJson(to))
}

/** Written with members in one order: how a document orders them is no change. */
export const sortedJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

// The shipped schemes as mappings, opened once, and what a test needs to turn a refusal into a failure.
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { type Mapping, openMapping } from '../../../src/core/severity/mapping-document.ts'
import { presets, presetText } from '../../../src/core/severity/preset.ts'
import type { SchemeLevel } from '../../../src/core/severity/scheme.ts'

export function ok<T>(value: T | Refusal): T {
  if (value instanceof Refusal) throw new Error(`refused ${value.code}: ${value.detail}`)
  return value
}

export function refused(value: unknown): Refusal {
  if (value instanceof Refusal) return value
  throw new Error(`not refused: ${JSON.stringify(value)}`)
}

export const mappings: readonly Mapping[] = await Promise.all(
  presets().map(async ({ id }) => ok(await openMapping(ok(presetText(id))))),
)

const byId = new Map(mappings.map((mapping) => [mapping.scheme.id, mapping]))

export function preset(id: string): Mapping {
  const mapping = byId.get(id)
  if (!mapping) throw new Error(`no preset ${id}`)
  return mapping
}

/** Every level of every shipped scheme. */
export const natives: readonly { mapping: Mapping; level: SchemeLevel }[] = mappings.flatMap(
  (mapping) => mapping.scheme.levels.map((level) => ({ mapping, level })),
)

/** A small scheme document that keeps the laws, to be broken in one place. */
export const smallDocument = (shared: readonly number[] = [1, 2, 3, 4]) => ({
  id: 'small',
  version: '1',
  vendor: 'Vendor',
  product: 'Product',
  sources: [],
  axis: 'severity',
  unsetValues: ['none'],
  levels: shared.map((level, i) => ({
    rank: i + 1,
    code: `S${i + 1}`,
    name: `Name ${i + 1}`,
    definition: 'What it means.',
    shared: level,
  })),
})

// The schemes shipped with the program: what 60 vendors and standards publish, with the pages it was read from. Facts are the
// vendors'; `shared`, `planCondition`, `cells` and the periods of aliases are our reading of them. A preset is a starting point:
// a member may publish its own scheme instead.
import { Refusal } from '../kernel/refusal.ts'
import { type Mapping, openMapping } from './mapping-document.ts'
import documents from './presets/presets.json' with { type: 'json' }
import type { Scheme } from './scheme.ts'
import { parseScheme } from './scheme-laws.ts'

type Preset = { readonly scheme: Scheme; readonly text: string }

const shipped: ReadonlyMap<string, Preset> = new Map(
  documents.map((document: unknown) => {
    const scheme = parseScheme(document)
    if (scheme instanceof Refusal) throw new Error(`a shipped preset is broken: ${scheme.detail}`)
    return [scheme.id, { scheme, text: JSON.stringify(document) }]
  }),
)

/** Every preset, in the order of the data. */
export const presets = (): Scheme[] => [...shipped.values()].map(({ scheme }) => scheme)

/** The preset of that id, or `scheme-unknown`. */
export const findPreset = (id: string): Scheme | Refusal =>
  shipped.get(id)?.scheme ?? new Refusal('scheme-unknown')

/** The text of a preset as it is published and hashed: its entry as compact JSON. `scheme-unknown` if there is none. */
export const presetText = (id: string): string | Refusal =>
  shipped.get(id)?.text ?? new Refusal('scheme-unknown')

/** A preset ready for mapping, or `scheme-unknown`. */
export async function openPreset(id: string): Promise<Mapping | Refusal> {
  const text = presetText(id)
  return text instanceof Refusal ? text : openMapping(text)
}

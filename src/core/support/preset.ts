// Support profiles shipped with the program: starting points for a member's own, and examples for tests and the demonstration.
// Their hours are modelled on what vendors publish, names and numbers are invented; holidays are those of 2026 and 2027.
import { Refusal } from '../kernel/refusal.ts'
import documents from './presets/presets.json' with { type: 'json' }
import { parseSupportProfile } from './profile-laws.ts'
import type { SupportProfile } from './support-profile.ts'

export type SupportPreset = {
  readonly id: string
  readonly name: string
  readonly profile: SupportProfile
  /** As it would be published and hashed: compact JSON. */
  readonly text: string
}

const shipped: ReadonlyMap<string, SupportPreset> = new Map(
  documents.map(({ id, name, profile: document }) => {
    const profile = parseSupportProfile(document)
    if (profile instanceof Refusal)
      throw new Error(`a shipped support profile is broken: ${profile.detail}`)
    return [id, { id, name, profile, text: JSON.stringify(document) }]
  }),
)

/** Every preset, in the order of the data. */
export const supportPresets = (): SupportPreset[] => [...shipped.values()]

/** The preset of that id, or `support-profile-unknown`. */
export const findSupportPreset = (id: string): SupportPreset | Refusal =>
  shipped.get(id) ?? new Refusal('support-profile-unknown')

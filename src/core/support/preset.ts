// Support profiles shipped with the program: starting points for a member's own, and examples for tests and the demonstration.
// Their hours are modelled on what vendors publish, names and numbers are invented; holidays are those of 2026 and 2027.
import { Refusal } from '../kernel/refusal.ts'
import { remembered } from './memo.ts'
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

type Shipped = (typeof documents)[number]

/** Judged when first asked for: a program that needs none does not read them. */
const opened = new Map<string, SupportPreset>()

function openPreset({ id, name, profile: document }: Shipped): SupportPreset {
  return remembered(opened, documents.length, id, () => {
    const profile = parseSupportProfile(document)
    if (profile instanceof Refusal)
      throw new Error(`a shipped support profile is broken: ${profile.detail}`)
    return { id, name, profile, text: JSON.stringify(document) }
  })
}

/** Every preset, in the order of the data. */
export const supportPresets = (): SupportPreset[] => documents.map(openPreset)

/** The preset of that id, or `support-profile-unknown`. */
export function findSupportPreset(id: string): SupportPreset | Refusal {
  const found = documents.find((document) => document.id === id)
  return found ? openPreset(found) : new Refusal('support-profile-unknown')
}

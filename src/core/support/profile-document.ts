// A support profile together with the SHA-256 of the very text it was read from, as a member publishes it (PROTOCOL.md 13.1).
// In: the text as stored or received. Out: the profile ready for use, or a refusal. The text is hashed as it stands.
import { parseStrictJson } from '../exchange/strict-json.ts'
import { digestOf, utf8 } from '../kernel/bytes.ts'
import { Refusal } from '../kernel/refusal.ts'
import { parseSupportProfile } from './profile-laws.ts'
import type { SupportProfile } from './support-profile.ts'

/** Bytes of a document; a partner's is fetched before anything about it is known. */
export const MAX_PROFILE_BYTES = 256 * 1024

export type OpenedProfile = { readonly profile: SupportProfile; readonly digest: string }

/** The exact text of a profile → the profile and its hash, or `support-profile-invalid` with the field at fault. */
export async function openSupportProfile(text: string): Promise<OpenedProfile | Refusal> {
  if (utf8(text).length > MAX_PROFILE_BYTES)
    return new Refusal('support-profile-invalid', `Longer than ${MAX_PROFILE_BYTES} bytes.`)
  const value = parseStrictJson(text, 'support-profile-invalid')
  if (value instanceof Refusal) return value
  const profile = parseSupportProfile(value)
  return profile instanceof Refusal ? profile : { profile, digest: await digestOf(text) }
}

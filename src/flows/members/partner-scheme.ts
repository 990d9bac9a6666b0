// A partner's severity scheme: fetched from where its metadata says, believed if it has the published hash, and remembered by that hash.
// Levels are sent in its words, so that what cannot be had is said and not guessed.
import type { MemberId } from '../../core/kernel/id.ts'
import { millisOf } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import {
  type Mapping,
  MAX_SCHEME_BYTES,
  openMapping,
} from '../../core/severity/mapping-document.ts'
import type { Deps } from '../ports.ts'
import { ShortMemory } from './partner-memory.ts'
import { resolvePartner } from './resolve-partner.ts'
import { fetchText } from './trust/fetch-document.ts'

/** Named by content, so that nobody's scheme can pass for another's. */
const schemes = new ShortMemory<Mapping>(24 * 60 * 60 * 1000, 200)

/**
 * The scheme that a partner publishes now. Refuses what `resolvePartner` refuses; `scheme-unknown` where it publishes none;
 * `partner-unreachable` where it does not answer; `scheme-invalid` where the text is not the one of the published hash or breaks a law.
 */
export async function partnerScheme(
  deps: Deps,
  member: MemberId,
  partner: MemberId,
): Promise<Mapping | Refusal> {
  const resolved = await resolvePartner(deps, member, partner)
  if (resolved instanceof Refusal) return resolved
  const published = resolved.partner.metadata?.severity_scheme
  if (published === undefined)
    return new Refusal('scheme-unknown', 'This partner publishes no severity scheme.')
  const now = millisOf(deps.clock.now())
  const known = schemes.recall(published.sha256, now)
  if (known !== undefined) return known
  const text = await fetchText(deps, published.uri, MAX_SCHEME_BYTES)
  if (text instanceof Refusal) return text
  const mapping = await openMapping(text)
  if (mapping instanceof Refusal) return mapping
  if (mapping.ref.digest !== published.sha256)
    return new Refusal(
      'scheme-invalid',
      'The partner’s scheme is not the text whose hash it publishes.',
    )
  schemes.keep(published.sha256, mapping, now)
  return mapping
}

// What a hosted member says about itself under `case_gateway` (D3): its profile, its event keys, where it answers, its limits,
// and the documents that it names by address and hash.
import { RULES } from '../../core/cases/integrity.ts'
import { ALGORITHMS } from '../../core/exchange/imported-key.ts'
import { MAX_BATCH_EVENTS, MAX_EVENT_BYTES } from '../../core/exchange/limits.ts'
import type { Thumbprint } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { endpointsOf } from '../../core/members/endpoints.ts'
import { publishIntakeForm } from '../../core/members/intake-form.ts'
import type { VerifyingKey } from '../../core/members/key.ts'
import type { CaseGatewayMetadata } from '../../core/members/metadata.ts'
import { schemeDigest } from '../../core/severity/mapping-document.ts'
import { findPreset, presetText } from '../../core/severity/preset.ts'
import { publishedSupport } from '../duty/own-support.ts'
import type { Entity, EntityKey, KeyPurpose } from '../member-ports.ts'
import type { Deps } from '../ports.ts'
import type { Site } from './site.ts'

export type PublishedDocument = { readonly text: string; readonly digest: string }

/** The keys that stand in what an entity publishes now: the one in use and those to come. */
export const shownKeys = (keys: readonly EntityKey[], purpose: KeyPurpose): VerifyingKey[] =>
  keys
    .filter((key) => key.purpose === purpose && key.state !== 'retired')
    .map(({ publicKey }) => ({ ...publicKey, kid: publicKey.kid as Thumbprint }))

export async function publishedForm({ profile }: Entity): Promise<PublishedDocument | null> {
  return profile.intakeForm === null ? null : publishIntakeForm(profile.intakeForm)
}

/** The severity scheme in use: the member's own document, else the preset of that version. */
export async function publishedScheme(
  deps: Pick<Deps, 'members'>,
  { id, profile }: Entity,
): Promise<PublishedDocument | null> {
  if (profile.scheme === null) return null
  const { id: scheme, version } = profile.scheme
  const stored = await deps.members.findScheme(id, scheme, version)
  if (stored !== null) return { text: stored.document, digest: stored.digest }
  const preset = findPreset(scheme)
  const text = presetText(scheme)
  if (preset instanceof Refusal || text instanceof Refusal || preset.version !== version)
    return null
  return { text, digest: await schemeDigest(text) }
}

export async function ownMetadata(
  deps: Pick<Deps, 'members'>,
  { publicUrl }: Site,
  entity: Entity,
  keys: readonly EntityKey[],
): Promise<CaseGatewayMetadata> {
  const { profile, handle } = entity
  const at = endpointsOf(publicUrl, handle)
  const [form, scheme, support] = await Promise.all([
    publishedForm(entity),
    publishedScheme(deps, entity),
    publishedSupport(deps, entity),
  ])
  return {
    organization_name: profile.name,
    events_endpoint: at.events,
    batch_endpoint: at.batch,
    poll_endpoint: at.poll,
    ...(profile.delivery === 'poll' && { delivery: profile.delivery }),
    missing_endpoint: at.missing,
    heads_endpoint: at.heads,
    jwks: { keys: shownKeys(keys, 'event') },
    algs: [...ALGORITHMS],
    rules: RULES,
    limits: { event_bytes: MAX_EVENT_BYTES, batch_events: MAX_BATCH_EVENTS },
    ...(scheme && { severity_scheme: { uri: at.scheme, sha256: scheme.digest } }),
    ...(support && { support_profile: { uri: at.supportProfile, sha256: support.digest } }),
    ...(support && { duty_endpoint: at.duty }),
    ...(profile.supportHours !== null && { support_hours: profile.supportHours }),
    ...(profile.products.length > 0 && { products: [...profile.products] }),
    ...(profile.departments.length > 0 && { departments: [...profile.departments] }),
    ...(profile.contacts.length > 0 && { contacts: [...profile.contacts] }),
    ...(form && { intake_form: { uri: at.intakeForm, sha256: form.digest } }),
  }
}

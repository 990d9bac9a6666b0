// The support profile that a hosted member publishes (PROTOCOL.md 13.1): a version of its own, or a preset. In: the member as it rests.
// Out: the exact text and its hash, or null where it publishes none.
import { digestOf } from '../../core/kernel/bytes.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { findSupportPreset } from '../../core/support/preset.ts'
import type { SupportDocument } from '../duty-ports.ts'
import type { Entity, SupportProfileChoice } from '../member-ports.ts'
import type { Deps } from '../ports.ts'

/** The document that a choice means; null where there is no such version or preset. */
export async function chosenSupport(
  { members }: Pick<Deps, 'members'>,
  member: Entity['id'],
  choice: SupportProfileChoice | null,
): Promise<SupportDocument | null> {
  if (choice === null) return null
  if ('version' in choice) return members.findSupportProfile(member, choice.version)
  const preset = findSupportPreset(choice.preset)
  if (preset instanceof Refusal) return null
  return { document: preset.text, digest: await digestOf(preset.text) }
}

/** What it publishes now. */
export const publishedSupport = (
  deps: Pick<Deps, 'members'>,
  { id, profile }: Pick<Entity, 'id' | 'profile'>,
): Promise<SupportDocument | null> => chosenSupport(deps, id, profile.supportProfile)

/** A preset may read otherwise in a later version of the program; what was published is kept. */
export async function keepPublishedSupport(
  deps: Pick<Deps, 'members' | 'clock'>,
  entity: Pick<Entity, 'id' | 'profile'>,
): Promise<void> {
  const published = await publishedSupport(deps, entity)
  if (published === null) return
  const at = deps.clock.now()
  await deps.members.keepSupportDocument(entity.id, entity.id, published, at)
}

/** An earlier version as well, by its hash: engagements name the one they were made under. */
export async function servedSupport(
  deps: Pick<Deps, 'members'>,
  entity: Pick<Entity, 'id' | 'profile'>,
  asked: string | undefined,
): Promise<{ readonly text: string; readonly digest: string } | null> {
  const published = await publishedSupport(deps, entity)
  const digest = asked ?? published?.digest
  if (digest === undefined) return null
  if (published?.digest === digest) return { text: published.document, digest }
  const text = await deps.members.findSupportDocument(entity.id, digest, entity.id)
  return text === null ? null : { text, digest }
}

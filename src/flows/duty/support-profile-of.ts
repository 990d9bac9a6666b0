// A member's support profile, ours or a partner's: the one it publishes now, or the version an engagement names by its hash. A partner's is
// fetched from where its metadata says, believed if it has the hash, and kept by it for good. One that cannot be had holds nobody up: null,
// and the defaults stand in.
import { digestOf, utf8 } from '../../core/kernel/bytes.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import { type Instant, millisOf } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { MAX_PROFILE_BYTES, openSupportProfile } from '../../core/support/profile-document.ts'
import type { SupportProfile } from '../../core/support/support-profile.ts'
import type { SupportDocument } from '../duty-ports.ts'
import type { MemberStore, Partner } from '../member-ports.ts'
import { recallPartner, ShortMemory } from '../members/partner-memory.ts'
import { resolvePartner } from '../members/resolve-partner.ts'
import { fetchText } from '../members/trust/fetch-document.ts'
import type { Deps } from '../ports.ts'
import { publishedSupport } from './own-support.ts'
import { profileMemory } from './profile-memory.ts'

export type SupportDeps = Pick<Deps, 'members' | 'net' | 'clock' | 'mayLookUp'>

export type PublishedSupport = {
  readonly profile: SupportProfile
  readonly digest: string
  /** When we last saw that this is what the member publishes. */
  readonly asOf: Instant
}

/** Milliseconds before a document that could not be had is asked for again. */
const FAILED_MILLIS = 60_000

/** Milliseconds for which a process remembers that a document rests here for a member. */
const STORED_MILLIS = 24 * 60 * 60 * 1000

class Remembered {
  readonly failed = new ShortMemory<true>(FAILED_MILLIS, 1_000)
  readonly stored = new ShortMemory<true>(STORED_MILLIS, 10_000)
}
const memories = new WeakMap<MemberStore, Remembered>()

function memoryOf({ members }: Pick<Deps, 'members'>): Remembered {
  const memory = memories.get(members) ?? new Remembered()
  memories.set(members, memory)
  return memory
}

/**
 * What a member publishes now; null where it publishes none, or it cannot be had.
 * @param member who asks
 * @param of the member itself, or a partner
 */
export async function currentSupport(
  deps: SupportDeps,
  member: MemberId,
  of: MemberId,
): Promise<PublishedSupport | null> {
  if (of === member) return ownSupport(deps, member)
  const published = await namedByPartner(deps, member, of)
  if (published === null) return null
  const { digest, uri, asOf } = published
  const profile =
    (await kept(deps, member, digest)) ?? (await fetched(deps, member, of, digest, uri))
  return profile && { profile, digest, asOf }
}

/**
 * The profile of a member, for clocks and for choosing.
 * @param digest the version that an engagement names; what the member publishes now where absent
 */
export async function supportProfileOf(
  deps: SupportDeps,
  member: MemberId,
  of: MemberId,
  digest?: string | null,
): Promise<SupportProfile | null> {
  if (digest === undefined || digest === null)
    return (await currentSupport(deps, member, of))?.profile ?? null
  const known = await kept(deps, member, digest)
  if (known !== null || of === member) return known
  const published = await namedByPartner(deps, member, of)
  return published && fetched(deps, member, of, digest, published.uri)
}

/** The profile that a partner publishes, as far as it rests here: asks nobody. */
export async function keptSupport(
  deps: Pick<Deps, 'members' | 'clock'>,
  member: MemberId,
  { metadata }: Pick<Partner, 'metadata'>,
): Promise<SupportProfile | null> {
  const digest = metadata?.support_profile?.sha256
  return digest === undefined ? null : kept(deps, member, digest)
}

async function ownSupport(deps: SupportDeps, member: MemberId): Promise<PublishedSupport | null> {
  const entity = await deps.members.findEntity(member)
  const published = entity && (await publishedSupport(deps, entity))
  const profile = published && (await opened(published))
  return profile && { profile, digest: published.digest, asOf: deps.clock.now() }
}

type Named = { readonly uri: string; readonly digest: string; readonly asOf: Instant }

/** As last resolved: nobody waits for a partner's metadata, but where there is none yet. */
async function namedByPartner(
  deps: SupportDeps,
  member: MemberId,
  of: MemberId,
): Promise<Named | null> {
  let partner = await recallPartner(deps, member, of)
  if (partner === null) {
    const resolved = await resolvePartner(deps, member, of)
    if (resolved instanceof Refusal) return null
    partner = resolved.partner
  }
  const published = partner.metadata?.support_profile
  if (published === undefined || partner.resolvedAt === null) return null
  return { uri: published.uri, digest: published.sha256, asOf: partner.resolvedAt }
}

/** The document as it rests for this member; what another member here was given is not ours. */
async function kept(
  deps: Pick<Deps, 'members' | 'clock'>,
  member: MemberId,
  digest: string,
): Promise<SupportProfile | null> {
  const { stored } = memoryOf(deps)
  const now = millisOf(deps.clock.now())
  const name = `${member} ${digest}`
  const known = stored.recall(name, now) && profileMemory.recall(digest)
  if (known !== undefined) return known
  const document = await deps.members.findSupportDocument(member, digest)
  if (document === null) return null
  stored.keep(name, true, now)
  return opened({ digest, document })
}

async function opened({ digest, document }: SupportDocument): Promise<SupportProfile | null> {
  const known = profileMemory.recall(digest)
  if (known !== undefined) return known
  const { profile } = (await judged(document, digest)) ?? {}
  return profile === undefined ? null : profileMemory.keep(digest, profile, utf8(document).length)
}

async function judged(document: string, digest: string) {
  if ((await digestOf(document)) !== digest) return null
  const open = await openSupportProfile(document)
  return open instanceof Refusal ? null : open
}

async function fetched(
  deps: SupportDeps,
  member: MemberId,
  of: MemberId,
  digest: string,
  uri: string,
): Promise<SupportProfile | null> {
  const { failed } = memoryOf(deps)
  const at = deps.clock.now()
  const name = `${member} ${of} ${digest}`
  if (failed.recall(name, millisOf(at))) return null
  const document = await fetchText(deps, versionAt(uri, digest), MAX_PROFILE_BYTES)
  const profile = document instanceof Refusal ? null : await opened({ digest, document })
  if (document instanceof Refusal || profile === null) {
    failed.keep(name, true, millisOf(at))
    return null
  }
  await deps.members.keepSupportDocument(member, of, { digest, document }, at)
  return profile
}

/** Whoever keeps earlier versions gives the one asked for; who does not gives its latest, and the hash tells. */
function versionAt(uri: string, digest: string): string {
  const url = new URL(uri)
  url.searchParams.set('sha256', digest)
  return url.href
}

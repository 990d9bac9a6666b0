// The versions of a member's own scheme (P13): which there are, what changed between two of them, and which open cases keep a level of an older
// one. A case is never read anew with another version; it keeps what was said.
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { diffSchemes, type SchemeDiff } from '../../core/severity/scheme-diff.ts'
import type { Deps } from '../ports.ts'
import { listSchemes, readScheme, type SchemeEntry } from './read-schemes.ts'

export type SchemeVersion = SchemeEntry & {
  /** Open cases with a claim of ours in this version. */
  readonly openCases: number
}

/** Every version of one scheme of ours, the one saved last first. Refuses `scheme-unknown`. */
export async function schemeVersions(
  deps: Pick<Deps, 'members' | 'cases'>,
  member: MemberId,
  id: string,
): Promise<SchemeVersion[] | Refusal> {
  const [entries, counts] = await Promise.all([
    listSchemes(deps, member),
    deps.cases.countSchemeCases(member, id),
  ])
  const versions = entries.filter(({ stored }) => stored.id === id).toReversed()
  if (versions.length === 0) return new Refusal('scheme-unknown')
  return versions.map((entry) => ({ ...entry, openCases: counts.get(entry.stored.version) ?? 0 }))
}

/** Refuses `scheme-unknown` with the field of the version that is not there. */
export async function compareSchemes(
  deps: Pick<Deps, 'members'>,
  member: MemberId,
  id: string,
  { from, to }: { readonly from: string; readonly to: string | undefined },
): Promise<(SchemeDiff & { readonly from: string; readonly to: string }) | Refusal> {
  const older = await readScheme(deps, member, id, from)
  if (older instanceof Refusal) return new Refusal(older.code, older.detail, 'from')
  const newer = await readScheme(deps, member, id, to)
  if (newer instanceof Refusal) return new Refusal(newer.code, newer.detail, 'to')
  return { from: older.version, to: newer.version, ...diffSchemes(older.scheme, newer.scheme) }
}

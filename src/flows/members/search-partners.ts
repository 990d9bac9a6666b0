// Finding a partner to engage: those resolved before, and on the first page those that the alliances list and nobody here has met.
// In: words and a page. Out: partners as stored, identifiers beside them; a list that cannot be had is left out, and named.
import { z } from 'zod'
import { MemberId } from '../../core/kernel/id.ts'
import { millisOf } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { MemberStore, Partner } from '../member-ports.ts'
import type { Deps } from '../ports.ts'
import { fetchAnswer, textOfAnswer } from './trust/fetch-document.ts'
import { anchorsOf, fetchAnchor } from './trust/fetch-statements.ts'
import { recallPartner, ShortMemory } from './partner-memory.ts'

type SearchDeps = Pick<Deps, 'members' | 'net' | 'clock'>

export type Listed = { readonly id: MemberId; readonly anchor: MemberId }
export type FoundPartners = {
  readonly items: readonly Partner[]
  /** Members of an alliance that were never resolved here; only on the first page. */
  readonly listed: readonly Listed[]
  /** Alliances that did not answer. */
  readonly silent: readonly MemberId[]
  readonly next: string | null
}

/** Bytes of a list: some ten thousand members. */
const MAX_LIST_BYTES = 2 * 1024 * 1024
const MAX_LISTED = 10_000
const MemberList = z.array(MemberId).max(MAX_LISTED)
const KEPT_MILLIS = 5 * 60 * 1000

export async function searchPartners(
  deps: SearchDeps,
  member: MemberId,
  words: string | null,
  page: { readonly after: string | null; readonly limit: number },
): Promise<FoundPartners | Refusal> {
  const found = await deps.members.searchPartners(member, words, page)
  if (found instanceof Refusal) return found
  if (page.after !== null) return { ...found, listed: [], silent: [] }
  const { listed, silent } = await listedMembers(deps, member)
  const wanted = (words ?? '').toLowerCase().split(/\s+/)
  const matching = listed.filter(({ id }) => wanted.every((word) => id.includes(word)))
  const unmet: Listed[] = []
  for (const entry of matching.slice(0, MAX_LISTED)) {
    if (unmet.length >= page.limit) break
    if ((await recallPartner(deps, member, entry.id)) === null) unmet.push(entry)
  }
  return { ...found, listed: unmet, silent }
}

/** Everybody whom the alliances trusted by a member list, but itself. */
export async function listedMembers(
  deps: SearchDeps,
  member: MemberId,
): Promise<{ readonly listed: readonly Listed[]; readonly silent: readonly MemberId[] }> {
  const listed = new Map<MemberId, Listed>()
  const silent: MemberId[] = []
  for (const { id: anchor } of await deps.members.trustedAnchors(member)) {
    const list = await listOf(deps, member, anchor)
    if (list instanceof Refusal) silent.push(anchor)
    else for (const id of list) if (id !== member) listed.set(id, { id, anchor })
  }
  return { listed: [...listed.values()], silent }
}

const memories = new WeakMap<MemberStore, ShortMemory<readonly MemberId[]>>()

async function listOf(
  deps: SearchDeps,
  member: MemberId,
  anchor: MemberId,
): Promise<readonly MemberId[] | Refusal> {
  const memory = memories.get(deps.members) ?? new ShortMemory(KEPT_MILLIS, 200)
  memories.set(deps.members, memory)
  const at = deps.clock.now()
  const name = `${member} ${anchor}`
  const known = memory.recall(name, millisOf(at))
  if (known !== undefined) return known
  const opened = await fetchAnchor(deps, anchor, await anchorsOf(deps, member), at)
  if (opened instanceof Refusal) return opened
  const url = opened.opened.listAddress
  const answer = await fetchAnswer(deps, url, MAX_LIST_BYTES)
  const text = answer instanceof Refusal ? answer : textOfAnswer(url, answer)
  const list = text instanceof Refusal ? text : parseList(text)
  if (!(list instanceof Refusal)) memory.keep(name, list, millisOf(at))
  return list
}

function parseList(text: string): readonly MemberId[] | Refusal {
  try {
    return MemberList.parse(JSON.parse(text))
  } catch {
    return new Refusal('partner-unreachable', 'the list of members is not a list of identifiers')
  }
}

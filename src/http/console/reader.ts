// Who reads a page, when and where: what every part of a page is told.
import type { MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'

export type Reader = {
  readonly us: MemberId
  /** The person. */
  readonly name: string
  readonly now: Instant
  /** IANA name of the reader's time zone. */
  readonly zone: string
  /** Path under which the console is mounted, as browsers see it. */
  readonly base: string
  /** What this page's script and style are allowed by. */
  readonly nonce: string
  readonly nameOf: (member: MemberId) => string
}

/** `storage.example/members/a`: an identifier as people read it. */
export const addressOf = (member: MemberId): string => member.replace(/^https?:\/\//, '')

/**
 * Names for the members of a page. A name is its owner's word, so where two look alike each has its address beside it; a member
 * without a name goes by its address.
 */
export function namesOf(
  known: ReadonlyMap<MemberId, string>,
  members: Iterable<MemberId>,
): (member: MemberId) => string {
  const all = new Set([...members, ...known.keys()])
  const alike = Map.groupBy(all, (member) => looksOf(known.get(member) ?? addressOf(member)))
  return (member) => {
    const name = known.get(member)
    if (name === undefined || name.trim() === '') return addressOf(member)
    const twins = alike.get(looksOf(name)) ?? []
    return twins.length > 1 ? `${name} (${addressOf(member)})` : name
  }
}

const looksOf = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}\p{M}]+/gu, '')

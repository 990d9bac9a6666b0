// The load of the inbox: cases of three that two partners and the receiving member share, and notes of about 2 KB that the
// partner who opened a case writes, one on top of the other.
import type { CaseState } from '../../../src/core/cases/case.ts'
import type { MemberId } from '../../../src/core/kernel/id.ts'
import type { Deps } from '../../../src/flows/ports.ts'
import { keep, makeAuthor, shareCase, write } from './cases.ts'
import type { Author } from './cases.ts'

export type Note = {
  readonly token: string
  readonly jti: string
  readonly id: string
  readonly disclosures: readonly string[]
}
export type Held = { state: CaseState; readonly author: Author }

const TEXT =
  'The queue on the second site holds 41,208 messages; the worker was restarted at 02:10. '.repeat(
    9,
  )
const AT_ONCE = 50

/** Four partners, two with keys of each kind. */
export const makePartners = (): Promise<Author[]> =>
  Promise.all(
    (['ES256', 'Ed25519', 'ES256', 'Ed25519'] as const).map((alg, n) =>
      makeAuthor(`partner-${n}`, alg),
    ),
  )

/** @param stores where the receiving member keeps them; sorted by author, as batches of one sender need them */
export async function makeCases(
  deps: Deps,
  member: MemberId,
  partners: readonly Author[],
  count: number,
  stores: readonly Deps[],
): Promise<Held[]> {
  const [key] = await deps.members.keysOf(member, 'event')
  if (!key) throw new Error('a member has an event key')
  const us = { id: member, publicKey: key.publicKey }
  const make = async (n: number): Promise<Held> => {
    const [host, other] = [partners[n % 4], partners[(n + 1) % 4]]
    if (!host || !other) throw new Error('there are four partners')
    const made = await shareCase(deps, host, [us, other])
    await Promise.all(stores.map((store) => keep(store, member, made, null)))
    return { state: made.state, author: host }
  }
  const held: Held[] = []
  for (const numbers of inGroups([...Array(count).keys()], AT_ONCE))
    held.push(...(await Promise.all(numbers.map(make))))
  return partners.flatMap((partner) => held.filter(({ author }) => author === partner))
}

/** One more note on every case. */
export async function makeNotes(deps: Deps, cases: readonly Held[]): Promise<Note[]> {
  const notes: Note[] = []
  for (const held of cases) {
    const { state, rows, texts } = await write(deps, held.author.id, held.state, [
      { type: 'add-note', kind: 'update', re: null, text: TEXT, readers: 'case' },
    ])
    held.state = state
    for (const { token, jti, event } of rows)
      notes.push({ token, jti, id: event.id, disclosures: texts.map((t) => t.disclosure) })
  }
  return notes
}

/** An SD-JWT as a single push carries it. */
export const singleOf = ({ token, disclosures }: Note): string =>
  `${[token, ...disclosures].join('~')}~`

export const batchOf = (notes: readonly Note[]): string =>
  JSON.stringify({
    sets: Object.fromEntries(notes.map(({ jti, token }) => [jti, token])),
    disclosures: Object.fromEntries(notes.map(({ id, disclosures }) => [id, disclosures])),
  })

export function* inGroups<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size)
}

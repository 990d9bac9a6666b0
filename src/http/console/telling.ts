// What sentences about events are made of. Bodies are a partner's words: nothing in them is relied on.
import type { EventView } from '../../core/cases/view-event.ts'
import { MemberId } from '../../core/kernel/id.ts'
import { type Instant, instantOfSeconds } from '../../core/kernel/instant.ts'
import { MAX_SECONDS } from '../../core/exchange/limits.ts'
import type { Part, Sentence } from './sentence.ts'
import { wordFor } from './words.ts'

/** What a sentence may look up beside its event. */
export type Around = {
  readonly engagements: ReadonlyMap<
    string,
    { readonly inviter: MemberId; readonly invitee: MemberId }
  >
}

export type Told = Pick<EventView, 'author' | 'body' | 'type'>
export type Teller = (event: Told, around: Around) => Sentence

export const by = ({ author }: Told): Part => ({ member: author })

/** The member that a field names, or "somebody" where the author put something else there. */
export function named({ body }: Told, field: string): Part {
  const member = MemberId.safeParse(body[field])
  return member.success ? { member: member.data } : 'somebody'
}

export function moment(value: unknown): Instant | null {
  const isTime = Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MAX_SECONDS
  return isTime ? instantOfSeconds(Number(value)) : null
}

/** `: the reason`, in the words for its code. */
export const because = (dictionary: Readonly<Record<string, string>>, { body }: Told): string =>
  body['code'] === undefined ? '' : `: ${wordFor(dictionary, body['code'])}`

export const invitee = ({ body }: Told, { engagements }: Around): Part => {
  const found = engagements.get(String(body['engagement']))
  return found ? { member: found.invitee } : 'the invited vendor'
}

export const inviter = ({ body }: Told, { engagements }: Around): Part => {
  const found = engagements.get(String(body['engagement']))
  return found ? { member: found.inviter } : 'its inviter'
}

export const quoted = (value: unknown): Part => ({ quoted: String(value).slice(0, 200) })

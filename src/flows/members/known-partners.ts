// What is known here about partners, to be shown beside their identifiers: names, phones, standing. Asks nobody; a partner that was
// never resolved is absent. In: members. Out: the same, each with its profile.
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { type Footing, footingOf } from '../../core/members/trust.ts'
import { type ShownAnswer, shownAnswer } from '../duty/shown-answer.ts'
import type { Deps } from '../ports.ts'
import { recallPartner } from './partner-memory.ts'
import { standingOf } from './resolve-partner.ts'

export type Contact = {
  readonly name: string
  readonly phone: string | null
  readonly email: string | null
}

export type KnownPartner = {
  readonly name: string
  readonly supportHours: string | null
  readonly contacts: readonly Contact[]
  /** Who answers there now, by its support profile as it rests here. */
  readonly answering: ShownAnswer | null
  /** Null for a member of this gateway itself. */
  readonly footing: Footing | null
}

export async function knownPartners(
  deps: Pick<Deps, 'members' | 'clock'>,
  us: MemberId,
  members: Iterable<MemberId>,
): Promise<ReadonlyMap<MemberId, KnownPartner>> {
  const found = await Promise.all(
    [...new Set(members)].map(
      async (member) =>
        [
          member,
          member === us ? await ourselves(deps, us) : await partner(deps, us, member),
        ] as const,
    ),
  )
  return new Map(found.flatMap(([member, profile]) => (profile ? [[member, profile]] : [])))
}

/** Partners met so far, for choosing among them. */
export async function metPartners(
  { members }: Pick<Deps, 'members'>,
  us: MemberId,
): Promise<MemberId[]> {
  const found = await members.searchPartners(us, null, { after: null, limit: MOST_CHOICES })
  return found instanceof Refusal ? [] : found.items.map(({ id }) => id)
}
const MOST_CHOICES = 200

type Reachable = {
  readonly name: string
  readonly phone?: string | undefined
  readonly email?: string | undefined
}

const contactsOf = (...lists: readonly (readonly Reachable[] | undefined)[]): Contact[] =>
  lists
    .flatMap((list) => list ?? [])
    .map(({ name, phone = null, email = null }) => ({ name, phone, email }))

async function ourselves({ members }: Pick<Deps, 'members'>, us: MemberId) {
  const entity = await members.findEntity(us)
  if (entity === null) return null
  const { name, supportHours, contacts, departments } = entity.profile
  return {
    name,
    supportHours,
    contacts: contactsOf(contacts, departments),
    answering: null,
    footing: null,
  }
}

async function partner(
  deps: Pick<Deps, 'members' | 'clock'>,
  us: MemberId,
  member: MemberId,
): Promise<KnownPartner | null> {
  const found = await recallPartner(deps, us, member)
  if (found === null) return null
  const { name, metadata } = found
  return {
    name,
    supportHours: metadata?.support_hours ?? null,
    contacts: contactsOf(metadata?.contacts, metadata?.departments),
    answering: await shownAnswer(deps, us, found),
    footing: metadata === null ? null : footingOf(standingOf(found), deps.clock.now()),
  }
}

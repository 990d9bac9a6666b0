// Which partners of a case cannot be reached (D19): they neither take what we have nor give what they have, for a quarter of an hour. In:
// a member and the participants of a case; out: since when, and whom to call, since a case does not wait for a gateway.
import type { MemberId } from '../../core/kernel/id.ts'
import { type Instant, millisOf } from '../../core/kernel/instant.ts'
import { type Contact, knownPartners } from '../members/known-partners.ts'
import type { Deps } from '../ports.ts'
import type { PartnerQueue } from '../work-ports.ts'

/** A partner that fails for so long is to be called by phone. */
const UNREACHABLE_MS = 15 * 60_000

export const isUnreachable = (queue: Pick<PartnerQueue, 'failingSince'>, at: Instant): boolean =>
  queue.failingSince !== null && millisOf(at) - millisOf(queue.failingSince) >= UNREACHABLE_MS

export type UnreachablePartner = {
  readonly partner: MemberId
  readonly name: string | null
  readonly since: Instant
  /** Contacts that show a phone number. */
  readonly contacts: readonly { readonly name: string; readonly phone: string }[]
}

/** In the order of their identifiers. */
export async function unreachablePartners(
  deps: Pick<Deps, 'work' | 'members' | 'clock'>,
  us: MemberId,
  participants: Iterable<MemberId>,
): Promise<UnreachablePartner[]> {
  const at = deps.clock.now()
  const asked = new Set(participants)
  const queues = (await deps.work.partnerQueues(us)).filter(
    (queue) => asked.has(queue.partner) && isUnreachable(queue, at),
  )
  const known = await knownPartners(
    deps,
    us,
    queues.map(({ partner }) => partner),
  )
  return queues.flatMap(({ partner, failingSince }) => {
    if (failingSince === null) return []
    const { name = null, contacts = [] } = known.get(partner) ?? {}
    return [{ partner, name, since: failingSince, contacts: contacts.flatMap(withPhone) }]
  })
}

const withPhone = ({ name, phone }: Contact): { name: string; phone: string }[] =>
  phone === null ? [] : [{ name, phone }]

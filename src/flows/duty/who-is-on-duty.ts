// Whom of our people to tell about a matter, one after another: on duty, next in the rota, then the chain of duty managers. In: our member,
// an instant, product and level. Out: the people in order, with until when the first is on duty; nobody where no rota covers it.
import type { MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import { type DutyStep, dutyOrder } from '../../core/support/duty-order.ts'
import type { Concern } from '../../core/support/who-answers.ts'
import type { StoredPerson } from '../duty-ports.ts'
import { currentSupport, type SupportDeps } from './support-profile-of.ts'

export type PersonOnDuty = Omit<StoredPerson, 'version'> & Pick<DutyStep, 'as'>

export type OnDuty = {
  /** The rota that covers it; null where none does. */
  readonly rota: string | null
  /** When the next shift begins. */
  readonly until: Instant | null
  readonly people: readonly PersonOnDuty[]
}

const NOBODY: OnDuty = { rota: null, until: null, people: [] }

/** Who of `member`'s people to tell, in order, each once. */
export async function whoIsOnDuty(
  deps: SupportDeps,
  member: MemberId,
  at: Instant,
  concern: Concern = {},
): Promise<OnDuty> {
  const [support, rotas, people] = await Promise.all([
    currentSupport(deps, member, member),
    deps.members.listRotas(member),
    deps.members.listPeople(member),
  ])
  const profile = support?.profile ?? null
  const order = dutyOrder(
    profile,
    rotas.map(({ rota }) => rota),
    at,
    concern,
  )
  if (order === null) return NOBODY
  const known = new Map(people.map(({ id, person }) => [id, person]))
  const told = order.steps.flatMap(({ person: id, as }) => {
    const person = known.get(id)
    return person === undefined ? [] : [{ id, person, as }]
  })
  return { rota: order.rota, until: order.until, people: told }
}

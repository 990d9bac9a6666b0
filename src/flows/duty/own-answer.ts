// Who of ours answers at an instant: by our support profile, our rotas and our people. In: our member, an instant, what it is about, and
// whether names are told. Out: the answer, or null where the member publishes no support profile.
import type { MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import { answerFrom, type WhoAnswersNow } from '../../core/support/duty-answer.ts'
import type { Concern } from '../../core/support/who-answers.ts'
import { currentSupport, type SupportDeps } from './support-profile-of.ts'

export async function ownAnswer(
  deps: SupportDeps,
  member: MemberId,
  at: Instant,
  concern: Concern,
  shareNames: boolean,
): Promise<WhoAnswersNow | null> {
  const [support, rotas, people] = await Promise.all([
    currentSupport(deps, member, member),
    deps.members.listRotas(member),
    deps.members.listPeople(member),
  ])
  if (support === null) return null
  const staff = {
    rotas: rotas.map(({ rota }) => rota),
    people: new Map(people.map(({ id, person }) => [id, person])),
    shareNames,
  }
  return answerFrom(support.profile, staff, at, concern)
}

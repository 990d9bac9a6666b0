// A notice of a planned change that went wrong becomes a case in one step: a successor that carries everything over and asks the chosen
// partners; the notice closes as handed off. If we stop between the two, the notice closes with its window.
import { hostOf } from '../../core/cases/case.ts'
import type { Problem } from '../../core/cases/command.ts'
import type { CaseId, MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { Deps } from '../ports.ts'
import { actOnCase } from './act-on-case.ts'
import { openCase, type OpenCaseInput } from './open-case.ts'
import type { Receipt, WriteOptions } from './receipt.ts'
import { problemTexts } from './request-engagement.ts'

export type NoticeHandOff = Pick<OpenCaseInput, 'caseNumber' | 'severity' | 'engagements'> & {
  /** What is known by now; it goes before what the notice said. */
  readonly texts: Problem['texts']
}

/** The receipt is that of the new case. Refuses `not-a-notice`, `not-host`, and what `openCase` refuses. */
export async function handOffNotice(
  deps: Deps,
  member: MemberId,
  notice: CaseId,
  { texts, ...input }: NoticeHandOff,
  options: WriteOptions = {},
): Promise<Receipt | Refusal> {
  const stored = await deps.cases.loadCase(member, notice, { fresh: true })
  if (!stored || stored.stage !== 'shared') return new Refusal('case-not-found')
  const { state } = stored
  if (state.kind !== 'change') return new Refusal('not-a-notice')
  if (hostOf(state) !== member) return new Refusal('not-host')
  const carried = await problemTexts(deps, member, notice, state.problem.event)
  const receipt = await openCase(
    deps,
    member,
    {
      ...input,
      problem: {
        product: state.product,
        kind: 'fault',
        review: null,
        texts: { ...carried, ...texts },
      },
      test: state.test,
      batonSilence: null,
      continues: notice,
    },
    options,
  )
  if (receipt instanceof Refusal) return receipt
  await actOnCase(deps, member, notice, { type: 'close-case', code: 'handed-off' })
  return receipt
}

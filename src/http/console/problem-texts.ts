// The texts of the problem as far as they are here: those of the case, or, while we are only invited, what the invitation repeats.
import type { CaseView } from '../../core/cases/view.ts'
import { isJsonObject } from '../../core/exchange/strict-json.ts'

type Shown = Pick<CaseView, 'problem' | 'engagements' | 'us'>

export function problemTextsOf({
  problem,
  engagements,
  us,
}: Shown): Readonly<Record<string, unknown>> {
  if (Object.keys(problem.texts).length > 0) return problem.texts
  const {
    summary,
    customer,
    problem: rest,
  } = engagements.findLast(({ invitee }) => invitee === us)?.texts ?? {}
  return { ...(isJsonObject(rest) ? rest : {}), summary, customer }
}

/** The summary, whatever a partner put there. */
export function titleOf(view: Shown): string {
  const { summary } = problemTextsOf(view)
  return typeof summary === 'string' && summary.trim() !== '' ? summary : 'Case without a summary'
}

// The one judgement of an event: our own commands and a partner's events meet the same rules here (D15). The state given is the
// one the author had seen; the verdict is final and the same at every gateway (D10).
import type { z } from 'zod'
import { isActive, participantOf, standing, statusOf } from './case.ts'
import type { CaseState } from './case.ts'
import type { CaseEvent, EventRule, Sees, Verdict } from './event.ts'
import { ruleOf } from './registry.ts'
import type { RefusalCode } from '../kernel/refusal.ts'

/** `effect`, or the word for having none, of an event of a case that is open in `state`. */
export function judge(state: CaseState, event: CaseEvent): Verdict {
  const rule = ruleOf(event.type)
  if (!rule || (rule.since ?? 1) > state.rules) return 'type-unknown'
  const body = bodyOf(rule, event)
  if (!body.success) return 'body-invalid'
  return (
    frozen(state, event) ??
    standingRefusal(state, event, rule) ??
    (statusOf(state) === 'closed' && !rule.whileClosed ? 'case-closed' : null) ??
    rule.judge(state, event, body.data) ??
    'effect'
  )
}

/** What an event with an effect does. The caller knows that the verdict is `effect`. */
export function evolve(state: CaseState, event: CaseEvent, sees: Sees): CaseState {
  const rule = ruleOf(event.type)
  const body = rule && bodyOf(rule, event)
  return rule && body?.success ? rule.evolve(state, event, body.data, sees) : state
}

/** Bodies read so far. An event's body never changes, so this remembers and decides nothing. */
const bodies = new WeakMap<CaseEvent['body'], { readonly type: string; readonly body: ReadBody }>()
type ReadBody = z.ZodSafeParseResult<never>

function bodyOf(rule: EventRule<never>, { type, body }: CaseEvent): ReadBody {
  const known = bodies.get(body)
  if (known?.type === type) return known.body
  const read = rule.body.safeParse(body)
  bodies.set(body, { type, body: read })
  return read
}

function frozen(state: CaseState, event: CaseEvent): RefusalCode | null {
  const cut = participantOf(state, event.author)?.frozen
  if (!cut) return null
  return cut.resumed !== null && event.incarnation >= cut.resumed ? null : 'author-frozen'
}

function standingRefusal(
  state: CaseState,
  event: CaseEvent,
  rule: EventRule<never>,
): RefusalCode | null {
  if (isActive(state, event.author)) return null
  if (rule.by !== 'invitee') return 'not-active'
  const now = standing(state, event.author)
  return now === 'requested' ? null : 'engagement-not-open'
}

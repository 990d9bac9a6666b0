// What our own side may do next: a command and the state become one event draft, or a refusal. The twin of `admit`: what a draft
// may do is judged by the very rules a partner's event meets; this file only completes commands and checks what texts need.
import type { MemberId } from '../kernel/id.ts'
import { Refusal } from '../kernel/refusal.ts'
import { presentMembers } from './case.ts'
import type { CaseState } from './case.ts'
import { supportMissing } from './claim.ts'
import type { CaseCommand, Draft, OpenCommand } from './command.ts'
import { clearProblem, draftOf, problemTexts } from './draft.ts'
import type { CaseEvent } from './event.ts'
import { judge } from './judge.ts'
import { ruleOf } from './registry.ts'

export type Doing = { readonly by: MemberId; readonly incarnation: number; readonly at: number }

/** The draft of an opening event. It has no state to be judged by; its shape is checked as any opening's. */
export function decideOpening(command: OpenCommand): Draft {
  return {
    type: 'case-opened',
    body: {
      rules: command.rules,
      algs: command.algs,
      keys: command.keys,
      test: command.test,
      batonSilence: command.batonSilence,
      continues: command.continues,
      ...clearProblem(command.problem),
    },
    texts: problemTexts(command.problem),
  }
}

/** The draft for a command, judged to have an effect on `state`; or the word that a partner would be given for it. */
export function decide(state: CaseState, command: CaseCommand, doing: Doing): Draft | Refusal {
  const draft = draftOf(state, command, doing.by)
  if (draft instanceof Refusal) return draft
  return (
    judgeDraft(state, draft, doing) ??
    checkSupport(draft) ??
    checkTexts(state, draft, doing) ??
    draft
  )
}

function judgeDraft(
  state: CaseState,
  draft: Draft,
  { by, incarnation, at }: Doing,
): Refusal | null {
  const event: CaseEvent = {
    id: state.opened.event,
    caseId: state.id,
    author: by,
    incarnation,
    seq: 0,
    prev: null,
    heads: [],
    type: draft.type,
    body: draft.body,
    texts: {},
    iat: at,
    at: Math.max(at, ...state.heads.map((head) => head.at)),
    depth: 0,
  }
  const body = ruleOf(draft.type)?.body.safeParse(draft.body)
  const issue = body?.success === false ? body.error.issues[0] : undefined
  if (issue) return new Refusal('invalid-field', issue.message, issue.path.join('.'))
  const verdict = judge(state, event)
  return verdict === 'effect' ? null : new Refusal(verdict)
}

/** What a claim of the gravest level must say beside it; a partner's without it stands all the same, flagged (lessons P10). */
function checkSupport({ type, body, texts }: Draft): Refusal | null {
  if (type !== 'severity-claimed') return null
  const [missing] = supportMissing(body['level'], body['reason'], texts)
  return missing ? new Refusal(SUPPORT_WORDS[missing], undefined, missing) : null
}

const SUPPORT_WORDS = { impact: 'impact-missing', contact: 'contact-missing' } as const

/** A limited reader must take part or be the invitee of the engagement that the event speaks of (D7c). */
function checkTexts(state: CaseState, draft: Draft, { by }: Doing): Refusal | null {
  const allowed = new Set<string>([...presentMembers(state), by])
  if (typeof draft.body['invitee'] === 'string') allowed.add(draft.body['invitee'])
  for (const [slot, { readers }] of Object.entries(draft.texts)) {
    if (readers === 'case') continue
    const stranger = readers.find((reader) => !allowed.has(reader))
    if (stranger) return new Refusal('reader-not-participant', undefined, `texts.${slot}.readers`)
  }
  return null
}

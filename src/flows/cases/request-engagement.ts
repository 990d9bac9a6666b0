// Engaging another member in a case that exists (needs N5). The invitation repeats what the hand-off needs, because the invitee
// sees nothing else of the case before it accepts (D6a).
import { PROBLEM_SLOTS } from '../../core/cases/opening.ts'
import type { Invitation, Json, Problem } from '../../core/cases/command.ts'
import { openDisclosure } from '../../core/exchange/disclosure.ts'
import type { CaseId, EventId, MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { intakeFormOf } from '../members/intake-form.ts'
import { judgeNewEngagement } from '../../core/members/trust.ts'
import { resolvePartner, standingOf } from '../members/resolve-partner.ts'
import type { Deps } from '../ports.ts'
import { actOnCase } from './act-on-case.ts'
import type { Receipt, WriteOptions } from './receipt.ts'

export type EngagementInput = {
  readonly partner: MemberId
  readonly ask: Invitation['ask']
  /** Answer wanted by, seconds since 1970. */
  readonly due: number | null
  /** The partner's own product that it is about: what its agreement with us is judged by. */
  readonly product?: string
  /** What the partner is asked to do. */
  readonly text?: string
  /** The partner's own intake form, filled in: value by field key. */
  readonly form?: Readonly<Record<string, string>>
  /** What the end customer is entitled to at this partner. */
  readonly entitlement?: {
    readonly contract?: string
    readonly serial?: string
    readonly level?: string
  }
  /** Whom to call at our side. */
  readonly contact?: { readonly name: string; readonly phone?: string; readonly email?: string }
}

export async function requestEngagement(
  deps: Deps,
  member: MemberId,
  caseId: CaseId,
  input: EngagementInput,
  options: WriteOptions = {},
): Promise<Receipt | Refusal> {
  const stored = await deps.cases.loadCase(member, caseId, { fresh: true })
  if (!stored) return new Refusal('case-not-found')
  const asked = await invitation(
    deps,
    member,
    input,
    await problemTexts(deps, member, caseId, stored.state.problem.event),
    '',
  )
  if (asked instanceof Refusal) return asked
  return actOnCase(deps, member, caseId, { type: 'request-engagement', ...asked }, options)
}

/** Resolves the partner's keys and intake form and composes what travels. `path` prefixes the field of a refusal. */
export async function invitation(
  deps: Deps,
  member: MemberId,
  input: EngagementInput,
  problem: Problem['texts'],
  path: string,
): Promise<Invitation | Refusal> {
  const at = (field: string): string => (path === '' ? field : `${path}.${field}`)
  if (input.partner === member) return new Refusal('target-is-self', undefined, at('partner'))
  const resolved = await resolvePartner(deps, member, input.partner)
  if (resolved instanceof Refusal) return new Refusal(resolved.code, resolved.detail, at('partner'))
  const barred = judgeNewEngagement(standingOf(resolved.partner), deps.clock.now())
  if (barred) return new Refusal(barred.code, barred.detail, at('partner'))
  const form = await intakeFormOf(deps, member, resolved.partner)
  const empty = form?.form.fields.find((f) => f.required && !input.form?.[f.key]?.trim())
  if (empty)
    return new Refusal(
      'intake-form-incomplete',
      `${empty.label} is required`,
      at(`form.${empty.key}`),
    )
  return {
    invitee: input.partner,
    keys: resolved.eventKeys.map((key) => key.kid),
    ask: input.ask,
    due: input.due,
    ...(input.product === undefined ? {} : { product: input.product }),
    form: form ? { id: form.form.id, hash: form.digest } : null,
    texts: textsOf(input, problem),
  }
}

function textsOf(input: EngagementInput, problem: Problem['texts']): Invitation['texts'] {
  const { summary, customer, ...rest } = problem
  return {
    ...(summary === undefined ? {} : { summary }),
    ...(customer === undefined ? {} : { customer }),
    ...(Object.keys(rest).length === 0 ? {} : { problem: rest as Json }),
    ...(input.text === undefined ? {} : { ask: input.text }),
    ...(input.form === undefined ? {} : { form: input.form }),
    ...(input.entitlement === undefined ? {} : { entitlement: present(input.entitlement) }),
    ...(input.contact === undefined ? {} : { contact: present(input.contact) }),
  }
}

const present = (value: Readonly<Record<string, string | undefined>>): Json =>
  Object.fromEntries(
    Object.entries(value).flatMap(([key, v]) => (v === undefined ? [] : [[key, v]])),
  )

/** The problem record's texts as far as they are held here: an erased or withheld one is simply not repeated. */
async function problemTexts(
  deps: Deps,
  member: MemberId,
  caseId: CaseId,
  event: EventId,
): Promise<Problem['texts']> {
  const texts = await deps.cases.loadTexts(member, caseId, [event])
  const slots: readonly string[] = PROBLEM_SLOTS
  return Object.fromEntries(
    texts.flatMap(({ slot, disclosure }) => {
      const opened = slots.includes(slot) ? openDisclosure(disclosure) : null
      return opened ? [[slot, opened.value]] : []
    }),
  )
}

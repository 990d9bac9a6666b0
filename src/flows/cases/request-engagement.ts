// Engaging another member in a case that exists (needs N5). The invitation repeats what the hand-off needs, because the invitee
// sees nothing else of the case before it accepts (D6a).
import { PROBLEM_SLOTS } from '../../core/cases/opening.ts'
import type { Invitation, Json, Problem } from '../../core/cases/command.ts'
import { openDisclosure } from '../../core/exchange/disclosure.ts'
import type { CaseId, EventId, MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { intakeFormOf } from '../members/intake-form.ts'
import { participantOf } from '../../core/cases/case.ts'
import { judgeNewEngagement } from '../../core/members/trust.ts'
import { resolvePartner, standingOf } from '../members/resolve-partner.ts'
import type { SharedLevel } from '../../core/severity/scale.ts'
import type { Deps } from '../ports.ts'
import { actOnCase } from './act-on-case.ts'
import type { Receipt, WriteOptions } from './receipt.ts'
import { sendLevel, type SentReport, type Terms } from './send-level.ts'

/** A hand-off made by phone: who called whom, when, and what was agreed. */
export type PhoneHandOff = {
  /** Seconds since 1970. */
  readonly at: number
  readonly caller: string
  readonly answeredBy: string
  readonly agreed: string
  /** What the partner's desk calls the call. */
  readonly reference?: string
}

export type EngagementInput = Terms & {
  readonly ask: Invitation['ask']
  /** Answer wanted by, seconds since 1970. */
  readonly due: number | null
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
  readonly phone?: PhoneHandOff
  /** What it does to the business, in a sentence; the problem record's where absent. */
  readonly impact?: string
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
  const asked = await invitation(deps, member, input, {
    problem: await problemTexts(deps, member, caseId, stored.state.problem.event),
    level: participantOf(stored.state, member)?.claim?.level ?? null,
    notice: stored.state.kind === 'change',
    path: '',
  })
  if (asked instanceof Refusal) return asked
  const { sent, ...command } = asked
  return actOnCase(deps, member, caseId, { type: 'request-engagement', ...command }, options, [
    sent,
  ])
}

/** What an invitation repeats of the case, and what stands before the fields of a refusal. */
export type Around = {
  readonly problem: Problem['texts']
  /** The level we claim. */
  readonly level: SharedLevel | null
  /** A notice asks for nothing, so no form is to be filled in. */
  readonly notice: boolean
  readonly path: string
}

/** Resolves the partner's keys and intake form, reckons the level in its words, and composes what travels. */
export async function invitation(
  deps: Deps,
  member: MemberId,
  input: EngagementInput,
  { problem, level, notice, path }: Around,
): Promise<(Invitation & { readonly sent: SentReport }) | Refusal> {
  const at = (field: string): string => (path === '' ? field : `${path}.${field}`)
  if (input.partner === member) return new Refusal('target-is-self', undefined, at('partner'))
  const resolved = await resolvePartner(deps, member, input.partner)
  if (resolved instanceof Refusal) return new Refusal(resolved.code, resolved.detail, at('partner'))
  const barred = judgeNewEngagement(standingOf(resolved.partner), deps.clock.now())
  if (barred) return new Refusal(barred.code, barred.detail, at('partner'))
  const form = await intakeFormOf(deps, member, resolved.partner)
  const empty = (notice ? null : form)?.form.fields.find(
    (f) => f.required && !input.form?.[f.key]?.trim(),
  )
  if (empty)
    return new Refusal(
      'intake-form-incomplete',
      `${empty.label} is required`,
      at(`form.${empty.key}`),
    )
  if (input.levelDuties?.contact === 'given' && !isReachable(input.contact))
    return new Refusal(
      'contact-missing',
      'A contact at any hour needs a phone number or an address.',
      at('contact'),
    )
  const sending = await sendLevel(deps, member, level, input, path === '' ? '' : `${path}.`)
  if (sending instanceof Refusal) return sending
  return {
    invitee: input.partner,
    keys: resolved.eventKeys.map((key) => key.kid),
    ask: input.ask,
    due: input.due,
    ...(input.product === undefined ? {} : { product: input.product }),
    form: form ? { id: form.form.id, hash: form.digest } : null,
    ...sending.said,
    phone: input.phone === undefined ? null : { at: input.phone.at },
    texts: textsOf(input, problem),
    sent: sending.report,
  }
}

const isReachable = (contact: EngagementInput['contact']): boolean =>
  contact?.phone !== undefined || contact?.email !== undefined

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
    ...(input.impact === undefined ? {} : { impact: input.impact }),
    ...(input.phone === undefined ? {} : { call: callText(input.phone) }),
  }
}

const callText = ({ caller, answeredBy, agreed, reference }: PhoneHandOff): Json =>
  present({ caller, answeredBy, agreed, reference })

const present = (value: Readonly<Record<string, string | undefined>>): Json =>
  Object.fromEntries(
    Object.entries(value).flatMap(([key, v]) => (v === undefined ? [] : [[key, v]])),
  )

/** The problem record's texts as far as they are held here: an erased or withheld one is simply not repeated. */
export async function problemTexts(
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

// What every write of the API has in common: ids from the path, the version that was read, the body, the key of a repeated request,
// and a receipt as the answer. A route adds the shape of its body and the one flow it calls.
import type { Context, Handler } from 'hono'
import { z } from 'zod'
import type { TokenServer } from '../../core/access/access-token.ts'
import type { CaseCommand } from '../../core/cases/command.ts'
import type { Readers } from '../../core/cases/event.ts'
import { referenceOf } from '../../core/cases/reference.ts'
import { CaseId, EventId } from '../../core/kernel/id.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { actOnCase } from '../../flows/cases/act-on-case.ts'
import type { Receipt, WriteOptions } from '../../flows/cases/receipt.ts'
import type { Site } from '../../flows/members/site.ts'
import type { AppDeps, AppOptions } from '../context.ts'
import { viewSent } from './sent.ts'
import { answerWrite, type Answer, type Once } from '../idempotency.ts'
import { readIfMatch } from '../if-match.ts'
import { refuse } from '../problem.ts'
import { readJson } from '../read-json.ts'
import { member, prose } from '../text.ts'

export type Api = {
  readonly deps: AppDeps
  readonly site: Site
  readonly server: TokenServer
  readonly once: Once
  readonly options: AppOptions
}

/** A write on a case, read from its request. */
export type Asked<T> = {
  readonly body: T
  readonly us: MemberId
  readonly caseId: CaseId
  /** The engagement, note, escalation or action of the path, where the path has one. */
  readonly target: EventId
}

/** Ids that may stand in a path beside the case's, and what is refused for a text that is none. */
const TARGETS = {
  engagementId: 'engagement-unknown',
  noteId: 'not-found',
  escalationId: 'escalation-unknown',
  actionId: 'not-found',
} as const

/** Runs a flow on the case of the path and answers its receipt. */
export function writesCase<T>(
  api: Api,
  shape: z.ZodType<T>,
  run: (asked: Asked<T>, options: WriteOptions) => Promise<Receipt | Refusal>,
  status: 200 | 201 = 200,
): Handler {
  return async (c) => {
    const asked = await readAsked(c, shape)
    if (asked instanceof Refusal) return refuse(c, asked)
    const expected = readIfMatch(c.req.header('if-match'))
    if (expected instanceof Refusal) return refuse(c, expected)
    return answersReceipt(api, c, status, (options) =>
      run(asked, { ...options, ...(expected === undefined ? {} : { expected }) }),
    )
  }
}

/** A command of the case, carried by the one flow that carries all of them. */
export const acts = <T>(
  api: Api,
  shape: z.ZodType<T>,
  toCommand: (asked: Asked<T>) => CaseCommand,
  status: 200 | 201 = 200,
): Handler =>
  writesCase(
    api,
    shape,
    (asked, options) => actOnCase(api.deps, asked.us, asked.caseId, toCommand(asked), options),
    status,
  )

/** Runs a write once for each Idempotency-Key and answers its receipt. */
export function answersReceipt(
  api: Api,
  c: Context,
  status: 200 | 201,
  run: (options: WriteOptions) => Promise<Receipt | Refusal>,
): Promise<Response> {
  const render = renderReceipt(status)
  return api.once(c, async (answer) => {
    const receipt = await run(answer === undefined ? {} : { answer: { ...answer, render } })
    return receipt instanceof Refusal ? refuse(c, receipt) : answerWrite(c, render(receipt))
  })
}

/** The body of a receipt, first or repeated. */
const renderReceipt =
  (status: 200 | 201) =>
  ({ caseId, version, events, sent }: Receipt): Answer => ({
    status,
    body: JSON.stringify({
      caseId,
      reference: referenceOf(caseId),
      version,
      events,
      ...(sent === undefined ? {} : { sent: sent.map(viewSent) }),
    }),
  })

async function readAsked<T>(c: Context, shape: z.ZodType<T>): Promise<Asked<T> | Refusal> {
  const caseId = caseIdOf(c)
  if (caseId instanceof Refusal) return caseId
  const target = targetOf(c)
  if (target instanceof Refusal) return target
  const body = await readJson(c, shape)
  if (body instanceof Refusal) return body
  return { body, us: c.var.caller.member, caseId, target: target ?? (caseId as string as EventId) }
}

/** What is no id names no case; nobody learns more. */
export function caseIdOf(c: Context): CaseId | Refusal {
  const id = CaseId.safeParse(c.req.param('caseId'))
  return id.success ? id.data : new Refusal('case-not-found')
}

function targetOf(c: Context): EventId | undefined | Refusal {
  for (const [name, word] of Object.entries(TARGETS)) {
    const text = c.req.param(name)
    if (text === undefined) continue
    const id = EventId.safeParse(text)
    return id.success ? id.data : new Refusal(word)
  }
  return undefined
}

/** A body without fields. */
export const Nothing = z.strictObject({})
/** A body of a few words, or none. */
export const Remark = z.strictObject({ text: prose().optional() })

/** Who reads a text. */
export const Audience = z.union([z.literal('all'), z.array(member).min(1).max(64)])

/** The author reads what it wrote, so that others may give it back after a restore (D7c). */
export const readersOf = (audience: z.infer<typeof Audience>, us: MemberId): Readers =>
  audience === 'all' ? 'case' : [...new Set([...audience, us])]

/** A text as commands take it: absent where nothing was said. */
export const said = (text: string | undefined): { readonly text?: string } =>
  text === undefined ? {} : { text }

/** The same where the text goes beside what was done. */
export const noted = (text: string | undefined): { readonly note?: string } =>
  text === undefined ? {} : { note: text }

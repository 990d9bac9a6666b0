// What partner gateways call (openapi/exchange.yaml): single and batch push, poll, missing events, tips, who answers. Answers in protocol words
// a machine can act on (RFC 8935 §2.4); sizes are checked before anything is read.
import { Hono } from 'hono'
import type { Context } from 'hono'
import { z } from 'zod'
import { textOf } from '../../core/kernel/bytes.ts'
import { CaseId, EventId } from '../../core/kernel/id.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import { secondsOf } from '../../core/kernel/instant.ts'
import { Refusal, SENTENCES } from '../../core/kernel/refusal.ts'
import {
  MAX_BATCH_EVENTS,
  MAX_EXCHANGE_BODY_BYTES,
  MAX_HEADS,
  MAX_MISSING_IDS,
  MAX_POLL_EVENTS,
  MAX_POLL_WAIT_SECONDS,
} from '../../core/exchange/limits.ts'
import { endpointsOf } from '../../core/members/endpoints.ts'
import { parseStrictJson } from '../../core/exchange/strict-json.ts'
import type { Outcome } from '../../flows/exchange/arrival.ts'
import { authenticateRequest } from '../../flows/exchange/authenticate-request.ts'
import { DutyQuestion, serveDuty } from '../../flows/duty/serve-duty.ts'
import { HeadsRequest, serveHeads } from '../../flows/exchange/compare-heads.ts'
import { receiveEvents } from '../../flows/exchange/receive-events.ts'
import type { Incoming } from '../../flows/exchange/receive-events.ts'
import { recipientOf } from '../../flows/exchange/recipient.ts'
import type { Site } from '../../flows/members/site.ts'
import { serveMissing } from '../../flows/exchange/serve-missing.ts'
import { servePoll } from '../../flows/exchange/serve-poll.ts'
import type { Deps } from '../../flows/ports.ts'
import type { AppOptions } from '../context.ts'
import { readBytes } from '../read-bytes.ts'
import { waitingSignal } from '../waiting.ts'
import { limitsStrangers, mayLookUp, strangerBuckets } from '../strangers.ts'
import { secEventError } from '../../core/exchange/sec-event-error.ts'

const Ids = z.array(EventId)
const Errors = z.record(
  z.string(),
  z.object({ err: z.string(), description: z.string().optional() }),
)

const Batch = z.object({
  sets: z.record(z.string(), z.string()),
  disclosures: z.record(z.string(), z.array(z.string())).default({}),
})
const Poll = z.object({
  maxEvents: z.number().int().min(0).max(MAX_POLL_EVENTS).optional(),
  returnImmediately: z.boolean().optional(),
  ack: z.array(z.string()).max(1_000).optional(),
  setErrs: Errors.optional(),
})
const Missing = z.object({
  case: CaseId,
  wanted: Ids.max(MAX_MISSING_IDS),
  have: Ids.max(MAX_HEADS),
})

/** Seconds after which a partner may send again what waits for its ancestors. */
const PARKED_RETRY_SECONDS = 2
/** Seconds after which an unknown caller may be looked up again. */
const LIMITED_RETRY_SECONDS = 60

const DOORS = ['events', 'batch', 'poll', 'missing', 'heads', 'duty'] as const

export function exchangeRoutes(own: Deps, site: Site, options: AppOptions = {}): Hono {
  const app = new Hono()
  const { strangers = strangerBuckets() } = options
  const base = '/members/:handle/exchange'
  const limit = limitsStrangers(own, { buckets: strangers.useless, refuse: tooMany })
  for (const name of DOORS) app.use(`${base}/${name}`, limit)
  /** Whoever calls may make us look up strangers only so often. */
  const depsFor = (c: Context): Deps => ({ ...own, mayLookUp: mayLookUp(own, strangers, c) })

  app.post(`${base}/events`, async (c) => {
    const deps = depsFor(c)
    const member = await recipientOf(deps, c.req.param('handle'))
    if (!member) return refuse(c, new Refusal('member-unknown'), 404)
    const body = await readBytes(c.req.raw, MAX_EXCHANGE_BODY_BYTES)
    const text = body && textOf(body)
    if (!text)
      return refuse(c, new Refusal(body ? 'malformed-request' : 'body-too-large'), body ? 400 : 413)
    const pushed = singlePush(c.req.header('content-type'), text)
    if (pushed instanceof Refusal) return refuse(c, pushed, 415)
    const outcome = (await receiveEvents(deps, member, [pushed], null)).get(pushed.key)
    return answerSingle(c, outcome)
  })

  app.post(`${base}/batch`, async (c) => {
    const deps = depsFor(c)
    const member = await recipientOf(deps, c.req.param('handle'))
    if (!member) return refuse(c, new Refusal('member-unknown'), 404)
    const read = await readJson(c, Batch)
    if (read instanceof Refusal) return refuse(c, read)
    const entries = Object.entries(read.value.sets)
    if (entries.length > MAX_BATCH_EVENTS) return refuse(c, new Refusal('too-many-events'))
    const { disclosures } = read.value
    const incoming: Incoming[] = entries.map(([key, token]) => ({
      key,
      token,
      disclosures: (id) => disclosures[id] ?? [],
    }))
    const outcomes = [...(await receiveEvents(deps, member, incoming, null))]
    c.set('toll', outcomes.filter(([, { word }]) => word !== 'taken').length)
    return c.json(
      {
        ack: outcomes.filter(([, o]) => o.word === 'taken').map(([key]) => key),
        setErrs: Object.fromEntries(
          outcomes.flatMap(([key, o]) => (o.word === 'refused' ? [[key, said(o.refusal)]] : [])),
        ),
      },
      202,
    )
  })

  app.post(`${base}/poll`, async (c) => {
    const deps = depsFor(c)
    const asked = await readSigned(deps, site, c, 'poll', Poll)
    if (asked instanceof Refusal) return refuse(c, asked, undefined, deps)
    const wait = { ms: MAX_POLL_WAIT_SECONDS * 1000, signal: waitingSignal(c, options) }
    return c.json(await servePoll(deps, asked.member, asked.caller, asked.value, wait))
  })

  app.post(`${base}/missing`, async (c) => {
    const deps = depsFor(c)
    const asked = await readSigned(deps, site, c, 'missing', Missing)
    if (asked instanceof Refusal) return refuse(c, asked, undefined, deps)
    const answer = await serveMissing(deps, asked.member, asked.caller, asked.value)
    return answer instanceof Refusal ? refuse(c, answer) : c.json(answer)
  })

  app.post(`${base}/heads`, async (c) => {
    const deps = depsFor(c)
    const asked = await readSigned(deps, site, c, 'heads', HeadsRequest)
    if (asked instanceof Refusal) return refuse(c, asked, undefined, deps)
    return c.json(await serveHeads(deps, asked.member, asked.caller, asked.value))
  })

  app.post(`${base}/duty`, async (c) => {
    const deps = depsFor(c)
    const asked = await readSigned(deps, site, c, 'duty', DutyQuestion)
    if (asked instanceof Refusal) return refuse(c, asked, undefined, deps)
    const answer = await serveDuty(deps, asked.member, asked.caller, asked.value)
    return answer instanceof Refusal ? refuse(c, answer) : c.json(answer)
  })

  return app
}

/** RFC 8935 with a bare token, or the same token followed by its disclosures (RFC 9901 §4). */
function singlePush(type: string | undefined, text: string): Incoming | Refusal {
  const media = (type ?? '').split(';')[0]?.trim().toLowerCase()
  const key = 'single'
  if (media === 'application/secevent+jwt')
    return { key, token: text.trim(), disclosures: () => [] }
  if (media !== 'application/sd-jwt') return new Refusal('unsupported-media-type')
  const [token = '', ...disclosures] = text.trim().split('~')
  return { key, token, disclosures: () => disclosures.filter((d) => d !== '') }
}

function answerSingle(c: Context, outcome: Outcome | undefined): Response {
  if (outcome?.word === 'taken') return c.body(null, 202)
  if (outcome?.word === 'refused') return refuse(c, outcome.refusal, 400)
  c.set('toll', 1)
  c.header('retry-after', String(PARKED_RETRY_SECONDS))
  const ahead = outcome?.word === 'waiting' && outcome.datedAhead
  return refuse(c, new Refusal(ahead ? 'event-dated-ahead' : 'event-missing-ancestors'), 503)
}

async function readJson<T>(
  c: Context,
  shape: z.ZodType<T>,
): Promise<{ value: T; bytes: Uint8Array<ArrayBuffer> } | Refusal> {
  const bytes = await readBytes(c.req.raw, MAX_EXCHANGE_BODY_BYTES)
  if (!bytes) return new Refusal('body-too-large')
  const text = textOf(bytes)
  const json =
    text === null ? new Refusal('malformed-request') : parseStrictJson(text, 'malformed-request')
  if (json instanceof Refusal) return json
  const parsed = shape.safeParse(json)
  if (parsed.success) return { value: parsed.data, bytes }
  const [issue] = parsed.error.issues
  return new Refusal('invalid-field', issue?.message, issue?.path.join('.'))
}

async function readSigned<T>(
  deps: Deps,
  site: Site,
  c: Context,
  endpoint: 'poll' | 'missing' | 'heads' | 'duty',
  shape: z.ZodType<T>,
): Promise<{ member: MemberId; caller: MemberId; value: T } | Refusal> {
  const handle = c.req.param('handle') ?? ''
  const member = await recipientOf(deps, handle)
  if (!member) return new Refusal('member-unknown')
  const read = await readJson(c, shape)
  if (read instanceof Refusal) return read
  const caller = await authenticateRequest(deps, member, {
    token: requestToken(c.req.header('authorization')),
    method: 'POST',
    url: endpointsOf(site.publicUrl, handle)[endpoint],
    body: read.bytes,
  })
  return caller instanceof Refusal ? caller : { member, caller, value: read.value }
}

function requestToken(header: string | undefined): string | null {
  const [scheme, token] = (header ?? '').split(' ')
  return scheme?.toLowerCase() === 'entente-request' && token ? token : null
}

function tooMany(c: Context, retryAfter: number): Response {
  const answer = refuse(c, new Refusal('rate-limited'))
  answer.headers.set('retry-after', String(retryAfter))
  return answer
}

const said = (refusal: Refusal) => secEventError(refusal, SENTENCES[refusal.code])

function refuse(
  c: Context,
  refusal: Refusal,
  status?: 400 | 404 | 413 | 415 | 429 | 503,
  deps?: Deps,
): Response {
  c.header('content-language', 'en')
  if (refusal.code === 'rate-limited') c.header('retry-after', String(LIMITED_RETRY_SECONDS))
  if (deps && refusal.code === 'request-expired')
    c.header('entente-time', String(secondsOf(deps.clock.now())))
  return c.json(said(refusal), status ?? statusOf(refusal))
}

function statusOf({ code }: Refusal): 400 | 401 | 403 | 404 | 413 | 429 | 503 {
  if (code === 'rate-limited') return 429
  if (code === 'body-too-large') return 413
  if (['member-unknown', 'event-not-shared', 'not-found'].includes(code)) return 404
  if (code === 'partner-unreachable') return 503
  if (code.startsWith('request-')) return 401
  return ['partner-untrusted', 'member-suspended', 'pin-mismatch'].includes(code) ? 403 : 400
}

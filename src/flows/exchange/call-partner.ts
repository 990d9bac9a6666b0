// One signed request to a partner (D22): its address from its metadata, our right to ask beside it, its clock learned from a
// refusal for time. Answers a status and a parsed body, or the words why there is none.
import type { CaseGatewayMetadata } from '../../core/members/metadata.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import { utf8, textOf } from '../../core/kernel/bytes.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { judgeConnection } from '../../core/members/trust.ts'
import { resolvePartner, standingOf } from '../members/resolve-partner.ts'
import type { Deps, NetResponse } from '../ports.ts'

export type Answer = { readonly status: number; readonly headers: Headers; readonly body: unknown }

type Endpoint =
  | 'events_endpoint'
  | 'batch_endpoint'
  | 'poll_endpoint'
  | 'missing_endpoint'
  | 'heads_endpoint'
  | 'duty_endpoint'

export type Call = {
  readonly endpoint: Endpoint
  /** Sent as JSON, or as given where `mediaType` says what it is. */
  readonly body: unknown
  readonly mediaType?: string
  /** Pushes carry signed events and need no request token. */
  readonly signed: boolean
  readonly timeoutMs: number
  readonly maxBytes: number
  readonly signal?: AbortSignal
}

export async function callPartner(
  deps: Deps,
  member: MemberId,
  partner: MemberId,
  call: Call,
): Promise<Answer | Refusal> {
  const resolved = await resolvePartner(deps, member, partner)
  if (resolved instanceof Refusal) return resolved
  const barred = judgeConnection(standingOf(resolved.partner), deps.clock.now())
  if (barred) return barred
  const url = addressOf(resolved.partner.metadata, call.endpoint)
  if (url === null) return new Refusal('metadata-missing')
  const body = utf8(typeof call.body === 'string' ? call.body : JSON.stringify(call.body))
  const answer = await send(deps, member, partner, call, url, body, resolved.partner.clockOffset)
  if (answer instanceof Refusal) return answer
  const offset = clockOffsetOf(answer, deps)
  if (answer.status !== 401 || offset === null || !call.signed) return parsed(answer)
  await deps.members.savePartner(
    member,
    { ...resolved.partner, clockOffset: offset },
    deps.clock.now(),
  )
  const again = await send(deps, member, partner, call, url, body, offset)
  return again instanceof Refusal ? again : parsed(again)
}

async function send(
  deps: Deps,
  member: MemberId,
  partner: MemberId,
  { signed, mediaType = 'application/json', timeoutMs, maxBytes, signal }: Call,
  url: string,
  body: Uint8Array<ArrayBuffer>,
  offsetSeconds: number,
): Promise<NetResponse | Refusal> {
  const right = signed
    ? await deps.signer.sealRequest(member, {
        audience: partner,
        method: 'POST',
        url,
        body,
        offsetSeconds,
      })
    : null
  try {
    return await deps.net.request({
      method: 'POST',
      url,
      headers: {
        'content-type': mediaType,
        accept: 'application/json',
        ...(right === null ? {} : { authorization: `Entente-Request ${right}` }),
      },
      body,
      timeoutMs,
      maxBytes,
      ...(signal ? { signal } : {}),
    })
  } catch (error) {
    return new Refusal(
      'partner-unreachable',
      error instanceof Error ? error.message : String(error),
    )
  }
}

function parsed({ status, headers, body }: NetResponse): Answer {
  const text = textOf(body)
  try {
    return { status, headers, body: text === null || text === '' ? null : JSON.parse(text) }
  } catch {
    return { status, headers, body: null }
  }
}

const addressOf = (metadata: CaseGatewayMetadata | null, endpoint: Endpoint): string | null =>
  metadata?.[endpoint] ?? null

/** A refusal for time carries the partner's time; the difference is remembered (D22). */
function clockOffsetOf(answer: NetResponse, deps: Deps): number | null {
  const theirs = answer.headers.get('entente-time')
  if (theirs === null || !/^\d{1,12}$/.test(theirs)) return null
  return Number(theirs) - Math.floor(Date.parse(deps.clock.now()) / 1000)
}

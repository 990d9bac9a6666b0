// Reading one document of a partner or an anchor over the network: text within a limit, or the word for why there is none.
import { textOf } from '../../../core/kernel/bytes.ts'
import { Refusal } from '../../../core/kernel/refusal.ts'
import type { Deps, NetRequest, NetResponse } from '../../ports.ts'

/** Milliseconds to wait for a statement: a person may be waiting for it. */
const TIMEOUT_MILLIS = 5_000

export type FetchDeps = Pick<Deps, 'net'>

/** Gets; `partner-unreachable` when nothing answers. */
export const fetchAnswer = (
  deps: FetchDeps,
  url: string,
  maxBytes: number,
): Promise<NetResponse | Refusal> => sendRequest(deps, { method: 'GET', url, maxBytes })

/** Asks; `partner-unreachable` when nothing answers: `net` throws for no other reason. */
export async function sendRequest(
  deps: FetchDeps,
  request: NetRequest,
): Promise<NetResponse | Refusal> {
  try {
    return await deps.net.request({ timeoutMs: TIMEOUT_MILLIS, ...request })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return new Refusal('partner-unreachable', `${request.url}: ${why}`)
  }
}

/** The text at an address; `partner-unreachable` unless it answers 200 with text. */
export async function fetchText(
  deps: FetchDeps,
  url: string,
  maxBytes: number,
): Promise<string | Refusal> {
  const answer = await fetchAnswer(deps, url, maxBytes)
  return answer instanceof Refusal ? answer : textOfAnswer(url, answer)
}

export function textOfAnswer(url: string, { status, body }: NetResponse): string | Refusal {
  const text = textOf(body)
  if (status === 200 && text !== null) return text
  const what = status === 200 ? 'something else than text' : `status ${status}`
  return new Refusal('partner-unreachable', `${url}: it answered with ${what}`)
}

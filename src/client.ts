// The client of the API for vendor systems, typed by the contract. It gets tokens by itself, sends an Idempotency-Key with every
// write, waits and repeats where that is safe, and follows the feed by cursor. It runs wherever there is `fetch`: Node, browsers, Workers.
import createFetchClient from 'openapi-fetch'
import type { components, paths } from './client.generated.ts'

type Schemas = components['schemas']
export type FeedItem = Schemas['FeedItem']
export type Problem = Schemas['Problem9457']

/** A secret, or a key of the client's own (`private_key_jwt`): then `sign` gets bytes and gives their signature, wherever the key is kept. */
export type Credentials =
  | { readonly clientId: string; readonly clientSecret: string }
  | {
      readonly clientId: string
      readonly alg: 'ES256' | 'Ed25519'
      /** The name under which the gateway knows the key; left out where it knows one only. */
      readonly kid?: string
      /** For ES256 the 64 bytes of r and s, as WebCrypto gives them. */
      readonly sign: (input: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer | Uint8Array>
    }

export type ClientOptions = Credentials & {
  /** Address of the gateway, such as `https://gateway.example`. */
  readonly baseUrl: string
  /** What the tokens are asked for; all that the client has where left out. */
  readonly scopes?: readonly Schemas['Scope'][]
  /** How often a request is sent at most, the first time counted. */
  readonly attempts?: number
  /** For tests and for what needs a way of its own through a proxy. */
  readonly fetch?: (request: Request) => Promise<Response>
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>
  /** Milliseconds since 1970. */
  readonly now?: () => number
}

/** Where to begin and how to wait. Keep the `cursor` of an item once it was dealt with, and nothing is lost or comes twice. */
export type FeedOptions = {
  /** A cursor, or `now`; from the beginning where left out. */
  readonly after?: string
  readonly limit?: number
  /** Seconds that one request waits for news. */
  readonly wait?: number
  readonly signal?: AbortSignal
}

/** A request that was refused, or failed, where there is nobody to hand the answer to. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  /** The word of the refusal, such as `case-closed`; `no-problem` where the answer held none. */
  readonly word: string
  readonly problem: Problem | undefined

  constructor(status: number, problem: Problem | undefined) {
    super(problem?.detail ?? `the gateway answered ${status}`)
    this.status = status
    this.word = problem?.type.split(':').at(-1) ?? 'no-problem'
    this.problem = problem
  }
}

const ATTEMPTS = 6
const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 30_000
/** A token is renewed so long before its end. */
const MARGIN_MS = 30_000
const FEED_WAIT_SECONDS = 20
const ASSERTION_SECONDS = 60

/**
 * A client for one gateway. `GET`, `POST` and `PUT` answer `{ data, error, response }`, as openapi-fetch does; `feed` follows what
 * happens.
 *
 * @example
 * const api = createClient({ baseUrl: 'https://gateway.example', clientId, clientSecret })
 * const { data, error } = await api.POST('/api/cases', { body: { problem: { summary: 'Guests freeze' } } })
 * for await (const item of api.feed({ after: 'now' })) console.log(item.kind, item.event?.type)
 */
export function createClient(options: ClientOptions) {
  const baseUrl = options.baseUrl.replace(/\/+$/, '')
  const carrier = new Carrier({ ...options, baseUrl })
  const api = createFetchClient<paths>({ baseUrl, fetch: (request) => carrier.carry(request) })

  async function* feed(from: FeedOptions = {}): AsyncGenerator<FeedItem, void, void> {
    const { limit = 100, wait = FEED_WAIT_SECONDS, signal } = from
    let after = from.after
    try {
      while (signal?.aborted !== true) {
        const query = { limit, wait, ...(after === undefined ? {} : { after }) }
        const { data, error, response } = await api.GET('/api/feed', {
          params: { query },
          ...(signal === undefined ? {} : { signal }),
        })
        if (data === undefined) throw new ApiError(response.status, problemIn(error))
        yield* data.items
        after = data.cursor
      }
    } catch (error) {
      if (signal?.aborted !== true) throw error
    }
  }
  return Object.assign(api, { feed })
}
export type EntenteClient = ReturnType<typeof createClient>

const problemIn = (error: unknown): Problem | undefined =>
  typeof error === 'object' && error !== null && 'type' in error ? (error as Problem) : undefined

/** Carries one request until there is an answer worth having. */
class Carrier {
  readonly #options: ClientOptions
  readonly #tokens: Tokens

  constructor(options: ClientOptions) {
    this.#options = options
    this.#tokens = new Tokens(options)
  }

  async carry(request: Request): Promise<Response> {
    const isWrite = !['GET', 'HEAD'].includes(request.method)
    if (isWrite && !request.headers.has('idempotency-key'))
      request.headers.set('idempotency-key', `"${crypto.randomUUID()}"`)
    let renewed = false
    const { attempts = ATTEMPTS } = this.#options
    for (let attempt = 1; ; attempt++) {
      const answer = await this.#once(request)
      const isLast = attempt >= attempts
      if (answer instanceof Response) {
        if (answer.status === 401 && !renewed) {
          renewed = true
          this.#tokens.forget()
          continue
        }
        const wait = isLast ? null : waitOf(answer, attempt)
        if (wait === null) return answer
        await this.#sleep(wait, request.signal)
      } else {
        if (isLast || request.signal.aborted) throw answer.lost
        await this.#sleep(backoff(attempt), request.signal)
      }
    }
  }

  /** One attempt; what never came back is `lost`. A write may have been done then: its key keeps it from being done twice. */
  async #once(request: Request): Promise<Response | { readonly lost: unknown }> {
    try {
      const token = await this.#tokens.get(request.signal)
      if (token instanceof Response) return token
      const attempt = request.clone()
      attempt.headers.set('authorization', `Bearer ${token}`)
      return await sendOf(this.#options)(attempt)
    } catch (lost) {
      return { lost }
    }
  }

  #sleep(ms: number, signal: AbortSignal): Promise<void> {
    return (this.#options.sleep ?? sleep)(ms, signal)
  }
}

/** Access tokens: asked for once for all requests that wait for one, and again before they end. */
class Tokens {
  readonly #options: ClientOptions
  #held: { readonly token: string; readonly until: number } | null = null
  #asking: Promise<string | Response> | null = null

  constructor(options: ClientOptions) {
    this.#options = options
  }

  forget(): void {
    this.#held = null
  }

  /** A token, or the answer that refused it. */
  async get(signal: AbortSignal): Promise<string | Response> {
    signal.throwIfAborted()
    if (this.#held !== null && this.#now() < this.#held.until) return this.#held.token
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = null
    })
    const token = await this.#asking
    return token instanceof Response ? token.clone() : token
  }

  async #ask(): Promise<string | Response> {
    const { baseUrl, scopes } = this.#options
    const form = new URLSearchParams({ grant_type: 'client_credentials' })
    if (scopes !== undefined) form.set('scope', scopes.join(' '))
    for (const [name, value] of Object.entries(await this.#proof())) form.set(name, value)
    const answer = await sendOf(this.#options)(
      new Request(`${baseUrl}/api/oauth/token`, { method: 'POST', body: form }),
    )
    if (!answer.ok) return answer
    const { access_token: token, expires_in: seconds } =
      (await answer.json()) as Schemas['TokenAnswer']
    this.#held = { token, until: this.#now() + seconds * 1000 - MARGIN_MS }
    return token
  }

  /** RFC 6749 §2.3.1 or RFC 7523 §2.2. */
  async #proof(): Promise<Readonly<Record<string, string>>> {
    const options = this.#options
    if ('clientSecret' in options)
      return { client_id: options.clientId, client_secret: options.clientSecret }
    const { clientId, alg, kid, sign, baseUrl } = options
    const iat = Math.floor(this.#now() / 1000)
    const header = { alg, typ: 'JWT', ...(kid === undefined ? {} : { kid }) }
    const who = { iss: clientId, sub: clientId, aud: baseUrl }
    const claims = { ...who, jti: crypto.randomUUID(), iat, exp: iat + ASSERTION_SECONDS }
    const input = [header, claims].map((part) => base64url(utf8(JSON.stringify(part)))).join('.')
    const signature = new Uint8Array(await sign(utf8(input)))
    return {
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: `${input}.${base64url(signature)}`,
    }
  }

  #now(): number {
    return (this.#options.now ?? Date.now)()
  }
}

const sendOf = (options: ClientOptions): ((request: Request) => Promise<Response>) =>
  options.fetch ?? ((request) => fetch(request))

/** Milliseconds to wait before the same request is worth sending again; null where it is not. */
function waitOf({ status, headers }: Response, attempt: number): number | null {
  const given = headers.get('retry-after')
  const said = given === null ? Number.NaN : Number(given) * 1000
  // A refusal for the moment says when to come back; a partner that is away (502) may be away for long.
  const isMomentary = status === 429 || status === 503 || (status === 409 && given !== null)
  if (!isMomentary || said > LONGEST_WAIT_MS * 2) return null
  return Math.max(Number.isNaN(said) ? 0 : said, backoff(attempt))
}

/** Twice as long each time, half of it by chance, so that many clients do not come back at once. */
function backoff(attempt: number): number {
  const most = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1))
  return most / 2 + (Math.random() * most) / 2
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end, { once: true })
  })
}

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

const base64url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

// A vendor's own system that reaches its gateway over real sockets and means to get its work done: a new connection for every
// request, an Idempotency-Key on every write, and the same write again until somebody says what became of it.
import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import type { Member } from './alliance.ts'

export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  // What an answer holds is what the tests assert.
  readonly body: ReturnType<typeof JSON.parse>
}

export type Write = {
  readonly method: 'POST' | 'PUT'
  readonly path: string
  readonly body?: unknown
}

/** What became of a write: acknowledged with these events, or refused with this word. */
export type Outcome = Write & {
  readonly by: Member
  readonly key: string
  readonly status: number
  readonly word: string | null
  readonly answer: Answer['body']
  /** How many requests it took. */
  readonly attempts: number
}

/** What is only not possible yet. */
const IN_A_MOMENT = ['idempotency-key-running', 'case-moved-on', 'token-expired']
const GIVE_UP_MS = 60_000
const REQUEST_MS = 30_000

export class Desk {
  readonly member: Member
  readonly outcomes: Outcome[] = []
  #token: Promise<string> | null = null

  constructor(member: Member) {
    this.member = member
  }

  get id(): string {
    return this.member.id
  }

  /** One request and its answer. @throws when the connection breaks */
  async once(method: string, path: string, body?: unknown, key?: string): Promise<Answer> {
    const authorization = `Bearer ${await this.token()}`
    return send(this.member.site.url + path, method, {
      headers: {
        authorization,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  }

  /** Reads until there is an answer. @throws when it is neither 200 nor 404 */
  async read(path: string): Promise<Answer['body']> {
    const { answer } = await this.#until(() => this.once('GET', path))
    if (answer.status !== 200 && answer.status !== 404) throw new Error(said(path, answer))
    return answer.status === 200 ? answer.body : null
  }

  /** Every item of a paged list. */
  async list(path: string): Promise<Answer['body'][]> {
    const items: Answer['body'][] = []
    for (let after: string | null = null; ;) {
      const query: string = after === null ? '' : `&after=${encodeURIComponent(after)}`
      const page = await this.read(`${path}?limit=200${query}`)
      items.push(...(page?.items ?? []))
      after = page?.next ?? null
      if (after === null) return items
    }
  }

  /** Writes until it is acknowledged or refused, under one key, and remembers which. @throws on a 500 */
  async write(method: Write['method'], path: string, body?: unknown): Promise<Outcome> {
    const key = randomUUID()
    const { answer, attempts } = await this.#until(() => this.once(method, path, body, key))
    const { status } = answer
    if (status >= 500) throw new Error(said(path, answer))
    const word = status < 300 ? null : wordOf(answer)
    const outcome = { by: this.member, method, path, key, status, word, attempts }
    const full = { ...outcome, ...(body === undefined ? {} : { body }), answer: answer.body }
    this.outcomes.push(full)
    return full
  }

  /** The same, and it must be acknowledged. */
  async must(method: Write['method'], path: string, body?: unknown): Promise<Outcome> {
    const outcome = await this.write(method, path, body)
    if (outcome.word !== null)
      throw new Error(`${this.member.name}: ${path}: ${outcome.word} ${outcome.answer?.detail}`)
    return outcome
  }

  token(): Promise<string> {
    this.#token ??= this.#until(() => this.askToken()).then(
      ({ answer }) => answer.body.access_token,
    )
    return this.#token
  }

  askToken(): Promise<Answer> {
    const { id, secret } = this.member.client
    return send(`${this.member.site.url}/api/oauth/token`, 'POST', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: id,
        client_secret: secret,
      }).toString(),
    })
  }

  async #until(ask: () => Promise<Answer>): Promise<{ answer: Answer; attempts: number }> {
    const end = performance.now() + GIVE_UP_MS
    for (let attempts = 1; ; attempts++) {
      const answer = await ask().catch((error: unknown) => {
        if (performance.now() > end) throw error
        return null
      })
      if (answer !== null && !isInAMoment(answer)) return { answer, attempts }
      if (answer !== null && performance.now() > end) return { answer, attempts }
      if (answer !== null && wordOf(answer) === 'token-expired') this.#token = null
      const seconds = Number(answer?.headers['retry-after'] ?? 0.02)
      await wait(Math.min(seconds, 0.25) * 1_000)
    }
  }
}

export const wordOf = ({ body }: Answer): string =>
  String(body?.type ?? body?.error ?? 'no-word')
    .split(':')
    .at(-1) ?? ''

const isInAMoment = (answer: Answer): boolean =>
  answer.status === 503 || answer.status === 429 || IN_A_MOMENT.includes(wordOf(answer))

const said = (path: string, { status, body }: Answer): string =>
  `${path}: ${status} ${JSON.stringify(body)}`

/** One request on a connection of its own. */
export function send(
  url: string,
  method: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, agent: false, timeout: REQUEST_MS }, (answer) => {
      const isJson = String(answer.headers['content-type']).includes('json')
      text(answer)
        .then((words) =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: isJson ? JSON.parse(words) : words,
          }),
        )
        .catch(reject)
    })
    asked.once('timeout', () => asked.destroy(new Error(`${method} ${url} got no answer`)))
    asked.once('error', reject)
    asked.end(body)
  })
}

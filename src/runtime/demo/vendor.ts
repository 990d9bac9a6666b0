// One vendor of the story, as its own ticket system sees the gateway: the public API through the typed client, and its event feed,
// which is how it learns that something arrived. Nothing else of the gateway is touched.
import { createClient, type EntenteClient } from '../../client.ts'
import type { components } from '../../client.generated.ts'
import { pause } from '../system.ts'
import { EXIT, Trouble } from '../trouble.ts'
import type { Handle } from './cast.ts'
import type { DemoFile } from './demo-file.ts'

type Schemas = components['schemas']
export type Case = Schemas['Case']
export type Receipt = Schemas['Receipt']
export type Api = EntenteClient

export type Answered<T> = {
  readonly data?: T | undefined
  readonly error?: unknown
  readonly response: Response
}

/** Words after which the same request is worth repeating in a moment. */
const IN_A_MOMENT = [
  'history-incomplete',
  'signing-fenced',
  'case-moved-on',
  'unavailable',
  'rate-limited',
  'idempotency-key-running',
]
const ATTEMPTS = 40
const POLL_SECONDS = 10

export class Vendor {
  readonly handle: Handle
  readonly id: string
  readonly name: string
  /** The first word of its name, as people call it. */
  readonly short: string
  readonly api: Api
  readonly #seen = new Map<string, number>()
  #cursor: string | null = null

  constructor(handle: Handle, member: DemoFile['members'][number]) {
    this.handle = handle
    this.id = member.id
    this.name = member.name
    this.short = member.name.split(' ')[0] ?? member.name
    this.api = createClient({
      baseUrl: member.apiUrl.replace(/\/api$/, ''),
      clientId: member.clientId,
      clientSecret: member.clientSecret,
    })
  }

  /** Asks until there is an answer; what is only not possible yet is repeated. @throws Trouble with the word of a refusal */
  async ask<T>(what: string, call: (api: Api) => Promise<Answered<T>>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const { data, error, response } = await call(this.api)
      if (data !== undefined && response.ok) return data
      const { word, detail } = problemIn(error)
      if (!IN_A_MOMENT.includes(word) || attempt === ATTEMPTS)
        throw new Trouble(
          EXIT.refused,
          `${this.name} could not ${what}: ${response.status} ${word}: ${detail}`,
        )
      await pause(Math.min(Number(response.headers.get('retry-after') ?? 0.2), 2) * 1_000)
    }
  }

  read(caseId: string): Promise<Case> {
    return this.ask('read the case', (api) =>
      api.GET('/api/cases/{caseId}', { params: { path: { caseId } } }),
    )
  }

  /** From now on the feed is followed from here. */
  async beginFeed(): Promise<void> {
    const { cursor } = await this.#feed('now', 0)
    this.#cursor = cursor
  }

  /** When this event came, in milliseconds of `performance.now()`. @throws Trouble when it did not within the time */
  async arrivalOf(caseId: string, event: string, withinMs = 60_000): Promise<number> {
    const until = performance.now() + withinMs
    await this.#lookFor(caseId, event)
    for (;;) {
      const at = this.#seen.get(event)
      if (at !== undefined) return at
      if (performance.now() > until)
        throw new Trouble(EXIT.refused, `event ${event} did not reach ${this.name} in time`)
      await this.news()
    }
  }

  /** An event may have come before its feed was followed, as when a story goes on that was cut off. */
  async #lookFor(caseId: string, eventId: string): Promise<void> {
    const { data } = await this.api.GET('/api/cases/{caseId}/history/{eventId}', {
      params: { path: { caseId, eventId } },
    })
    if (data !== undefined && !this.#seen.has(eventId)) this.#seen.set(eventId, performance.now())
  }

  /** The case once it looks as wanted. @throws Trouble when it does not within the time */
  async until(
    caseId: string,
    what: string,
    wanted: (state: Case) => boolean,
    withinMs = 60_000,
  ): Promise<Case> {
    const end = performance.now() + withinMs
    for (;;) {
      // A case of which nothing arrived yet is not there yet.
      const { data } = await this.api.GET('/api/cases/{caseId}', { params: { path: { caseId } } })
      if (data !== undefined && wanted(data)) return data
      if (performance.now() > end)
        throw new Trouble(EXIT.refused, `${this.name} waited for ${what} in vain`)
      await this.news()
    }
  }

  /** Waits for the next news and remembers what came. */
  async news(): Promise<void> {
    if (this.#cursor === null) await this.beginFeed()
    for (let more = true; more;) {
      const page = await this.#feed(this.#cursor ?? 'now', POLL_SECONDS)
      const at = performance.now()
      for (const { event } of page.items)
        if (event !== null && !this.#seen.has(event.id)) this.#seen.set(event.id, at)
      this.#cursor = page.cursor
      more = page.more
    }
  }

  #feed(after: string, wait: number): Promise<Schemas['FeedPage']> {
    return this.ask('read its feed', (api) =>
      api.GET('/api/feed', { params: { query: { after, wait, limit: 200 } } }),
    )
  }
}

function problemIn(error: unknown): { readonly word: string; readonly detail: string } {
  const { type, detail } = (error ?? {}) as { type?: string; detail?: string }
  return { word: type?.split(':').at(-1) ?? 'no-answer', detail: detail ?? String(error) }
}

// A vendor's own system at its gateway: writes, and reads its feed with a read held open.
import type { MemberId } from '../../../src/core/kernel/id.ts'

export type Entry = {
  readonly event: { readonly id: string; readonly type: string } | null
}
type Feed = { readonly items: readonly Entry[]; readonly cursor: string }

/** Seconds a read of the feed is held at most. */
const HELD = 20
const GIVE_UP = 5

export class Vendor {
  readonly id: MemberId
  readonly #url: string
  readonly #client: string
  readonly #secret: string
  #token: Promise<string> | undefined
  #cursor: string | null = null
  #left: Entry[] = []

  constructor(url: string, id: MemberId, client: string, secret: string) {
    this.id = id
    this.#url = url
    this.#client = client
    this.#secret = secret
  }

  /** The answer of a write. @throws when it is refused */
  post(path: string, body: unknown): Promise<{ readonly caseId: string }> {
    return this.#ask(path, { method: 'POST', body: JSON.stringify(body) })
  }

  /** From now on only what comes next is read. */
  async skipFeed(): Promise<void> {
    const { cursor } = await this.#ask<Feed>('/api/feed?after=now&limit=1')
    this.#cursor = cursor
    this.#left = []
  }

  /** The moment the next entry of this kind was read, in milliseconds as `performance.now()` has them. */
  async nextInFeed(wanted: (entry: Entry) => boolean): Promise<number> {
    await this.nextEntry(wanted)
    return performance.now()
  }

  /** The next entry of this kind. @throws when it does not come */
  async nextEntry(wanted: (entry: Entry) => boolean): Promise<Entry> {
    for (let empty = 0; empty < GIVE_UP;) {
      for (let entry = this.#left.shift(); entry; entry = this.#left.shift())
        if (wanted(entry)) return entry
      const after = this.#cursor === null ? '' : `&after=${encodeURIComponent(this.#cursor)}`
      const feed = await this.#ask<Feed>(`/api/feed?wait=${HELD}&limit=100${after}`)
      this.#cursor = feed.cursor
      this.#left = [...feed.items]
      if (feed.items.length === 0) empty++
    }
    throw new Error('the feed stays as it is')
  }

  async #ask<T>(path: string, init: RequestInit = {}): Promise<T> {
    this.#token ??= this.#askToken()
    const answer = await fetch(this.#url + path, {
      ...init,
      headers: {
        authorization: `Bearer ${await this.#token}`,
        'content-type': 'application/json',
        ...(init.method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {}),
      },
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as T
  }

  async #askToken(): Promise<string> {
    const answer = await fetch(`${this.#url}/api/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: this.#client,
        client_secret: this.#secret,
      }),
    })
    const { access_token: token } = (await answer.json()) as { readonly access_token?: string }
    if (token === undefined) throw new Error(`no token: ${answer.status}`)
    return token
  }
}

// The wire between gateways in tests: hands one gateway's requests to the other's app, and does to them what weather does. Faults
// come from a seeded stream, so that a failing seed fails again.
import type { Net, NetRequest, NetResponse } from '../../src/flows/ports.ts'

export type Weather = {
  /** Requests that never arrive, and answers that never come back: 0 to 1. */
  readonly drop: number
  /** Requests that arrive twice. */
  readonly repeat: number
  /** Bodies with one byte changed on the way. */
  readonly tamper: number
}

export const FAIR: Weather = { drop: 0, repeat: 0, tamper: 0 }

type App = { readonly fetch: (request: Request) => Response | Promise<Response> }

export class Wire {
  readonly #apps = new Map<string, App>()
  readonly #cut = new Set<string>()
  weather: Weather = FAIR
  /** Draws from [0, 1). */
  readonly #draw: () => number
  sent = 0

  constructor(draw: () => number) {
    this.#draw = draw
  }

  attach(origin: string, app: App): void {
    this.#apps.set(origin, app)
  }

  detach(origin: string): void {
    this.#apps.delete(origin)
  }

  /** Cuts every connection between two origins, in both directions. */
  part(one: string, other: string): void {
    this.#cut.add(`${one} ${other}`)
    this.#cut.add(`${other} ${one}`)
  }

  heal(): void {
    this.#cut.clear()
    this.weather = FAIR
  }

  /** The network as one gateway sees it. */
  netOf(origin: string): Net {
    return { request: (request) => this.#carry(origin, request) }
  }

  async #carry(from: string, request: NetRequest): Promise<NetResponse> {
    this.sent++
    const to = new URL(request.url).origin
    const app = this.#apps.get(to)
    if (!app || this.#cut.has(`${from} ${to}`) || this.#lucky(this.weather.drop))
      throw new Error(`no answer from ${to}`)
    const body = this.#lucky(this.weather.tamper) ? this.#tamper(request.body) : request.body
    const times = this.#lucky(this.weather.repeat) ? 2 : 1
    let answer: NetResponse | null = null
    for (let i = 0; i < times; i++) answer = await call(app, request, body)
    if (!answer || this.#lucky(this.weather.drop)) throw new Error(`the answer of ${to} was lost`)
    return answer
  }

  #lucky(chance: number): boolean {
    return chance > 0 && this.#draw() < chance
  }

  #tamper(body: NetRequest['body']): NetRequest['body'] {
    if (!body || body.length === 0) return body
    const changed = new Uint8Array(body)
    const at = Math.floor(this.#draw() * changed.length)
    changed[at] = ((changed[at] ?? 0) + 1) % 128
    return changed
  }
}

async function call(app: App, request: NetRequest, body: NetRequest['body']): Promise<NetResponse> {
  const response = await app.fetch(
    new Request(request.url, {
      method: request.method,
      headers: { ...request.headers },
      ...(body ? { body } : {}),
    }),
  )
  return {
    status: response.status,
    headers: response.headers,
    body: new Uint8Array(await response.arrayBuffer()),
  }
}

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
  /** One stream of draws for each direction between two gateways, so that what runs at once does not mix them. */
  readonly #draws = new Map<string, () => number>()
  readonly #drawsOf: (link: string) => () => number
  sent = 0

  constructor(drawsOf: (link: string) => () => number) {
    this.#drawsOf = drawsOf
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
    const draw = this.#draw(`${from} ${to}`)
    const lucky = (chance: number): boolean => chance > 0 && draw() < chance
    if (!app || this.#cut.has(`${from} ${to}`) || lucky(this.weather.drop))
      throw new Error(`no answer from ${to}`)
    const body = lucky(this.weather.tamper) ? tamper(request.body, draw) : request.body
    const times = lucky(this.weather.repeat) ? 2 : 1
    let answer: NetResponse | null = null
    for (let i = 0; i < times; i++) answer = await call(app, request, body)
    if (!answer || lucky(this.weather.drop)) throw new Error(`the answer of ${to} was lost`)
    return answer
  }

  #draw(link: string): () => number {
    const draw = this.#draws.get(link) ?? this.#drawsOf(link)
    this.#draws.set(link, draw)
    return draw
  }
}

function tamper(body: NetRequest['body'], draw: () => number): NetRequest['body'] {
  if (!body || body.length === 0) return body
  const changed = new Uint8Array(body)
  const at = Math.floor(draw() * changed.length)
  changed[at] = ((changed[at] ?? 0) + 1) % 128
  return changed
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

// The wire between gateways in tests: hands one gateway's requests to the other's app, and does to them what weather does. Faults
// come from a seeded stream, so that a failing seed fails again. What is held back arrives when the test lets it go, in any
// order; who sent it waits meanwhile, as on a slow line.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Net, NetRequest, NetResponse } from '../../src/flows/ports.ts'

export type Weather = {
  /** Requests that never arrive, and answers that never come back: 0 to 1. */
  readonly drop: number
  /** Requests that arrive twice: the second time at once, or in weather that holds things back, some time. */
  readonly repeat: number
  /** Bodies with one byte changed on the way. */
  readonly tamper: number
  /**
   * Exchanges, and their answers, that are held back until somebody lets them go. Questions about who somebody is are not: many
   * who ask at once share one.
   */
  readonly hold: number
}

export const FAIR: Weather = { drop: 0, repeat: 0, tamper: 0, hold: 0 }

export type App = { readonly fetch: (request: Request) => Response | Promise<Response> }
/** What a gateway that lies does with what it sends, and with what it is asked. */
export type Lies = {
  readonly sending: (
    request: NetRequest,
    send: (request: NetRequest) => Promise<NetResponse>,
  ) => Promise<NetResponse>
  readonly asked: (request: Request, app: App) => Promise<Response>
}

/** Whoever sends while this runs is known to what is held back: a chain of steps one after the other. */
export const onBehalf = new AsyncLocalStorage<object>()

/** Something on its way. */
export type Held = {
  readonly from: string
  /** On whose behalf it was sent; null for a repetition, whose sender does not wait for it. */
  readonly sender: object | null
  /** Lets it arrive; `isHeard` says whether its sender still lives to hear the answer. */
  readonly letGo: (isHeard: boolean) => void
  /** Done once it has arrived and nobody hears the answer. */
  readonly arrived: Promise<void>
}
type Released = { readonly isHeard: boolean; readonly gone: () => Promise<never> }

export class Wire {
  readonly #apps = new Map<string, App>()
  readonly #lies = new Map<string, Lies>()
  readonly #cut = new Set<string>()
  weather: Weather = FAIR
  /** One stream of draws for each direction between two gateways, so that what runs at once does not mix them. */
  readonly #draws = new Map<string, () => number>()
  readonly #drawsOf: (link: string) => () => number
  readonly held = new Set<Held>()
  readonly #watchers = new Map<object, () => void>()
  sent = 0
  /** How often what happened, by kind of weather. */
  readonly happened = new Map<string, number>()

  constructor(drawsOf: (link: string) => () => number) {
    this.#drawsOf = drawsOf
  }

  attach(origin: string, app: App): void {
    this.#apps.set(origin, app)
  }

  detach(origin: string): void {
    this.#apps.delete(origin)
  }

  /** From now on the gateway lies. */
  corrupt(origin: string, lies: Lies): void {
    this.#lies.set(origin, lies)
  }

  /** Cuts every connection between two origins, in both directions. */
  part(one: string, other: string): void {
    this.#cut.add(`${one} ${other}`)
    this.#cut.add(`${other} ${one}`)
  }

  /** Ends what the weather does; what is held stays so until it is let go. */
  heal(): void {
    this.#cut.clear()
    this.weather = FAIR
  }

  /** The network as one gateway sees it. */
  netOf(origin: string): Net {
    const send = (request: NetRequest): Promise<NetResponse> => this.#carry(origin, request)
    return {
      request: (request) => {
        const lies = this.#lies.get(origin)
        return lies ? lies.sending(request, send) : send(request)
      },
    }
  }

  /** Done when something of this sender is held back. */
  nextHeld(sender: object): Promise<void> {
    return new Promise((resolve) => this.#watchers.set(sender, resolve))
  }

  async #carry(from: string, request: NetRequest): Promise<NetResponse> {
    this.sent++
    const to = new URL(request.url).origin
    const draw = this.#draw(`${from} ${to}`)
    const isLucky = (kind: keyof Weather): boolean => {
      const chance = this.weather[kind]
      const lucky = chance > 0 && draw() < chance
      if (lucky) this.#count(kind)
      return lucky
    }
    if (!this.#apps.has(to) || this.#isCut(from, to) || isLucky('drop'))
      throw new Error(`no answer from ${to}`)
    const body = isLucky('tamper') ? tamper(request.body, draw) : request.body
    const isRepeated = isLucky('repeat')
    const isHeld = (): boolean => request.url.includes('/exchange/') && isLucky('hold')
    const arrival = isHeld() ? await this.#hold(from, true) : null
    const answer = await this.#call(to, request, body)
    if (isRepeated) await this.#again(from, to, request, body, isHeld())
    if (arrival && !arrival.isHeard) return arrival.gone()
    const wayBack = isHeld() ? await this.#hold(from, true) : null
    if (wayBack && !wayBack.isHeard) return wayBack.gone()
    if (this.#isCut(from, to) || isLucky('drop')) throw new Error(`the answer of ${to} was lost`)
    return answer
  }

  async #again(
    from: string,
    to: string,
    request: NetRequest,
    body: NetRequest['body'],
    isLate: boolean,
  ): Promise<void> {
    if (!isLate) return void (await this.#call(to, request, body))
    void this.#hold(from, false).then(async ({ gone }) => {
      await this.#call(to, request, body).catch(() => undefined)
      void gone()
    })
  }

  /** Waits until let go. Those that nobody hears any more are `gone`: they never go on. */
  #hold(from: string, isWaitedFor: boolean): Promise<Released> {
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>()
    const { promise: never } = Promise.withResolvers<never>()
    const { promise: released, resolve: release } = Promise.withResolvers<Released>()
    const gone = (): Promise<never> => {
      arrive()
      return never
    }
    const sender = isWaitedFor ? (onBehalf.getStore() ?? null) : null
    const letGo = (isHeard: boolean): void => {
      this.held.delete(held)
      release({ isHeard, gone })
    }
    const held: Held = { from, sender, letGo, arrived }
    this.held.add(held)
    if (sender) this.#watchers.get(sender)?.()
    return released
  }

  async #call(to: string, request: NetRequest, body: NetRequest['body']): Promise<NetResponse> {
    const app = this.#apps.get(to)
    if (!app) throw new Error(`no answer from ${to}`)
    const lies = this.#lies.get(to)
    const door: App = lies ? { fetch: (asked) => lies.asked(asked, app) } : app
    return call(door, request, body)
  }

  #isCut(from: string, to: string): boolean {
    return this.#cut.has(`${from} ${to}`)
  }

  #count(kind: string): void {
    this.happened.set(kind, (this.happened.get(kind) ?? 0) + 1)
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

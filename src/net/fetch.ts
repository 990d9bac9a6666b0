// Outgoing HTTP, kept in bounds: https to the public internet only, addresses checked after the name was resolved, no
// redirects, limits on bytes and time, few requests at once per host. The transport underneath differs by runtime.
import type { Net, NetRequest, NetResponse } from '../flows/ports.ts'
import { type Reach, reachOfHost } from './address.ts'
import { createLanes } from './lanes.ts'
import { NetFault } from './net-fault.ts'

/** One request as a transport sends it. */
export type Outgoing = {
  readonly url: URL
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer> | null
  readonly maxBytes: number
  /** Ends the request, by the caller or by the time limit. */
  readonly signal: AbortSignal
  /** Whether the request may go to an address of this reach. */
  readonly admits: (reach: Reach) => boolean
}
/** Sends one request and answers whatever status comes back; throws NetFault, or the signal's reason. */
export type Transport = (outgoing: Outgoing) => Promise<NetResponse>

/**
 * Lets requests go to this machine, and http with them. A symbol, so that no file or request can say it: only a gateway whose
 * own public address is loopback may set it.
 */
export const allowLoopback: unique symbol = Symbol('allowLoopback')

export type NetOptions = {
  readonly transport: Transport
  readonly [allowLoopback]?: true
  /** Requests at once to one host. */
  readonly lanes?: number
  /** Named to whoever is asked, so that an operator can find us in a log. */
  readonly userAgent?: string
}

/** Longer than a long poll is held. */
export const TIMEOUT_MS = 35_000
/** The largest answer of the exchange, and some. */
export const MAX_ANSWER_BYTES = 4 * 1024 * 1024
/** Pushes, polls, repairs and webhooks to one host side by side. */
const LANES = 8

export function createNet(options: NetOptions): Net {
  const { transport, lanes = LANES, userAgent = 'entente' } = options
  const queue = createLanes(lanes)
  const loopback = options[allowLoopback] === true
  return {
    request: async (request) => {
      const url = destinationOf(request.url)
      const admits = (reach: Reach): boolean =>
        reach === 'public' ? url.protocol === 'https:' : reach === 'loopback' && loopback
      const reach = reachOfHost(url.hostname)
      if (reach !== null && !admits(reach)) throw blocked(url)
      const limit = limitOf(request)
      const outgoing: Outgoing = {
        url,
        method: request.method,
        headers: { 'user-agent': userAgent, ...request.headers },
        body: request.body ?? null,
        maxBytes: request.maxBytes ?? MAX_ANSWER_BYTES,
        signal: limit.signal,
        admits,
      }
      try {
        return await queue.run(url.host, limit.signal, () => transport(outgoing))
      } catch (error) {
        throw faultOf(error, url, limit.signal.aborted ? limit.kind() : null)
      } finally {
        limit.release()
      }
    },
  }
}

type Limit = {
  readonly signal: AbortSignal
  /** What ended it. */
  readonly kind: () => 'aborted' | 'timeout'
  readonly release: () => void
}

/** Ends a request when the caller gives it up or its time is over; leaves nothing behind at the caller's signal. */
function limitOf({ signal: given, timeoutMs = TIMEOUT_MS }: NetRequest): Limit {
  const controller = new AbortController()
  const giveUp = (): void => controller.abort(given?.reason)
  const timer = setTimeout(() => controller.abort(new Error('time is over')), timeoutMs)
  if (given?.aborted === true) giveUp()
  else given?.addEventListener('abort', giveUp, { once: true })
  return {
    signal: controller.signal,
    kind: () => (given?.aborted === true ? 'aborted' : 'timeout'),
    release: () => {
      clearTimeout(timer)
      given?.removeEventListener('abort', giveUp)
    },
  }
}

/** A fault that says where requests may go. */
export const blocked = (url: URL): NetFault =>
  new NetFault(
    'blocked',
    url.host,
    'requests go to public addresses by https, and to this machine only from a gateway that has its own address there',
  )

function destinationOf(text: string): URL {
  const url = URL.parse(text)
  if (url === null) throw new NetFault('blocked', '?', 'this is no address')
  const plain = url.username === '' && url.password === ''
  if (!plain || (url.protocol !== 'https:' && url.protocol !== 'http:')) throw blocked(url)
  return url
}

/** Whatever ended a request, in the words of this folder. */
function faultOf(error: unknown, { host }: URL, ended: 'aborted' | 'timeout' | null): NetFault {
  if (error instanceof NetFault) return error
  if (ended === 'aborted') return new NetFault(ended, host, 'the request was given up', error)
  if (ended === 'timeout') return new NetFault(ended, host, 'no complete answer in time', error)
  const message = error instanceof Error ? error.message : ''
  return new NetFault('unreachable', host, message || 'the connection failed', error)
}

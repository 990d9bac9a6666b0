// How much anybody may ask who has not shown who it is: bucket by bucket for each address, in the memory of this process. What is of use
// to us costs nothing; what is refused, or waits, does. Looking somebody up who is unknown here is dearest, since a stranger names
// whom we then ask: so many for each address, and so many in all. Without an address (a runtime that tells none) nothing is counted.
import type { Context, MiddlewareHandler } from 'hono'
import { millisOf } from '../core/kernel/instant.ts'
import type { Deps } from '../flows/ports.ts'
import { Buckets, type Rate } from './rate-limit.ts'

declare module 'hono' {
  interface ContextVariableMap {
    /** What a request cost, where its status does not tell. */
    toll: number
  }
}

/** What the runtime tells beside a request. */
export type Peer = {
  /** The caller's address, as far as proxies are trusted. */
  readonly peer?: string
}

export const STRANGER_RATES = {
  /** Requests to the exchange that were refused, and events that were refused or wait. */
  useless: { quota: 600, windowSeconds: 60 },
  /** Public documents, each signed anew. */
  documents: { quota: 600, windowSeconds: 60 },
  /** Requests for a token that were refused. */
  tokens: { quota: 60, windowSeconds: 60 },
  /** Unknown members that one address made us look up. */
  lookups: { quota: 10, windowSeconds: 60 },
  /** And all addresses together. */
  allLookups: { quota: 60, windowSeconds: 60 },
} as const satisfies Record<string, Rate>

export type Strangers = Readonly<Record<keyof typeof STRANGER_RATES, Buckets>>

/** @param rates others than the usual, for tests */
export function strangerBuckets(
  rates: Partial<Record<keyof typeof STRANGER_RATES, Rate>> = {},
): Strangers {
  const bucket = (name: keyof typeof STRANGER_RATES): Buckets =>
    new Buckets(rates[name] ?? STRANGER_RATES[name])
  return {
    useless: bucket('useless'),
    documents: bucket('documents'),
    tokens: bucket('tokens'),
    lookups: bucket('lookups'),
    allLookups: bucket('allLookups'),
  }
}

function peerOf(c: Context): string | null {
  const { peer } = (c.env ?? {}) as Peer
  return peer === undefined ? null : counted(peer)
}

/** A site has a whole IPv6 network, and could come from another address of it each time. */
function counted(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = head === '' ? [] : head.split(':')
  const rest = tail === undefined || tail === '' ? [] : tail.split(':')
  const missing = tail === undefined ? 0 : 8 - groups.length - rest.length
  const all = [...groups, ...Array.from({ length: missing }, () => '0'), ...rest]
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}

type Limit = {
  readonly buckets: Buckets
  /** Says no in the door's own tongue, after so many seconds. */
  readonly refuse: (c: Context, retryAfter: number) => Response
  /** Whether every request costs, or only what its outcome says. */
  readonly every?: true
}

/** Takes a token before anything else is done, and gives back what the request did not cost. */
export function limitsStrangers(
  { clock }: Pick<Deps, 'clock'>,
  { buckets, refuse, every }: Limit,
): MiddlewareHandler {
  return async (c, next) => {
    const peer = peerOf(c)
    if (peer === null) return next()
    const { granted, resetSeconds } = buckets.draw(peer, millisOf(clock.now()))
    if (!granted) return refuse(c, resetSeconds)
    await next()
    if (every !== true) buckets.charge(peer, tollOf(c) - 1)
    return undefined
  }
}

/** A fault of ours costs nobody; 503 with a toll says that events wait. */
function tollOf(c: Context): number {
  const toll = c.var.toll as number | undefined
  const { status } = c.res
  return toll ?? (status >= 400 && status < 500 ? 1 : 0)
}

/** Whether one more unknown member may be looked up for whoever asks. */
export function mayLookUp(
  { clock }: Pick<Deps, 'clock'>,
  { lookups, allLookups }: Strangers,
  c: Context,
): () => boolean {
  const peer = peerOf(c)
  return () => {
    const now = millisOf(clock.now())
    if (peer !== null && !lookups.draw(peer, now).granted) return false
    return allLookups.draw('all', now).granted
  }
}

// HTTP on Node by node:http and node:https, because their `lookup` lets every address be judged and pins the connection to
// the one that was: a name that resolves to another address a moment later changes nothing. Connections are kept.
import { lookup as systemLookup } from 'node:dns/promises'
import { Agent as HttpAgent, type ClientRequest, type IncomingMessage, request } from 'node:http'
import { Agent as HttpsAgent, request as requestTls } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { NetResponse } from '../flows/ports.ts'
import { reachOf } from './address.ts'
import { blocked, type Outgoing, type Transport } from './fetch.ts'
import { NetFault } from './net-fault.ts'

export type ResolvedAddress = { readonly address: string; readonly family: number }
/** All addresses of a name; rejects when there are none. */
export type Lookup = (hostname: string) => Promise<readonly ResolvedAddress[]>

export type NodeTransportOptions = {
  readonly lookup?: Lookup
  /** Certificates to trust beside the system's, PEM. */
  readonly ca?: readonly string[]
  /** Milliseconds for resolving, connecting and TLS together. */
  readonly connectMs?: number
  /** Milliseconds that an idle connection is kept. */
  readonly idleMs?: number
}
export type NodeTransport = Transport & {
  /** Closes the kept connections. */
  readonly close: () => void
}

const CONNECT_MS = 5_000
/** Shorter than servers keep idle connections (Node's own: 5 s), so that we rarely write into one that is being closed. */
const IDLE_MS = 4_000

export function createNodeTransport(options: NodeTransportOptions = {}): NodeTransport {
  const { lookup = resolveAll, ca, connectMs = CONNECT_MS, idleMs = IDLE_MS } = options
  const kept = { keepAlive: true, maxFreeSockets: 4, timeout: idleMs, scheduling: 'lifo' } as const
  const http = new HttpAgent(kept)
  const https = new HttpsAgent({ ...kept, ...(ca === undefined ? {} : { ca: [...ca] }) })

  const start = (outgoing: Outgoing, fresh: boolean): ClientRequest => {
    const { url, method, signal } = outgoing
    const secure = url.protocol === 'https:'
    const agent = secure ? https : http
    const settings = {
      method,
      headers: headersOf(outgoing, fresh),
      agent: fresh ? false : agent,
      lookup: guarded(lookup, outgoing),
      signal,
      ...(ca === undefined ? {} : { ca: [...ca] }),
    }
    return secure ? requestTls(url, settings) : request(url, settings)
  }

  const send: Transport = async (outgoing) => {
    const first = start(outgoing, false)
    try {
      return await exchange(first, outgoing, connectMs)
    } catch (error) {
      // the other side closed a kept connection at the moment we wrote: nothing was answered, so it is sent once more
      if (!first.reusedSocket || !isReset(error)) throw error
      return exchange(start(outgoing, true), outgoing, connectMs)
    }
  }
  const close = (): void => {
    http.destroy()
    https.destroy()
  }
  return Object.assign(send, { close })
}

function headersOf({ headers, body, method }: Outgoing, fresh: boolean) {
  const length = body?.length ?? (method === 'GET' ? null : 0)
  return {
    'accept-encoding': 'identity',
    ...headers,
    ...(length === null ? {} : { 'content-length': `${length}` }),
    ...(fresh ? { connection: 'close' } : {}),
  }
}

function exchange(
  call: ClientRequest,
  outgoing: Outgoing,
  connectMs: number,
): Promise<NetResponse> {
  const { promise, resolve, reject } = Promise.withResolvers<NetResponse>()
  call.on('error', (error) => reject(ofHeaders(error, outgoing)))
  call.on('response', (response) => {
    readAnswer(response, outgoing).then(
      (answer) => {
        // answered before it took the whole body: nobody will read the rest
        if (!call.writableFinished) call.destroy()
        resolve(answer)
      },
      (error: unknown) => {
        call.destroy()
        reject(error instanceof Error ? error : new Error('the answer broke off'))
      },
    )
  })
  limitConnect(call, outgoing.url, connectMs)
  call.end(outgoing.body ?? undefined)
  return promise
}

function limitConnect(call: ClientRequest, url: URL, connectMs: number): void {
  call.on('socket', (socket) => {
    if (!socket.connecting) return
    const late = new NetFault('timeout', url.host, `no connection within ${connectMs} ms`)
    const timer = setTimeout(() => call.destroy(late), connectMs)
    const stop = (): void => clearTimeout(timer)
    socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', stop)
    socket.once('close', stop)
  })
}

async function readAnswer(response: IncomingMessage, outgoing: Outgoing): Promise<NetResponse> {
  const { url, maxBytes } = outgoing
  const tooLarge = (): NetFault =>
    new NetFault('too-large', url.host, `the answer is longer than ${maxBytes} bytes`)
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) throw tooLarge()
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > maxBytes) throw tooLarge()
    chunks.push(chunk)
  }
  const headers = new Headers()
  for (const [name, values] of Object.entries(response.headersDistinct))
    for (const value of values ?? []) headers.append(name, value)
  return { status: response.statusCode ?? 0, headers, body: new Uint8Array(Buffer.concat(chunks)) }
}

/** Gives a connection only addresses that the request may go to. */
function guarded(lookup: Lookup, { url, admits }: Outgoing): LookupFunction {
  return (hostname, { all }, callback) => {
    lookup(hostname).then(
      (addresses) => {
        const open = addresses.filter(({ address }) => admits(reachOf(address)))
        const [first] = open
        if (first === undefined) callback(blocked(url), '', 0)
        else if (all === true) callback(null, [...open])
        else callback(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    )
  }
}

const resolveAll: Lookup = (hostname) => systemLookup(hostname, { all: true })

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined

const isReset = (error: unknown): boolean => ['ECONNRESET', 'EPIPE'].includes(`${codeOf(error)}`)

function ofHeaders(error: Error, { url }: Outgoing): Error {
  if (codeOf(error) !== 'HPE_HEADER_OVERFLOW') return error
  return new NetFault('too-large', url.host, 'the headers of the answer are too long', error)
}

// The listening socket of a gateway: taken before anything else is opened, so that its port is known, and let go of gently.
import { createServer, type Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { EXIT, Trouble } from './trouble.ts'

type Fetch = (request: Request, env: { readonly peer?: string }) => Response | Promise<Response>
/** The caller's address, from that of the connection and the header of proxies. */
export type FindPeer = (socket: string | undefined, forwarded: string | null) => string | undefined

export type HttpServer = {
  readonly port: number
  /** From now on requests are answered by this; before, with 503. */
  readonly answerWith: (fetch: Fetch) => void
  /** Takes no more, finishes what was begun, ends streams; cuts off what lasts longer. */
  readonly close: () => Promise<void>
}

/** Milliseconds that requests under way are given. */
const FINISH_MS = 10_000
const IDLE_MS = 20

/** @throws Trouble when the port is taken or the address is not ours */
export async function listen(
  host: string,
  port: number,
  findPeer: FindPeer = () => undefined,
): Promise<HttpServer> {
  let answer: Fetch = starting
  const streams = new Set<ServerResponse>()
  const server = createServer(
    getRequestListener(async (request, { incoming, outgoing }) => {
      const peer = findPeer(incoming.socket.remoteAddress, request.headers.get('x-forwarded-for'))
      const response = await answer(request, peer === undefined ? {} : { peer })
      if (isStream(response) && outgoing instanceof ServerResponse) remember(streams, outgoing)
      return response
    }),
  )
  await bind(server, host, port)
  return {
    port: (server.address() as AddressInfo).port,
    answerWith: (fetch) => {
      answer = fetch
    },
    close: () => drain(server, streams),
  }
}

/** Before anybody said what to answer. */
const starting: Fetch = () => new Response(null, { status: 503, headers: { 'retry-after': '1' } })

function bind(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(bindTrouble(error, host, port)))
    server.listen(port, host, resolve)
  })
}

function bindTrouble(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new Trouble(
      EXIT.taken,
      `port ${port} on ${host} is in use; stop the program that has it, or set ENTENTE_PORT to another`,
      error,
    )
  if (error.code === 'EACCES')
    return new Trouble(
      EXIT.config,
      `port ${port} may not be used by this user; set ENTENTE_PORT to one above 1023`,
      error,
    )
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new Trouble(
      EXIT.config,
      `${host} is no address of this machine; set ENTENTE_HOST to one`,
      error,
    )
  return error
}

const isStream = ({ headers }: Response): boolean =>
  headers.get('content-type')?.startsWith('text/event-stream') ?? false

function remember(streams: Set<ServerResponse>, outgoing: ServerResponse): void {
  streams.add(outgoing)
  outgoing.once('close', () => streams.delete(outgoing))
}

async function drain(server: Server, streams: ReadonlySet<ServerResponse>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  for (const stream of streams) stream.end()
  // A connection that is kept open after its answer counts as one under way until its client lets go of it.
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_MS)
  const cut = setTimeout(() => server.closeAllConnections(), FINISH_MS)
  await closed
  clearInterval(idle)
  clearTimeout(cut)
}

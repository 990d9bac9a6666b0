// HTTP by the runtime's own fetch, for Workers, where names are resolved out of our sight and private networks are out of
// reach by design; and for tests that join gateways by their doors. What a name gives away by its spelling is judged here.
import type { NetResponse } from '../flows/ports.ts'
import { isPrivateName, reachOfHost } from './address.ts'
import { blocked, type Outgoing, type Transport } from './fetch.ts'
import { NetFault } from './net-fault.ts'

export type Fetch = (request: Request) => Promise<Response>

export function createFetchTransport(fetch: Fetch): Transport {
  return async (outgoing) => {
    const { url, method, headers, body, signal } = outgoing
    if (!mayGo(outgoing)) throw blocked(url)
    const request = new Request(url, { method, headers, body, signal, redirect: 'manual' })
    const response = await unlessEnded(signal, fetch(request))
    return readAnswer(response, outgoing)
  }
}

/** A name that is not known to lead elsewhere is taken to be public. */
function mayGo({ url, admits }: Outgoing): boolean {
  const reach = reachOfHost(url.hostname) ?? (isPrivateName(url.hostname) ? 'private' : 'public')
  return admits(reach)
}

async function readAnswer(
  { status, headers, body }: Response,
  { url, maxBytes, signal }: Outgoing,
): Promise<NetResponse> {
  if (body === null) return { status, headers, body: new Uint8Array() }
  const reader = body.getReader()
  const stop = async (why: Error): Promise<never> => {
    await reader.cancel()
    throw why
  }
  const tooLarge = (): NetFault =>
    new NetFault('too-large', url.host, `the answer is longer than ${maxBytes} bytes`)
  if (Number(headers.get('content-length') ?? 0) > maxBytes) return stop(tooLarge())
  const chunks: Uint8Array[] = []
  for (let length = 0; ;) {
    const { done, value } = await unlessEnded(signal, reader.read())
    if (done) return { status, headers, body: joined(chunks, length) }
    length += value.length
    if (length > maxBytes) return stop(tooLarge())
    chunks.push(value)
  }
}

/** The task's outcome, or the signal's reason as soon as it is aborted: not every fetch that is handed in listens to it. */
function unlessEnded<T>(signal: AbortSignal, task: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const end = (): void => reject(signal.reason as Error)
  if (signal.aborted) end()
  signal.addEventListener('abort', end, { once: true })
  return Promise.race([task, promise]).finally(() => signal.removeEventListener('abort', end))
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

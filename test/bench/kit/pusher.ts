// A process of its own that pushes requests over connections kept open and does as little as it can beside: requests are rendered
// before the clock starts, of an answer only its status is read. A lane's requests go one after the other, lanes side by side.
import { connect } from 'node:net'
import type { Socket } from 'node:net'

export type Load = {
  readonly kind: 'load'
  readonly contentType: string
  readonly lanes: readonly (readonly string[])[]
}
export type Push = {
  readonly kind: 'push'
  readonly port: number
  readonly path: string
  readonly connections: number
}
/** Sent for a `Push` when all lanes are through. */
export type Pushed = {
  readonly ms: number
  readonly statuses: Readonly<Record<string, number>>
  /** The body of the first answer that was not 202. */
  readonly oddAnswer: string | null
}

let load: Load = { kind: 'load', contentType: '', lanes: [] }

process.on('message', (asked: Load | Push) => {
  if (asked.kind === 'load') load = asked
  else void push(asked).then((pushed) => process.send?.(pushed))
})

async function push({ port, path, connections }: Push): Promise<Pushed> {
  const lanes = load.lanes.map((bodies) => bodies.map((body) => rendered(path, body)))
  const sockets = await Promise.all(Array.from({ length: connections }, () => opened(port)))
  const statuses: Record<string, number> = {}
  let oddAnswer: string | null = null
  const began = performance.now()
  // Every lane's first request before any second one: whoever is free takes the lane that waits longest.
  const waiting = lanes.map((requests) => ({ requests, next: 0 }))
  await Promise.all(
    sockets.map(async (socket) => {
      for (let lane = waiting.shift(); lane; lane = waiting.shift()) {
        const request = lane.requests[lane.next++]
        if (request === undefined) continue
        const { status, body } = await asked(socket, request)
        statuses[status] = (statuses[status] ?? 0) + 1
        if (status !== '202') oddAnswer ??= `${status} ${body}`
        waiting.push(lane)
      }
    }),
  )
  const ms = performance.now() - began
  for (const socket of sockets) socket.destroy()
  return { ms, statuses, oddAnswer }
}

const rendered = (path: string, body: string): Buffer =>
  Buffer.from(
    `POST ${path} HTTP/1.1\r\nhost: bench.example\r\ncontent-type: ${load.contentType}\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )

const opened = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(socket))
    socket.once('error', reject)
  })

function asked(socket: Socket, request: Buffer): Promise<{ status: string; body: string }> {
  return new Promise((resolve, reject) => {
    let text = ''
    const end = (): void => {
      socket.off('data', read).off('close', broken)
    }
    const broken = (): void => {
      end()
      reject(new Error('the connection broke'))
    }
    const read = (chunk: Buffer): void => {
      text += chunk.toString('latin1')
      const head = text.indexOf('\r\n\r\n')
      if (head < 0) return
      const length = Number(/\r\ncontent-length: *(\d+)/i.exec(text)?.[1] ?? 0)
      const chunked = /\r\ntransfer-encoding: *chunked/i.test(text)
      if (chunked ? !text.endsWith('\r\n0\r\n\r\n') : text.length < head + 4 + length) return
      end()
      resolve({ status: text.slice(9, 12), body: text.slice(head + 4) })
    }
    socket.on('data', read).on('close', broken)
    socket.write(request)
  })
}

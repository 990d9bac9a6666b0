// A load balancer before the processes of one gateway: TCP, in turn, and past whoever does not answer, as any balancer does.
import { connect, createServer } from 'node:net'
import type { Socket } from 'node:net'

export interface Balancer extends AsyncDisposable {
  readonly port: number
  /** Connections made to each port so far. */
  readonly used: ReadonlyMap<number, number>
  /** From now on this port gets its turn. */
  add(port: number): void
  /** From now on it does not; what is connected stays so. */
  remove(port: number): void
}

export async function balancer(): Promise<Balancer> {
  const sockets = new Set<Socket>()
  const ports: number[] = []
  const used = new Map<number, number>()
  let turn = 0

  const keep = (socket: Socket): void => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  }

  const forward = (client: Socket, left: readonly number[]): void => {
    const [port, ...rest] = left
    if (port === undefined) return void client.destroy()
    const upstream = connect(port, '127.0.0.1')
    keep(upstream)
    const next = (): void => forward(client, rest)
    upstream.once('error', next)
    upstream.once('connect', () => {
      upstream.off('error', next)
      used.set(port, (used.get(port) ?? 0) + 1)
      join(client, upstream)
    })
  }

  const server = createServer({ pauseOnConnect: true, noDelay: true }, (client) => {
    keep(client)
    client.on('error', () => client.destroy())
    const first = turn++ % Math.max(1, ports.length)
    forward(client, [...ports.slice(first), ...ports.slice(0, first)])
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the balancer has no port')

  return {
    port: address.port,
    used,
    add: (port) => void (ports.includes(port) || ports.push(port)),
    remove: (port) => void ports.splice(ports.indexOf(port), ports.includes(port) ? 1 : 0),
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** What one side sent before it ended still reaches the other; what broke off breaks off there too. */
function join(client: Socket, upstream: Socket): void {
  client.pipe(upstream).pipe(client)
  client.on('error', () => upstream.destroy())
  upstream.on('error', () => client.destroy())
}

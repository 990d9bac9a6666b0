// A wire that a test can cut: forwards TCP to another port until it is told to fall silent or to break.
import { connect, createServer } from 'node:net'
import type { Socket } from 'node:net'

export interface TcpProxy extends AsyncDisposable {
  readonly port: number
  /** From now on nothing passes, and nobody is told: a network that swallows packets. */
  silence(): void
  /** Breaks every connection and refuses new ones: a server that is gone. */
  cut(): void
  /** From now on everything passes again. */
  heal(): void
  /**
   * Breaks the connection that says this text towards the server, before the server hears it (`before`) or after the
   * server answered it, whose answer is then lost (`after`).
   */
  breakAt(text: string, when: 'before' | 'after'): void
}

export async function tcpProxy(host: string, port: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>()
  let silent = false
  let gone = false
  let trap: { text: string; when: 'before' | 'after' } | undefined

  const server = createServer((client) => {
    if (gone) return void client.resetAndDestroy()
    const upstream = connect(port, host)
    let cutNext = false
    const cut = () => {
      client.destroy()
      upstream.destroy()
    }
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', cut)
      socket.on('close', cut)
    }
    client.on('data', (bytes) => {
      if (silent) return
      const caught = trap !== undefined && bytes.includes(trap.text)
      if (caught && trap?.when === 'before') return cut()
      cutNext = caught
      upstream.write(bytes)
    })
    upstream.on('data', (bytes) => {
      if (silent) return
      if (cutNext) return cut()
      client.write(bytes)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the proxy has no port')

  return {
    port: address.port,
    silence: () => {
      silent = true
    },
    cut: () => {
      gone = true
      for (const socket of sockets) socket.destroy()
    },
    heal: () => {
      silent = false
      gone = false
      trap = undefined
    },
    breakAt: (text, when) => {
      trap = { text, when }
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

// Real servers on loopback for the tests of `net`, closed when the test ends.
import { readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8')

/** A published test certificate for partner.example. */
export const CERTIFICATE = fixture('partner-cert.pem')

type Listening = {
  listen: (port: number, host: string, ready: () => void) => unknown
  close: () => unknown
  address: () => AddressInfo | string | null
}

export function serve(answer: RequestListener, host = '127.0.0.1'): Promise<string> {
  const server = createServer({ keepAliveTimeout: 60_000 }, answer)
  onTestFinished(() => server.closeAllConnections())
  return listen(server, host, 'http')
}

export function serveTls(answer: RequestListener, host = '127.0.0.1'): Promise<string> {
  const server = createTlsServer({ key: fixture('partner-key.pem'), cert: CERTIFICATE }, answer)
  onTestFinished(() => server.closeAllConnections())
  return listen(server, host, 'https')
}

/** A server that speaks no HTTP unless told to. */
export function serveTcp(talk: (socket: Socket) => void, host = '127.0.0.1'): Promise<string> {
  const open = new Set<Socket>()
  const server = createTcpServer((socket) => {
    open.add(socket)
    socket.on('error', () => socket.destroy())
    talk(socket)
  })
  onTestFinished(() => open.forEach((socket) => socket.destroy()))
  return listen(server, host, 'http')
}

function listen(server: Listening, host: string, scheme: string): Promise<string> {
  onTestFinished(() => void server.close())
  return new Promise((resolve) => {
    server.listen(0, host, () => {
      const address = server.address()
      const port = typeof address === 'object' ? address?.port : undefined
      resolve(`${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`)
    })
  })
}

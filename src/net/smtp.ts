// Mail by SMTP on Node, through the same guard as HTTP: the name is resolved here, every address judged, and the connection goes to the one
// that was. In: a mail and its server. Out: null when the server took it, or why not and whether to try again (RFC 5321 §4.2.1: 4yz passes, 5yz stays).
import { lookup as systemLookup } from 'node:dns/promises'
import { createTransport } from 'nodemailer'
import type { Mail, Mailer, SendFault } from '../flows/alert-ports.ts'
import { type Reach, reachOf, reachOfHost } from './address.ts'
import { allowLoopback } from './fetch.ts'
import type { Lookup } from './node-fetch.ts'

export type SmtpOptions = {
  readonly [allowLoopback]?: true
  readonly lookup?: Lookup
  /** Certificates to trust beside the system's, PEM. */
  readonly ca?: readonly string[]
  /** Milliseconds for each step of the conversation. */
  readonly stepMs?: number
}

const STEP_MS = 10_000

export function createMailer(options: SmtpOptions = {}): Mailer {
  const { lookup = (name) => systemLookup(name, { all: true }) } = options
  const admits = (reach: Reach, { security }: Mail['server']): boolean =>
    reach === 'loopback'
      ? options[allowLoopback] === true
      : reach === 'public' && security !== 'none'

  const addressOf = async (server: Mail['server']): Promise<string | SendFault> => {
    const spelled = reachOfHost(server.host)
    if (spelled !== null && !admits(spelled, server)) return blocked(server.host)
    const addresses = await lookup(server.host)
    const open = addresses.find(({ address }) => admits(reachOf(address), server))
    return open?.address ?? blocked(server.host)
  }

  return {
    send: async (mail) => {
      try {
        const address = await addressOf(mail.server)
        return typeof address === 'string' ? await sent(mail, address, options) : address
      } catch (error) {
        return faultOf(error)
      }
    },
  }
}

const blocked = (host: string): SendFault => ({
  error: `${host}: mail goes to public servers over TLS, and to this machine only from a gateway that has its own address there`,
  again: false,
})

async function sent(
  mail: Mail,
  address: string,
  { ca, stepMs = STEP_MS }: SmtpOptions,
): Promise<null> {
  const { server, password, from, to, subject, text, messageId } = mail
  const transport = createTransport({
    host: address,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    tls: { servername: server.host, ...(ca === undefined ? {} : { ca: [...ca] }) },
    ...(server.user === null ? {} : { auth: { user: server.user, pass: password ?? '' } }),
    connectionTimeout: stepMs,
    greetingTimeout: stepMs,
    socketTimeout: stepMs,
    dnsTimeout: stepMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      from,
      to: { name: '', address: to },
      subject,
      text,
      messageId,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    return null
  } finally {
    transport.close()
  }
}

function faultOf(error: unknown): SendFault {
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
  const message = error instanceof Error ? error.message : 'the mail could not be sent'
  return { error: message.slice(0, 300), again: code < 500 }
}

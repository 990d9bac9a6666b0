// A real mail server on loopback that keeps what it was sent.
import { onTestFinished } from 'vitest'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export type MailServer = {
  readonly port: number
  /** Whole messages as they came, the first first. */
  readonly mails: string[]
  /** Recipients, beside `mails`. */
  readonly to: string[]
  /** Refuses everything with this code while it is set. */
  refuse: number | null
}

/** For a whole file: the caller stops it. */
export async function startMailServer(
  options: SMTPServerOptions = {},
): Promise<[MailServer, () => Promise<void>]> {
  const mails: string[] = []
  const to: string[] = []
  const state = { mails, to, refuse: null as number | null, port: 0 }
  const server = new SMTPServer({
    disabledCommands: options.secure ? [] : ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (state.refuse !== null)
          return done(Object.assign(new Error('not now'), { responseCode: state.refuse }))
        mails.push(Buffer.concat(chunks).toString('utf8'))
        to.push(...session.envelope.rcptTo.map(({ address }) => address))
        done()
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.server.address()
  state.port = typeof address === 'object' ? (address?.port ?? 0) : 0
  return [state, () => new Promise<void>((closed) => server.close(closed))]
}

/** For one test. */
export async function mailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const [server, stop] = await startMailServer(options)
  onTestFinished(stop)
  return server
}

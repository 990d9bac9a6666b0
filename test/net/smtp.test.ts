import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Mail } from '../../src/flows/alert-ports.ts'
import { allowLoopback } from '../../src/net/fetch.ts'
import { createMailer, type SmtpOptions } from '../../src/net/smtp.ts'
import { mailServer } from '../kit/mail-server.ts'
import { CERTIFICATE } from './server.ts'

const KEY = readFileSync(join(import.meta.dirname, 'fixtures', 'partner-key.pem'), 'utf8')
const mailTo = (server: Partial<Mail['server']>, parts: Partial<Mail> = {}): Mail => ({
  server: { host: '127.0.0.1', port: 25, security: 'none', user: null, ...server },
  password: null,
  from: 'alerts@basalt.example',
  to: 'ana@basalt.example',
  subject: 'Störung: case EN-1',
  text: 'Look, please.\n.\n',
  messageId: '<1.0@basalt.example>',
  ...parts,
})
/** Every name leads here. */
const here: SmtpOptions = {
  [allowLoopback]: true,
  lookup: async () => [{ address: '127.0.0.1', family: 4 }],
}

describe('mail', () => {
  it('reaches a server on this machine, if the gateway itself is there', async () => {
    const server = await mailServer()
    expect(await createMailer(here).send(mailTo({ port: server.port }))).toBeNull()
    expect(server.to).toEqual(['ana@basalt.example'])
    expect(server.mails[0]).toMatch(/^Message-ID: <1\.0@basalt\.example>/m)
    expect(server.mails[0]).toMatch(/^Subject: =\?UTF-8\?/m)
  })

  it('goes to no address that strangers must not reach through us, however it is spelled', async () => {
    const { [allowLoopback]: _, ...outside } = here
    const server = await mailServer()
    const to = { port: server.port }
    for (const host of ['127.0.0.1', 'localhost', 'mail.example'])
      expect(await createMailer(outside).send(mailTo({ ...to, host }))).toMatchObject({
        again: false,
      })
    const inside = { ...here, lookup: async () => [{ address: '10.0.0.5', family: 4 }] }
    expect(await createMailer(inside).send(mailTo({ host: 'mail.example' }))).toMatchObject({
      again: false,
    })
    expect(server.mails).toEqual([])
  })

  it('goes in the clear to no other machine', async () => {
    const outside = { lookup: async () => [{ address: '93.184.215.14', family: 4 }] }
    const fault = await createMailer(outside).send(mailTo({ host: 'mail.example' }))
    expect(fault?.error).toContain('over TLS')
  })

  it('shows its password only to the server whose certificate names the host', async () => {
    const seen: string[] = []
    const server = await mailServer({
      secure: true,
      key: KEY,
      cert: CERTIFICATE,
      onAuth: ({ username, password }, _session, done) => {
        seen.push(`${username} ${password}`)
        done(null, { user: username })
      },
    })
    const to = { port: server.port, security: 'tls', user: 'alerts' } as const
    const mailer = createMailer({ ...here, ca: [CERTIFICATE] })
    const secret = { password: 'pass' }
    expect(await mailer.send(mailTo({ ...to, host: 'other.example' }, secret))).not.toBeNull()
    expect(seen).toEqual([])
    expect(await mailer.send(mailTo({ ...to, host: 'partner.example' }, secret))).toBeNull()
    expect(seen).toEqual(['alerts pass'])
  })

  it('is not sent where the server offers no TLS and TLS is asked for', async () => {
    const server = await mailServer()
    const to = { port: server.port, security: 'starttls' } as const
    expect(await createMailer(here).send(mailTo(to))).not.toBeNull()
    expect(server.mails).toEqual([])
  })

  it('is tried again after what passes, and never after what stays', async () => {
    const server = await mailServer()
    server.refuse = 451
    expect(await createMailer(here).send(mailTo({ port: server.port }))).toMatchObject({
      again: true,
    })
    server.refuse = 550
    expect(await createMailer(here).send(mailTo({ port: server.port }))).toMatchObject({
      again: false,
    })
  })

  it('cannot be given a second header or recipient by what is filled in', async () => {
    const server = await mailServer()
    const hostile = {
      subject: 'x\r\nBcc: eve@evil.example',
      to: 'ana@basalt.example\r\nBcc: e@e.example',
    }
    await createMailer(here).send(mailTo({ port: server.port }, hostile))
    expect(server.to.some((address) => address.includes('evil') || address.includes('e@e.'))).toBe(
      false,
    )
    expect(server.mails.join('')).not.toMatch(/^Bcc:/m)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allowLoopback } from '../../../src/net/fetch.ts'
import { createMailer } from '../../../src/net/smtp.ts'
import { ring, staff } from '../../kit/alert-desk.ts'
import { type System, systemOf } from '../../kit/api.ts'
import { open } from '../../kit/case-inputs.ts'
import { type MailServer, startMailServer } from '../../kit/mail-server.ts'
import { network, type Network, vendorOf } from '../../kit/network.ts'

let net: Network
let alpine: System
let basalt: System
let server: MailServer
let stop: () => Promise<void>
beforeAll(async () => {
  net = await network([2], { parts: { mailer: createMailer({ [allowLoopback]: true }) } })
  alpine = await systemOf(vendorOf(net, 0))
  basalt = await systemOf(vendorOf(net, 1))
  await staff(vendorOf(net, 1))
  ;[server, stop] = await startMailServer()
})
afterAll(async () => {
  await stop()
  await net[Symbol.asyncDispose]()
})

const mail = (change: object = {}) => ({
  name: 'Mail',
  kind: 'mail',
  host: '127.0.0.1',
  port: server.port,
  security: 'none',
  from: 'alerts@basalt.example',
  ...change,
})
const PAGER = { name: 'On call', kind: 'pagerduty', region: 'eu', secret: 'routing-key-1' }
const word = (said: { body: { type?: string } }) => said.body.type?.split(':').at(-1)
const etag = (version: number) => ({ 'if-match': `"${version}"` })

describe('settings of alerts', () => {
  it('have defaults, and are replaced version by version', async () => {
    const first = await alpine.get('/api/alert-settings')
    expect(first.body).toMatchObject({ version: 0, answerWithin: { 1: 5 }, gapMinutes: 60 })
    const change = { answerWithin: { 1: 3 }, subject: 'Case {{case}}' }
    expect((await alpine.put('/api/alert-settings', change)).status).toBe(428)
    const saved = await alpine.put('/api/alert-settings', change, etag(0))
    expect(saved.body).toMatchObject({ version: 1, answerWithin: { 1: 3, 2: 15 } })
    expect((await alpine.put('/api/alert-settings', change, etag(0))).status).toBe(412)
    expect((await basalt.get('/api/alert-settings')).body.version).toBe(0)
  })

  it('are refused with the template at fault', async () => {
    const said = await alpine.put('/api/alert-settings', { text: '{{summary}}' }, etag(1))
    expect([said.status, word(said), said.body.field]).toEqual([422, 'invalid-field', 'text'])
  })
})

describe('channels', () => {
  it('take a secret and never show it; one that goes elsewhere needs it anew', async () => {
    const added = await alpine.post('/api/alert-channels', PAGER)
    expect([added.status, added.body.hasSecret, added.body.mildest]).toEqual([201, true, 4])
    const listed = await alpine.get('/api/alert-channels')
    expect(JSON.stringify([added.body, listed.body])).not.toContain('routing-key')
    const at = `/api/alert-channels/${added.body.id}`
    const { secret: _, ...rest } = PAGER
    expect((await alpine.put(at, { ...rest, mildest: 2 }, etag(1))).body).toMatchObject({
      version: 2,
      mildest: 2,
      hasSecret: true,
    })
    const moved = await alpine.put(at, { ...rest, region: 'us' }, etag(2))
    expect([moved.status, moved.body.field]).toEqual([422, 'secret'])
    expect((await basalt.put(at, PAGER, etag(2))).status).toBe(404)
    expect((await basalt.get('/api/alert-channels')).body.items).toEqual([])
    const gone = await alpine.send(at, { method: 'DELETE', headers: etag(2) })
    expect([gone.status, gone.body.id]).toEqual([200, added.body.id])
  })

  it('are tried out on one of our people', async () => {
    const { id } = (await basalt.post('/api/alert-channels', mail())).body
    const at = `/api/alert-channels/${id}/test`
    expect((await basalt.post(at, { person: 'ana' })).body).toEqual({ taken: true, error: null })
    expect(server.to.splice(0)).toEqual(['ana@basalt.example'])
    expect((await basalt.post(at, {})).body.field).toBe('person')
    expect(word(await basalt.post(at, { person: 'nobody' }))).toBe('person-unknown')
  })
})

describe('alerts', () => {
  it('are listed with every attempt, and taken once', async () => {
    const { caseId } = await open(vendorOf(net, 0), [vendorOf(net, 1)])
    await net.settle()
    await ring(vendorOf(net, 1))
    const { items } = (await basalt.get(`/api/alerts?caseId=${caseId}`)).body
    expect(items).toMatchObject([
      {
        caseId,
        kind: 'engagement-requested',
        level: 1,
        word: 'telling',
        attempts: [{ step: 0, act: 'tell', person: 'ana', word: 'sent', tries: 1 }],
      },
    ])
    expect((await alpine.get('/api/alerts')).body.items).toEqual([])
    const at = `/api/alerts/${items[0].id}/acknowledge`
    expect((await alpine.post(at, { by: 'Eve' })).status).toBe(404)
    const taken = await basalt.post(at, { by: 'Ana' })
    expect(taken.body).toMatchObject({ word: 'acknowledged', acknowledgedBy: 'Ana' })
    expect((await basalt.post(at, { by: 'Ben' })).body.acknowledgedBy).toBe('Ana')
    expect((await basalt.get('/api/alerts?after=x')).status).toBe(400)
  })
})

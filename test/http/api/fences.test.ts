import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { USUAL_SCOPES } from '../../../src/core/access/scope.ts'
import { raiseFences } from '../../../src/runtime/fence.ts'
import { openedBy, type System, systemOf } from '../../kit/api.ts'
import { network, type Network, vendorOf } from '../../kit/network.ts'

let net: Network
let alpine: System
let basalt: System
let at: string
beforeAll(async () => {
  net = await network([2])
  alpine = await systemOf(vendorOf(net, 0))
  basalt = await systemOf(vendorOf(net, 1))
  const opened = await openedBy(alpine, { engagements: [{ partner: basalt.vendor.id }] })
  at = opened.at
  await net.settle()
  await basalt.post(`${at}/engagements/${opened.engagements[0]}/accept`)
  await net.settle()
})
afterAll(() => net[Symbol.asyncDispose]())

const fence = async (): Promise<void> => {
  alpine.vendor.host.marks.clear()
  await raiseFences(alpine.vendor.host.gateway.deps, { unclean: true, trustMissingMark: false })
}

describe('forcing a fence', () => {
  it('is refused where none stands', async () => {
    const said = await alpine.post(`${at}/force-fence`, { reason: 'Basalt is gone.' })
    expect([said.status, said.body.type]).toEqual([409, 'urn:entente:problem:case-not-fenced'])
  })

  it('needs a scope that no client has unless it was named', async () => {
    const usual = await systemOf(alpine.vendor, USUAL_SCOPES)
    const said = await usual.post(`${at}/force-fence`, { reason: 'Basalt is gone.' })
    expect([said.status, said.body.type]).toEqual([403, 'urn:entente:problem:scope-missing'])
  })

  it('ends the fence, once for a repeated request, and the receipt tells the version', async () => {
    await fence()
    expect((await alpine.get(at)).body.fenced).toBe(true)
    const note = await alpine.post(`${at}/notes`, { text: 'Anybody there?' })
    expect(note.body.type).toBe('urn:entente:problem:signing-fenced')
    const key = { 'idempotency-key': 'force-1' }
    const forced = await alpine.post(`${at}/force-fence`, { reason: 'Basalt is gone.' }, key)
    expect(forced.status).toBe(200)
    const read = await alpine.get(at)
    expect(read.body).toMatchObject({ fenced: false, version: forced.body.version })
    const again = await alpine.post(`${at}/force-fence`, { reason: 'Basalt is gone.' }, key)
    expect(again.body).toEqual(forced.body)
    const said = await alpine.post(
      `${at}/notes`,
      { text: 'Going on.' },
      { 'if-match': forced.headers.get('etag') ?? '' },
    )
    expect(said.status).toBe(201)
    const history = (await alpine.get(`${at}/history?order=newest`)).body.items
    expect(history.slice(0, 2)).toMatchObject([
      { type: 'note-added', incarnation: 1, verdict: 'effect' },
      {
        type: 'author-resumed',
        incarnation: 1,
        texts: [{ slot: 'reason', value: 'Basalt is gone.' }],
      },
    ])
  })

  it.each([{}, { reason: '' }, { reason: 7 }, { reason: 'x\u0000' }, { reason: 'x'.repeat(2001) }])(
    'needs a reason that people can read: %j',
    async (body) => {
      const said = await alpine.post(`${at}/force-fence`, body)
      expect([said.status, said.body.field]).toEqual([422, 'reason'])
    },
  )
})

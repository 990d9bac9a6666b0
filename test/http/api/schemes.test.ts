import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digestOf } from '../../../src/core/kernel/bytes.ts'
import { openedBy, type System, systemOf } from '../../kit/api.ts'
import { network, type Network, vendorOf } from '../../kit/network.ts'

let net: Network
let alpine: System
beforeAll(async () => {
  net = await network([1])
  alpine = await systemOf(vendorOf(net, 0))
})
afterAll(() => net[Symbol.asyncDispose]())

const level = (rank: number, shared: number) => ({
  rank,
  code: `S${rank}`,
  name: `Level ${rank}`,
  definition: 'As bad as that.',
  shared,
})
const scheme = (version: string, shared = [1, 2, 3, 4]) => ({
  id: 'our-levels',
  version,
  vendor: 'Alpine',
  product: 'Support',
  sources: [],
  axis: 'severity',
  unsetValues: [],
  levels: shared.map((to, i) => level(i + 1, to)),
})
const add = (document: unknown, headers = {}) =>
  alpine.post('/api/severity/schemes', document, headers)

describe('serves', () => {
  it('a scheme of one’s own, kept to the letter, listed, used and named', async () => {
    const text = JSON.stringify(scheme('1'), null, 1)
    const added = await alpine.send('/api/severity/schemes', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: text,
    })
    expect([added.status, added.body.digest]).toEqual([201, await digestOf(text)])
    const read = await alpine.get('/api/severity/schemes/our-levels')
    expect(read.body).toMatchObject({ origin: 'own', document: text, version: '1' })
    const { headers } = await alpine.get('/api/profile')
    await alpine.put(
      '/api/profile',
      { name: 'Alpine', scheme: { id: 'our-levels', version: '1' } },
      { 'if-match': headers.get('etag') ?? '' },
    )
    expect((await alpine.get('/api/severity/schemes')).body.items).toMatchObject([
      { id: 'our-levels', inUse: true, levels: [{ code: 'S1', shared: 1 }, {}, {}, {}] },
    ])
    const { at } = await openedBy(alpine)
    await alpine.post(`${at}/severity`, { code: 's2', reason: 'initial' })
    expect((await alpine.get(at)).body.severity.inOurScheme).toMatchObject({
      scheme: 'our-levels',
      code: 's2',
      result: 'as-claimed',
    })
  })

  it('the same scheme added twice as the one it is', async () => {
    await add(scheme('2'))
    expect((await add(scheme('2'))).status).toBe(201)
  })

  it('the presets with their sources', async () => {
    const { items } = (await alpine.get('/api/severity/presets')).body
    expect(items.length).toBeGreaterThanOrEqual(73)
    const one = await alpine.get('/api/severity/schemes/cisco-tac')
    expect(one.body).toMatchObject({ origin: 'preset', id: 'cisco-tac' })
  })

  it('a severity in another vendor’s words, both halves', async () => {
    const said = await alpine.get(
      '/api/severity/translate?from=vmware-on-premise&code=Critical%20(On%20Premise%20Severity%201)&to=redhat-premium',
    )
    expect(said.body).toMatchObject({
      from: { level: 1, word: 'critical', result: 'exact' },
      to: { code: 'Severity 1 (urgent)', level: 1, result: 'exact' },
    })
    const shared = await alpine.get('/api/severity/translate?level=2&to=redhat-premium')
    expect(shared.body).toMatchObject({ from: null, to: { code: 'Severity 2 (high)', asked: 2 } })
    const unknown = await alpine.get(
      '/api/severity/translate?from=cisco-tac&code=whatever&to=redhat-premium',
    )
    expect(unknown.body.from).toMatchObject({ result: 'unmapped', level: 3, code: null })
  })

  it('the inputs to write, where the target computes its levels from a matrix', async () => {
    const said = await alpine.get('/api/severity/translate?level=4&to=servicenow-incident-priority')
    expect(said.body.to).toMatchObject({ code: '4 - Low', cell: ['2', '3'] })
    const none = await alpine.get('/api/severity/translate?level=4&to=redhat-premium')
    expect(none.body.to.cell).toBeNull()
  })

  it('codes that are ruled out, and an alarm when only milder ones are left', async () => {
    const first = encodeURIComponent('Severity 1 (urgent)')
    const said = await alpine.get(
      `/api/severity/translate?level=1&to=redhat-premium&excluded=${first}`,
    )
    expect(said.body.to).toMatchObject({ code: 'Severity 2 (high)', result: 'down' })
  })
})

describe('refuses', () => {
  it('a scheme that breaks a law, naming the level', async () => {
    const said = await add(scheme('3', [1, 3, 2, 4]))
    expect([said.status, said.body.field]).toEqual([422, 'levels.2.shared'])
    expect(said.body.detail).toContain('S2')
    expect((await add({})).body.type).toBe('urn:entente:problem:scheme-invalid')
  })

  it('another text for a version that exists', async () => {
    await add(scheme('4'))
    const said = await add({ ...scheme('4'), vendor: 'Other' })
    expect(said.body).toMatchObject({
      type: 'urn:entente:problem:scheme-invalid',
      field: 'version',
    })
  })

  it('a scheme that is not there', async () => {
    for (const id of ['nobody', 'Not%20an%20id'])
      expect((await alpine.get(`/api/severity/schemes/${id}`)).status).toBe(404)
    expect((await alpine.get('/api/severity/schemes/cisco-tac?version=99')).status).toBe(404)
  })

  it.each([
    ['to=redhat-premium', ''],
    ['from=cisco-tac&to=redhat-premium', ''],
    ['from=cisco-tac&code=S1&level=1&to=redhat-premium', ''],
    ['level=5&to=redhat-premium', 'level'],
    ['level=1', 'to'],
    ['level=1&to=nobody', 'to'],
    ['from=nobody&code=x&to=redhat-premium', 'from'],
    ['level=1&to=redhat-premium&excluded=nothing', 'excluded.0'],
  ])('a translation by %s', async (query, field) => {
    const said = await alpine.get(`/api/severity/translate?${query}`)
    expect([said.status, said.body.field]).toEqual([422, field])
  })
})

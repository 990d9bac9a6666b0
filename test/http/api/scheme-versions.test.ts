import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jiraSample } from '../../core/severity/matrices.ts'
import { smallDocument } from '../../core/severity/kit.ts'
import { openedBy, type System, systemOf } from '../../kit/api.ts'
import { network, type Network, vendorOf } from '../../kit/network.ts'

let net: Network
let alpine: System
let reader: System
beforeAll(async () => {
  net = await network([1])
  alpine = await systemOf(vendorOf(net, 0))
  reader = await systemOf(vendorOf(net, 0), ['settings:read'])
})
afterAll(() => net[Symbol.asyncDispose]())

const SCHEMES = '/api/severity/schemes'
const PREVIEW = '/api/severity/preview'
const CONFIRMED = '/api/severity/confirmed-schemes'
const small = (id: string, version: string, shared: readonly number[] = [1, 2, 3, 4]) => ({
  ...smallDocument(shared),
  id,
  version,
})
const matrix = (id: string) => JSON.stringify({ ...jiraSample, id })
const PAIR = { graver: ['Minor', 'Medium'], milder: ['Minor', 'Low'] }
const sap = { scheme: 'sap-product-support' }
const tsanet = { scheme: 'tsanet-connect' }

describe('a preview', () => {
  it('names what becomes of every level, both ways', async () => {
    const { status, body } = await reader.post(PREVIEW, { ours: sap, theirs: tsanet })
    expect(status).toBe(200)
    expect(body.out[1]).toMatchObject({
      from: { code: 'High', shared: 2, word: 'high' },
      to: { code: 'HIGH', level: 1, word: 'critical', result: 'up', alarm: false },
      together: ['Very High'],
    })
    expect(body.in.map((line: { to: { code: string } }) => line.to.code)).toEqual([
      'Very High',
      'Medium',
      'Low',
    ])
    expect(body.warnings).toContainEqual({
      word: 'rounded-up',
      direction: 'out',
      code: 'High',
      to: 'HIGH',
    })
  })

  it('takes a draft, the plan and what was taken on', async () => {
    const ours = { document: JSON.stringify(small('draft', '1')) }
    const plan = await reader.post(PREVIEW, { ours, theirs: { scheme: 'suse' }, plan: 'Standard' })
    expect(plan.body.out[0].to).toMatchObject({
      warnings: ['business-hours'],
      figures: { plan: 'Standard', coverage: 'business' },
    })
    const theirs = { scheme: 'cisco-tac' }
    const none = await reader.post(PREVIEW, { ours, theirs, contact: 'none', phone: 'made' })
    expect(none.body.out[0].to).toMatchObject({ code: 'S2', reason: 'no-contact', alarm: true })
  })

  it('against a partner’s scheme needs the right to look at partners', async () => {
    const body = { ours: sap, theirs: { partner: alpine.vendor.id } }
    expect((await reader.post(PREVIEW, body)).status).toBe(403)
    const said = await alpine.post(PREVIEW, body)
    expect([said.status, said.body.field]).toEqual([422, 'theirs.partner'])
  })

  it.each([
    [{}, 422, 'ours'],
    [{ ours: sap }, 422, 'theirs'],
    [{ ours: sap, theirs: { scheme: 'nobody' } }, 422, 'theirs.scheme'],
    [{ ours: { partner: 'https://x.example' }, theirs: sap }, 422, 'ours.scheme'],
    [{ ours: sap, theirs: { ...sap, partner: 'https://x.example' } }, 400, 'theirs.partner'],
    [{ ours: { document: '{}' }, theirs: sap }, 422, 'ours.document.id'],
    [{ ours: sap, theirs: tsanet, phone: 'perhaps' }, 422, 'phone'],
    [{ ours: sap, theirs: tsanet, plan: '' }, 422, 'plan'],
    [{ ours: sap, theirs: tsanet, excluded: ['S1'] }, 422, 'excluded.0'],
    [{ ours: sap, theirs: tsanet, level: 1 }, 400, 'level'],
  ])('refuses %j', async (body, status, field) => {
    const said = await reader.post(PREVIEW, body)
    expect([said.status, said.body.field]).toEqual([status, field])
  })
})

describe('a matrix that breaks order', () => {
  it('is refused with its cells, and taken from an administrator who names exactly them', async () => {
    const refused = await alpine.send(SCHEMES, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: matrix('matrix-one'),
    })
    expect([refused.status, refused.body.type]).toEqual([
      422,
      'urn:entente:problem:matrix-breaks-order',
    ])
    expect(refused.body.detail).toContain('(impact Minor, urgency Medium) gives "Lowest"')
    const body = { document: matrix('matrix-one'), person: 'Ada Berger', pairs: [PAIR] }
    const said = await alpine.post(CONFIRMED, body, { 'idempotency-key': 'confirm-1' })
    expect(said.status).toBe(201)
    expect(said.body.confirmation).toMatchObject({
      person: 'Ada Berger',
      client: alpine.client.id,
      pairs: [PAIR],
    })
    const again = await alpine.post(CONFIRMED, body, { 'idempotency-key': 'confirm-1' })
    expect(again.text).toBe(said.text)
    const read = await alpine.get(`${SCHEMES}/matrix-one`)
    expect(read.body).toMatchObject({
      document: matrix('matrix-one'),
      confirmation: { person: 'Ada Berger' },
    })
    const preview = await reader.post(PREVIEW, { ours: { scheme: 'matrix-one' }, theirs: sap })
    expect(preview.body.ours).toMatchObject({
      brokenCells: [PAIR],
      confirmation: { person: 'Ada Berger' },
    })
  })

  it.each([
    [{ person: 'Ada', pairs: [{ graver: PAIR.milder, milder: PAIR.graver }] }, 422, 'pairs'],
    [{ person: 'Ada', pairs: [] }, 422, 'pairs'],
    [{ person: 'Ada' }, 422, 'pairs'],
    [{ pairs: [PAIR] }, 422, 'person'],
    [{ person: ' ', pairs: [PAIR] }, 422, 'person'],
    [{ person: 'Ada', pairs: [{ graver: ['Minor'], milder: ['Minor', 'Low'] }] }, 422, undefined],
    [{ person: 'Ada', pairs: [PAIR], at: 'yesterday' }, 400, 'at'],
  ])('is not taken on %j', async (more, status, field) => {
    const said = await alpine.post(CONFIRMED, { document: matrix('matrix-two'), ...more })
    expect(said.status).toBe(status)
    if (field !== undefined) expect(said.body.field).toBe(field)
    expect((await alpine.get(`${SCHEMES}/matrix-two`)).status).toBe(404)
  })

  it('is not taken from a client that may only read', async () => {
    const body = { document: matrix('matrix-two'), person: 'Ada', pairs: [PAIR] }
    expect((await reader.post(CONFIRMED, body)).status).toBe(403)
  })
})

describe('the versions of a scheme', () => {
  const id = 'edited'
  const at = `${SCHEMES}/${id}`

  it('never change: an edit is another one, and open cases keep the one they were claimed in', async () => {
    await alpine.post(SCHEMES, small(id, '1'))
    const opened = await openedBy(alpine, { severity: { scheme: id, code: 'S2' } })
    expect((await alpine.post(SCHEMES, small(id, '2', [1, 1, 3, 4]))).status).toBe(201)
    const { items } = (await reader.get(`${at}/versions`)).body
    expect(
      items.map((item: { version: string; openCases: number }) => [item.version, item.openCases]),
    ).toEqual([
      ['2', 0],
      ['1', 1],
    ])
    const kept = await alpine.get(`${at}/cases?version=1`)
    expect(kept.body).toMatchObject({
      items: [{ caseId: opened.id, version: '1', code: 'S2', level: 2, word: 'high' }],
      next: null,
    })
    expect((await alpine.get(`${at}/cases?version=2`)).body.items).toEqual([])
    const claimed = (await alpine.get(opened.at)).body.participants[0].severity
    expect(claimed).toMatchObject({ level: 2, native: { scheme: id, version: '1', code: 'S2' } })
  })

  it('are compared field by field', async () => {
    const said = await reader.get(`${at}/changes?from=1`)
    expect(said.body).toEqual({
      id,
      from: '1',
      to: '2',
      document: [{ field: 'version', from: '1', to: '2' }],
      levels: [
        {
          code: 'S2',
          change: 'changed',
          isRegraded: true,
          fields: [{ field: 'shared', from: 2, to: 1 }],
        },
      ],
    })
  })

  it.each([
    ['/versions', 'nobody', 404],
    ['/versions', 'cisco-tac', 404],
    ['/versions', 'Not%20an%20id', 404],
    ['/changes', id, 422],
    ['/changes?from=9', id, 404],
    ['/changes?from=1&to=9', id, 404],
    ['/changes?from=1&since=2', id, 400],
    ['/cases', 'Not%20an%20id', 404],
    ['/cases?after=x', id, 400],
    ['/cases?limit=0', id, 422],
  ])('refuse %s of %s', async (path, scheme, status) => {
    expect((await alpine.get(`${SCHEMES}/${scheme}${path}`)).status).toBe(status)
  })

  it('show cases only to a client that may read cases', async () => {
    expect((await reader.get(`${at}/cases`)).status).toBe(403)
  })
})

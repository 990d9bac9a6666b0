import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type System, openedBy, systemOf } from '../../kit/api.ts'
import { network, type Network, vendorOf } from '../../kit/network.ts'

let net: Network
let alpine: System
let basalt: System
beforeAll(async () => {
  net = await network([1, 1])
  alpine = await systemOf(vendorOf(net, 0))
  basalt = await systemOf(vendorOf(net, 1))
})
afterAll(() => net[Symbol.asyncDispose]())

const send = (type: string, body: BodyInit) =>
  alpine.send('/api/cases', { method: 'POST', headers: { 'content-type': type }, body })

const PROBLEM = {
  summary: 'Guests freeze for 40 seconds when storage paths fail over',
  product: { code: 'hv-8', version: '8.0.2' },
  symptoms: 'All guests on the cluster stop responding at once.',
  environment: [{ name: 'Hosts', value: '12 in one cluster' }],
  messages: ['<error code="7">Lost access to volume</error>'],
  tried: ['Replaced the cables'],
  reproduction: ['Move a controller to the other node'],
  impact: 'The web shop stands still.',
  workaround: 'None.',
  customer: { name: 'Nordic Retail AB', site: 'Malmö', consent: 'given' },
  review: { problemConfirmed: true, impactDescribed: true, workaround: 'unusable' },
}

describe('serves', () => {
  it('a case opened with everything in one step', async () => {
    const said = await alpine.post('/api/cases', {
      problem: PROBLEM,
      caseNumber: 'SR-4711',
      severity: {
        scheme: 'vmware-on-premise',
        code: 'Critical (On Premise Severity 1)',
        impact: 'Order intake stands still.',
        contact: { name: 'Night desk', phone: '+46 8 555 010' },
      },
      engagements: [
        {
          partner: basalt.vendor.id,
          ask: 'investigate',
          text: 'Please look at the path fail-over.',
          due: '2026-11-21T22:00:00+01:00',
          entitlement: { contract: 'C-778', serial: 'A1B2' },
          contact: { name: 'Maja Lind', phone: '+46 8 555 010' },
        },
      ],
    })
    expect(said.status).toBe(201)
    expect(said.headers.get('location')).toBe(`/api/cases/${said.body.caseId}`)
    expect(said.headers.get('etag')).toBe('"1"')
    expect(said.body.events.map(({ type }: { type: string }) => type)).toEqual([
      'case-opened',
      'slot-set',
      'severity-claimed',
      'engagement-requested',
    ])

    const read = await alpine.get(`/api/cases/${said.body.caseId}`)
    expect(read.headers.get('etag')).toBe('"1"')
    const { review, symptoms, ...rest } = PROBLEM
    expect(read.body.problem).toMatchObject({
      product: PROBLEM.product,
      kind: 'fault',
      review: { ...review, milestone: null },
      texts: { symptoms, messages: rest.messages, customer: rest.customer },
    })
    expect(read.body.participants[0]).toMatchObject({
      member: alpine.vendor.id,
      isHost: true,
      slots: { 'case-number': { value: 'SR-4711' } },
      severity: { level: 1, native: { code: 'Critical (On Premise Severity 1)' } },
    })
    expect(read.body.engagements).toMatchObject([
      {
        invitee: basalt.vendor.id,
        standing: 'requested',
        due: '2026-11-21T21:00:00.000Z',
        severity: { requested: 1, accepted: null },
        texts: { entitlement: { contract: 'C-778', serial: 'A1B2' } },
        waitingOn: { member: basalt.vendor.id, what: 'answer' },
      },
    ])

    await net.settle()
    const invited = await basalt.get(`/api/cases/${said.body.caseId}`)
    expect(invited.body).toMatchObject({
      stage: 'invited',
      reference: read.body.reference,
      waitingOnUs: true,
    })
    expect(invited.body.engagements[0].texts).toMatchObject({
      summary: PROBLEM.summary,
      ask: 'Please look at the path fail-over.',
      contact: { name: 'Maja Lind', phone: '+46 8 555 010' },
    })
  })

  it('a case by its ETag: nothing to send while nothing changed', async () => {
    const opened = await openedBy(alpine)
    const same = await alpine.get(opened.at, { 'if-none-match': '"1"' })
    expect([same.status, same.text]).toEqual([304, ''])
    expect((await alpine.get(opened.at, { 'if-none-match': '"9"' })).status).toBe(200)
  })

  it('cases by number, reference, partner, status, words and holder', async () => {
    const said = await alpine.post('/api/cases', {
      problem: { summary: 'Zebrafish replication stalls' },
      caseNumber: 'SR-9001',
      test: true,
      engagements: [{ partner: basalt.vendor.id }],
    })
    const { caseId, reference } = said.body
    const found = async (query: string): Promise<string[]> =>
      (await alpine.get(`/api/cases?${query}`)).body.items.map(
        (row: { caseId: string }) => row.caseId,
      )
    expect(await found('number=sr-9001')).toEqual([caseId])
    expect(await found(`number=${reference.toLowerCase()}`)).toEqual([caseId])
    expect(await found('text=zebrafish')).toEqual([caseId])
    expect(await found('text=zebrafish&test=false')).toEqual([])
    expect(await found('text=zebrafish&test=true&status=open')).toEqual([caseId])
    expect(await found(`holder=${encodeURIComponent(alpine.vendor.id)}`)).toContain(caseId)
    expect(await found(`partner=${encodeURIComponent(basalt.vendor.id)}`)).toContain(caseId)
    expect(await found(`partner=${encodeURIComponent('https://nobody.example')}`)).toEqual([])
    const [row] = (await alpine.get('/api/cases?number=SR-9001')).body.items
    expect(row).toMatchObject({
      summary: 'Zebrafish replication stalls',
      test: true,
      severity: null,
    })
  })

  it('pages that do not overlap', async () => {
    for (let i = 0; i < 3; i++) await openedBy(alpine)
    const first = await alpine.get('/api/cases?limit=2')
    expect(first.body.items).toHaveLength(2)
    const next = await alpine.get(`/api/cases?limit=2&after=${first.body.next}`)
    const ids = [...first.body.items, ...next.body.items].map((row) => row.caseId)
    expect(new Set(ids).size).toBe(4)
  })

  it('restating, closing, and reopening', async () => {
    const opened = await openedBy(alpine)
    const restated = await alpine.put(`${opened.at}/problem`, { summary: 'It was the firmware' })
    expect(restated.body.events).toMatchObject([{ type: 'problem-restated' }])
    const closed = await alpine.post(`${opened.at}/close`, { code: 'solved', text: 'Updated.' })
    expect(closed.status).toBe(200)
    expect((await alpine.get(opened.at)).body).toMatchObject({
      status: { word: 'closed', code: 'solved', text: 'Updated.' },
      problem: { texts: { summary: 'It was the firmware' } },
      waitingOnUs: false,
    })
    await alpine.post(`${opened.at}/reopen`, { code: 'returned' })
    expect((await alpine.get(opened.at)).body.status).toMatchObject({ word: 'open', text: null })
  })

  it('a case that continues another', async () => {
    const first = await openedBy(alpine)
    const second = await openedBy(alpine, { continues: first.id })
    expect((await alpine.get(second.at)).body.continues).toBe(first.id)
  })
})

describe('refuses', () => {
  const FIELDS: readonly (readonly [string, unknown, string, string])[] = [
    ['a missing problem', {}, 'invalid-field', 'problem'],
    ['a missing summary', { problem: {} }, 'invalid-field', 'problem.summary'],
    ['a blank summary', { problem: { summary: '  ' } }, 'invalid-field', 'problem.summary'],
    ['a wrong type', { problem: { summary: 7 } }, 'invalid-field', 'problem.summary'],
    [
      'too long a text',
      { problem: { summary: 'x'.repeat(301) } },
      'invalid-field',
      'problem.summary',
    ],
    ['two lines in one', { problem: { summary: 'a\nb' } }, 'invalid-field', 'problem.summary'],
    [
      'an unknown word',
      { problem: { summary: 'x', kind: 'bug' } },
      'invalid-field',
      'problem.kind',
    ],
    [
      'an unknown field',
      { problem: { summary: 'x', tittle: 'y' } },
      'unknown-field',
      'problem.tittle',
    ],
    ['a field of nobody', { problem: { summary: 'x' }, number: 7 }, 'unknown-field', 'number'],
    ['HTML', { problem: { summary: '<b>x</b>' } }, 'invalid-field', 'problem.summary'],
    [
      'HTML in a list',
      { problem: { summary: 'x', tried: ['ok', '<img src=x onerror=alert(1)>'] } },
      'invalid-field',
      'problem.tried.1',
    ],
    [
      'a partner that is none',
      { problem: { summary: 'x' }, engagements: [{ partner: 'storage' }] },
      'invalid-field',
      'engagements.0.partner',
    ],
    [
      'a moment that is none',
      { problem: { summary: 'x' }, engagements: [{ partner: 'https://a.example', due: 'soon' }] },
      'invalid-field',
      'engagements.0.due',
    ],
    [
      'a severity of no kind',
      { problem: { summary: 'x' }, severity: { reason: 'initial' } },
      'invalid-field',
      'severity',
    ],
    [
      'an unknown code of severity',
      { problem: { summary: 'x' }, severity: { scheme: 'cisco-tac', code: 'P0' } },
      'severity-code-unknown',
      'severity.code',
    ],
    [
      'an unknown scheme',
      { problem: { summary: 'x' }, severity: { scheme: 'nobody', code: 'P0' } },
      'scheme-unknown',
      'severity.scheme',
    ],
    [
      'a control character',
      { problem: { summary: 'x', impact: 'a\u0007b' } },
      'invalid-field',
      'problem.impact',
    ],
    [
      'NUL in a message',
      { problem: { summary: 'x', messages: ['\0'] } },
      'invalid-field',
      'problem.messages.0',
    ],
    ['a list in place of a body', [], 'invalid-field', ''],
  ]
  it.each(FIELDS)('%s', async (_, body, word, field) => {
    const before = (await alpine.get('/api/cases?limit=1')).body.items[0]?.caseId
    const said = await alpine.post('/api/cases', body)
    expect([400, 422]).toContain(said.status)
    expect(said.body).toMatchObject({ type: `urn:entente:problem:${word}`, field })
    expect(said.body.detail.split(' ').length).toBeGreaterThan(2)
    expect((await alpine.get('/api/cases?limit=1')).body.items[0]?.caseId).toBe(before)
  })

  it.each([
    ['no JSON', '{', 'malformed-request'],
    ['a key written twice', '{"problem":{"summary":"a","summary":"b"}}', 'malformed-request'],
    ['half of a surrogate pair', '{"problem":{"summary":"\\ud800"}}', 'malformed-request'],
    ['JSON too deep', `{"problem":${'['.repeat(40)}${']'.repeat(40)}}`, 'malformed-request'],
  ])('%s', async (_, body, word) => {
    const said = await alpine.send('/api/cases', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    expect([said.status, said.body.type]).toEqual([400, `urn:entente:problem:${word}`])
  })

  it('bytes that are no UTF-8, another content type, too large a body', async () => {
    expect((await send('application/json', new Uint8Array([0x7b, 0xff]))).status).toBe(400)
    expect((await send('text/plain', '{"problem":{}}')).status).toBe(415)
    expect((await send('application/json; charset=latin1', '{}')).status).toBe(415)
    expect((await send('application/json', ' '.repeat(600_000))).status).toBe(413)
  })

  it('a query that is not in the contract', async () => {
    for (const [query, word, field] of [
      ['limit=0', 'invalid-field', 'limit'],
      ['limit=many', 'invalid-field', 'limit'],
      ['limit=1&limit=2', 'invalid-field', 'limit'],
      ['status=gone', 'invalid-field', 'status'],
      ['test=yes', 'invalid-field', 'test'],
      ['sort=asc', 'unknown-field', 'sort'],
      ['partner=storage', 'invalid-field', 'partner'],
    ])
      expect((await alpine.get(`/api/cases?${query}`)).body).toMatchObject({
        type: `urn:entente:problem:${word}`,
        field,
      })
    const other = await alpine.get('/api/cases?after=bm90LW91cnM')
    expect(other.body.type).toBe('urn:entente:problem:cursor-invalid')
  })

  it('closing twice, reopening what is open, and a version that is past', async () => {
    const { at } = await openedBy(alpine)
    expect((await alpine.post(`${at}/reopen`, { code: 'mistake' })).body.type).toMatch(
      /case-not-closed/,
    )
    await alpine.post(`${at}/close`, { code: 'solved' })
    expect((await alpine.post(`${at}/close`, { code: 'solved' })).status).toBe(409)
    const stale = await alpine.post(`${at}/reopen`, { code: 'mistake' }, { 'if-match': '"1"' })
    expect([stale.status, stale.body.type]).toEqual([
      412,
      'urn:entente:problem:precondition-failed',
    ])
    const garbled = await alpine.post(`${at}/reopen`, { code: 'mistake' }, { 'if-match': '"x"' })
    expect(garbled.status).toBe(412)
    const fresh = await alpine.post(`${at}/reopen`, { code: 'mistake' }, { 'if-match': '"2"' })
    expect(fresh.status).toBe(200)
  })

  it('a partner that nobody knows, naming the field', async () => {
    const said = await alpine.post('/api/cases', {
      problem: { summary: 'x' },
      engagements: [{ partner: 'https://gateway-0.test/members/nobody' }],
    })
    expect(said.status).toBe(422)
    expect(said.body).toMatchObject({
      type: 'urn:entente:problem:member-unknown',
      field: 'engagements.0.partner',
    })
  })

  it('what only the host may do', async () => {
    const { id, at, engagements } = await openedBy(alpine, {
      engagements: [{ partner: basalt.vendor.id }],
    })
    await net.settle()
    await basalt.post(`/api/cases/${id}/engagements/${engagements[0]}/accept`)
    await net.settle()
    const said = await basalt.post(`${at}/close`, { code: 'solved' })
    expect([said.status, said.body.type]).toEqual([403, 'urn:entente:problem:not-host'])
    expect((await basalt.put(`${at}/problem`, { summary: 'Mine' })).status).toBe(403)
    await alpine.post(`${at}/close`, { code: 'solved' })
    await net.settle()
    expect((await basalt.post(`${at}/request-reopening`, { code: 'not-solved' })).status).toBe(200)
    expect((await basalt.post(`${at}/request-reopening`, { code: 'not-solved' })).status).toBe(409)
  })
})

describe('guards', () => {
  it('another member’s case, as if it were not there', async () => {
    const { at, id } = await openedBy(alpine)
    for (const said of [
      await basalt.get(at),
      await basalt.post(`${at}/close`, { code: 'solved' }),
      await basalt.get(`${at}/history`),
      await basalt.get(`${at}/notes`),
      await basalt.get(`${at}/deliveries`),
      await basalt.get(`${at}/overturned`),
      await basalt.get(`${at}/history/${id}`),
    ]) {
      expect(said.status).toBe(404)
      expect(said.body.type).toBe('urn:entente:problem:case-not-found')
    }
    expect((await basalt.get('/api/cases')).text).not.toContain(id)
  })

  it('ids that are no ids, likewise', async () => {
    for (const id of ['x', '..%2f..', `${'A'.repeat(43)}`, "' or 1=1"])
      expect((await alpine.get(`/api/cases/${id}`)).status).toBe(404)
  })

  it('what a client may not do', async () => {
    const reader = await systemOf(alpine.vendor, ['cases:read'])
    const said = await reader.post('/api/cases', { problem: { summary: 'x' } })
    expect([said.status, said.body.type]).toEqual([403, 'urn:entente:problem:scope-missing'])
    const writer = await systemOf(alpine.vendor, ['cases:write'])
    expect((await writer.get('/api/cases')).status).toBe(403)
  })
})

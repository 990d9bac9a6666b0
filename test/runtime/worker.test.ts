import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseId } from '../../src/core/kernel/id.ts'
import { DEFAULT_RATE } from '../../src/http/rate-limit.ts'
import { accept, act } from '../kit/case-inputs.ts'
import { START_MS, type WorkerWorld, workerWorld } from '../kit/worker.ts'

const NEVER = new AbortController().signal

type Answer = { readonly status: number; readonly body: ReturnType<typeof JSON.parse> }

describe('the gateway as a Worker', () => {
  let world: WorkerWorld
  let token = ''
  let caseId = '' as CaseId

  beforeAll(async () => {
    world = await workerWorld()
  }, START_MS + 10_000)
  afterAll(() => world.close())

  const ask = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(world.url + path, init)
    return { status: response.status, body: await response.json() }
  }
  const headers = (): Record<string, string> => ({
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
  })
  const get = (path: string): Promise<Answer> => ask(path, { headers: headers() })
  const post = (path: string, body: unknown): Promise<Answer> =>
    ask(path, { method: 'POST', headers: headers(), body: JSON.stringify(body) })
  const quotaLeft = async (): Promise<number> => {
    const response = await fetch(`${world.url}/api/feed`, { headers: headers() })
    await response.text()
    return Number(/r=(\d+)/.exec(response.headers.get('ratelimit') ?? '')?.[1])
  }
  const feed = async (): Promise<string> => JSON.stringify((await get('/api/feed?limit=100')).body)

  it('is alive and ready', async () => {
    expect(await ask('/healthz')).toMatchObject({ status: 200, body: { status: 'alive' } })
    expect(await ask('/readyz')).toMatchObject({ status: 200, body: { status: 'ready' } })
  })

  it('gives a token', async () => {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: world.client.id,
      client_secret: world.client.secret,
    })
    const { status, body } = await ask('/api/oauth/token', { method: 'POST', body: form })
    expect(status).toBe(200)
    token = body.access_token
  })

  it('takes a write, and delivers right after its answer what it signed', async () => {
    const pushed = world.nextPush()
    const { borealis } = world
    const { status, body } = await post('/api/cases', {
      problem: { summary: 'Guests freeze when storage paths fail over' },
      engagements: [{ partner: borealis.id, ask: 'investigate', text: 'Please look' }],
    })
    expect({ status, body }).toMatchObject({ status: 201 })
    caseId = body.caseId
    await pushed
    const invited = await borealis.host.gateway.deps.cases.loadCase(borealis.id, caseId)
    expect(invited?.stage).toBe('invited')
  })

  it('takes what a partner signed and pushes', async () => {
    const { borealis } = world
    const { events } = await accept(borealis, caseId)
    await borealis.host.gateway.jobs.deliver.run(NEVER)
    const { body } = await get(`/api/cases/${caseId}`)
    expect(body.engagements).toMatchObject([{ invitee: borealis.id, standing: 'accepted' }])
    const { body: history } = await get(`/api/cases/${caseId}/history`)
    expect(JSON.stringify(history)).toContain(events[0]?.id)
  })

  it('refuses a push that nobody signed', async () => {
    const { status, body } = await ask('/members/atlas/exchange/events', {
      method: 'POST',
      headers: { 'content-type': 'application/secevent+jwt' },
      body: 'eyJhbGciOiJub25lIn0.e30.',
    })
    expect({ status, body }).toMatchObject({ status: 400, body: { err: 'invalid_request' } })
  })

  it('delivers and numbers in a scheduled pass what another process wrote', async () => {
    const { atlas, borealis } = world
    const slot = { type: 'set-slot', key: 'work-state', value: 'investigating' } as const
    const [written] = (await act(atlas, caseId, slot)).events
    if (!written) throw new Error('a slot is an event')
    expect(await feed()).not.toContain(written.id)
    expect(await world.schedule()).toBe('ok')
    expect(await feed()).toContain(written.id)
    const held = await borealis.host.gateway.deps.cases.findEvent(borealis.id, written.id)
    expect(held?.event).toBe(written.id)
  })

  it('counts what a client asks across invocations', async () => {
    const left = await Promise.all(Array.from({ length: 20 }, quotaLeft))
    expect(Math.min(...left)).toBeLessThan(DEFAULT_RATE.quota - 1)
  })

  it('keeps its database as long as somebody listens to a stream', async () => {
    const { body } = await fetch(`${world.url}/api/feed/stream`, { headers: headers() })
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
    const hear = async (word: string): Promise<string> => {
      for (let heard = ''; ;) {
        const { value } = (await reader?.read()) ?? {}
        if (value === undefined) throw new Error(`the stream ended with: ${heard}`)
        heard += value
        if (heard.includes(word)) return heard
      }
    }
    await hear('begins after')
    const { body: note } = await post(`/api/cases/${caseId}/notes`, { text: 'Failover at 02:14' })
    await expect(hear(note.events[0].id)).resolves.toContain('data:')
    await reader?.cancel()
  })
})

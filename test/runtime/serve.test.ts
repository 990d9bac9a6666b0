import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../kit/database.ts'
import { freshFolder } from '../kit/folder.ts'
import { answerOf, run, serve } from './program.ts'

describe('a gateway as a process', () => {
  it(
    'on the embedded database listens, is alone on its folder, and stops without loss',
    { timeout: 120_000 },
    async () => {
      using folder = freshFolder()
      const env = { ENTENTE_DATA: folder.path, ENTENTE_PORT: '0' }
      const gateway = await serve(env)
      expect((await fetch(`${gateway.url}/healthz`)).status).toBe(200)
      expect((await fetch(`${gateway.url}/readyz`)).status).toBe(200)
      const metrics = await (await fetch(`${gateway.url}/metrics`)).text()
      expect(metrics).toContain('entente_http_request_seconds_count')

      const locked = await run(['member', 'list'], env)
      expect(locked.code).toBe(73)
      expect(locked.err.trim().split('\n')).toHaveLength(1)
      expect(locked.err).toContain(`process ${gateway.pid} is using the data folder`)

      const { port } = new URL(gateway.url)
      const other = { ENTENTE_DATA: join(folder.path, 'other'), ENTENTE_PORT: port }
      const taken = await run(['serve'], other)
      expect(taken.code).toBe(73)
      expect(taken.err).toContain(`port ${port} on 127.0.0.1 is in use`)
      expect(existsSync(join(folder.path, 'other'))).toBe(false)

      expect(await gateway.end('SIGTERM')).toBe(0)
      expect(existsSync(join(folder.path, 'running'))).toBe(false)
      await expect(fetch(gateway.url)).rejects.toThrow()
      expect((await run(['member', 'list'], env)).code).toBe(0)
    },
  )

  it('logs requests by their id, and no secret', { timeout: 120_000 }, async () => {
    await using database = await freshDatabase()
    using folder = freshFolder()
    const env = { ENTENTE_DATA: folder.path, DATABASE_URL: database.url, ENTENTE_PORT: '0' }
    await answerOf(['member', 'create', 'basalt', '--name', 'Basalt'], env)
    const client = await answerOf<{ clientId: string; clientSecret: string }>(
      ['client', 'create', 'basalt', '--name', 'crm'],
      env,
    )
    const gateway = await serve({ ...env, ENTENTE_LOG: 'debug' })
    const asked = await fetch(`${gateway.url}/api/oauth/token`, {
      method: 'POST',
      headers: { 'request-id': 'night-shift-1' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: client.clientId,
        client_secret: client.clientSecret,
      }),
    })
    expect(asked.headers.get('request-id')).toBe('night-shift-1')
    const { access_token: token } = (await asked.json()) as { access_token: string }
    const headers = { authorization: `Bearer ${token}` }
    expect((await fetch(`${gateway.url}/api/cases`, { headers })).status).toBe(200)
    expect(await gateway.end('SIGINT')).toBe(0)
    const records = gateway.logs.map((line) => JSON.parse(line) as { requestId?: string })
    expect(records.some(({ requestId }) => requestId === 'night-shift-1')).toBe(true)
    const text = gateway.logs.join('\n')
    const password = new URL(database.url).password
    for (const secret of [client.clientSecret, token, password])
      expect(text.includes(secret)).toBe(false)
  })

  it('stops when the process that started it is gone', { timeout: 60_000 }, async () => {
    await using database = await freshDatabase()
    using folder = freshFolder()
    const env = { ENTENTE_DATA: folder.path, DATABASE_URL: database.url, ENTENTE_PORT: '0' }
    const ended = await run(['serve', '--stop-with-input'], env)
    expect(ended.code).toBe(0)
  })
})

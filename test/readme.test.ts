import { spawn } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { freshDatabase } from './kit/database.ts'
import { scriptOf } from './kit/documented.ts'
import { freshFolder } from './kit/folder.ts'

// The commands of README.md, as a reader would type them: real processes, real ports, in a folder of their own.

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PATIENCE_MS = 240_000

/** A folder that looks like this one to commands, and takes what they write. */
function workshop(): ReturnType<typeof freshFolder> {
  const folder = freshFolder()
  for (const name of ['bin', 'node_modules', 'package.json'])
    symlinkSync(join(ROOT, name), join(folder.path, name))
  return folder
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return String(typeof address === 'object' ? address?.port : '')
}

type Shell = AsyncDisposable & {
  readonly code: Promise<number | null>
  readonly output: () => string
}

/** Runs a script with all that it starts as one group, ended together. */
function runScript(cwd: string, script: string, env: Readonly<Record<string, string>> = {}): Shell {
  const child = spawn('bash', ['-c', script], {
    cwd,
    detached: true,
    env: { ...process.env, ENTENTE_LOG: 'error', ...env },
  })
  let output = ''
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  return {
    code: new Promise((resolve) => child.once('exit', resolve)),
    output: () => output,
    [Symbol.asyncDispose]: async () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      } catch {
        return
      }
      await gone
    },
  }
}

async function answers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const ready = await fetch(url).then(
      (response) => response.ok,
      () => false,
    )
    if (ready) return
    await pause(100)
  }
  throw new Error(`${url} does not answer`)
}

/** What the demonstration would write, of the clients that the commands created. */
function demoOf(output: string, urls: readonly string[]) {
  const found = (name: string): string[] =>
    [...output.matchAll(new RegExp(`${name}\\s+(\\S+)`, 'g'))].map(([, value = '']) => value)
  const [ids, secrets] = [found('client_id'), found('client_secret')]
  const members = ['atlas', 'basalt'].map((name, i) => ({
    id: `${urls[i]}/members/${name}`,
    name,
    gateway: `gateway-${i}`,
    clientId: ids[i],
    clientSecret: secrets[i],
  }))
  return { gateways: urls.map((url, i) => ({ id: `gateway-${i}`, url })), members, cases: [] }
}

async function playSomething({ gateways, members }: ReturnType<typeof demoOf>): Promise<void> {
  const [url, { clientId, clientSecret } = {}] = [gateways[0]?.url, members[0]]
  const post = async (path: string, type: string, authorization: string, body: string) => {
    const headers = { 'content-type': type, authorization }
    const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body })
    expect(answer.ok).toBe(true)
    return answer.json() as Promise<{ access_token?: string }>
  }
  const basic = `Basic ${btoa(`${clientId}:${clientSecret}`)}`
  const form = 'application/x-www-form-urlencoded'
  const { access_token } = await post(
    '/api/oauth/token',
    form,
    basic,
    'grant_type=client_credentials',
  )
  const problem = JSON.stringify({ problem: { summary: 'Played before' } })
  await post('/api/cases', 'application/json', `Bearer ${access_token}`, problem)
}

describe('README.md', () => {
  it(
    'sets up two gateways that trust each other, and leads a reader through a case',
    async () => {
      using workplace = workshop()
      const folder = workplace.path
      const ports = [await freePort(), await freePort()] as const
      const urls = ports.map((port) => `http://localhost:${port}`)
      const script = scriptOf('README.md', 'gateways')
        .replaceAll('8081', ports[0])
        .replaceAll('8082', ports[1])
      await using gateways = runScript(folder, script)
      expect(await gateways.code, gateways.output()).toBe(0)
      expect(gateways.output()).toMatch(/standing +good/)
      for (const url of urls) await answers(`${url}/readyz`)

      const demo = demoOf(gateways.output(), urls)
      mkdirSync(join(folder, '.entente'))
      writeFileSync(join(folder, '.entente/demo.json'), JSON.stringify(demo))
      await playSomething(demo)
      await using tour = runScript(folder, scriptOf('README.md', 'tour'))
      expect(await tour.code, tour.output()).toBe(0)
      for (const said of [
        /Played before/,
        /one case: [\w-]{43}/,
        /^note-added$/m,
        /^0 events were written$/m,
        /^engagement-accepted$/m,
        /^Logs of both hosts are collected\.$/m,
        /engagement-requested .*atlas +effect +vouched/,
        /^Severity 1 \(urgent\)$/m,
        /^out rounded-up High -> HIGH$/m,
      ])
        expect(tour.output()).toMatch(said)
    },
    PATIENCE_MS,
  )

  it(
    'runs a gateway on PostgreSQL',
    async () => {
      await using database = await freshDatabase({ schema: 'none' })
      using workplace = workshop()
      const port = await freePort()
      const script = scriptOf('README.md', 'postgres').replace(/postgres:\S+/, database.url)
      const env = { ENTENTE_PORT: port, ENTENTE_URL: `http://localhost:${port}` }
      await using gateway = runScript(workplace.path, script, env)
      await Promise.race([answers(`http://localhost:${port}/readyz`), gateway.code])
      expect(gateway.output()).toMatch(/applied +0001/)
      expect((await fetch(`http://localhost:${port}/healthz`)).status).toBe(200)
    },
    PATIENCE_MS,
  )
})

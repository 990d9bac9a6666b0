import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { supportPresets } from '../../src/core/support/preset.ts'
import { freshDatabase } from '../kit/database.ts'
import { freshFolder } from '../kit/folder.ts'
import { answerOf, type Env, run } from './program.ts'

type Member = { readonly id: string; readonly keys: readonly { purpose: string; kid: string }[] }
type Doctor = {
  readonly healthy: boolean
  readonly findings: readonly { level: string; about: string; says: string; todo: string | null }[]
}

/** A folder and a PostgreSQL database of its own, without tables yet. */
async function ground(): Promise<AsyncDisposable & { env: Env; data: string }> {
  const folder = freshFolder()
  const database = await freshDatabase({ schema: 'none' })
  const env = { ENTENTE_DATA: folder.path, DATABASE_URL: database.url, ENTENTE_PORT: '0' }
  return {
    env: { ...env, ENTENTE_URL: 'http://127.0.0.1:9' },
    data: folder.path,
    [Symbol.asyncDispose]: async () => {
      await database[Symbol.asyncDispose]()
      folder[Symbol.dispose]()
    },
  }
}

describe('the command line', () => {
  it('explains itself, with examples and exit codes', async () => {
    const all = await run(['--help'])
    expect(all.code).toBe(0)
    for (const word of [
      'serve',
      'demo',
      'init',
      'migrate',
      'member',
      'partner',
      'client',
      'keys',
      'fence',
      'doctor',
    ])
      expect(all.out).toContain(`\n  ${word}`)
    expect(all.out).toContain('Exit codes')
    const one = await run(['member', 'create', '--help'])
    expect(one.out).toContain('$ entente member create basalt --name "Basalt Storage"')
  })

  it('ends with 64 when its words are wrong', async () => {
    for (const args of [
      ['nonsense'],
      ['member', 'create'],
      ['keys', 'rotate', 'x', '--purpose', 'y'],
    ]) {
      const { code, err } = await run(args)
      expect(code).toBe(64)
      expect(err).toContain('--help')
    }
  })

  it('names the setting that is wrong', async () => {
    const { code, err } = await run(['init'], { ENTENTE_PORT: 'web' })
    expect(code).toBe(78)
    expect(err).toBe('entente: ENTENTE_PORT must be a port number from 0 to 65535\n')
  })

  it('says that the database does not answer, without its password', async () => {
    using folder = freshFolder()
    const env = { ENTENTE_DATA: folder.path, DATABASE_URL: 'postgres://u:hunter2@127.0.0.1:9/x' }
    const { code, err } = await run(['init', '--json'], env)
    expect(code).toBe(75)
    expect(JSON.parse(err)).toMatchObject({ exitCode: 75 })
    expect(err).not.toContain('hunter2')
  })
})

describe('commands on PostgreSQL', () => {
  it(
    'prepare a gateway, create a member and a client, rotate keys',
    { timeout: 120_000 },
    async () => {
      await using at = await ground()
      const { env } = at
      expect((await run(['migrate', '--check'], env)).code).toBe(1)
      const ready = await answerOf<{ migrated: string[] }>(['init'], env)
      expect(ready.migrated.length).toBeGreaterThan(0)
      expect((await answerOf<{ applied: string[] }>(['migrate'], env)).applied).toEqual([])
      expect(statSync(join(at.data, 'master.key')).mode & 0o777).toBe(0o600)

      const words = ['member', 'create', 'basalt', '--name', 'Basalt Storage', '--scheme', 'netapp']
      const member = await answerOf<Member>([...words, '--product', 'arr-9=Array 9'], env)
      expect(member.id).toBe('http://127.0.0.1:9/members/basalt')
      const again = await run(words, env)
      expect(again).toMatchObject({ code: 1, out: '' })
      expect(again.err).toContain('member-exists')

      const profile = async (...options: string[]) =>
        (
          await answerOf<{ profile: { supportProfile: unknown; shareDutyNames: boolean } }>(
            ['member', 'profile', 'basalt', ...options],
            env,
          )
        ).profile
      const preset = ['--support-profile', 'follow-the-sun', '--share-duty-names', 'yes']
      expect(await profile(...preset)).toMatchObject({
        supportProfile: { preset: 'follow-the-sun' },
        shareDutyNames: true,
      })
      const own = join(at.data, 'support.json')
      writeFileSync(own, JSON.stringify({ ...supportPresets()[0]?.profile, version: 'o1' }))
      expect(await profile('--support-profile', own)).toMatchObject({
        supportProfile: { version: 'o1' },
        shareDutyNames: true,
      })
      writeFileSync(own, '{"version":"o2"}')
      const broken = await run(['member', 'profile', 'basalt', '--support-profile', own], env)
      expect([broken.code, broken.err]).toEqual([1, expect.stringContaining('calendars')])
      const none = await run(['member', 'profile', 'basalt', '--support-profile', 'none'], env)
      expect([none.code, none.err]).toEqual([1, expect.stringContaining('no preset and no file')])

      const client = ['client', 'create', 'basalt', '--name', 'crm', '--scopes', 'cases:read']
      const made = await answerOf<{ clientId: string; clientSecret: string }>(client, env)
      expect(made.clientSecret).toHaveLength(43)
      expect(JSON.stringify(await answerOf(['client', 'list', 'basalt'], env))).not.toContain(
        made.clientSecret,
      )
      await answerOf(['client', 'disable', 'basalt', made.clientId], env)
      const [listed] = await answerOf<{ disabledAt: string | null }[]>(
        ['client', 'list', 'basalt'],
        env,
      )
      expect(listed?.disabledAt).not.toBeNull()

      const before = member.keys.find(({ purpose }) => purpose === 'event')?.kid
      const rotated = await answerOf<{ state: string; retired: string }>(
        ['keys', 'rotate', 'basalt', '--purpose', 'event', '--now'],
        env,
      )
      expect(rotated).toMatchObject({ state: 'active', retired: before })
      const keys = await answerOf<{ kid: string; state: string }[]>(['keys', 'list', 'basalt'], env)
      expect(keys.find(({ kid }) => kid === before)?.state).toBe('retired')
    },
  )

  it('change the master key, and refuse a wrong one', { timeout: 120_000 }, async () => {
    await using at = await ground()
    const { env } = at
    const path = join(at.data, 'master.key')
    await answerOf(['member', 'create', 'fern', '--name', 'Fern'], env)
    const old = readFileSync(path, 'utf8')
    const { resealed } = await answerOf<{ resealed: number }>(['master-key', 'rotate'], env)
    expect(resealed).toBe(3)
    expect(readFileSync(path, 'utf8')).not.toContain(old.trim())
    expect((await run(['member', 'list'], env)).code).toBe(0)

    writeFileSync(path, old)
    const wrong = await run(['member', 'list'], env)
    expect(wrong.code).toBe(78)
    expect(wrong.err).toContain('is not the one that sealed the keys of')
  })

  it('agree with a partner, and show what holds', { timeout: 60_000 }, async () => {
    await using at = await ground()
    const { env } = at
    await answerOf(['member', 'create', 'basalt', '--name', 'Basalt'], env)
    const partner = ['partner', 'agree', 'basalt', 'https://fern.example']
    expect(await answerOf(partner, env)).toMatchObject({ version: 0, mayEngage: 'ask' })
    const changed = await answerOf([...partner, '--up-to', '2', '--per-hour', '5'], env)
    expect(changed).toMatchObject({ version: 1, upTo: 2, perHour: 5 })
    const unknown = await run(['partner', 'agree', 'nobody', 'https://fern.example'], env)
    expect(unknown.code).toBe(1)
    expect(unknown.err).toContain('there are: basalt')
  })

  it('examine a gateway, and say what to do', { timeout: 60_000 }, async () => {
    await using at = await ground()
    const early = await run(['doctor', '--json'], at.env)
    expect(early.code).toBe(1)
    const pending = JSON.parse(early.out) as Doctor
    expect(pending.findings.find(({ about }) => about === 'schema')?.todo).toBe('entente migrate')

    await answerOf(['member', 'create', 'basalt', '--name', 'Basalt'], at.env)
    const { findings } = JSON.parse((await run(['doctor', '--json'], at.env)).out) as Doctor
    const about = (name: string): string[] =>
      findings.filter((f) => f.about === name).map(({ level }) => level)
    expect(about('schema')).toEqual(['ok'])
    expect(about('pooler')).toEqual(['ok'])
    expect(about('own address')).toEqual(['error'])
    expect(findings.filter(({ level }) => level !== 'ok').every(({ todo }) => todo !== null)).toBe(
      true,
    )
  })
})

describe('an alliance on one embedded gateway', () => {
  it(
    'is made by commands alone, which serve while partners ask back',
    { timeout: 180_000 },
    async () => {
      using folder = freshFolder()
      const port = String(20_000 + (process.pid % 20_000))
      const env = { ENTENTE_DATA: folder.path, ENTENTE_PORT: port }
      const alliance = await answerOf<Member>(
        ['member', 'create', 'alliance', '--name', 'Alliance', '--role', 'anchor'],
        env,
      )
      await answerOf(['member', 'create', 'basalt', '--name', 'Basalt'], env)
      const shown = await answerOf<{ keys: string[] }>(
        ['member', 'trust', 'basalt', alliance.id],
        env,
      )
      expect(shown.keys).toEqual(alliance.keys.map(({ kid }) => kid))
      await answerOf(['member', 'trust', 'basalt', alliance.id, ...shown.keys], env)
      const asked = ['member', 'request-admission', 'basalt', alliance.id]
      expect(await answerOf(asked, env)).toMatchObject({ status: 'requested' })
      const basalt = `http://127.0.0.1:${port}/members/basalt`
      await answerOf(['member', 'admit', 'alliance', basalt], env)
      expect(await answerOf(asked, env)).toMatchObject({ status: 'admitted' })
      const [admitted] = await answerOf<{ status: string }[]>(
        ['member', 'admissions', 'alliance'],
        env,
      )
      expect(admitted?.status).toBe('admitted')
      await answerOf(['client', 'create', 'basalt', '--name', 'crm'], env)
      const { healthy } = await answerOf<Doctor>(['doctor'], env)
      expect(healthy).toBe(true)
    },
  )
})

import { describe, expect, it } from 'vitest'
import { EXIT, Trouble } from '../../src/runtime/trouble.ts'
import type { ObjectNamespace } from '../../src/runtime/worker-platform.ts'
import { readSettings } from '../../src/runtime/worker-settings.ts'

const marks = {} as ObjectNamespace
const GIVEN = {
  ENTENTE_URL: 'https://gateway.example/',
  DATABASE_URL: 'postgres://entente@database.example/entente',
  ENTENTE_MASTER_KEY: 'BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc',
  ENTENTE_MARKS: marks,
} as const

const without = (name: keyof typeof GIVEN) => ({ ...GIVEN, [name]: undefined })

describe('the settings of a Worker', () => {
  it('come from variables, secrets and bindings', async () => {
    expect(await readSettings(GIVEN)).toMatchObject({
      publicUrl: 'https://gateway.example',
      databaseUrl: GIVEN.DATABASE_URL,
      pooler: true,
      migrates: false,
      marks,
      log: 'info',
    })
  })

  it('take the database from Hyperdrive first', async () => {
    const connectionString = 'postgres://hyperdrive.local/entente'
    const settings = await readSettings({ ...GIVEN, HYPERDRIVE: { connectionString } })
    expect(settings.databaseUrl).toBe(connectionString)
  })

  it('name statements and migrate where the operator says so', async () => {
    const wanted = { ...GIVEN, ENTENTE_POOLER: '0', ENTENTE_MIGRATE: '1' }
    expect(await readSettings(wanted)).toMatchObject({ pooler: false, migrates: true })
  })

  it('do without marks only when the operator trusts that', async () => {
    const settings = await readSettings({
      ...without('ENTENTE_MARKS'),
      ENTENTE_TRUST_MISSING_MARK: '1',
    })
    expect(settings.marks).toBeNull()
  })

  it.each([
    ['ENTENTE_URL', 'the variable ENTENTE_URL'],
    ['DATABASE_URL', 'the binding HYPERDRIVE or the secret DATABASE_URL'],
    ['ENTENTE_MASTER_KEY', 'the secret ENTENTE_MASTER_KEY'],
    ['ENTENTE_MARKS', 'the binding ENTENTE_MARKS'],
  ] as const)('say what is missing: %s', async (name, said) => {
    const error = await readSettings(without(name)).catch((fault: unknown) => fault)
    expect(error).toBeInstanceOf(Trouble)
    expect(error).toMatchObject({ code: EXIT.config })
    expect(String(error)).toContain(said)
  })
})

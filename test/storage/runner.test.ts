import { expect, test } from 'vitest'
import { SqlOver, untilOver } from '../../src/storage/runner.ts'
import type { Runner } from '../../src/storage/runner.ts'

/** A driver that answers with what it was asked. */
const echo: Runner = {
  run: async (statement, params) => ({ rows: [{ statement, params }], count: params.length }),
  script: async () => {},
}

interface Tables {
  thing: { id: number; name: string }
}

test('gives the driver kysely’s text and parameters', async () => {
  const { kysely } = new SqlOver<Tables>(echo)
  const asked = await kysely.selectFrom('thing').select('name').where('id', '=', 7).execute()
  expect(asked).toEqual([{ statement: 'select "name" from "thing" where "id" = $1', params: [7] }])
})

test('counts the rows that kysely changed', async () => {
  const { kysely } = new SqlOver<Tables>(echo)
  const changed = await kysely.updateTable('thing').set({ name: 'x' }).where('id', '=', 7).execute()
  expect(changed).toEqual([{ numUpdatedRows: 2n }])
})

test('builds kysely once, and only when asked', () => {
  const over = new SqlOver<Tables>(echo)
  expect(over.kysely).toBe(over.kysely)
})

test('does not stream', async () => {
  const { kysely } = new SqlOver<Tables>(echo)
  const rows = kysely.selectFrom('thing').selectAll().stream()
  await expect(rows[Symbol.asyncIterator]().next()).rejects.toThrow('read in pages')
})

test('stops a runner when its transaction is over', async () => {
  const { runner, end } = untilOver(echo)
  expect(await runner.run('select 1', [])).toMatchObject({ count: 0 })
  end()
  await expect(runner.run('select 1', [])).rejects.toThrow('is over')
  await expect(runner.script('select 1')).rejects.toThrow('is over')
})

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { generate, readMigrations } from '../../src/storage/generate-migrations.ts'
import { MIGRATIONS } from '../../src/storage/migrations.generated.ts'
import { freshFolder } from '../kit/folder.ts'

function folderWith(files: Record<string, string>) {
  const folder = freshFolder()
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder.path, name), text)
  return folder
}

test('the generated file holds the migrations as they are on disk', () => {
  const generated = new URL('../../src/storage/migrations.generated.ts', import.meta.url)
  expect(
    readFileSync(generated, 'utf8'),
    'migrations/ changed: run node --import tsx src/storage/generate-migrations.ts',
  ).toBe(generate(readMigrations()))
  expect(MIGRATIONS).toEqual(readMigrations())
})

test('every character of the SQL survives', async () => {
  const sql =
    "-- Why: `this`, ${that}, \\n, \\\\, \"quotes\", 'single', \u2028, ü, 😀\n\n\tselect E'\\n';\n"
  using folder = folderWith({ '0001-odd.sql': sql })
  const script = generate(readMigrations(folder.path))
    .replace(/^import type .*$/m, '')
    .replace(': readonly Migration[]', '')
  const file = join(folder.path, 'generated.mjs')
  writeFileSync(file, script)
  const { MIGRATIONS: read } = (await import(pathToFileURL(file).href)) as { MIGRATIONS: unknown }
  expect(read).toEqual([expect.objectContaining({ sql, breaking: false })])
})

test('a line of its own declares a migration breaking', () => {
  using folder = folderWith({
    '0001-a.sql': '-- breaking: the column is gone\nselect 1;\n',
    '0002-b.sql': '-- Not -- breaking anything.\nselect 1; -- breaking\n',
  })
  expect(readMigrations(folder.path).map(({ breaking }) => breaking)).toEqual([true, false])
})

test('a checkout with other line ends has the same hashes', () => {
  using unix = folderWith({ '0001-a.sql': '-- Why.\nselect 1;\n' })
  using windows = folderWith({ '0001-a.sql': '-- Why.\r\nselect 1;\r\n' })
  expect(readMigrations(windows.path)).toEqual(readMigrations(unix.path))
})

test.each([
  ['a gap', { '0001-a.sql': '-- x\n', '0003-c.sql': '-- x\n' }, '0003-c.sql'],
  ['a number twice', { '0001-a.sql': '-- x\n', '0001-b.sql': '-- x\n' }, '0001-b.sql'],
  ['a name without words', { '0001.sql': '-- x\n' }, '0001.sql'],
  ['something else in the folder', { 'README.md': '-- x\n' }, 'README.md'],
  ['a file that does not say why', { '0001-a.sql': 'select 1;\n' }, 'a comment that says why'],
])('%s is refused', (_, files, says) => {
  using folder = folderWith(files)
  expect(() => readMigrations(folder.path)).toThrow(says)
})

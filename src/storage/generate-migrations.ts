// Compiles migrations/*.sql into migrations.generated.ts, since a Worker has no disk to read them from.
// Run it after every change there: node --import tsx src/storage/generate-migrations.ts
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Migration } from './migrate.ts'

const SOURCE = fileURLToPath(new URL('../../migrations', import.meta.url))
const TARGET = fileURLToPath(new URL('./migrations.generated.ts', import.meta.url))

/** A line of its own, with or without a reason: `-- breaking: the old column is gone`. */
const BREAKING = /^-- breaking\b/m
const NAME = /^(\d{4})-[a-z0-9]+(-[a-z0-9]+)*\.sql$/

/**
 * The migrations of a folder in their order.
 * @throws Error naming the file that breaks a rule: its name, its number, its first line.
 */
export function readMigrations(folder: string = SOURCE): Migration[] {
  return readdirSync(folder)
    .toSorted()
    .map((name, index) => readMigration(folder, name, index + 1))
}

function readMigration(folder: string, name: string, number: number): Migration {
  const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
  if (Number(NAME.exec(name)?.[1]) !== number) {
    const prefix = String(number).padStart(4, '0')
    throw new Error(`${name}: a migration is named ${prefix}-words-with-hyphens.sql, without gaps`)
  }
  if (!sql.startsWith('-- ')) throw new Error(`${name}: the first line is a comment that says why`)
  const sha256 = createHash('sha256').update(sql).digest('hex')
  return { name, sha256, breaking: BREAKING.test(sql), sql }
}

/** The text of migrations.generated.ts: a line of SQL is a line there, so a change can be read. */
export function generate(migrations: readonly Migration[]): string {
  const entries = migrations.map(
    ({ name, sha256, breaking, sql }) =>
      `  {\n    name: '${name}',\n    sha256: '${sha256}',\n    breaking: ${breaking},\n` +
      `    sql: [\n${linesOf(sql)}    ].join('\\n'),\n  },\n`,
  )
  return (
    `// Generated from migrations/*.sql by generate-migrations.ts. Do not edit.\n` +
    `import type { Migration } from './migrate.ts'\n\n` +
    `export const MIGRATIONS: readonly Migration[] = [\n${entries.join('')}]\n`
  )
}

const linesOf = (sql: string): string =>
  sql
    .split('\n')
    .map((line) => `      ${JSON.stringify(line)},\n`)
    .join('')

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(TARGET, generate(readMigrations()))
}

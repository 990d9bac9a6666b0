// Writes the vectors of this folder: `node --import tsx test/vectors/exchange/generate.ts`. The same bytes every time.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EVENTS } from './event-kit.ts'
import './events-valid.ts'
import './events-invalid-form.ts'
import './events-invalid-claims.ts'
import { REQUESTS } from './requests.ts'
import { TEXTS } from './texts.ts'

const HERE = import.meta.dirname

/** Every vector by its file's path in this folder, as it stands on disk. */
export function vectorFiles(): ReadonlyMap<string, string> {
  const all = { ...EVENTS, ...REQUESTS, ...TEXTS }
  return new Map(
    Object.entries(all).map(([file, vector]) => [file, `${JSON.stringify(vector, null, 2)}\n`]),
  )
}

function write(): void {
  for (const folder of ['valid', 'invalid']) {
    mkdirSync(join(HERE, folder), { recursive: true })
    for (const name of readdirSync(join(HERE, folder))) rmSync(join(HERE, folder, name))
  }
  for (const [file, text] of vectorFiles()) writeFileSync(join(HERE, file), text)
}

if (process.argv[1] === import.meta.filename) write()

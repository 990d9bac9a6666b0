// Writes valid/ and invalid/ anew: `node --import tsx test/vectors/members/generate.ts`. The keys are fixed; ES256 signatures are
// random, so every run changes them and nothing else. A test holds the files to what this script says.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { BAD_CHAINS } from './bad-chains.ts'
import { BAD_OTHERS } from './bad-others.ts'
import { BAD_STATEMENTS } from './bad-statements.ts'
import { GOOD } from './good.ts'
import type { Vector } from './vector.ts'

/** Every vector by its name: `valid/…` or `invalid/…`. */
export async function allVectors(): Promise<ReadonlyMap<string, Vector>> {
  const vectors = new Map<string, Vector>()
  for (const [name, made] of [...GOOD, ...BAD_STATEMENTS, ...BAD_CHAINS, ...BAD_OTHERS]) {
    if (vectors.has(name)) throw new Error(`two vectors are called ${name}`)
    vectors.set(name, await made)
  }
  return vectors
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const here = new URL('.', import.meta.url)
  for (const folder of ['valid', 'invalid']) {
    await rm(new URL(folder, here), { recursive: true, force: true })
    await mkdir(new URL(folder, here))
  }
  for (const [name, vector] of await allVectors())
    await writeFile(new URL(`${name}.json`, here), `${JSON.stringify(vector, null, 2)}\n`)
}

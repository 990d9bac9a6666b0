// The vectors of this folder as the tests read them: from the disk, as another implementer would.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EventVector } from './event-kit.ts'
import type { RequestVector } from './requests.ts'
import type { TextsVector } from './texts.ts'

type Vector = EventVector | RequestVector | TextsVector
export type Named<V> = V & { readonly name: string }

/** Every vector of one kind, valid ones first, named by folder and file. */
export function readVectors<K extends Vector['kind']>(
  kind: K,
): readonly Named<Extract<Vector, { kind: K }>>[] {
  return ['valid', 'invalid'].flatMap((folder) =>
    readdirSync(join(import.meta.dirname, folder))
      .filter((file) => file.startsWith(`${kind}-`))
      .map((file) => ({
        ...JSON.parse(readFileSync(join(import.meta.dirname, folder, file), 'utf8')),
        name: `${folder}/${file.replace('.json', '')}`,
      })),
  )
}

// A folder of its own for a test, gone afterwards.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export function freshFolder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'entente-test-'))
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}

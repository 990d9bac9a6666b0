// The commands in documents, as tests run them: `sh` blocks below `<!-- runs: name -->`, joined in order into one script, since
// a reader's shell keeps its variables and functions from block to block too.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = new URL('../../', import.meta.url)

export type Block = {
  readonly document: string
  readonly language: string
  /** What runs it; null where nothing says so. */
  readonly runs: string | null
  readonly code: string
}

/** Every fenced block of a document, in order. */
export function blocksOf(document: string): Block[] {
  const text = readFileSync(fileURLToPath(new URL(document, ROOT)), 'utf8')
  const fenced = /(?:^<!-- runs: ([a-z-]+) -->\n+)?^```([a-z]*)\n([\s\S]*?)^```$/gm
  return [...text.matchAll(fenced)].map(([, runs, language = '', code = '']) => ({
    document,
    language,
    runs: runs ?? null,
    code,
  }))
}

/** The script of one name: stops at the first command that fails, and says which. */
export function scriptOf(document: string, name: string): string {
  const parts = blocksOf(document).filter(({ runs }) => runs === name)
  return ['set -euo pipefail', ...parts.map(({ code }) => code)].join('\n')
}

export type Request = { readonly method: string; readonly path: string }

/** The requests that a script's curl lines make: path below the gateway, `$NAME` standing for one segment. */
export function requestsIn(script: string): Request[] {
  const joined = script.replaceAll('\\\n', ' ')
  return [
    ...joined.matchAll(
      /^.*\b(?:curl|api) (?![(){])[\s\S]*?"(?:\$URL|\$\(url_of [^)]*\))(\/[^"]*)"/gm,
    ),
  ].map(([line, path = '']) => ({
    method: / -G /.test(line) ? 'get' : / -d /.test(line) ? 'post' : 'get',
    path: path.replace(/\?.*|\$\d$/, ''),
  }))
}

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

// The architecture's own test (ARCHITECTURE.md, "Who may import whom"). It reads the files as they stand and has no list of
// exceptions: a rule here has no other way out than to be changed, in sight of everybody.

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const LEFT_OUT = ['node_modules', '.git', '.entente', '.wrangler', 'coverage', 'dist']

function filesUnder(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return []
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (LEFT_OUT.includes(entry.name)) return []
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    return entry.isDirectory() ? filesUnder(path) : [path]
  })
}

const SOURCES = filesUnder('src').filter((path) => /\.tsx?$/.test(path))
const WRITTEN = SOURCES.filter((path) => !path.endsWith('.generated.ts'))
/** Run by people to write generated files; imported by nothing. */
const isScript = (path: string): boolean => /\/generate-[a-z-]+\.ts$/.test(path)
const inside = (path: string, ...folders: readonly string[]): boolean =>
  folders.some((folder) => path.startsWith(`src/${folder}/`))

type Import = {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
  readonly names: readonly string[]
}

const STATEMENT =
  /^(?:import|export)\s+(type\s+)?((?:[\w*]+(?:\s+as\s+\w+)?\s*,?\s*)?(?:\{[^}]*\})?)\s*(?:from\s+)?'([^']+)'/gm
const DYNAMIC = /\bimport\(\s*'([^']+)'\s*\)/g

function importsOf(path: string): Import[] {
  const text = read(path)
  const target = (to: string): string =>
    to.startsWith('.')
      ? normalize(join(dirname(path), to))
          .split(sep)
          .join('/')
      : to
  const still = [...text.matchAll(STATEMENT)].map(([, type, clause = '', to = '']) => {
    const names = clause
      .replace(/[{}]/g, ',')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean)
    const typeOnly =
      type !== undefined || (names.length > 0 && names.every((n) => n.startsWith('type ')))
    return { from: path, to: target(to), typeOnly, names }
  })
  const moving = [...text.matchAll(DYNAMIC)].map(([, to = '']) => ({
    from: path,
    to: target(to),
    typeOnly: false,
    names: [],
  }))
  return [...still, ...moving]
}

const IMPORTS = SOURCES.flatMap(importsOf)
const isOurs = ({ to }: Import): boolean => to.startsWith('src/')
const packageOf = (to: string): string =>
  to.startsWith('node:')
    ? 'node:'
    : to
        .split('/')
        .slice(0, to.startsWith('@') ? 2 : 1)
        .join('/')
const said = ({ from, to }: Import): string => `${from} imports ${to}`

/** What a flow asks of the world: the shapes that storage, signing and net implement. */
const PORTS = /^src\/flows\/(?:[a-z]+\/)?(?:(?:[a-z]+-)?ports|sealing)\.ts$/

/** Folder → the folders it may import beside itself, and the packages. */
const MAY: Readonly<Record<string, { ours: readonly string[]; packages: readonly string[] }>> = {
  core: { ours: [], packages: ['zod', 'jose', 'temporal-polyfill'] },
  flows: { ours: ['core'], packages: ['zod'] },
  http: { ours: ['flows', 'core'], packages: ['zod', 'hono', 'prom-client'] },
  jobs: { ours: ['flows', 'core'], packages: [] },
  storage: {
    ours: ['core'],
    packages: ['zod', 'kysely', 'pg', '@electric-sql/pglite', 'node:'],
  },
  signing: { ours: ['core'], packages: ['zod', 'jose'] },
  net: { ours: ['core'], packages: ['zod', 'node:', 'nodemailer'] },
}
const ADAPTERS = ['storage', 'signing', 'net']
const doorOf = (path: string) => /^src\/http\/(api|compat|console|exchange)\//.exec(path)?.[1]
const folderOf = (path: string): string => path.split('/')[1] ?? ''

describe('who may import whom', () => {
  it('finds the imports at all', () => {
    expect(IMPORTS.filter(isOurs).length).toBeGreaterThan(500)
    expect(IMPORTS.filter((i) => isOurs(i) && !existsSync(join(ROOT, i.to))).map(said)).toEqual([])
  })

  it('knows every folder', () => {
    const folders = new Set(SOURCES.filter((p) => p.split('/').length > 2).map(folderOf))
    expect([...folders].toSorted()).toEqual([...Object.keys(MAY), 'runtime'].toSorted())
  })

  it.each(Object.entries(MAY))('%s keeps to its own', (folder, { ours, packages }) => {
    const wrong = IMPORTS.filter(({ from }) => inside(from, folder)).filter((i) => {
      if (!isOurs(i)) return !packages.includes(packageOf(i.to)) && !isScript(i.from)
      if (inside(i.to, folder, ...ours)) return false
      return !(ADAPTERS.includes(folder) && i.typeOnly && PORTS.test(i.to))
    })
    expect(wrong.map(said)).toEqual([])
  })

  it('lets nothing import runtime, nor a script', () => {
    const wrong = IMPORTS.filter(
      (i) => (inside(i.to, 'runtime') && !inside(i.from, 'runtime')) || isScript(i.to),
    )
    expect(wrong.map(said)).toEqual([])
  })

  it('lets no door import another', () => {
    const wrong = IMPORTS.filter(
      ({ from, to }) => doorOf(from) && doorOf(to) && doorOf(from) !== doorOf(to),
    )
    expect(wrong.map(said)).toEqual([])
  })

  it('keeps SQL in storage', () => {
    const sql = ['kysely', 'pg', '@electric-sql/pglite']
    const wrong = IMPORTS.filter((i) => sql.includes(packageOf(i.to)) && !inside(i.from, 'storage'))
    expect(wrong.map(said)).toEqual([])
  })

  it('gives the auditors’ library core alone, and the client its types alone', () => {
    const verify = IMPORTS.filter((i) => i.from === 'src/verify.ts' && !inside(i.to, 'core'))
    const client = IMPORTS.filter(
      (i) =>
        i.from === 'src/client.ts' &&
        i.to !== 'src/client.generated.ts' &&
        i.to !== 'openapi-fetch',
    )
    expect([...verify, ...client].map(said)).toEqual([])
  })
})

/** jose's half that core may use: nothing of it signs, encrypts, makes keys or fetches. */
const JOSE_IN_CORE = ['base64url', 'compactVerify', 'flattenedVerify', 'importJWK', 'errors']
const FORBIDDEN_IN_CORE: readonly (readonly [string, RegExp])[] = [
  ['the clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\b|\bTemporal\.Now\b/],
  ['randomness', /\bMath\.random\b|\bgetRandomValues\b|\brandomUUID\b|\bgenerateKey\b/],
  ['the network', /(?<![.\w'-])fetch\s*\(|\bXMLHttpRequest\b|\bWebSocket\b/],
  ['the process', /\bprocess\.|\bglobalThis\b|\bDeno\b|\bBuffer\b/],
  ['timers', /\bset(?:Timeout|Interval|Immediate)\b|\bqueueMicrotask\b/],
  ['signing', /\bsubtle\.(?:sign|encrypt|decrypt|wrapKey|deriveKey|deriveBits)\b/],
]
/** Code without its comments and without what stands in quotes. */
const bare = (path: string): string =>
  read(path)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''")
const having = (paths: readonly string[], what: RegExp): string[] =>
  paths.filter((path) => what.test(bare(path)))

describe('what may be touched where', () => {
  const core = WRITTEN.filter((path) => inside(path, 'core'))

  it.each(FORBIDDEN_IN_CORE)('core does without %s', (_what, pattern) => {
    expect(having(core, pattern)).toEqual([])
  })

  it('core takes the verifying half of jose alone', () => {
    const taken = IMPORTS.filter((i) => inside(i.from, 'core') && i.to === 'jose')
    const wrong = taken.filter((i) => !i.typeOnly && i.names.some((n) => !JOSE_IN_CORE.includes(n)))
    expect(wrong.map(said)).toEqual([])
  })

  it('only net calls fetch', () => {
    const others = WRITTEN.filter((path) => !inside(path, 'net') && path !== 'src/client.ts')
    expect(having(others, /(?<![.\w])(?<!async )fetch\s*\(|\bglobalThis\.fetch\b/)).toEqual([])
  })

  it('only runtime reads the environment', () => {
    const others = WRITTEN.filter((path) => !inside(path, 'runtime'))
    expect(having(others, /\bprocess\.env\b|\bimport\.meta\.env\b/)).toEqual([])
  })

  it('only signing signs', () => {
    const signs =
      /\b(?:SignJWT|CompactSign|FlattenedSign|GeneralSign|importPKCS8|generateKeyPair)\b|\bsubtle\.sign\b/
    expect(
      having(
        WRITTEN.filter((path) => !inside(path, 'signing')),
        signs,
      ),
    ).toEqual([])
  })
})

const hasBehaviour = (path: string): boolean =>
  /^export (?:default |const |let |class |function |async function )/m.test(read(path))

/** Nothing but `export … from`: a barrel by another name. */
const onlyPassesOn = (path: string): boolean =>
  bare(path)
    .replace(/^(?:export|import)\s+(?:type\s+)?(?:\*|\{[^}]*\})[^;\n]*''$/gm, '')
    .trim() === ''

describe('how files look', () => {
  it('has no barrel and no default export but a Worker’s', () => {
    const barrels = SOURCES.filter((path) => /(^|\/)index\.tsx?$/.test(path))
    const passingOn = WRITTEN.filter((path) => path !== 'src/verify.ts' && onlyPassesOn(path))
    const defaults = WRITTEN.filter(
      (path) => path !== 'src/runtime/worker.ts' && /^export default\b/m.test(read(path)),
    )
    expect([...barrels, ...passingOn, ...defaults]).toEqual([])
  })

  it('names files in kebab case', () => {
    const wrong = SOURCES.filter(
      (p) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.generated)?\.tsx?$/.test(p.split('/').at(-1) ?? ''),
    )
    expect(wrong).toEqual([])
  })

  it('splits what grew beyond 300 lines', () => {
    const long = WRITTEN.map((path) => [path, read(path).trimEnd().split('\n').length] as const)
    expect(long.filter(([, lines]) => lines > 300)).toEqual([])
  })

  it('opens every file of core, flows and jobs with a comment', () => {
    const told = WRITTEN.filter((path) => inside(path, 'core', 'flows', 'jobs'))
    expect(told.filter((path) => !/^(?:\/\/ |\/\*\*)/.test(read(path)))).toEqual([])
  })

  it('leaves nothing for later and names nobody’s machine', () => {
    const later = ['TO', 'FIX'].map((word) => `${word}${word === 'TO' ? 'DO' : 'ME'}`).join('|')
    const machine = String.raw`/(?:home|Users|root|work)/[a-z]+/`
    const texts = filesUnder('').filter(
      (path) =>
        /\.(?:tsx?|js|json|ya?ml|md|sql|sh|toml|txt)$/.test(path) &&
        !/package-lock\.json$|\.generated\.ts$/.test(path),
    )
    const wrong = texts.filter((path) =>
      new RegExp(`\\b(?:${later})\\b|${machine}`).test(read(path)),
    )
    expect(wrong).toEqual([])
  })

  it('gives every file of core that does something its mirror test', () => {
    const missing = WRITTEN.filter((path) => inside(path, 'core') && hasBehaviour(path)).filter(
      (path) =>
        !existsSync(join(ROOT, path.replace(/^src\//, 'test/').replace(/\.ts$/, '.test.ts'))),
    )
    expect(missing).toEqual([])
  })
})

/** The first fenced block below a heading. */
function blockBelow(document: string, heading: string): string {
  const text = read(document)
  const from = text.indexOf(`\n## ${heading}\n`)
  return /```[a-z]*\n([\s\S]*?)```/.exec(text.slice(from))?.[1] ?? ''
}

/** `name/  words` lines, two blanks deeper per level → paths. */
function treePaths(block: string): string[] {
  const open: string[] = []
  return block
    .split('\n')
    .map((line) => /^( *)([\w.-]+\/?)(?:\s|$)/.exec(line))
    .flatMap((found) => {
      if (found === null) return []
      const [, indent = '', name = ''] = found
      const depth = indent.length / 2
      open.length = depth
      open[depth] = name.replace(/\/$/, '')
      return [open.join('/')]
    })
}

describe('the tree in ARCHITECTURE.md', () => {
  const document = existsSync(join(ROOT, 'ARCHITECTURE.md'))
    ? blockBelow('ARCHITECTURE.md', 'The tree')
    : ''
  const paths = treePaths(document)

  it('names only what is there', () => {
    expect(paths.length).toBeGreaterThan(20)
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })

  it('names every folder of src, and whatever lies at the top', () => {
    const folders = new Set(SOURCES.map((path) => dirname(path)))
    const top = new Set(filesUnder('').map((path) => path.split('/')[0] ?? ''))
    const local = /^\.(?:env|npmrc|gitignore|prettier|oxlintrc)|^package-lock\.json$|\.log$/
    const wanted = [...folders, ...[...top].filter((name) => !local.test(name))]
    const lacking = wanted.filter((path) => !paths.includes(path))
    expect(lacking).toEqual([])
    expect(
      paths.filter(
        (path) => statSync(join(ROOT, path)).isDirectory() && filesUnder(path).length === 0,
      ),
    ).toEqual([])
  })
})

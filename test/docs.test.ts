import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { z } from 'zod'
import { CONFIRM_AFTER_SECONDS, CONFIRM_EVERY_SECONDS } from '../src/core/cases/follow-up.ts'
import { EVENT_TYPE_PREFIX } from '../src/core/cases/event.ts'
import { RULES } from '../src/core/cases/integrity.ts'
import { EVENT_TYPES, ruleOf } from '../src/core/cases/registry.ts'
import * as limits from '../src/core/exchange/limits.ts'
import { EVENT_TYP } from '../src/core/exchange/event-checks.ts'
import { REQUEST_TYP } from '../src/core/exchange/request-checks.ts'
import { Refusal, type RefusalCode, SENTENCES } from '../src/core/kernel/refusal.ts'
import { CONFIGURATION_PATH, ENDPOINT_PATHS } from '../src/core/members/endpoints.ts'
import { HISTORY_TYPE } from '../src/core/members/historical-keys.ts'
import { CaseGatewayMetadata } from '../src/core/members/metadata.ts'
import { MAX_STATEMENT_BYTES } from '../src/core/members/signed-token.ts'
import { MAX_SUBORDINATE_SECONDS, STATEMENT_TYPE } from '../src/core/members/statement.ts'
import { GRACE_MILLIS } from '../src/core/members/trust.ts'
import { HEADS_PER_REQUEST } from '../src/flows/exchange/compare-heads.ts'
import { secEventError } from '../src/core/exchange/sec-event-error.ts'
import { blocksOf, requestsIn, scriptOf } from './kit/documented.ts'
import { CROSSING_PAIRS } from './vectors/cases/crossing-pairs.ts'

// Documents say what is. PROTOCOL.md is held to the program word by word; links and named files lead somewhere.

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const PROTOCOL = read('PROTOCOL.md')

/** What stands below a heading, up to the next of its own depth or above. */
function section(text: string, heading: string): string {
  const from = text.indexOf(`\n${heading}\n`)
  expect(from, heading).toBeGreaterThan(-1)
  const depth = /^#+/.exec(heading)?.[0].length ?? 0
  const rest = text.slice(from + heading.length + 2)
  const end = rest.search(new RegExp(`^#{1,${depth}} `, 'm'))
  return end < 0 ? rest : rest.slice(0, end)
}

const spans = (text: string): string[] =>
  [...text.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span)
const rowsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )

type Item = {
  readonly type: string
  readonly marks: readonly string[]
  readonly body: string
  readonly texts: readonly string[]
  readonly words: readonly string[]
  readonly whole: string
}

/** `- **`type`** (marks)` with its points. */
const ITEMS: readonly Item[] = section(PROTOCOL, '## 7 Event types')
  .split(/^- \*\*/m)
  .slice(1)
  .map((whole) => {
    const point = (name: string): string =>
      new RegExp(`^  - ${name}: ([\\s\\S]*?)(?=^  - |^#|(?![\\s\\S]))`, 'm').exec(whole)?.[1] ?? ''
    const marks = /^`[^`]+`\*\* \(([^)]*)\)/.exec(whole)?.[1] ?? ''
    return {
      type: spans(whole)[0] ?? '',
      marks: marks.split(', ').filter(Boolean),
      body: point('body'),
      texts: spans(point('texts')),
      words: spans(point('else')),
      whole,
    }
  })

type Schema = z.ZodType & { readonly def: { readonly type: string; readonly innerType?: Schema } }
const unwrapped = (schema: Schema): Schema =>
  schema.def.innerType === undefined ? schema : unwrapped(schema.def.innerType)
const mayBeAbsent = (schema: z.ZodType): boolean => schema.safeParse(undefined).success
function shapeOf(type: string): Readonly<Record<string, Schema>> {
  const body = ruleOf(type)?.body as unknown as
    { readonly shape: Record<string, Schema> } | undefined
  return body?.shape ?? {}
}

describe('the event types in PROTOCOL.md', () => {
  it('are those of the program', () => {
    expect(ITEMS.map(({ type }) => type).toSorted()).toEqual([...EVENT_TYPES].toSorted())
    expect(PROTOCOL).toContain(`\`${EVENT_TYPE_PREFIX}\``)
    expect(PROTOCOL).toContain(`Rules version ${RULES}.`)
  })

  it.each(ITEMS)('$type has these members, and these may be absent', ({ type, body }) => {
    const named = [...body.matchAll(/(?:^|;)\s*`([A-Za-z]+)`(\?)?/g)].map(
      ([, name = '', absent]) => `${name}${absent ?? ''}`,
    )
    const held = Object.entries(shapeOf(type)).map(
      ([name, schema]) => `${name}${mayBeAbsent(schema) ? '?' : ''}`,
    )
    expect(named.toSorted()).toEqual(held.toSorted())
  })

  it.each(ITEMS)('$type names every value of its codes', ({ type, body, whole }) => {
    for (const [name, schema] of Object.entries(shapeOf(type))) {
      const { options } = unwrapped(schema) as unknown as { options?: readonly unknown[] }
      if (options === undefined || options.some((option) => typeof option !== 'string')) continue
      const said = /`(?:code|reason)`, as of `([a-z-]+)`/.exec(body)?.[1]
      const place = said ? (ITEMS.find((item) => item.type === said)?.whole ?? '') : whole
      const known = type === 'case-opened' || name !== 'kind' ? place : PROTOCOL
      expect(options.filter((option) => !spans(known).includes(String(option)))).toEqual([])
    }
  })

  it.each(ITEMS)('$type has these texts and marks', ({ type, texts, marks }) => {
    const rule = ruleOf(type)
    expect([...texts].toSorted()).toEqual([...(rule?.slots ?? [])].toSorted())
    const held = [
      ...(rule?.decision ? ['decision'] : []),
      ...(rule?.contests ? ['contests'] : []),
      ...(rule?.whileClosed ? ['closed'] : []),
      ...(rule?.by === 'invitee' ? ['invitee'] : []),
    ]
    expect([...marks].toSorted()).toEqual(held.toSorted())
  })
})

const isWord = (text: string): text is RefusalCode => Object.hasOwn(SENTENCES, text)

/** The words that any type can get, in the order they are asked. */
function verdictList(): string {
  const admission = section(PROTOCOL, '## 6 Admission')
  return admission.slice(admission.indexOf('verdict'))
}

describe('the words in PROTOCOL.md', () => {
  const rules = readdirSync(join(ROOT, 'src/core/cases'))
    .map((name) => `src/core/cases/${name}`)
    .filter((path) => /: eventRule\(|^export function judge/m.test(read(path)))

  it('are every word that a rule can give an event, and no other', () => {
    const quoted = rules.flatMap((path) =>
      [...read(path).matchAll(/'([a-z]+(?:-[a-z]+)*)'/g)].map(([, word = '']) => word),
    )
    const inCode = new Set<string>(
      quoted.filter((word) => isWord(word) && !EVENT_TYPES.includes(word as never)),
    )
    const said = new Set<string>(
      [...ITEMS.flatMap(({ words }) => words), ...spans(verdictList())].filter(isWord),
    )
    const both = ['case-closed', 'event-parents-invalid']
    expect([...said].filter((word) => !inCode.has(word) && !both.includes(word))).toEqual([])
    expect([...inCode].filter((word) => !said.has(word) && !both.includes(word))).toEqual([])
  })

  it('exist, wherever they stand', () => {
    const like =
      /^(?:event|request|statement|chain|metadata|pin|member|partner|case|signing)-[a-z-]+$/
    const strangers = spans(PROTOCOL).filter(
      (span) => like.test(span) && !isWord(span) && !EVENT_TYPES.includes(span as never),
    )
    expect(strangers.filter((span) => !['case-number'].includes(span))).toEqual([])
  })

  it('are all there that a partner can be told for ever', () => {
    const families = /^(?:event|request|statement|chain|metadata)-/
    const words = Object.keys(SENTENCES).filter((word) => families.test(word))
    expect(words.filter((word) => !spans(PROTOCOL).includes(word))).toEqual([])
  })

  it('go with the words of RFC 8935', () => {
    const table = rowsOf(section(PROTOCOL, '### 12.8 How a no is said')).slice(1)
    const said = new Map<string, string>()
    for (const [err = '', words = ''] of table)
      for (const word of spans(words)) said.set(word, spans(err)[0] ?? '')
    const wrong = (Object.keys(SENTENCES) as RefusalCode[]).filter(
      (code) => secEventError(new Refusal(code), '').err !== (said.get(code) ?? 'invalid_request'),
    )
    expect(wrong).toEqual([])
    expect([...said.keys()].filter((word) => !isWord(word))).toEqual([])
  })
})

describe('the rest of PROTOCOL.md', () => {
  it('gives every limit its value', () => {
    const rows = rowsOf(section(PROTOCOL, '## 15 Limits')).slice(1)
    const said = Object.fromEntries(rows.map(([name = '', value = '']) => [spans(name)[0], value]))
    const held = {
      ...limits,
      HEADS_PER_REQUEST,
      MAX_SUBORDINATE_SECONDS,
      MAX_STATEMENT_BYTES,
      GRACE_MILLIS,
      CONFIRM_AFTER_SECONDS,
      CONFIRM_EVERY_SECONDS,
    }
    expect(said).toEqual(
      Object.fromEntries(Object.entries(held).map(([name, value]) => [name, String(value)])),
    )
  })

  it('names every address', () => {
    const said = rowsOf(section(PROTOCOL, '## 12 Delivery')).map(([first = '']) => spans(first)[0])
    const held = [CONFIGURATION_PATH, ...Object.values(ENDPOINT_PATHS)]
    expect(said.filter((path) => path?.startsWith('/')).toSorted()).toEqual(held.toSorted())
  })

  it('names every kind of token', () => {
    for (const typ of [EVENT_TYP, REQUEST_TYP, STATEMENT_TYPE, HISTORY_TYPE])
      expect(PROTOCOL).toContain(`typ: ${typ}\``)
  })

  it('names the members of the metadata, and which of them are required', () => {
    const rows = rowsOf(section(PROTOCOL, '### 3.1 Entity configuration'))
    const said = rows
      .filter(([, need = '']) => ['required', 'optional'].includes(need))
      .flatMap(([names = '', need]) => spans(names).map((name) => `${name} ${need}`))
    const held = Object.entries(CaseGatewayMetadata.shape).map(
      ([name, schema]) => `${name} ${mayBeAbsent(schema) ? 'optional' : 'required'}`,
    )
    expect(said.toSorted()).toEqual(held.toSorted())
  })

  it('has every crossing pair with its outcome', () => {
    const rows = rowsOf(section(PROTOCOL, '## 9 Crossing acts')).filter((row) => row.length === 4)
    const said = rows
      .slice(1)
      .flatMap(([xs = '', ys = '', outcome = '', says]) =>
        spans(xs).flatMap((x) =>
          spans(ys).map((y) => `${x} × ${y}: ${spans(outcome)[0]}. ${says}`),
        ),
      )
    const held = CROSSING_PAIRS.map(
      ({ x, y, outcome, says }) => `${x.type} × ${y.type}: ${outcome}. ${says}`,
    )
    expect([...new Set(said)].toSorted()).toEqual([...new Set(held)].toSorted())
  })
})

const DOCUMENTS = readdirSync(ROOT).filter((name) => name.endsWith('.md'))
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
const anchorsIn = (path: string): string[] =>
  [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading))

describe.each(DOCUMENTS)('%s', (document) => {
  it('has links that lead somewhere', () => {
    const links = [...read(document).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
    const dead = links
      .filter((link) => !/^https?:/.test(link))
      .filter((link) => {
        const [file = '', anchor] = link.split('#')
        const path = file === '' ? document : join(dirname(document), file)
        if (!existsSync(join(ROOT, path))) return true
        return anchor !== undefined && !anchorsIn(path).includes(anchor)
      })
    expect(dead).toEqual([])
  })

  it('names only files that exist', () => {
    const named = spans(read(document)).filter((span) =>
      /^(?:src|test|openapi|migrations|bin|examples)\/[\w./-]+$/.test(span),
    )
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })
})

describe('SECURITY.md', () => {
  it('names tests that exist, by their own words', () => {
    const named = [...read('SECURITY.md').matchAll(/`(test\/[^`]+)` “([^”]+)”/g)]
    expect(named.length).toBeGreaterThan(20)
    const lacking = named.filter(([, path = '', title = '']) => {
      const file = join(ROOT, path)
      return !existsSync(file) || !readFileSync(file, 'utf8').includes(`'${title}'`)
    })
    expect(lacking.map(([row]) => row)).toEqual([])
  })
})

describe('numbers in documents', () => {
  it('are what their commands print', () => {
    const written = DOCUMENTS.flatMap((document) =>
      [...read(document).matchAll(/([\d,]+)[^()\d`]*\(`node -p "([^`]+)"`\)/g)].map(
        ([, said = '', code = '']) => ({ document, said: said.replaceAll(',', ''), code }),
      ),
    )
    expect(written.length).toBeGreaterThan(0)
    for (const { said, code, document } of written) {
      const printed = execFileSync(process.execPath, ['-p', code], { cwd: ROOT, encoding: 'utf8' })
      expect(printed.trim(), `${document}: ${code}`).toBe(said)
    }
  })
})

describe('the commands in README.md', () => {
  const blocks = blocksOf('README.md')
  const shell = blocks.filter(({ language }) => language === 'sh')

  it('are the two of every project here, to the letter', () => {
    expect(shell.map(({ code }) => code)).toContain('npm ci && npm start\n')
    expect(shell.map(({ code }) => code)).toContain('npm ci && npm test\n')
  })

  it('say in a comment what they do, and what runs them', () => {
    const told = shell.filter(({ runs }) => runs !== null)
    expect(new Set(told.map(({ runs }) => runs))).toEqual(new Set(['tour', 'gateways', 'postgres']))
    expect(told.filter(({ code }) => !code.startsWith('# '))).toEqual([])
  })

  it.each(['tour', 'gateways', 'postgres'])('are a script that a shell can read: %s', (name) => {
    execFileSync('bash', ['-n'], { input: scriptOf('README.md', name) })
  })

  it('ask only for what the contract offers', () => {
    const { paths } = parse(read('openapi/gateway.yaml')) as { paths: Record<string, object> }
    const offered = Object.entries(paths).map(([path, item]) => ({
      pattern: new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '\\$[A-Z]+')}$`),
      methods: Object.keys(item),
    }))
    const requests = requestsIn(scriptOf('README.md', 'tour'))
    expect(requests.length).toBeGreaterThan(8)
    const unknown = requests.filter(
      ({ method, path }) =>
        !offered.some(({ pattern, methods }) => pattern.test(path) && methods.includes(method)),
    )
    expect(unknown).toEqual([])
  })
})

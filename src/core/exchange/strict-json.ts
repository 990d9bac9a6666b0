// I-JSON (RFC 7493): JSON that means the same to every reader. A text comes in; its value leaves with the list of its flaws
// (duplicate keys, lone surrogates, numbers no double holds, too deep, names with escapes), or a refusal. JSON.parse does
// the building; two counts find duplicates: members written in the text, members present in the value. Names with escapes
// are out because V8's JSON.parse (nodejs/node#63785) reads some of them as another name, depending on what it parsed before:
// one gateway would see another event than the next.
import { Refusal, type RefusalCode } from '../kernel/refusal.ts'
import { MAX_JSON_DEPTH } from './limits.ts'

export const JSON_FLAWS = ['depth', 'escaped-name', 'duplicate-key', 'surrogate', 'number'] as const
export type JsonFlaw = (typeof JSON_FLAWS)[number]
export type JsonObject = { readonly [key: string]: unknown }

const DETAIL: Readonly<Record<JsonFlaw, string>> = {
  'duplicate-key': 'an object has the same key twice',
  'escaped-name': 'a member name is written with an escape',
  surrogate: 'a string holds half of a surrogate pair',
  number: 'a number is an integer outside ±(2^53−1) or too large for a double',
  depth: `objects and arrays are nested more than ${MAX_JSON_DEPTH} deep`,
}
const NONE: readonly JsonFlaw[] = []
const COLON = 58
const BACKSLASH = 92

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a flaw means, for people. */
export const flawDetail = (flaw: JsonFlaw): string => DETAIL[flaw]

/** A JSON text's value and the rules of I-JSON it breaks; null when the text is no JSON at all. */
export function inspectJson(
  text: string,
  maxDepth: number = MAX_JSON_DEPTH,
): { readonly value: unknown; readonly flaws: readonly JsonFlaw[] } | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  const survey = new Survey(maxDepth, !text.isWellFormed() || text.includes('\\u'))
  survey.visit(value, 1)
  return { value, flaws: survey.flaws(text) }
}

/** Text → value, or a refusal with the given word when it is not I-JSON. */
export function parseStrictJson(
  text: string,
  word: RefusalCode,
  maxDepth: number = MAX_JSON_DEPTH,
): unknown {
  const found = inspectJson(text, maxDepth)
  if (found === null) return new Refusal(word, 'it is not JSON')
  const [flaw] = found.flaws
  return flaw === undefined ? found.value : new Refusal(word, DETAIL[flaw])
}

class Survey {
  private readonly maxDepth: number
  private readonly checksText: boolean
  private members = 0
  private deep = false
  private broken = false
  private unsafe = false

  constructor(maxDepth: number, checksText: boolean) {
    this.maxDepth = maxDepth
    this.checksText = checksText
  }

  visit(value: unknown, depth: number): void {
    if (typeof value === 'string') {
      if (this.checksText && !value.isWellFormed()) this.broken = true
    } else if (typeof value === 'number') {
      if (!Number.isSafeInteger(value) && (Number.isInteger(value) || !Number.isFinite(value)))
        this.unsafe = true
    } else if (typeof value === 'object' && value !== null) {
      if (depth > this.maxDepth) this.deep = true
      else if (Array.isArray(value)) for (const element of value) this.visit(element, depth + 1)
      else this.visitObject(value as JsonObject, depth)
    }
  }

  private visitObject(object: JsonObject, depth: number): void {
    const keys = Object.keys(object)
    this.members += keys.length
    for (const key of keys) {
      if (this.checksText && !key.isWellFormed()) this.broken = true
      this.visit(object[key], depth + 1)
    }
  }

  /** Neither below the deepest level nor among names with escapes was anything counted reliably. */
  flaws(text: string): readonly JsonFlaw[] {
    const flaws: JsonFlaw[] = []
    const written = membersWritten(text)
    if (this.deep) flaws.push('depth')
    if (written === null) flaws.push('escaped-name')
    if (!this.deep && written !== null && written !== this.members) flaws.push('duplicate-key')
    if (this.broken) flaws.push('surrogate')
    if (this.unsafe) flaws.push('number')
    return flaws.length === 0 ? NONE : flaws
  }
}

/** Members written in a text known to be JSON: each has one colon outside strings. Null when a name has an escape in it. */
function membersWritten(json: string): number | null {
  const hasEscapes = json.includes('\\')
  let count = 0
  let name = 0
  let from = 0
  for (;;) {
    const quote = json.indexOf('"', from)
    const end = quote < 0 ? json.length : quote
    for (let i = from; i < end; i++)
      if (json.charCodeAt(i) === COLON) {
        if (hasEscapes && json.slice(name, from).includes('\\')) return null
        count++
      }
    if (quote < 0) return count
    name = quote + 1
    from = afterString(json, name)
  }
}

/** Position after the closing quote of the string whose first character stands at `start`. */
function afterString(json: string, start: number): number {
  for (let from = start; ;) {
    const quote = json.indexOf('"', from)
    if (quote < 0) return json.length
    let backslashes = 0
    while (json.charCodeAt(quote - 1 - backslashes) === BACKSLASH) backslashes++
    if (backslashes % 2 === 0) return quote + 1
    from = quote + 1
  }
}

// How values go into SQL and come out of it, once for both databases: everything travels as PostgreSQL's own text form, but for
// columns of the hot write. In: text, numbers, booleans, bytes, arrays of these; JSON as text. Out: bigint as a number (refused beyond 2^53),
// timestamptz as an Instant, bytea as Uint8Array, json and jsonb parsed, arrays as arrays, anything else as text.
import { instantOf } from '../core/kernel/instant.ts'
import type { Instant } from '../core/kernel/instant.ts'

export type Param = string | number | boolean | null | Uint8Array | TextColumn | readonly Param[]

/** A `text[]` in PostgreSQL's binary form, where nothing is quoted: a third of what long texts cost as text, on both sides. */
export class TextColumn {
  readonly texts: readonly (string | null)[]

  constructor(texts: readonly (string | null)[]) {
    this.texts = texts
  }
}

/** A value that has no place in a column, or came out of one that we do not use. A bug of ours, never a caller's. */
export class ValueFault extends TypeError {
  override readonly name = 'ValueFault'
}

/** A JSON value as the text of a parameter. */
export const json = (value: unknown): string => JSON.stringify(value)

/** A text of somebody else's as far as a column holds it: without NULs, with lone surrogates replaced. */
export const storable = (text: string): string => text.replaceAll('\u0000', '').toWellFormed()

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function hexText(bytes: Uint8Array): string {
  let out = '\\x'
  for (const byte of bytes) out += HEX[byte] ?? ''
  return out
}

const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`

function arrayText(items: readonly unknown[]): string {
  const elements = items.map((item) => {
    if (Array.isArray(item)) return arrayText(item)
    const text = encodeText(item)
    return text === null ? 'NULL' : quoted(text)
  })
  return `{${elements.join(',')}}`
}

function wellFormed(text: string): string {
  if (!text.isWellFormed()) throw new ValueFault('text with a lone surrogate cannot be stored')
  return text
}

const TEXT_TYPE = 25

/** One dimension, counted from 1; each text after its length in bytes, null as the length -1. */
function columnBytes(texts: readonly (string | null)[]): Buffer {
  let size = 20
  for (const text of texts) size += 4 + (text === null ? 0 : Buffer.byteLength(text))
  const bytes = Buffer.allocUnsafe(size)
  let at = 0
  for (const word of [texts.length && 1, 1, TEXT_TYPE]) at = bytes.writeInt32BE(word, at)
  if (texts.length === 0) return bytes.subarray(0, at)
  for (const word of [texts.length, 1]) at = bytes.writeInt32BE(word, at)
  for (const text of texts) {
    const length = text === null ? -1 : bytes.write(wellFormed(text), at + 4)
    at = bytes.writeInt32BE(length, at) + Math.max(0, length)
  }
  return bytes
}

/** As drivers take it: text, or the binary form. */
export type Encoded = string | Uint8Array | null

/** @throws ValueFault for what no column takes: undefined, dates, plain objects, NaN, text with lone surrogates. */
export const encode = (param: unknown): Encoded =>
  param instanceof TextColumn ? columnBytes(param.texts) : encodeText(param)

/** A parameter → its text form, or null. */
export function encodeText(param: unknown): string | null {
  if (param === null) return null
  if (typeof param === 'string') return wellFormed(param)
  if (typeof param === 'number' && Number.isFinite(param)) return String(param)
  if (typeof param === 'boolean') return param ? 'true' : 'false'
  if (param instanceof Uint8Array) return hexText(param)
  if (Array.isArray(param)) return arrayText(param)
  throw new ValueFault(`a parameter cannot be ${describe(param)}`)
}

const describe = (param: unknown): string =>
  typeof param === 'object' ? `an object; give JSON as text` : `${typeof param} ${String(param)}`

type Decode = (text: string) => unknown

const asText: Decode = (text) => text
const asNumber: Decode = Number

function asSafeInteger(text: string): number {
  const value = Number(text)
  if (Number.isSafeInteger(value)) return value
  throw new ValueFault(`the integer ${text} is beyond what a number holds exactly`)
}

const TIMESTAMPTZ = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?([+-]\d\d)(?::?(\d\d))?$/

function asInstant(text: string): Instant {
  const [whole, date, time, fraction = '', hours, minutes = '00'] = TIMESTAMPTZ.exec(text) ?? []
  if (whole === undefined) throw new ValueFault(`not a moment that we can use: ${text}`)
  const offset = `${hours ?? ''}:${minutes}`
  const zone = offset === '+00:00' ? 'Z' : offset
  const iso = `${date ?? ''}T${time ?? ''}.${fraction.slice(0, 3).padEnd(3, '0')}${zone}`
  return zone === 'Z' ? (iso as Instant) : instantOf(Date.parse(iso))
}

function asBytes(text: string): Uint8Array {
  if (!text.startsWith('\\x')) throw new ValueFault('bytea must come as hex; set bytea_output')
  const bytes = new Uint8Array((text.length - 2) / 2)
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = (nibble(text.charCodeAt(2 + 2 * i)) << 4) | nibble(text.charCodeAt(3 + 2 * i))
  }
  return bytes
}

/** '0'–'9' are 48–57, 'a'–'f' 97–102. */
const nibble = (code: number): number => (code < 58 ? code - 48 : code - 87)

const ELEMENT = /\{|\}|,|"((?:[^"\\]|\\.)*)"|([^{},"]+)/gs

/** `{a,"b c",NULL,{d}}` → nested arrays. */
function asArray(text: string, decode: Decode): unknown[] {
  const root: unknown[] = []
  const open = [root]
  for (const [token, inQuotes, bare] of text.matchAll(ELEMENT)) {
    if (token === '{') {
      const inner: unknown[] = []
      open.at(-1)?.push(inner)
      open.push(inner)
    } else if (token === '}') open.pop()
    else if (inQuotes !== undefined) open.at(-1)?.push(decode(inQuotes.replace(/\\(.)/gs, '$1')))
    else if (bare !== undefined) open.at(-1)?.push(bare === 'NULL' ? null : decode(bare))
  }
  return root[0] as unknown[]
}

const unused =
  (type: string, instead: string): Decode =>
  () => {
    throw new ValueFault(`${type} is not used here; ${instead}`)
  }

/** By the type's number in pg_type: how a column is read, and the number of its array type. */
const TYPES: readonly (readonly [oid: number, array: number, decode: Decode])[] = [
  [16, 1000, (text) => text === 't'], // boolean
  [17, 1001, asBytes], // bytea
  [18, 1002, asText], // "char"
  [19, 1003, asText], // name
  [20, 1016, asSafeInteger], // bigint
  [21, 1005, asNumber], // smallint
  [23, 1007, asNumber], // integer
  [25, 1009, asText], // text
  [26, 1028, asNumber], // oid
  [114, 199, (text) => JSON.parse(text) as unknown], // json
  [700, 1021, asNumber], // real
  [701, 1022, asNumber], // double precision
  [1042, 1014, asText], // char(n)
  [1043, 1015, asText], // varchar
  [1082, 1182, asText], // date
  [1114, 1115, unused('timestamp without time zone', 'use timestamptz')],
  [1184, 1185, asInstant], // timestamptz
  [1700, 1231, unused('numeric', 'cast it to bigint or text')],
  [2950, 2951, asText], // uuid
  [3802, 3807, (text) => JSON.parse(text) as unknown], // jsonb
]

/** How the text of a column becomes a value, by the type's number. Types that are not here stay text. */
export const DECODERS: Readonly<Record<number, Decode>> = Object.fromEntries(
  TYPES.flatMap(([oid, array, decode]) => [
    [oid, decode],
    [array, (text: string) => asArray(text, decode)],
  ]),
)

// Reads a request's JSON body: the type it says, at most so many bytes, UTF-8, I-JSON (a key written twice is refused, not guessed
// at), then its shape. An absent body is an empty object, so that commands without arguments need none.
import type { Context } from 'hono'
import type { z } from 'zod'
import { parseStrictJson } from '../core/exchange/strict-json.ts'
import { textOf } from '../core/kernel/bytes.ts'
import { Refusal } from '../core/kernel/refusal.ts'
import { parseFields } from './fields.ts'
import { readBytes } from './read-bytes.ts'

/** Bytes of a body: a full problem record with messages, and as many engagements as a case takes. */
export const MAX_BODY_BYTES = 512 * 1024

/** The body's text; kept in the context, since a repeated request must have the same. */
export async function readText(c: Context, limit = MAX_BODY_BYTES): Promise<string | Refusal> {
  const read = c.get('bodyText') as string | undefined
  if (read !== undefined) return read
  const bytes = await readBytes(c.req.raw, limit)
  if (bytes === null)
    return new Refusal('body-too-large', `At most ${limit} bytes are taken in one request.`)
  const text = textOf(bytes)
  if (text === null) return new Refusal('malformed-request', 'The body is not UTF-8.')
  c.set('bodyText', text)
  return text
}

export async function readJson<T>(c: Context, shape: z.ZodType<T>): Promise<T | Refusal> {
  const text = await readText(c)
  if (text instanceof Refusal) return text
  const value = jsonOf(c, text)
  return value instanceof Refusal ? value : parseFields(shape, value)
}

/** A JSON text as it stands, for documents that are kept to the letter. */
export async function readDocument(c: Context): Promise<string | Refusal> {
  const text = await readText(c)
  if (text instanceof Refusal) return text
  const value = jsonOf(c, text)
  return value instanceof Refusal ? value : text
}

function jsonOf(c: Context, text: string): unknown {
  if (text.trim() === '') return {}
  if (!isJson(c.req.header('content-type')))
    return new Refusal('unsupported-media-type', 'Send the body as application/json.')
  return parseStrictJson(text, 'malformed-request')
}

function isJson(type: string | undefined): boolean {
  const [media = '', ...parameters] = (type ?? '').toLowerCase().split(';')
  const charset = parameters.map((part) => part.trim()).find((part) => part.startsWith('charset='))
  const isUtf8 = charset === undefined || charset.replaceAll('"', '') === 'charset=utf-8'
  return /^application\/(?:[a-z0-9.+-]+\+)?json$/.test(media.trim()) && isUtf8
}

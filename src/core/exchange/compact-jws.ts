// A signed token taken apart (RFC 7515 §7.1), before anything in it is believed: three parts, their bytes, their JSON. What
// breaks a rule but can still be read is noted beside it, for the checks to refuse by name; what cannot be read is a sentence.
import { fromBase64url, textOf } from '../kernel/bytes.ts'
import { inspectJson, isJsonObject, type JsonFlaw, type JsonObject } from './strict-json.ts'

export type RawToken = {
  readonly jwt: string
  readonly header: JsonObject
  readonly claims: JsonObject
  /** `header.payload` as received, ASCII: what was signed, and what an event's id is the hash of (D8). */
  readonly signingInput: string
  readonly signature: Uint8Array<ArrayBuffer>
  /** Every part is spelled in the one canonical base64url. */
  readonly canonical: boolean
  /** Rules of I-JSON that header or payload break. */
  readonly flaws: readonly JsonFlaw[]
}

type Decoded = { readonly bytes: Uint8Array<ArrayBuffer>; readonly canonical: boolean }

const ANY_BASE64 = /^[A-Za-z0-9+/_-]*={0,2}$/

/** Takes a compact JWS apart; a string says why it cannot be read. Verifies nothing. */
export function readCompact(jwt: string): RawToken | string {
  const parts = jwt.split('.', 4)
  const [protectedPart, payloadPart, signaturePart] = parts
  if (
    parts.length !== 3 ||
    protectedPart === undefined ||
    payloadPart === undefined ||
    signaturePart === undefined
  )
    return 'a token has three parts with dots between'
  const header = decode(protectedPart)
  const payload = decode(payloadPart)
  const signature = decode(signaturePart)
  if (header === null || payload === null || signature === null) return 'a part is not base64url'
  const head = objectIn(header.bytes)
  const body = objectIn(payload.bytes)
  if (head === null) return 'the header is not a JSON object in UTF-8'
  if (body === null) return 'the payload is not a JSON object in UTF-8'
  return {
    jwt,
    header: head.value,
    claims: body.value,
    signingInput: jwt.slice(0, protectedPart.length + 1 + payloadPart.length),
    signature: signature.bytes,
    canonical: header.canonical && payload.canonical && signature.canonical,
    flaws: head.flaws.length === 0 ? body.flaws : [...head.flaws, ...body.flaws],
  }
}

function decode(part: string): Decoded | null {
  const bytes = fromBase64url(part)
  if (bytes !== null) return { bytes, canonical: true }
  if (!ANY_BASE64.test(part)) return null
  try {
    const binary = atob(part.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''))
    return { bytes: Uint8Array.from(binary, (c) => c.charCodeAt(0)), canonical: false }
  } catch {
    return null
  }
}

function objectIn(
  bytes: Uint8Array,
): { readonly value: JsonObject; readonly flaws: readonly JsonFlaw[] } | null {
  const text = textOf(bytes)
  const found = text === null ? null : inspectJson(text)
  if (found === null || !isJsonObject(found.value)) return null
  return { value: found.value, flaws: found.flaws }
}

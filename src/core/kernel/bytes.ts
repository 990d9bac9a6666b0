// Base64url (RFC 4648 §5) without padding, canonical spelling only, and SHA-256. Pure: WebCrypto hashes asynchronously.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const VALUE = new Int16Array(128).fill(-1)
for (let i = 0; i < 64; i++) VALUE[ALPHABET.charCodeAt(i)] = i

const encoder = new TextEncoder()
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text)

/** UTF-8 bytes → text; null when the bytes are not UTF-8. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return strictDecoder.decode(bytes)
  } catch {
    return null
  }
}

export function toBase64url(bytes: Uint8Array): string {
  let out = ''
  let i = 0
  for (; i + 2 < bytes.length; i += 3) {
    const n = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    out +=
      (ALPHABET[n >> 18] ?? '') +
      (ALPHABET[(n >> 12) & 63] ?? '') +
      (ALPHABET[(n >> 6) & 63] ?? '') +
      (ALPHABET[n & 63] ?? '')
  }
  const rest = bytes.length - i
  if (rest === 1) {
    const n = (bytes[i] ?? 0) << 16
    out += (ALPHABET[n >> 18] ?? '') + (ALPHABET[(n >> 12) & 63] ?? '')
  } else if (rest === 2) {
    const n = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8)
    out +=
      (ALPHABET[n >> 18] ?? '') + (ALPHABET[(n >> 12) & 63] ?? '') + (ALPHABET[(n >> 6) & 63] ?? '')
  }
  return out
}

/** Base64url → bytes; null for padding, other alphabets and spare bits that are not zero (one byte string, one spelling). */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  const tail = text.length % 4
  if (tail === 1) return null
  const out = new Uint8Array(Math.floor((text.length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const value = code < 128 ? (VALUE[code] ?? -1) : -1
    if (value < 0) return null
    bits = ((bits << 6) | value) & 0xffffff
    held += 6
    if (held >= 8) {
      held -= 8
      out[at++] = (bits >> held) & 0xff
    }
  }
  if (held > 0 && (bits & ((1 << held) - 1)) !== 0) return null
  return out
}

export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

/** SHA-256 of a text's UTF-8 bytes, base64url: 43 characters. */
export async function digestOf(text: string): Promise<string> {
  return toBase64url(await sha256(encoder.encode(text)))
}

/** Constant-time comparison of two secrets' digests or tags of equal length. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let i = 0; i < a.length; i++) difference |= (a[i] ?? 0) ^ (b[i] ?? 0)
  return difference === 0
}

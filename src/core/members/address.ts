// Which addresses and identifiers are allowed: absolute https URLs, http only for loopback hosts (D1). Pure text; nothing is
// resolved here, so what a name points to is judged again where calls leave.

const PRINTABLE = /^https?:\/\/(?!\/)[\x21\x24-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e]+$/
const LOOPBACK = /^(localhost|[^.]+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** Characters of an address that we call. */
export const MAX_ADDRESS_LENGTH = 1024
/** Characters of an entity identifier: an index key everywhere. */
const MAX_IDENTIFIER_LENGTH = 255

function parseAddress(text: string): URL | undefined {
  if (text.length > MAX_ADDRESS_LENGTH || !PRINTABLE.test(text) || !URL.canParse(text)) return
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') return
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) return
  return url
}

/** An absolute https URL, or http on a loopback host, without user, password or fragment. */
export const isAddress = (text: string): boolean => parseAddress(text) !== undefined

/**
 * An entity identifier: an address without a query, in the one spelling that a URL parser leaves unchanged (lower-case host,
 * no default port, no dot segments), so that one host cannot pass for two members.
 */
export function isIdentifier(text: string): boolean {
  if (text.length > MAX_IDENTIFIER_LENGTH || text.includes('?')) return false
  const url = parseAddress(text)
  if (url === undefined || url.hostname.endsWith('.')) return false
  return url.href === text || url.href === `${text}/`
}

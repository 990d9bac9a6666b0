// Where an address leads: to the public internet, to this machine, or to a network that strangers must not reach through us
// (IANA special-purpose registries, RFC 6890). Addresses that carry an IPv4 address inside are judged by it. What is not
// known to be public counts as private.

export type Reach = 'public' | 'loopback' | 'private'

/** First and last address of every IPv4 block that is not the public internet; 127/8 apart. */
const PRIVATE_IPV4: readonly (readonly [number, number])[] = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
].map(rangeOf)
const PRIVATE_NAMES = /(^|\.)(local|internal|localdomain|lan|home|corp|home\.arpa|intranet)$/
const LOOPBACK_NAME = /(^|\.)localhost$/

/** The reach of an IP address, with or without the brackets of a URL. */
export function reachOf(address: string): Reach {
  const bare = address.startsWith('[') ? address.slice(1, -1) : address
  const ipv4 = parseIpv4(bare)
  if (ipv4 !== null) return reachOfIpv4(ipv4)
  const ipv6 = parseIpv6(bare)
  return ipv6 === null ? 'private' : reachOfIpv6(ipv6)
}

/** The reach of a URL's host as far as its spelling tells; null for a name that has to be resolved first. */
export function reachOfHost(hostname: string): Reach | null {
  const name = hostname.replace(/\.$/, '')
  if (name.startsWith('[') || parseIpv4(name) !== null) return reachOf(name)
  return LOOPBACK_NAME.test(name) ? 'loopback' : null
}

/** Whether a name is one that only networks of their own use; for runtimes that resolve names out of our sight. */
export function isPrivateName(hostname: string): boolean {
  const name = hostname.replace(/\.$/, '')
  return !name.includes('.') || PRIVATE_NAMES.test(name)
}

function reachOfIpv4(address: number): Reach {
  if (address >>> 24 === 127) return 'loopback'
  const inside = PRIVATE_IPV4.some(([first, last]) => address >= first && address <= last)
  return inside ? 'private' : 'public'
}

function reachOfIpv6(groups: readonly number[]): Reach {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = groups
  const embedded = ((g << 16) | h) >>> 0
  const startsWithZeros = (a | b | c | d | e) === 0
  if (startsWithZeros && f === 0 && embedded === 1) return 'loopback'
  if (startsWithZeros && f === 0xffff) return reachOfIpv4(embedded)
  // NAT64 with the well-known prefix (RFC 6052): a public IPv4 host behind it is public, this machine is not behind it
  if (a === 0x64 && b === 0xff9b && (c | d | e | f) === 0)
    return reachOfIpv4(embedded) === 'public' ? 'public' : 'private'
  if (a < 0x2000 || a > 0x3fff) return 'private'
  // 2001::/23 holds Teredo and other protocols, 2001:db8::/32 and 3fff::/20 are for books, 2002::/16 is 6to4
  if (a === 0x2001 && (b < 0x200 || b === 0xdb8)) return 'private'
  return a === 0x2002 || (a === 0x3fff && b < 0x1000) ? 'private' : 'public'
}

function parseIpv4(text: string): number | null {
  const parts = text.split('.')
  if (parts.length !== 4) return null
  let address = 0
  for (const part of parts) {
    if (!/^(0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return null
    address = address * 256 + Number(part)
  }
  return address
}

function parseIpv6(text: string): readonly number[] | null {
  const halves = dottedToGroups(text)?.split('::')
  if (halves === undefined || halves.length > 2) return null
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const given = [...(head ?? []), ...(tail ?? [])]
  if (!given.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null
  const gap = 8 - given.length
  if (tail === undefined ? gap !== 0 : gap < 1) return null
  const zeros = Array.from({ length: gap }, () => '0')
  return [...(head ?? []), ...zeros, ...(tail ?? [])].map((group) => Number.parseInt(group, 16))
}

/** Spells an IPv4 address at the end of an IPv6 one as two groups. */
function dottedToGroups(text: string): string | null {
  if (!text.includes('.')) return text
  const at = text.lastIndexOf(':') + 1
  const ipv4 = parseIpv4(text.slice(at))
  if (ipv4 === null) return null
  return `${text.slice(0, at)}${(ipv4 >>> 16).toString(16)}:${(ipv4 & 0xffff).toString(16)}`
}

function rangeOf(block: string): readonly [number, number] {
  const [base = '', bits = ''] = block.split('/')
  const first = parseIpv4(base) ?? 0
  return [first, first + 2 ** (32 - Number(bits)) - 1]
}

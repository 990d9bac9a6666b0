// Who calls: the other end of the connection, or, where that is a proxy we trust, whom the proxy
// says it is.
import { BlockList, isIP, isIPv4 } from 'node:net'
import { EXIT, Trouble } from './trouble.ts'

/** @param list addresses and networks (`10.0.0.0/8`), commas between. @throws Trouble naming the one that is none */
export function readProxies(list: string): BlockList {
  const trusted = new BlockList()
  for (const one of list.split(',').map((part) => part.trim())) {
    if (one === '') continue
    const [address = '', bits, ...rest] = one.split('/')
    const family = isIPv4(address) ? 'ipv4' : 'ipv6'
    const most = family === 'ipv4' ? 32 : 128
    const prefix = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : -1
    if (isIP(address) === 0 || rest.length > 0 || prefix < 0 || prefix > most)
      throw new Trouble(
        EXIT.config,
        `ENTENTE_TRUSTED_PROXIES must be addresses or networks with commas between, such as 10.0.0.0/8; ${one} is neither`,
      )
    trusted.addSubnet(address, prefix, family)
  }
  return trusted
}

/**
 * The caller. The header is read from its end, since each proxy adds whom it saw and only those that we trust said so; what stands
 * before the first one we do not trust is anybody's word.
 */
export function peerOf(
  socket: string | undefined,
  forwarded: string | null,
  trusted: BlockList,
): string | undefined {
  if (socket === undefined) return undefined
  const said = (forwarded ?? '').split(',').map((part) => part.trim())
  let caller = plain(socket)
  for (const before of said.toReversed()) {
    if (!isTrusted(caller, trusted) || isIP(plain(before)) === 0) break
    caller = plain(before)
  }
  return caller
}

const isTrusted = (address: string, trusted: BlockList): boolean =>
  trusted.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')

/** Without brackets, zone and the port that some proxies add; an IPv4 address spelled as IPv6 is one. */
function plain(address: string): string {
  const bare = address.replace(/^\[([^\]]*)\](:\d+)?$/, '$1').replace(/%.*$/, '')
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/i.exec(bare)?.[1]
  return v4 ?? bare
}

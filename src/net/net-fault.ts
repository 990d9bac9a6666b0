/** Why there is no answer: `blocked` here, before anything was sent; the others on the way. */
export type NetFaultKind = 'blocked' | 'timeout' | 'unreachable' | 'too-large' | 'aborted'

/** A fault of outgoing HTTP. `host` says whom it was about, `cause` what the system said. */
export class NetFault extends Error {
  override readonly name = 'NetFault'
  readonly kind: NetFaultKind
  readonly host: string

  constructor(kind: NetFaultKind, host: string, message: string, cause?: unknown) {
    super(`${host}: ${message}`, { cause })
    this.kind = kind
    this.host = host
  }
}

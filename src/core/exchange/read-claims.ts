// Reads the clear claims of an event token that was judged when it came. Verifies nothing: for tokens at rest only.
import { typeOfUri } from './event-token.ts'

export type ReadClaims = {
  readonly iss: string
  readonly iat: number
  readonly jti: string
  readonly aud: readonly string[]
  readonly case: {
    readonly id?: string
    readonly incarnation?: number
    readonly seq: number
    readonly prev?: string
    readonly heads: readonly string[]
  }
  readonly type: string
  /** The clear body, texts apart. */
  readonly body: Readonly<Record<string, unknown>>
  readonly text: Readonly<Record<string, unknown>>
}

const decoder = new TextDecoder()

export function claimsOf(token: string): ReadClaims {
  const payload = token.slice(token.indexOf('.') + 1, token.lastIndexOf('.'))
  const binary = atob(payload.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(binary, (c) => c.codePointAt(0) ?? 0)
  const claims = JSON.parse(decoder.decode(bytes))
  const [uri = '', content = {}] =
    Object.entries<Record<string, unknown>>(claims.events ?? {})[0] ?? []
  const { text = {}, ...body } = content
  return { ...claims, type: typeOfUri(uri), body, text }
}

// What issuing and checking access tokens needs of the world, beside clock and stores.
import type { MemberId } from '../../core/kernel/id.ts'
import type { Deps } from '../ports.ts'

export interface TokenSigner {
  /** Signs an access token with the member's token key (RFC 9068). @throws when it has none */
  signAccessToken(member: MemberId, claims: Readonly<Record<string, unknown>>): Promise<string>
}

export type AccessDeps = Pick<Deps, 'clock' | 'random' | 'members' | 'work'> & {
  readonly tokens: TokenSigner
}

// What issuing and checking access tokens needs of the world, beside clock and stores.
import type { ConsoleType } from '../../core/access/console-token.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import type { Deps } from '../ports.ts'

export interface TokenSigner {
  /** Signs an access token with the member's token key (RFC 9068). @throws when it has none */
  signAccessToken(member: MemberId, claims: Readonly<Record<string, unknown>>): Promise<string>
  /** Signs a link into the console, or a session in it, with the same key. @throws when it has none */
  signConsoleToken(
    member: MemberId,
    type: ConsoleType,
    claims: Readonly<Record<string, unknown>>,
  ): Promise<string>
}

export type AccessDeps = Pick<Deps, 'clock' | 'random' | 'members' | 'work'> & {
  readonly tokens: TokenSigner
}

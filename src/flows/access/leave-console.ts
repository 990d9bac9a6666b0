// Signing out: the session's id is remembered until its shift would be over anyway, for all processes, so that a copy of its token
// opens nothing any more. In: the session.
import { type ConsolePass, endOfShift } from '../../core/access/console-token.ts'
import type { AccessDeps } from './token-ports.ts'

/** Renewed tokens of a session keep its id, so one row ends them all. */
const nameOf = ({ jti }: Pick<ConsolePass, 'jti'>): string => `signed-out ${jti}`

export async function leaveConsole(
  { work }: Pick<AccessDeps, 'work'>,
  pass: ConsolePass,
): Promise<void> {
  await work.rememberJti(pass.member, pass.member, nameOf(pass), endOfShift(pass))
}

export const isSignedOut = (
  { work }: Pick<AccessDeps, 'work'>,
  pass: ConsolePass,
): Promise<boolean> => work.knowsJti(pass.member, pass.member, nameOf(pass))

// Who asks an anchor for its word: the configuration that the applicant publishes at its own identifier, which shows that it
// holds that address and the keys in it. That it is the company it says is for a person to find out.
import type { MemberId, Thumbprint } from '../../../core/kernel/id.ts'
import type { Instant } from '../../../core/kernel/instant.ts'
import { Refusal } from '../../../core/kernel/refusal.ts'
import type { OpenedMember } from '../../../core/members/member.ts'
import { openPinned } from '../../../core/members/pin.ts'
import { readStatement } from '../../../core/members/statement.ts'
import type { FetchDeps } from './fetch-document.ts'
import { fetchConfiguration } from './fetch-statements.ts'

export type Applicant = {
  readonly opened: OpenedMember
  /** The key that signed its configuration. */
  readonly signedWith: Thumbprint
}

/** Refusals: `member-unknown`, `partner-unreachable`, or the word of a statement. */
export async function openApplicant(
  deps: FetchDeps,
  member: MemberId,
  at: Instant,
): Promise<Applicant | Refusal> {
  const configuration = await fetchConfiguration(deps, member)
  if (configuration instanceof Refusal) return configuration
  const statement = await readStatement(configuration, at)
  if (statement instanceof Refusal) return statement
  const pin = new Set(statement.keys.map(({ kid }) => kid))
  const opened = await openPinned({ member, configuration, pin, at })
  if (opened instanceof Refusal) return opened
  return { opened, signedWith: String(statement.header['kid']) as Thumbprint }
}

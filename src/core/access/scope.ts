// What an API client may be allowed to do, in words that stand in its tokens (RFC 6749 §3.3). A client has some of them; a token
// has at most those of its client. What is for operators alone is granted by name only.
import { Refusal } from '../kernel/refusal.ts'

export const USUAL_SCOPES = [
  'cases:read',
  'cases:write',
  'partners:read',
  'settings:read',
  'settings:write',
  'duty:read',
  'duty:write',
  'console:open',
] as const
export const SCOPES = [...USUAL_SCOPES, 'keys:rotate', 'fences:force'] as const
export type Scope = (typeof SCOPES)[number]

export const isScope = (word: string): word is Scope => (SCOPES as readonly string[]).includes(word)

/**
 * The scopes of a new token: those asked for, or all that the client has when it asked for none.
 * Refuses `scope-unknown` for a word that does not exist or that the client lacks.
 */
export function grantScopes(
  granted: readonly string[],
  asked: string | undefined,
): readonly Scope[] | Refusal {
  const held = granted.filter(isScope)
  const words = (asked ?? '').split(' ').filter((word) => word !== '')
  if (words.length === 0) return held
  const stranger = words.find((word) => !(held as readonly string[]).includes(word))
  if (stranger !== undefined)
    return new Refusal('scope-unknown', `the scope ${stranger} is not granted to this client`)
  return held.filter((scope) => words.includes(scope))
}

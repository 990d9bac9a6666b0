// The console's words for every code that stands in a case: plain, short, and complete, so that a new code does not compile before it
// has its word.
import type { BATON_DECLINE_CODES } from '../../core/cases/baton.ts'
import type { CLAIM_REASONS } from '../../core/cases/claim.ts'
import type { ASKS, DECLINE_CODES, OUTCOMES, WITHDRAW_CODES } from '../../core/cases/engagement.ts'
import type { LEAVE_CODES, REMOVE_CODES } from '../../core/cases/membership.ts'
import type { WORK_STATES } from '../../core/cases/note.ts'
import type { CLOSE_CODES, REOPEN_CODES } from '../../core/cases/status.ts'
import type { SharedLevel } from '../../core/severity/scale.ts'

export type WordFor<T extends readonly string[]> = Record<T[number], string>

export const LEVEL_WORDS = {
  1: 'Critical',
  2: 'High',
  3: 'Normal',
  4: 'Low',
} as const satisfies Record<SharedLevel, string>

export const ASK_WORDS = {
  assist: 'to help',
  investigate: 'to investigate',
  'take-over': 'to take the work over',
  inform: 'in, for information',
} as const satisfies WordFor<typeof ASKS>

export const DECLINE_WORDS = {
  'not-our-product': 'it is not their product',
  'no-entitlement': 'the customer has no entitlement there',
  'modified-configuration': 'the configuration was modified',
  'unsupported-version': 'the version is not supported',
  'insufficient-information': 'there is too little information',
  duplicate: 'it is a duplicate',
  'no-capacity': 'nobody is free to take it',
  'closed-meanwhile': 'it was closed meanwhile',
  other: 'for another reason',
} as const satisfies WordFor<typeof DECLINE_CODES>

export const WITHDRAW_WORDS = {
  solved: 'it is solved',
  'wrong-partner': 'it was the wrong partner',
  'not-needed': 'it is not needed any more',
  mistake: 'it was a mistake',
  other: 'for another reason',
} as const satisfies WordFor<typeof WITHDRAW_CODES>

export const OUTCOME_WORDS = {
  solved: 'solved',
  workaround: 'there is a workaround',
  'no-fault-found': 'no fault found',
  'not-our-product': 'not their product',
  'handed-back': 'handed back',
  other: 'another outcome',
} as const satisfies WordFor<typeof OUTCOMES>

export const LEAVE_WORDS = {
  'work-done': 'the work is done',
  'not-our-product': 'it is not their product',
  'no-entitlement': 'the customer has no entitlement there',
  other: 'for another reason',
} as const satisfies WordFor<typeof LEAVE_CODES>

export const REMOVE_WORDS = {
  'not-needed': 'not needed any more',
  unresponsive: 'no answer came',
  suspended: 'suspended by the alliance',
  compromised: 'its keys are compromised',
  other: 'for another reason',
} as const satisfies WordFor<typeof REMOVE_CODES>

export const BATON_DECLINE_WORDS = {
  'not-ours': 'it is not theirs',
  'no-capacity': 'nobody is free to take it',
  'waiting-for-others': 'they wait for others',
  other: 'for another reason',
} as const satisfies WordFor<typeof BATON_DECLINE_CODES>

export const CLOSE_WORDS = {
  solved: 'solved',
  workaround: 'a workaround is in place',
  'no-fault-found': 'no fault found',
  'given-up': 'given up',
  duplicate: 'a duplicate',
  expired: 'the change is over',
  'handed-off': 'it became a case of its own',
  other: 'for another reason',
} as const satisfies WordFor<typeof CLOSE_CODES>

export const REOPEN_WORDS = {
  returned: 'the problem came back',
  'not-solved': 'it was not solved',
  'new-information': 'there is new information',
  mistake: 'it was closed by mistake',
  other: 'for another reason',
} as const satisfies WordFor<typeof REOPEN_CODES>

export const CLAIM_WORDS = {
  initial: 'as first stated',
  'impact-changed': 'the impact changed',
  misclassified: 'it was classified wrongly',
  workaround: 'there is a workaround',
  restored: 'service is restored',
  'contact-lost': 'the contact cannot be reached',
  agreed: 'as agreed',
  other: 'for another reason',
} as const satisfies WordFor<typeof CLAIM_REASONS>

export const WORK_STATE_WORDS = {
  'not-started': 'has not started',
  investigating: 'is investigating',
  'waiting-for-customer': 'waits for the customer',
  'waiting-for-partner': 'waits for a partner',
  'fix-in-progress': 'works on a fix',
  monitoring: 'watches whether it holds',
  done: 'is done',
} as const satisfies WordFor<typeof WORK_STATES>

/** The word for a code, or the code itself, quoted: a partner may send any. */
export function wordFor(words: Readonly<Record<string, string>>, code: unknown): string {
  const known = typeof code === 'string' && Object.hasOwn(words, code) ? words[code] : undefined
  return known ?? `“${typeof code === 'string' ? code.slice(0, 80) : '?'}”`
}

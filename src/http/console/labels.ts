// The console's labels for how a case stands: status, standing, trust, what is waited for, the fields of a problem.
import type { Standing, Status } from '../../core/cases/case.ts'
import type { Stage, Trust } from '../../core/cases/consequences.ts'
import type { Flag } from '../../core/cases/flags.ts'
import type { PROBLEM_SLOTS } from '../../core/cases/opening.ts'
import type { KINDS } from '../../core/cases/shapes.ts'
import type { WaitingOn } from '../../core/cases/view-engagement.ts'
import type { Footing } from '../../core/members/trust.ts'
import { type WordFor, wordFor } from './words.ts'

export const STATUS_WORDS = {
  open: 'Open',
  closed: 'Closed',
  'closed-contested': 'Closed, contested',
} as const satisfies Record<Status, string>

export const STAGE_WORDS = {
  invited: 'Invited',
  joining: 'Joining',
  shared: 'Shared',
} as const satisfies Record<Stage, string>

export const STANDING_WORDS = {
  requested: 'asked, no answer yet',
  accepted: 'takes part',
  declined: 'declined',
  withdrawn: 'invitation taken back',
  lapsed: 'invitation lapsed',
  left: 'left',
  removed: 'removed',
} as const satisfies Record<Standing, string>

export const KIND_WORDS = {
  fault: 'Fault',
  question: 'Question',
  request: 'Request',
  enhancement: 'Enhancement',
  change: 'Change notice',
} as const satisfies WordFor<typeof KINDS>

export const WAITING_WORDS = {
  answer: 'an answer to the invitation',
  information: 'information that was asked for',
  work: 'the work that was asked for',
  confirmation: 'a confirmation that it is done',
} as const satisfies Record<WaitingOn['what'], string>

export const TRUST_WORDS = {
  own: { short: 'ours', long: 'Signed by your organisation.' },
  vouched: {
    short: 'vouched for',
    long: 'The signature holds, and the federation vouches for its key.',
  },
  'not-vouched': {
    short: 'key not vouched for',
    long: 'The signature holds, but nobody that is trusted here vouches for its key.',
  },
  revoked: {
    short: 'key revoked',
    long: 'The signature holds, but its key was revoked.',
  },
} as const satisfies Record<Trust, { readonly short: string; readonly long: string }>

export const FLAG_SENTENCES = {
  'holder-gone':
    'Whoever owned the next step takes no part any more; the lead of the case owns it until somebody else does.',
  'closed-contested':
    'The case was closed, but something was written that the closing had not seen. It counts as open until the lead closes it again or reopens it.',
  equivocation:
    'One of the vendors signed two different versions of the same entry. Both are kept as evidence.',
  'author-frozen':
    'The lead has frozen what one of the vendors writes; it has no effect until the lead lifts that.',
  crossed: 'An acceptance crossed with the taking back of its invitation, and gave no access.',
  'claim-unseen':
    'A vendor stated a severity before it could know that it was removed. It stands until the lead lifts it.',
  'claim-unsupported':
    'A vendor set the severity to critical without saying what it does to the business, or whom to reach.',
  escalated: 'The case is escalated: managers are asked to look at how it is handled.',
  'phone-unconfirmed':
    'A vendor was asked in by phone, as the one that asked says; it has not confirmed the call yet.',
  'phone-disputed': 'A vendor that was asked in by phone says that the call was not as written.',
  'level-duty-unmet':
    'The severity asks for a call, or for a contact round the clock, that has not been given yet.',
  'severity-disputed':
    'Vendors disagree about the severity. The gravest counts until both sides agree.',
} as const satisfies Record<Flag, string>

export const PROBLEM_WORDS = {
  summary: 'Summary',
  symptoms: 'Symptoms',
  environment: 'Environment',
  messages: 'Exact messages',
  tried: 'What was tried',
  reproduction: 'How to reproduce it',
  impact: 'Business impact',
  workaround: 'Workaround',
  customer: 'Customer',
  rollback: 'Way back',
  contacts: 'Contacts during the change',
} as const satisfies WordFor<typeof PROBLEM_SLOTS>

/** Labels of the texts that events carry; a slot that is not here is labelled by its own name. */
export const SLOT_LABELS: Readonly<Record<string, string>> = {
  ...PROBLEM_WORDS,
  ask: 'What is asked',
  problem: 'Problem, as sent along',
  form: 'Intake form',
  entitlement: 'Entitlement',
  contact: 'Contact',
  note: 'Note',
  reason: 'Reason',
  question: 'Question',
  answer: 'Answer',
  engineer: 'Engineer',
  value: 'Text',
  call: 'Phone call',
  reference: 'Reference',
  justification: 'Why it is escalated',
  'exit-criteria': 'When it can end',
  manager: 'Manager',
  plan: 'Plan',
  agreement: 'Who agreed',
  bridge: 'Dial-in',
  attendees: 'Attendees',
  speaker: 'Who speaks to the customer',
  text: 'What is to be done',
  fix: 'Fix',
}

export const FOOTING_SENTENCES = {
  good: '',
  lapsing:
    'The alliance has not vouched for this vendor since its last statement ended. Open cases go on for seven days.',
  lapsed: 'Nobody vouches for this vendor any more; nothing is exchanged with it directly.',
  suspended: 'The alliance has suspended this vendor; nothing is exchanged with it directly.',
} as const satisfies Record<Footing, string>

/** What a partner's gateway said when it refused an entry for good (RFC 8935 §2.4). */
const REFUSED_WORDS: Readonly<Record<string, string>> = {
  invalid_request: 'it holds the entry to be invalid',
  invalid_key: 'it does not know the key that signed it',
  invalid_issuer: 'it does not take entries of this author',
  invalid_audience: 'it holds the entry to be meant for somebody else',
  authentication_failed: 'it could not verify the signature',
  access_denied: 'it does not share this case with its author',
}

export const refusedWord = (word: string): string => wordFor(REFUSED_WORDS, word)

// The console's words for the codes of how a case is handled: clocks, calls, escalation, plans, actions, resolutions.
import type { ACTION_WORDS } from '../../core/cases/action.ts'
import type {
  ESCALATION_DECLINE_CODES,
  ESCALATION_LEVELS,
  ESCALATION_REASONS,
} from '../../core/cases/escalation-state.ts'
import type { PLAN_CHANNELS } from '../../core/cases/plan.ts'
import type { Clock, LevelDuty, PAUSABLE, PAUSE_REASONS } from '../../core/cases/registers.ts'
import type { CAUSES } from '../../core/cases/resolution.ts'
import type { WordFor } from './words.ts'

export const CLOCK_WORDS = {
  acknowledge: 'the clock for the acknowledgment',
  accept: 'the clock for the answer',
  'next-update': 'the clock for the next update',
  workaround: 'the clock for a workaround',
  resolve: 'the clock for the resolution',
  all: 'its clocks',
} as const satisfies Record<Clock | (typeof PAUSABLE)[number], string>

export const PAUSE_WORDS = {
  'waiting-for-requester': 'it waits for the one that asked',
  'waiting-for-customer': 'it waits for the customer',
  'awaiting-call': 'it waits for a phone call',
  'awaiting-contact': 'it waits for a contact',
  'maintenance-window': 'it waits for a maintenance window',
  monitoring: 'it watches whether it holds',
  'third-party': 'it waits for somebody outside',
} as const satisfies WordFor<typeof PAUSE_REASONS>

export const LEVEL_DUTY_WORDS = {
  call: 'the phone call',
  contact: 'the contact round the clock',
} as const satisfies Record<LevelDuty, string>

export const ESCALATION_WORDS = {
  'no-progress': 'there is no progress',
  'response-missed': 'an answer was missed',
  expertise: 'other expertise is needed',
  'business-impact': 'it hurts the business',
  'milestone-at-risk': 'a milestone is at risk',
  dissatisfaction: 'the customer is dissatisfied',
  'severity-dispute': 'the severity is disputed',
  security: 'security is at stake',
} as const satisfies WordFor<typeof ESCALATION_REASONS>

export const ESCALATION_LEVEL_WORDS = {
  'duty-manager': 'the duty manager',
  regional: 'the regional manager',
  global: 'the global manager',
} as const satisfies WordFor<typeof ESCALATION_LEVELS>

export const ESCALATION_DECLINE_WORDS = {
  'below-entry-level': 'the severity is too low for it there',
  'not-agreed': 'it is not part of the agreement',
  duplicate: 'it is a duplicate',
  'severity-change-instead': 'the severity should be changed instead',
  other: 'for another reason',
} as const satisfies WordFor<typeof ESCALATION_DECLINE_CODES>

export const PLAN_CHANNEL_WORDS = {
  phone: 'by phone',
  mail: 'by mail',
  conference: 'in a conference',
  chat: 'in a chat',
  case: 'in the case',
} as const satisfies WordFor<typeof PLAN_CHANNELS>

export const ACTION_ANSWER_WORDS = {
  taken: 'took on an action',
  done: 'has done an action',
  cannot: 'cannot do an action',
} as const satisfies WordFor<typeof ACTION_WORDS>

export const CAUSE_WORDS = {
  defect: 'a defect',
  configuration: 'the configuration',
  environment: 'the environment',
  usage: 'the way it was used',
  unknown: 'not known',
  'third-party': 'somebody else’s product',
  capacity: 'too little capacity',
  security: 'a security problem',
} as const satisfies WordFor<typeof CAUSES>

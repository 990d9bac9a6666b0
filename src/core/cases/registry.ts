// Every event type of rules version 1. A new type is an entry in one rules file; nothing else lists them.
import type { EventRule } from './event.ts'
import { acknowledgmentRules } from './acknowledgment.ts'
import { actionRules } from './action.ts'
import { batonRules } from './baton.ts'
import { claimRules } from './claim.ts'
import { clockRules } from './clock-pause.ts'
import { effortRules } from './effort.ts'
import { engagementRules } from './engagement.ts'
import { escalationAnswerRules } from './escalation-answer.ts'
import { escalationRules } from './escalation.ts'
import { hostRules } from './host.ts'
import { integrityRules } from './integrity.ts'
import { invitationRules } from './invitation.ts'
import { membershipRules } from './membership.ts'
import { noteRules } from './note.ts'
import { openingRules } from './opening.ts'
import { phoneRules } from './phone.ts'
import { planRules } from './plan.ts'
import { resolutionRules } from './resolution.ts'
import { statusRules } from './status.ts'

const RULES_BY_TYPE = {
  ...openingRules,
  ...invitationRules,
  ...engagementRules,
  ...membershipRules,
  ...batonRules,
  ...hostRules,
  ...statusRules,
  ...claimRules,
  ...noteRules,
  ...integrityRules,
  ...acknowledgmentRules,
  ...phoneRules,
  ...clockRules,
  ...escalationRules,
  ...escalationAnswerRules,
  ...planRules,
  ...actionRules,
  ...resolutionRules,
  ...effortRules,
}

export type EventType = keyof typeof RULES_BY_TYPE
export const EVENT_TYPES = Object.keys(RULES_BY_TYPE) as EventType[]

/** The rule of a type, or undefined for a type that these rules do not know (D10c). */
export function ruleOf(type: string): EventRule<never> | undefined {
  return Object.hasOwn(RULES_BY_TYPE, type) ? RULES_BY_TYPE[type as EventType] : undefined
}

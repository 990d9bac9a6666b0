// Raises that need a role (P11: some vendors let a team leader or above set the two gravest levels). A rule of one's own house, never
// shared. In: the policy, the level and role of who asks. Out: the role whose word it waits for. Until then nothing changes but a timer.
import { isGraver, type SharedLevel } from './scale.ts'

export type RaisePolicy = {
  /** Roles of the house, the least first. A role that is not listed counts as less than all of them. */
  readonly roles: readonly string[]
  /** From that level up, at least that role. */
  readonly gates: readonly { readonly level: SharedLevel; readonly role: string }[]
  readonly approvalSeconds: number
}

/** The role that must approve, or null if this role may set the level itself. */
export function needsApproval(
  { roles, gates }: RaisePolicy,
  level: SharedLevel,
  role: string,
): string | null {
  const rank = (name: string): number => roles.indexOf(name)
  const asked = gates.filter((gate) => level <= gate.level).map((gate) => gate.role)
  const highest = asked.toSorted((a, b) => rank(b) - rank(a))[0]
  return highest !== undefined && rank(role) < rank(highest) ? highest : null
}

export type RaiseAsked = {
  /** The side's claim as it stands; null for none. */
  readonly current: SharedLevel | null
  readonly wanted: SharedLevel
  readonly role: string
  /** When it was asked, in seconds. */
  readonly at: number
}

export type RaiseOutcome = {
  /** What the side claims now. */
  readonly level: SharedLevel | null
  readonly pending: {
    readonly level: SharedLevel
    readonly needs: string
    /** When the approval is overdue, in seconds. */
    readonly due: number
  } | null
}

/** Sets the level, or keeps the old one and lets the raise wait. Lowering needs no role. */
export function gateRaise(
  policy: RaisePolicy,
  { current, wanted, role, at }: RaiseAsked,
): RaiseOutcome {
  const isRaise = current === null || isGraver(wanted, current)
  const needs = isRaise ? needsApproval(policy, wanted, role) : null
  if (needs === null) return { level: wanted, pending: null }
  return {
    level: current,
    pending: { level: wanted, needs, due: at + policy.approvalSeconds },
  }
}

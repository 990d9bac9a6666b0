// What a native level asks of the side that requests it (P10): a phone call, a contact who can be reached round the clock. In: a
// level of the receiver's scheme. Out: its duties; they are asked for before sending, and while one is unmet the level waits for it.
import type { SchemeLevel } from './scheme.ts'

export type LevelDuty = 'call' | 'contact'

/** Whether the receiver's business hours run at that moment; some calls are a duty outside them only. */
export type Hours = 'inside' | 'outside' | 'unknown'

/** The duties of a level, the call first. Where nobody knows the hours, a call that may be due is asked for. */
export function levelDutiesOf(
  { requiresPhone, phoneWhen, requires24x7Contact }: SchemeLevel,
  hours: Hours = 'unknown',
): LevelDuty[] {
  const isCallDue = requiresPhone === true && !(phoneWhen === 'outside-hours' && hours === 'inside')
  return [
    ...(isCallDue ? (['call'] as const) : []),
    ...(requires24x7Contact === true ? (['contact'] as const) : []),
  ]
}

// How soon a figure falls due. In: a figure, its calendar, when it started. Out: the moment, or null beyond two years. It is used for
// clocks and for holding a profile's figures against each other, so that both mean the same.
import type { Calendar } from './calendar.ts'
import type { Within } from './support-profile.ts'
import { addBusinessDays, addWorking } from './working-time.ts'

const MINUTE = 60_000

/** `calendar` is null for wall minutes only. */
export type Figure = { readonly within: Within; readonly calendar: Calendar | null }

/**
 * When a figure that starts at `from` is due, both in milliseconds since 1970; null beyond two years.
 * @throws TypeError where working time has no calendar: profiles that keep the laws have none such
 */
export function dueAt({ within, calendar }: Figure, from: number): number | null {
  if ('minutes' in within) return from + within.minutes * MINUTE
  if (calendar === null) throw new TypeError('working time needs a calendar')
  if ('workingMinutes' in within) return addWorking(calendar, from, within.workingMinutes * MINUTE)
  return addBusinessDays(calendar, from, within.businessDays)
}

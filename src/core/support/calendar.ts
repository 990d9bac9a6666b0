// When a desk is open: weekly hours on the wall of one zone, and holidays (PROTOCOL.md 13.1). This is the shape; what a
// calendar must satisfy besides stands in calendar-laws.ts, what follows from it in openings.ts and working-time.ts.
import { z } from 'zod'
import { Id, line, TimeOfDay } from './shapes.ts'

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** From a wall time to another; up to midnight is `24:00`; an end that is not after the start lies on the next day. */
const window = {
  from: TimeOfDay,
  to: z.union([z.literal('24:00'), TimeOfDay]),
}

const WeeklyHours = z
  .strictObject({ days: z.array(z.enum(WEEKDAYS)).min(1).max(7).readonly(), ...window })
  .readonly()

/** Replaces the hours that begin on its date: closed all day, or these. A window over midnight belongs to the day it begins on. */
const Holiday = z
  .strictObject({
    date: z.iso.date(),
    name: line(120),
    hours: z.exactOptional(z.array(z.strictObject(window).readonly()).min(1).max(8).readonly()),
  })
  .readonly()

export const Calendar = z
  .strictObject({
    id: Id,
    /** Of the IANA database, such as `Europe/Berlin`. */
    zone: z.string().max(64),
    hours: z.union([z.literal('24x7'), z.array(WeeklyHours).min(1).max(50).readonly()]),
    holidays: z.array(Holiday).max(1000).readonly(),
  })
  .readonly()
export type Calendar = z.infer<typeof Calendar>

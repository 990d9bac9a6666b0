// Someone of ours who can be told: local and personal, never published, gone when deleted. Quiet hours hold what is mild: alerts at
// `untilLevel` or graver come through at any hour. In: any value, or a person's quiet hours and an instant. Out: the person, or until when
// an alert is held.
import { z } from 'zod'
import { type Instant, instantOf, millisOf } from '../kernel/instant.ts'
import { Refusal } from '../kernel/refusal.ts'
import { SharedLevel } from '../severity/scale.ts'
import { Email, line, Phone, TimeOfDay } from './shapes.ts'
import { DAY, instantOfWall, isZone, timeOfDay, wallAt } from './zone.ts'

/** What somebody is for us; the first one is the one that partners see. */
export const PERSON_ROLES = [
  'engineer',
  'duty-manager',
  'escalation-manager',
  'regional',
  'global',
  'communication-owner',
] as const
export const PersonRole = z.enum(PERSON_ROLES)
export type PersonRole = z.infer<typeof PersonRole>

const QuietHours = z
  .strictObject({
    from: TimeOfDay,
    /** At or before `from`: over midnight. */
    to: TimeOfDay,
    zone: z.string().max(64),
    untilLevel: SharedLevel,
  })
  .readonly()
export type QuietHours = z.infer<typeof QuietHours>

const PersonShape = z
  .strictObject({
    name: line(120),
    roles: z.array(PersonRole).min(1).max(PERSON_ROLES.length).readonly(),
    email: Email.nullable(),
    phone: Phone.nullable(),
    zone: z.string().max(64),
    /** BCP 47. */
    language: z
      .string()
      .max(35)
      .regex(/^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/, 'a language such as en or de-CH'),
    quietHours: QuietHours.nullable(),
  })
  .readonly()
export type Person = z.infer<typeof PersonShape>

/** Any value → a person, or `person-invalid` with the path of the field. */
export function parsePerson(value: unknown): Person | Refusal {
  const { data, error } = PersonShape.safeParse(value)
  if (!data) {
    const [issue] = error.issues
    const field = issue?.path.join('.') ?? ''
    return new Refusal('person-invalid', `${field || 'person'}: ${issue?.message ?? ''}.`, field)
  }
  const { zone, roles, quietHours } = data
  if (new Set(roles).size < roles.length)
    return new Refusal('person-invalid', 'A role is named twice.', 'roles')
  if (!isZone(zone)) return noZone('zone')
  return quietHours && !isZone(quietHours.zone) ? noZone('quietHours.zone') : data
}

const noZone = (field: string): Refusal =>
  new Refusal('person-invalid', 'No zone of the IANA database has this name here.', field)

/** When an alert of that level may reach a person who is quiet now; null where it may at once. */
export function quietUntil(
  quiet: QuietHours | null,
  level: SharedLevel,
  at: Instant,
): Instant | null {
  if (quiet === null || level <= quiet.untilLevel) return null
  const [from, to] = [timeOfDay(quiet.from), timeOfDay(quiet.to)]
  const now = millisOf(at)
  const today = Math.floor(wallAt(quiet.zone, now) / DAY) * DAY
  for (const day of [today - DAY, today]) {
    const begins = instantOfWall(quiet.zone, day + from)
    const ends = instantOfWall(quiet.zone, day + to + (to <= from ? DAY : 0))
    if (begins <= now && now < ends) return instantOf(ends)
  }
  return null
}

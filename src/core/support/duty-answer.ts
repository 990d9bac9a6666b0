// Who answers, as one member says it to another (PROTOCOL.md 12.9): the region, what the person on duty is, and where to call. Names and
// numbers of people stand in it only if the member shares them. In: profile, rotas, people, an instant, what it is about; or a partner's
// answer. Out: the answer in its shape on the wire, moments in whole seconds.
import { z } from 'zod'
import { type Instant, instantOfSeconds, secondsOf } from '../kernel/instant.ts'
import type { Person } from './person.ts'
import { PersonRole } from './person.ts'
import type { Rota } from './rota.ts'
import { Email, line, Phone } from './shapes.ts'
import { EscalationLevel, type Region, type SupportProfile } from './support-profile.ts'
import { mostSpecificFirst } from './duty-order.ts'
import { type Answerer, type Concern, whoAnswers } from './who-answers.ts'

export type Answering = {
  readonly region: Pick<Region, 'id' | 'name'>
  /** What the person on duty is; null where only the region is known. */
  readonly role: PersonRole | null
  /** Null where it is not told. */
  readonly name: string | null
  /** Of the person where it is told, else of the region. */
  readonly phone: string | null
  readonly email: string | null
  readonly escalation: Region['escalation']
}

export type WhoAnswersNow = {
  readonly now: Answering | null
  readonly until: Instant | null
  readonly next: (Answering & { readonly from: Instant }) | null
  readonly hotline: string | null
}

/** What is known of a member's own people. */
export type Staff = {
  readonly rotas: readonly Rota[]
  readonly people: ReadonlyMap<string, Person>
  readonly shareNames: boolean
}

/** Of a partner only the document is known. */
export const NO_STAFF: Staff = { rotas: [], people: new Map(), shareNames: false }

export function answerFrom(
  profile: SupportProfile,
  staff: Staff,
  at: Instant,
  concern: Concern,
): WhoAnswersNow {
  const found = whoAnswers(profile, mostSpecificFirst(staff.rotas), at, concern)
  return {
    now: found.now && answering(found.now, staff),
    until: found.until,
    next: found.next && { ...answering(found.next, staff), from: found.next.from },
    hotline: found.hotline,
  }
}

function answering(found: Answerer, { people, shareNames }: Staff): Answering {
  const { region, phone, email, escalation } = found
  const person = found.person === null ? undefined : people.get(found.person)
  const role = person?.roles[0] ?? null
  if (person === undefined || !shareNames)
    return { region, role, name: null, phone, email, escalation }
  const { name } = person
  return {
    region,
    role,
    name,
    phone: person.phone ?? phone,
    email: person.email ?? email,
    escalation,
  }
}

const Seconds = z.int().min(0).max(253_402_300_799)

const AnsweringShape = z.object({
  region: z.object({ id: line(64), name: line(120) }),
  // A role that a later version thinks of is none we know.
  role: PersonRole.nullable().catch(null),
  name: line(120).nullable(),
  phone: Phone.nullable(),
  email: Email.nullable(),
  escalation: z
    .array(
      z.object({
        level: EscalationLevel,
        name: line(120),
        phone: z.exactOptional(Phone),
        email: z.exactOptional(Email),
      }),
    )
    .max(20),
})

const AnswerShape = z.object({
  at: Seconds,
  now: AnsweringShape.nullable(),
  until: Seconds.nullable(),
  next: AnsweringShape.extend({ from: Seconds }).nullable(),
  hotline: Phone.nullable(),
})

/** As it is sent. */
export const dutyAnswer = (answer: WhoAnswersNow, at: Instant): z.input<typeof AnswerShape> => {
  const { now, until, next, hotline } = answer
  return {
    at: secondsOf(at),
    now: now && { ...now, escalation: [...now.escalation] },
    until: until && secondsOf(until),
    next: next && { ...next, escalation: [...next.escalation], from: secondsOf(next.from) },
    hotline,
  }
}

/** A partner's answer, or null where it is none. */
export function readDutyAnswer(value: unknown): WhoAnswersNow | null {
  const { data } = AnswerShape.safeParse(value)
  if (!data) return null
  const { now, until, next, hotline } = data
  return {
    now,
    until: until === null ? null : instantOfSeconds(until),
    next: next && { ...next, from: instantOfSeconds(next.from) },
    hotline,
  }
}

// The shape of a support profile: the document in which a member publishes when it is open, who answers where, and how soon it
// promises to act (PROTOCOL.md 13.1). Members we do not know are refused: one of them might change a figure.
import { z } from 'zod'
import { SharedLevel } from '../severity/scale.ts'
import { Calendar } from './calendar.ts'
import { Email, Id, line, Phone, ProductCode } from './shapes.ts'

/** What can run on an engagement, in the order of its life. */
export const CLOCKS = ['acknowledge', 'accept', 'next-update', 'workaround', 'resolve'] as const
export const Clock = z.enum(CLOCKS)
export type Clock = z.infer<typeof Clock>

/** How an engagement was made. */
export const CHANNELS = ['api', 'web', 'phone'] as const
export const Channel = z.enum(CHANNELS)
export type Channel = z.infer<typeof Channel>

export const ESCALATION_LEVELS = ['duty-manager', 'regional', 'global'] as const
export const EscalationLevel = z.enum(ESCALATION_LEVELS)
export type EscalationLevel = z.infer<typeof EscalationLevel>

const Contact = z
  .strictObject({
    level: EscalationLevel,
    name: line(120),
    phone: z.exactOptional(Phone),
    email: z.exactOptional(Email),
  })
  .readonly()

const Region = z
  .strictObject({
    id: Id,
    name: line(120),
    calendar: Id,
    hotline: z.exactOptional(Phone),
    email: z.exactOptional(Email),
    escalation: z.array(Contact).max(20).readonly(),
  })
  .readonly()
export type Region = z.infer<typeof Region>

/** Minutes pass at any hour; working minutes and business days pass on a calendar. Days stay days: vendors' days differ in length. */
const Within = z.union([
  z.strictObject({ minutes: z.int().positive().max(1_000_000) }).readonly(),
  z.strictObject({ workingMinutes: z.int().positive().max(200_000) }).readonly(),
  z.strictObject({ businessDays: z.int().positive().max(400) }).readonly(),
])
export type Within = z.infer<typeof Within>

const Target = z
  .strictObject({
    clock: Clock,
    level: SharedLevel,
    plan: z.exactOptional(Id),
    channel: z.exactOptional(Channel),
    product: z.exactOptional(ProductCode),
    within: Within,
    /** What working minutes and business days pass on. */
    calendar: z.exactOptional(Id),
  })
  .readonly()
export type Target = z.infer<typeof Target>

export const SupportProfile = z
  .strictObject({
    version: line(40),
    calendars: z.array(Calendar).min(1).max(64).readonly(),
    /** In the order in which they are asked: of several that are open, the first answers. */
    regions: z.array(Region).max(32).readonly(),
    plans: z
      .array(z.strictObject({ id: Id, name: line(120) }).readonly())
      .max(40)
      .readonly(),
    /** Products that not every region answers for. */
    products: z.exactOptional(
      z
        .array(
          z
            .strictObject({
              code: ProductCode,
              regions: z.exactOptional(z.array(Id).min(1).max(32).readonly()),
            })
            .readonly(),
        )
        .max(1000)
        .readonly(),
    ),
    targets: z.array(Target).max(1000).readonly(),
  })
  .readonly()
export type SupportProfile = z.infer<typeof SupportProfile>

/** The calendar of that id. A profile that keeps the laws has every one it names. */
export const calendarOf = ({ calendars }: SupportProfile, id: string): Calendar | null =>
  calendars.find((calendar) => calendar.id === id) ?? null

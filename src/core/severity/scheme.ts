// The shape of a scheme document: how one vendor grades severity, level by level, each level with the shared level it stands
// for (D30). The document is a text that is hashed as it stands; this is what the text says once it is parsed. A member that is
// absent was not seen. Members we do not know are refused: one of them might change how a level rounds.
import { z } from 'zod'
import { Digest } from '../kernel/id.ts'
import { SharedLevel } from './scale.ts'

/** At most this many levels in a scheme; the longest one seen has six. */
export const MAX_LEVELS = 24

const CONTROL = /\p{Cc}/u

/** One line: well-formed Unicode without control characters, kept exactly as the vendor writes it. */
const line = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine(
      (text) => text.isWellFormed() && !CONTROL.test(text) && text === text.trim(),
      'one line of well-formed text without blanks at its ends',
    )
const prose = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => text.isWellFormed(), 'well-formed text')
const address = z
  .string()
  .max(500)
  .regex(/^https?:\/\/\S+$/, 'an http(s) address')
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as de')

/** A published figure. Days stay days: "1 business day" is not a number of minutes, vendors' days differ in length. */
const Target = z
  .strictObject({
    minutes: z.exactOptional(z.number().int().nonnegative()),
    businessDays: z.exactOptional(z.number().int().positive()),
    text: z.exactOptional(prose(300)),
  })
  .readonly()

const Coverage = z.enum(['24x7', 'business'])

/** What a plan gets at a level, and what must have happened before it holds (P9). */
const figures = {
  coverage: z.exactOptional(Coverage),
  /** Round the clock only if the case was handed over by phone; otherwise business hours. */
  coverageWhen: z.exactOptional(z.literal('phoned')),
  response: z.exactOptional(Target),
  /** The figure holds only once the customer escalated, or from when the vendor itself set the level. */
  responseWhen: z.exactOptional(z.enum(['escalated', 'vendor-sets-level'])),
}

/** Another label of the same level: an older word, another language, a second spelling. Days are inclusive, in UTC. */
const Alias = z
  .strictObject({
    text: line(120),
    language: z.exactOptional(language),
    from: z.exactOptional(z.iso.date()),
    until: z.exactOptional(z.iso.date()),
    note: z.exactOptional(prose(300)),
  })
  .readonly()

/** Values of the two inputs, in the order of `inputs`. */
const Cell = z.tuple([line(60), line(60)]).readonly()
export type Cell = z.infer<typeof Cell>
/** At most this many values of an input; the longest seen has five. */
const InputValues = z.array(line(60)).min(1).max(8).readonly()

const SchemeLevel = z
  .strictObject({
    /** 1 is the gravest, whatever the vendor's own numbers do. */
    rank: z.number().int().positive(),
    code: line(120),
    name: line(200),
    definition: prose(1000),
    shared: SharedLevel,
    aliases: z.exactOptional(z.array(Alias).max(20).readonly()),
    /** The level exists for some plans only, so it is no safe target while a neighbour without a condition will do (P6). */
    planCondition: z.exactOptional(prose(300)),
    /** Matrix schemes: the (impact, urgency) cells that give this level, the one to write first (P15). */
    cells: z.exactOptional(z.array(Cell).min(1).max(100).readonly()),
    requiresPhone: z.exactOptional(z.boolean()),
    /** The call is a duty then only; left out: always. */
    phoneWhen: z.exactOptional(z.literal('outside-hours')),
    requires24x7Contact: z.exactOptional(z.boolean()),
    /** The plan that `coverage`, `response` and `update` belong to. */
    plan: z.exactOptional(line(120)),
    ...figures,
    update: z.exactOptional(Target),
    otherPlans: z.exactOptional(
      z
        .array(
          z
            .strictObject({
              plan: line(120),
              ...figures,
            })
            .readonly(),
        )
        .max(40)
        .readonly(),
    ),
  })
  .readonly()
export type SchemeLevel = z.infer<typeof SchemeLevel>

export const SchemeShape = z
  .strictObject({
    id: z
      .string()
      .max(64)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens'),
    version: line(40),
    vendor: line(120),
    product: line(200),
    language: z.exactOptional(language),
    sources: z.array(address).max(20).readonly(),
    sourceQuality: z.exactOptional(z.enum(['vendor', 'vendor-mirror', 'third-party', 'standard'])),
    retrieved: z.exactOptional(z.iso.date()),
    axis: z.enum(['severity', 'priority', 'matrix']),
    /** Names of the two inputs of a matrix, in the order in which `cells` gives their values. */
    inputs: z.exactOptional(z.tuple([line(60), line(60)]).readonly()),
    /** The values of each input, the gravest first; needed where levels have cells. */
    inputValues: z.exactOptional(z.tuple([InputValues, InputValues]).readonly()),
    numbering: z.exactOptional(z.enum(['1-high', '0-high', 'reversed', 'letters', 'words'])),
    setBy: z.exactOptional(z.enum(['customer', 'vendor', 'joint', 'rule', 'submitter'])),
    /** What the vendor itself fills in. A fact to show: our own default is always `normal` (P16). */
    defaultCode: z.exactOptional(line(120)),
    /** Values that mean "nothing was said" and are no levels. */
    unsetValues: z.array(line(120)).max(20).readonly(),
    /** Plans that cannot open some of the levels. */
    planLimits: z.exactOptional(
      z
        .array(
          z
            .strictObject({ plan: line(120), lacks: z.array(line(120)).min(1).readonly() })
            .readonly(),
        )
        .max(40)
        .readonly(),
    ),
    levels: z.array(SchemeLevel).min(1).max(MAX_LEVELS).readonly(),
    notes: z.exactOptional(prose(4000)),
  })
  .readonly()
export type Scheme = z.infer<typeof SchemeShape>

/** Names one version of one scheme, and the very text it was read from (P13). */
export const SchemeRef = z
  .strictObject({ id: z.string(), version: z.string(), digest: Digest })
  .readonly()
export type SchemeRef = z.infer<typeof SchemeRef>

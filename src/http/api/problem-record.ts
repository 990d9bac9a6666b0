// The problem record as the API takes it (needs N16): flat and named for people; inside, texts by slot and what stands in the clear.
import { z } from 'zod'
import type { Json, Problem } from '../../core/cases/command.ts'
import { PROBLEM_KINDS } from '../../core/cases/shapes.ts'
import { code, contact, line, prose, verbatim } from '../text.ts'

export const ProblemRecord = z.strictObject({
  summary: line(300),
  kind: z.enum(PROBLEM_KINDS).default('fault'),
  product: z
    .strictObject({ code, version: code.nullable().default(null) })
    .nullable()
    .default(null),
  symptoms: prose().optional(),
  environment: z
    .array(z.strictObject({ name: line(120), value: prose(1000) }))
    .min(1)
    .max(100)
    .optional(),
  messages: z.array(verbatim()).min(1).max(100).optional(),
  tried: z.array(prose(2000)).min(1).max(100).optional(),
  reproduction: z.array(prose(2000)).min(1).max(100).optional(),
  impact: prose().optional(),
  workaround: prose().optional(),
  customer: z
    .strictObject({
      name: line(200),
      site: line(300).optional(),
      contact: contact.optional(),
      consent: z.enum(['given', 'refused', 'not-asked']),
    })
    .optional(),
  review: z
    .strictObject({
      problemConfirmed: z.boolean(),
      impactDescribed: z.boolean(),
      workaround: z.enum(['none', 'unusable', 'usable', 'not-tried']),
      milestone: z.iso.date().nullable().default(null),
    })
    .nullable()
    .default(null),
})

export function problemOf(record: z.infer<typeof ProblemRecord>): Problem {
  const { kind, product, review, ...texts } = record
  const stated = Object.entries(texts).filter(([, value]) => value !== undefined)
  return { kind, product, review, texts: Object.fromEntries(stated) as Record<string, Json> }
}

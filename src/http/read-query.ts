// Reads a request's query: every parameter known, each once unless it is a list, each of the right kind.
import type { Context } from 'hono'
import { z } from 'zod'
import { Refusal } from '../core/kernel/refusal.ts'
import { parseFields } from './fields.ts'

/** Parameters that may come several times. */
export type Lists = readonly string[]

export function readQuery<T>(c: Context, shape: z.ZodType<T>, lists: Lists = []): T | Refusal {
  const given: Record<string, unknown> = {}
  for (const [name, values] of Object.entries(c.req.queries())) {
    if (lists.includes(name)) given[name] = values
    else if (values.length > 1)
      return new Refusal('invalid-field', `${name} is given more than once.`, name)
    else given[name] = values[0]
  }
  if (
    !Object.values(given)
      .flat()
      .every((value) => String(value).isWellFormed())
  )
    return new Refusal('malformed-request', 'The query is not valid Unicode.')
  return parseFields(shape, given)
}

/** A whole number in a query. */
export const integer = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'a whole number')
    .transform(Number)
    .pipe(z.number().min(min).max(max))

export const flag = z.enum(['true', 'false']).transform((text) => text === 'true')

/** At most so many items of a page. */
export const limit = integer(1, 200).default(50)
export const cursor = z.string().min(1).max(500).optional()

// A severity as the API takes it: a code of one's own scheme, or a shared level.
import { z } from 'zod'
import type { Json } from '../../core/cases/command.ts'
import { CLAIM_REASONS } from '../../core/cases/claim.ts'
import { SharedLevel } from '../../core/severity/scale.ts'
import type { SeverityInput } from '../../flows/cases/resolve-severity.ts'
import { contact, line, prose } from '../text.ts'

export const SchemeId = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')

export const Severity = z
  .strictObject({
    scheme: SchemeId.optional(),
    code: line(200).optional(),
    cell: z.tuple([line(60), line(60)]).optional(),
    level: SharedLevel.optional(),
    reason: z.enum(CLAIM_REASONS).default('initial'),
    note: prose().optional(),
    impact: prose().optional(),
    contact: contact.optional(),
  })
  .refine(
    ({ code, cell, level }) => [code, cell, level].filter((one) => one !== undefined).length === 1,
    { message: 'needs a code or a cell of your scheme, or a shared level: one of them' },
  )

export function severityOf(severity: z.infer<typeof Severity>): SeverityInput {
  const { scheme, code, cell, level, reason, note, impact, contact: whom } = severity
  return {
    reason,
    ...(scheme === undefined ? {} : { scheme }),
    ...(code === undefined ? {} : { code }),
    ...(cell === undefined ? {} : { cell }),
    ...(level === undefined ? {} : { level }),
    ...(note === undefined ? {} : { note }),
    ...(impact === undefined ? {} : { impact }),
    ...(whom === undefined ? {} : { contact: JSON.parse(JSON.stringify(whom)) as Json }),
  }
}

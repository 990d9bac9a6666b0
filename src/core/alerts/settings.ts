// How a member tells its people: how long each has to answer, when silence becomes a cause, and in which words. In: any value. Out: the
// settings, or `invalid-field` with the path of the field.
import { z } from 'zod'
import { Refusal } from '../kernel/refusal.ts'
import type { SharedLevel } from '../severity/scale.ts'
import { LineTemplate, TextTemplate } from './template.ts'

const Minutes = z.int().min(1).max(10_080)

const Settings = z
  .strictObject({
    /** Minutes until the next one is told, by level. */
    answerWithin: z
      .strictObject({
        1: Minutes.default(5),
        2: Minutes.default(15),
        3: Minutes.default(60),
        4: Minutes.default(240),
      })
      .readonly()
      .prefault({}),
    /** Minutes for which levels may stand apart before managers are told. */
    gapMinutes: Minutes.default(60),
    /** Minutes until an unconfirmed phone hand-off is told. */
    phoneMinutes: Minutes.default(30),
    /** Minutes for which a partner of a critical case may be out of reach. */
    unreachableMinutes: Minutes.default(15),
    subject: LineTemplate.default('[{{level}}] {{cause}}: case {{case}}'),
    text: TextTemplate.default(
      [
        '{{person}},',
        '',
        '{{cause}}.',
        'Case {{case}}, level {{level}}, product {{product}}, partner {{partner}}.',
        'Due: {{due}}.',
        '',
        '{{link}}',
        '',
        'Answer within {{minutes}} minutes, or the next one is told.',
      ].join('\n'),
    ),
  })
  .readonly()
export type AlertSettings = z.infer<typeof Settings>

/** What holds where a member set nothing. */
export const DEFAULT_ALERT_SETTINGS: AlertSettings = Settings.parse({})

/** Refuses `invalid-field`. */
export function parseAlertSettings(value: unknown): AlertSettings | Refusal {
  const { data, error } = Settings.safeParse(value)
  if (data) return data
  const [issue] = error.issues
  const field = issue?.path.join('.') ?? ''
  return new Refusal('invalid-field', `${field || 'settings'}: ${issue?.message ?? ''}.`, field)
}

export const answerMillis = ({ answerWithin }: AlertSettings, level: SharedLevel): number =>
  answerWithin[level] * 60_000

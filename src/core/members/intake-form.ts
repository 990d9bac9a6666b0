// The form that partners fill in when they engage a member, as a published document: named in its metadata by address and
// SHA-256, so that both sides know which form was filled in (D12). The text is hashed as it stands.
import { z } from 'zod'
import { parseStrictJson } from '../exchange/strict-json.ts'
import { digestOf, utf8 } from '../kernel/bytes.ts'
import { Refusal } from '../kernel/refusal.ts'

/** Bytes of a document: the most fields with the most options, in any script. */
export const MAX_FORM_BYTES = 64 * 1024

const PLAIN = /^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u
const line = (max: number) => z.string().min(1).max(max).regex(PLAIN, 'one line of plain text')

const Field = z
  .strictObject({
    key: z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/, 'a short key in lower case'),
    label: line(120),
    required: z.boolean(),
    kind: z.enum(['text', 'long-text', 'choice']),
    options: z.exactOptional(z.array(line(120)).min(1).max(50).readonly()),
  })
  .refine(
    ({ kind, options }) => (kind === 'choice') === (options !== undefined),
    'a choice, and nothing else, has options',
  )
  .readonly()

export const IntakeForm = z
  .strictObject({ id: line(80), fields: z.array(Field).min(1).max(40).readonly() })
  .refine(
    ({ fields }) => new Set(fields.map(({ key }) => key)).size === fields.length,
    'two fields have the same key',
  )
  .readonly()
export type IntakeForm = z.infer<typeof IntakeForm>

/** The document of a form, and the hash that names it. */
export async function publishIntakeForm(
  form: IntakeForm,
): Promise<{ readonly text: string; readonly digest: string }> {
  const text = JSON.stringify(IntakeForm.parse(form))
  return { text, digest: await digestOf(text) }
}

/** A partner's document → its form; `metadata-malformed` when it is not the one named, too long, or no form. */
export async function openIntakeForm(text: string, digest: string): Promise<IntakeForm | Refusal> {
  if (utf8(text).length > MAX_FORM_BYTES) return refuse(`longer than ${MAX_FORM_BYTES} bytes`)
  if ((await digestOf(text)) !== digest) return refuse('its hash is another than published')
  const value = parseStrictJson(text, 'metadata-malformed')
  if (value instanceof Refusal) return value
  const { data, error } = IntakeForm.safeParse(value)
  const [issue] = error?.issues ?? []
  return data ?? refuse(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
}

const refuse = (detail: string): Refusal =>
  new Refusal('metadata-malformed', `intake form: ${detail}`)

// A partner's intake form: fetched from where its metadata says, believed if it has the published hash, and remembered by that
// hash. A form that cannot be had holds nobody up: the partner can still ask for what it needs.
import { Refusal } from '../../core/kernel/refusal.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import { millisOf } from '../../core/kernel/instant.ts'
import { type IntakeForm, MAX_FORM_BYTES, openIntakeForm } from '../../core/members/intake-form.ts'
import type { Partner } from '../member-ports.ts'
import type { Deps } from '../ports.ts'
import { fetchText } from './trust/fetch-document.ts'
import { ShortMemory } from './partner-memory.ts'

/** Named by content, so that nobody's form can pass for another's. */
const forms = new ShortMemory<IntakeForm>(24 * 60 * 60 * 1000, 200)

/** Null when the partner has none, or it cannot be fetched, or is not what was published. */
export async function intakeFormOf(
  deps: Pick<Deps, 'net' | 'clock'>,
  _member: MemberId,
  { metadata }: Partner,
): Promise<{ readonly form: IntakeForm; readonly digest: string } | null> {
  const published = metadata?.intake_form
  if (published === undefined) return null
  const digest = published.sha256
  const now = millisOf(deps.clock.now())
  const known = forms.recall(digest, now)
  if (known !== undefined) return { form: known, digest }
  const text = await fetchText(deps, published.uri, MAX_FORM_BYTES)
  if (text instanceof Refusal) return null
  const form = await openIntakeForm(text, digest)
  if (form instanceof Refusal) return null
  forms.keep(digest, form, now)
  return { form, digest }
}

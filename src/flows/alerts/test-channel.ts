// Tries a channel for somebody who sets it up: one alert that says it is a test, and its end right behind it, so that no pager rings on. In: the
// channel, and for mail one of our people. Out: whether it was taken, and what was answered if not.
import { isPager } from '../../core/alerts/channel.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { AlertDeps } from './alert-deps.ts'
import { sendBy } from './send-by.ts'

export type ChannelTest = { readonly taken: boolean; readonly error: string | null }

/** Refuses `not-found`, `person-unknown`, `invalid-field` for somebody without a mail address. */
export async function testChannel(
  deps: AlertDeps,
  member: MemberId,
  id: string,
  person: string | null,
): Promise<ChannelTest | Refusal> {
  const stored = await deps.alerts.findChannel(member, id)
  if (stored === null) return new Refusal('not-found')
  const found = person === null ? null : await deps.members.findPerson(member, person)
  if (person !== null && found === null) return new Refusal('person-unknown', undefined, 'person')
  const email = found?.person.email ?? null
  if (!isPager(stored.channel) && email === null)
    return new Refusal('invalid-field', 'person: one of yours with a mail address.', 'person')
  const notice = {
    alert: `test-${deps.random.id()}`,
    step: 0,
    at: deps.clock.now(),
    level: 4,
    summary: 'A test of this channel; nothing is wrong',
    text: 'Somebody tries how alerts reach you. There is nothing to do.',
    link: deps.site.publicUrl,
    source: member,
    details: { kind: 'test' },
  } as const
  const fault = await sendBy(deps, member, stored, { act: 'tell', notice, email })
  if (fault === null && isPager(stored.channel))
    await sendBy(deps, member, stored, { act: 'resolve', notice, email })
  return { taken: fault === null, error: fault?.error ?? null }
}

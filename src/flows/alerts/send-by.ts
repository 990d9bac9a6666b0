// Sends one act of an alert by one channel. In: the channel, the act, the words, the person for a mail. Out: null when it was taken, or why
// not and whether to try again. Whatever goes wrong on the way is said, never thrown: silence of one channel must not keep the next from its turn.
import {
  type Channel,
  isPager,
  type MailChannel,
  type PagerChannel,
} from '../../core/alerts/channel.ts'
import { type PagerAct, type PagerNotice, pagerRequest } from '../../core/alerts/pager.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import type { SendFault, StoredChannel } from '../alert-ports.ts'
import type { AlertDeps } from './alert-deps.ts'

export type SendDeps = Pick<AlertDeps, 'net' | 'mailer' | 'sealer'>

export type Sending = {
  readonly act: PagerAct
  readonly notice: PagerNotice
  /** Where the person is reached by mail. */
  readonly email: string | null
}

const TIMEOUT_MS = 10_000
const MAX_ANSWER_BYTES = 64 * 1024

/** Whether the channel can carry the act to the person at all. */
export const carries = (
  channel: Channel,
  { act, email }: Pick<Sending, 'act' | 'email'>,
): boolean => isPager(channel) || (act === 'tell' && email !== null)

export async function sendBy(
  deps: SendDeps,
  member: MemberId,
  { id, channel, secret: sealed }: StoredChannel,
  sending: Sending,
): Promise<SendFault | null> {
  try {
    const secret = sealed === null ? null : await deps.sealer.openSecret(member, id, sealed)
    return isPager(channel)
      ? await page(deps, channel, sending, secret)
      : await mail(deps, channel, sending, secret)
  } catch (error) {
    const message = error instanceof Error ? error.message : 'it could not be sent'
    const isBlocked = error instanceof Error && 'kind' in error && error.kind === 'blocked'
    return { error: message, again: !isBlocked }
  }
}

async function page(
  { net }: SendDeps,
  channel: PagerChannel,
  { act, notice }: Sending,
  secret: string | null,
): Promise<SendFault | null> {
  const request = pagerRequest(channel, act, notice, secret)
  const { status } = await net.request({
    ...request,
    timeoutMs: TIMEOUT_MS,
    maxBytes: MAX_ANSWER_BYTES,
  })
  if (status >= 200 && status < 300) return null
  return { error: `it answered ${status}`, again: status === 429 || status >= 500 }
}

async function mail(
  { mailer }: SendDeps,
  { host, port, security, user, from }: MailChannel,
  { notice, email }: Sending,
  password: string | null,
): Promise<SendFault | null> {
  if (email === null) return { error: 'the person has no mail address', again: false }
  const domain = from.slice(from.lastIndexOf('@') + 1)
  return mailer.send({
    server: { host, port, security, user },
    password,
    from,
    to: email,
    subject: notice.summary,
    text: notice.text,
    messageId: `<${notice.alert}.${notice.step}@${domain}>`,
  })
}

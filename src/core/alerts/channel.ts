// A channel by which a member's people are told: mail to each of them, or a service that pages a team. In: any value. Out: the channel
// without its secret, and the secret beside it; or `invalid-field` with the path of the field.
import { z } from 'zod'
import { Refusal } from '../kernel/refusal.ts'
import { SharedLevel } from '../severity/scale.ts'
import { Email, line } from '../support/shapes.ts'

const HOST = /^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/
const Region = z.enum(['us', 'eu']).default('us')
const common = {
  name: line(80),
  enabled: z.boolean().default(true),
  /** Told are alerts of this level and graver ones. */
  mildest: SharedLevel.default(4),
}
/** What a header or a password may hold: nothing that ends a line. */
const Secret = z
  .string()
  .min(1)
  .max(1000)
  .regex(/^[\x21-\x7e]+$/, 'printable ASCII without blanks')

const ChannelShape = z
  .discriminatedUnion('kind', [
    z.strictObject({
      ...common,
      kind: z.literal('mail'),
      host: z.string().max(253).regex(HOST, 'a host name'),
      port: z.int().min(1).max(65_535),
      /** `none` is for a mail server on the gateway's own machine. */
      security: z.enum(['tls', 'starttls', 'none']),
      user: line(254).nullable().default(null),
      from: Email,
    }),
    z.strictObject({ ...common, kind: z.literal('pagerduty'), region: Region }),
    z.strictObject({ ...common, kind: z.literal('opsgenie'), region: Region }),
    z.strictObject({ ...common, kind: z.literal('webhook'), url: z.url().max(2000) }),
  ])
  .readonly()
export type Channel = z.infer<typeof ChannelShape>
export type MailChannel = Extract<Channel, { kind: 'mail' }>
export type PagerChannel = Exclude<Channel, MailChannel>

/** Whether it reaches a team by itself, without a person to address. */
export const isPager = (channel: Channel): channel is PagerChannel => channel.kind !== 'mail'

/** `secret` as given; null: none was, so the one kept stays. */
export type GivenChannel = { readonly channel: Channel; readonly secret: string | null }

/** Refuses `invalid-field`. */
export function parseChannel(value: unknown): GivenChannel | Refusal {
  const { secret: given = null, ...rest } = (
    typeof value === 'object' && value !== null ? value : {}
  ) as Record<string, unknown>
  const channel = ChannelShape.safeParse(rest)
  if (!channel.success) return invalid(channel.error)
  const secret = Secret.nullable().safeParse(given)
  if (!secret.success) return new Refusal('invalid-field', 'secret: printable ASCII.', 'secret')
  return lawOf(channel.data) ?? { channel: channel.data, secret: secret.data }
}

function invalid({ issues: [issue] }: z.ZodError): Refusal {
  const field = issue?.path.join('.') ?? ''
  return new Refusal('invalid-field', `${field || 'channel'}: ${issue?.message ?? ''}.`, field)
}

function lawOf(channel: Channel): Refusal | null {
  if (channel.kind === 'webhook') {
    const url = URL.parse(channel.url)
    const isPlain = url?.username === '' && url.password === '' && /^https?:$/.test(url.protocol)
    return isPlain ? null : new Refusal('invalid-field', 'url: an https address.', 'url')
  }
  if (channel.kind !== 'mail' || channel.security !== 'none' || channel.user === null) return null
  return new Refusal('invalid-field', 'user: a password never travels unprotected.', 'user')
}

/** Whether it cannot be used without a secret. */
export const needsSecret = (channel: Channel): boolean =>
  channel.kind === 'pagerduty' ||
  channel.kind === 'opsgenie' ||
  (channel.kind === 'mail' && channel.user !== null)

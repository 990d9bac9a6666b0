// Channels by which our people are told, and how long each may take (local, never shared). In: what is said about one, and the version that was
// read. Out: the channel with the next version, without its secret: that is sealed, and never shown again. A secret belongs to where it goes: a
// channel that goes elsewhere needs it anew, so that nobody who may change settings can have it sent to himself.
import { type Channel, needsSecret, parseChannel } from '../../core/alerts/channel.ts'
import type { AlertSettings } from '../../core/alerts/settings.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { StoredAlertSettings, StoredChannel } from '../alert-ports.ts'
import type { AlertDeps } from '../alerts/alert-deps.ts'
import { besideSetting, type SettingOptions } from './setting.ts'

type ChannelDeps = Pick<AlertDeps, 'alerts' | 'sealer' | 'clock' | 'random'>

/** A member has at most so many. */
const MAX_CHANNELS = 20

/** Refuses `invalid-field` with the field. */
export async function addChannel(
  deps: ChannelDeps,
  member: MemberId,
  value: unknown,
  options: SettingOptions<StoredChannel> = {},
): Promise<StoredChannel | Refusal> {
  if ((await deps.alerts.channels(member)).length >= MAX_CHANNELS)
    return new Refusal('limit-reached', `at most ${MAX_CHANNELS} channels`)
  return write(deps, member, deps.random.id(), value, null, options)
}

/** Refuses `not-found`, `precondition-failed`, `invalid-field`. */
export async function saveChannel(
  deps: ChannelDeps,
  member: MemberId,
  id: string,
  value: unknown,
  expected: number,
  options: SettingOptions<StoredChannel> = {},
): Promise<StoredChannel | Refusal> {
  const known = await deps.alerts.findChannel(member, id)
  if (known === null) return new Refusal('not-found')
  if (known.version !== expected) return new Refusal('precondition-failed')
  return write(deps, member, id, value, known, options)
}

/** Refuses `not-found`, `precondition-failed`. */
export async function removeChannel(
  deps: ChannelDeps,
  member: MemberId,
  id: string,
  expected: number,
  options: SettingOptions<string> = {},
): Promise<string | Refusal> {
  if ((await deps.alerts.findChannel(member, id)) === null) return new Refusal('not-found')
  const setting = { word: 'alert-channel-removed', value: { id } } as const
  const beside = await besideSetting(deps, setting, id, options)
  const done = await deps.alerts.removeChannel(member, id, expected, beside)
  return done === 'done' ? id : new Refusal('precondition-failed')
}

async function write(
  deps: ChannelDeps,
  member: MemberId,
  id: string,
  value: unknown,
  known: StoredChannel | null,
  options: SettingOptions<StoredChannel>,
): Promise<StoredChannel | Refusal> {
  const given = parseChannel(value)
  if (given instanceof Refusal) return given
  const { channel } = given
  const kept = known !== null && goesTo(known.channel) === goesTo(channel) ? known.secret : null
  const secret =
    given.secret === null ? kept : await deps.sealer.sealSecret(member, id, given.secret)
  if (secret === null && needsSecret(channel))
    return new Refusal(
      'invalid-field',
      'secret: give it, also where the channel now goes elsewhere.',
      'secret',
    )
  const version = known?.version ?? 0
  const stored = { id, version: version + 1, channel, secret }
  const setting = { word: 'alert-channel-saved', value: { id, channel } } as const
  const beside = await besideSetting(deps, setting, stored, options)
  const done = await deps.alerts.saveChannel(member, stored, version, beside)
  return done === 'done' ? stored : new Refusal('precondition-failed')
}

/** Where a channel's secret is sent. */
function goesTo(channel: Channel): string {
  if (channel.kind === 'webhook') return `webhook ${channel.url}`
  if (channel.kind !== 'mail') return `${channel.kind} ${channel.region}`
  const { host, port, security, user } = channel
  return `mail ${host} ${port} ${security} ${user ?? ''}`
}

/** Refuses `precondition-failed`. */
export async function saveAlertSettings(
  deps: Pick<AlertDeps, 'alerts' | 'clock'>,
  member: MemberId,
  settings: AlertSettings,
  expected: number,
  options: SettingOptions<StoredAlertSettings> = {},
): Promise<StoredAlertSettings | Refusal> {
  const stored = { version: expected + 1, settings }
  const setting = { word: 'alert-settings-saved', value: settings } as const
  const beside = await besideSetting(deps, setting, stored, options)
  const done = await deps.alerts.saveSettings(member, settings, expected, beside)
  return done === 'done' ? stored : new Refusal('precondition-failed')
}

// What the paging services are sent: PagerDuty's Events API v2, Opsgenie's alert API, and a webhook of our own. In: the act, the alert, the
// words, the secret. Out: one HTTP request. Each service knows the alert by the same key at every act, so that what is sent twice counts once.
import { utf8 } from '../kernel/bytes.ts'
import type { Instant } from '../kernel/instant.ts'
import type { SharedLevel } from '../severity/scale.ts'
import type { PagerChannel } from './channel.ts'

export type PagerAct = 'tell' | 'acknowledge' | 'resolve'

export type PagerNotice = {
  /** The alert: also the key under which a service knows it. */
  readonly alert: string
  readonly step: number
  readonly at: Instant
  readonly level: SharedLevel
  readonly summary: string
  readonly text: string
  readonly link: string
  /** Who sends it: our member. */
  readonly source: string
  readonly details: Readonly<Record<string, string>>
}

export type PagerRequest = {
  readonly method: 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>
}

const PAGERDUTY = {
  us: 'https://events.pagerduty.com/v2/enqueue',
  eu: 'https://events.eu.pagerduty.com/v2/enqueue',
} as const
const OPSGENIE = {
  us: 'https://api.opsgenie.com/v2/alerts',
  eu: 'https://api.eu.opsgenie.com/v2/alerts',
} as const
const SEVERITIES = { 1: 'critical', 2: 'error', 3: 'warning', 4: 'info' } as const
const EVENT_ACTIONS = { tell: 'trigger', acknowledge: 'acknowledge', resolve: 'resolve' } as const

/** @param secret routing key, API key, or bearer token; null where a webhook has none */
export function pagerRequest(
  channel: PagerChannel,
  act: PagerAct,
  notice: PagerNotice,
  secret: string | null,
): PagerRequest {
  if (channel.kind === 'pagerduty')
    return posted(PAGERDUTY[channel.region], {}, pagerDutyEvent(act, notice, secret ?? ''))
  if (channel.kind === 'opsgenie') return opsgenieRequest(channel.region, act, notice, secret ?? '')
  const authorization = secret === null ? {} : { authorization: `Bearer ${secret}` }
  const once = { 'idempotency-key': `${notice.alert}-${notice.step}-${act}` }
  return posted(channel.url, { ...authorization, ...once }, webhookBody(act, notice))
}

const posted = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: unknown,
): PagerRequest => ({
  method: 'POST',
  url,
  headers: { 'content-type': 'application/json', ...headers },
  body: utf8(JSON.stringify(body)),
})

function pagerDutyEvent(act: PagerAct, notice: PagerNotice, key: string) {
  const known = { routing_key: key, event_action: EVENT_ACTIONS[act], dedup_key: notice.alert }
  if (act !== 'tell') return known
  const { summary, source, level, at, details, link, text } = notice
  return {
    ...known,
    client: 'entente',
    client_url: link,
    links: [{ href: link, text: 'The case' }],
    payload: {
      summary: summary.slice(0, 1024),
      source,
      severity: SEVERITIES[level],
      timestamp: at,
      custom_details: { ...details, text },
    },
  }
}

function opsgenieRequest(
  region: 'us' | 'eu',
  act: PagerAct,
  notice: PagerNotice,
  key: string,
): PagerRequest {
  const headers = { authorization: `GenieKey ${key}` }
  const base = OPSGENIE[region]
  if (act !== 'tell') {
    const word = act === 'resolve' ? 'close' : 'acknowledge'
    const url = `${base}/${encodeURIComponent(notice.alert)}/${word}?identifierType=alias`
    return posted(url, headers, { source: notice.source })
  }
  return posted(base, headers, {
    message: notice.summary.slice(0, 130),
    alias: notice.alert,
    description: notice.text.slice(0, 15_000),
    priority: `P${notice.level}`,
    source: notice.source.slice(0, 100),
    details: notice.details,
    tags: ['entente'],
  })
}

const webhookBody = (act: PagerAct, notice: PagerNotice) => ({ act, ...notice })

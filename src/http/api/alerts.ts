// How your people are told, and what they were told: settings, channels, alerts with every attempt. Local to the member.
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { DEFAULT_ALERT_SETTINGS, parseAlertSettings } from '../../core/alerts/settings.ts'
import { causeWords } from '../../core/alerts/words.ts'
import { CaseId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { SharedLevel } from '../../core/severity/scale.ts'
import type { Alert, Attempt, StoredAlertSettings, StoredChannel } from '../../flows/alert-ports.ts'
import { acknowledgeAlert } from '../../flows/alerts/acknowledge-alert.ts'
import { testChannel } from '../../flows/alerts/test-channel.ts'
import {
  addChannel,
  removeChannel,
  saveAlertSettings,
  saveChannel,
} from '../../flows/settings/alert-channels.ts'
import { scoped } from '../caller.ts'
import { requireIfMatch } from '../if-match.ts'
import { refuse } from '../problem.ts'
import { readJson, readText } from '../read-json.ts'
import { limit, readQuery } from '../read-query.ts'
import { email, line, prose } from '../text.ts'
import { present } from './present.ts'
import { answersSetting } from './settings.ts'
import type { Api } from './write.ts'

const Id = line(64)
const minutes = z.int().min(1).max(10_080)

const SaveSettings = z.strictObject({
  answerWithin: z
    .strictObject({
      1: minutes.optional(),
      2: minutes.optional(),
      3: minutes.optional(),
      4: minutes.optional(),
    })
    .optional(),
  gapMinutes: minutes.optional(),
  phoneMinutes: minutes.optional(),
  unreachableMinutes: minutes.optional(),
  subject: line(200).optional(),
  text: prose(4000).optional(),
})

const SaveChannel = z.strictObject({
  name: line(80),
  kind: z.enum(['mail', 'pagerduty', 'opsgenie', 'webhook']),
  enabled: z.boolean().optional(),
  mildest: SharedLevel.optional(),
  host: line(253).optional(),
  port: z.int().min(1).max(65_535).optional(),
  security: z.enum(['tls', 'starttls', 'none']).optional(),
  user: line(254).nullable().optional(),
  from: email.optional(),
  region: z.enum(['us', 'eu']).optional(),
  url: line(2000).optional(),
  secret: line(1000).nullable().optional(),
})

const AlertQuery = z.strictObject({
  caseId: CaseId.optional(),
  word: z.enum(['telling', 'acknowledged', 'over', 'unanswered', 'unreached']).optional(),
  after: z.string().min(1).max(200).optional(),
  limit,
})
const Acknowledge = z.strictObject({ by: line(120) })
const Test = z.strictObject({ person: Id.nullable().default(null) })

export function alertRoutes(api: Api): Hono {
  const { deps } = api
  const app = new Hono()

  app.get('/alerts', scoped('duty:read'), async (c) => {
    const query = readQuery(c, AlertQuery)
    if (query instanceof Refusal) return refuse(c, query)
    const { after = null, limit: most, caseId, word } = query
    const { member } = c.var.caller
    const filter = present({ caseId, word })
    const page = await deps.alerts.list(member, filter, { after, limit: most })
    if (page instanceof Refusal) return refuse(c, page)
    const attempts = await deps.alerts.attemptsOf(
      member,
      page.items.map(({ id }) => id),
    )
    const items = page.items.map((alert) => viewAlert(alert, attempts))
    return c.json({ items, next: page.next })
  })

  app.post('/alerts/:alertId/acknowledge', scoped('duty:write'), async (c) => {
    const body = await readJson(c, Acknowledge)
    if (body instanceof Refusal) return refuse(c, body)
    const id = idOf(c, 'alertId')
    if (id instanceof Refusal) return refuse(c, id)
    const { member } = c.var.caller
    const attempts = await deps.alerts.attemptsOf(member, [id])
    return answersSetting(
      api,
      c,
      (alert: Alert) => viewAlert(alert, attempts),
      (options) => acknowledgeAlert(deps, member, id, body.by, options),
    )
  })

  app.get('/alert-settings', scoped('settings:read'), async (c) => {
    const saved = await deps.alerts.settingsOf(c.var.caller.member)
    const stored = saved ?? { version: 0, settings: DEFAULT_ALERT_SETTINGS }
    c.header('ETag', `"${stored.version}"`)
    return c.json(viewSettings(stored))
  })

  app.put('/alert-settings', scoped('settings:write'), async (c) => {
    const body = await readJson(c, SaveSettings)
    if (body instanceof Refusal) return refuse(c, body)
    const settings = parseAlertSettings(body)
    if (settings instanceof Refusal) return refuse(c, settings)
    const expected = requireIfMatch(c.req.header('if-match'))
    if (expected instanceof Refusal) return refuse(c, expected)
    return answersSetting(api, c, viewSettings, (options) =>
      saveAlertSettings(deps, c.var.caller.member, settings, expected, options),
    )
  })
  channelRoutes(api, app)
  return app
}

function channelRoutes(api: Api, app: Hono): void {
  const { deps } = api
  app.get('/alert-channels', scoped('settings:read'), async (c) => {
    const channels = await deps.alerts.channels(c.var.caller.member)
    return c.json({ items: channels.map(viewChannel) })
  })

  app.post('/alert-channels', scoped('settings:write'), async (c) => {
    const body = await readJson(c, SaveChannel)
    if (body instanceof Refusal) return refuse(c, body)
    const { member } = c.var.caller
    return answersSetting(
      api,
      c,
      viewChannel,
      (options) => addChannel(deps, member, body, options),
      201,
    )
  })

  app.put('/alert-channels/:channelId', scoped('settings:write'), async (c) => {
    const body = await readJson(c, SaveChannel)
    if (body instanceof Refusal) return refuse(c, body)
    const id = idOf(c, 'channelId')
    if (id instanceof Refusal) return refuse(c, id)
    const expected = requireIfMatch(c.req.header('if-match'))
    if (expected instanceof Refusal) return refuse(c, expected)
    return answersSetting(api, c, viewChannel, (options) =>
      saveChannel(deps, c.var.caller.member, id, body, expected, options),
    )
  })

  app.delete('/alert-channels/:channelId', scoped('settings:write'), async (c) => {
    const read = await readText(c)
    if (read instanceof Refusal) return refuse(c, read)
    const id = idOf(c, 'channelId')
    if (id instanceof Refusal) return refuse(c, id)
    const expected = requireIfMatch(c.req.header('if-match'))
    if (expected instanceof Refusal) return refuse(c, expected)
    const removedAt = deps.clock.now()
    return answersSetting(
      api,
      c,
      () => ({ id, removedAt }),
      (options) => removeChannel(deps, c.var.caller.member, id, expected, options),
    )
  })

  app.post('/alert-channels/:channelId/test', scoped('settings:write'), async (c) => {
    const body = await readJson(c, Test)
    if (body instanceof Refusal) return refuse(c, body)
    const id = idOf(c, 'channelId')
    if (id instanceof Refusal) return refuse(c, id)
    const tested = await testChannel(deps, c.var.caller.member, id, body.person)
    return tested instanceof Refusal ? refuse(c, tested) : c.json(tested)
  })
}

function idOf(c: Context, name: string): string | Refusal {
  const id = Id.safeParse(c.req.param(name))
  return id.success ? id.data : new Refusal('not-found')
}

const viewSettings = ({ version, settings }: StoredAlertSettings) => ({ version, ...settings })

const viewChannel = ({ id, version, channel, secret }: StoredChannel) => ({
  id,
  version,
  ...channel,
  hasSecret: secret !== null,
})

function viewAlert({ id, caseId, cause, word, ...when }: Alert, attempts: readonly Attempt[]) {
  const { kind, level, partner, engagement, clock, due } = cause
  return {
    id,
    caseId,
    kind,
    cause: causeWords(cause),
    level,
    partner,
    engagement,
    clock,
    due,
    word,
    ...when,
    attempts: attempts.filter((attempt) => attempt.alert === id).map(viewAttempt),
  }
}

const viewAttempt = ({ step, act, channel, person, word, tries, error, at, nextAt }: Attempt) => ({
  step,
  act,
  channel: channel || null,
  person,
  word,
  tries,
  error,
  at,
  nextAt,
})

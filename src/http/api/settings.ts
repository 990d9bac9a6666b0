// What a member settles for itself: agreements with partners, and what it tells them about itself. Both are replaced whole, so both
// need the version that was read.
import { Hono } from 'hono'
import type { Context } from 'hono'
import { z } from 'zod'
import { Refusal } from '../../core/kernel/refusal.ts'
import { type Agreement, defaultAgreement } from '../../core/members/agreement.ts'
import { SharedLevel } from '../../core/severity/scale.ts'
import type { Entity, SupportProfileChoice } from '../../flows/member-ports.ts'
import { saveAgreement } from '../../flows/settings/save-agreement.ts'
import { saveProfile } from '../../flows/settings/save-profile.ts'
import type { SettingOptions } from '../../flows/settings/setting.ts'
import { scoped } from '../caller.ts'
import { answerWrite, type Answer } from '../idempotency.ts'
import { requireIfMatch } from '../if-match.ts'
import { refuse } from '../problem.ts'
import { readJson } from '../read-json.ts'
import { readQuery } from '../read-query.ts'
import { code, contact, line, prose } from '../text.ts'
import { OnePartner } from './partners.ts'
import { present } from './present.ts'
import { SchemeId } from './severity-claim.ts'
import type { Api } from './write.ts'

const Rate = z.int().min(1).max(100_000).nullable().default(null)
const NewAgreement = z.strictObject({
  mayEngage: z.enum(['ask', 'never']),
  products: z.union([z.literal('all'), z.array(code).max(1000)]),
  upTo: SharedLevel,
  perHour: Rate,
  perDay: Rate,
})

const FormField = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/, 'a short key in lower case'),
  label: line(120),
  required: z.boolean(),
  kind: z.enum(['text', 'long-text', 'choice']),
  options: z.array(line(120)).min(1).max(50).optional(),
})
/** A version of one's own, or a preset. */
const SupportChoice = z
  .strictObject({ version: line(40).optional(), preset: code.optional() })
  .transform(({ version, preset }, context): SupportProfileChoice => {
    if (version !== undefined && preset === undefined) return { version }
    if (preset !== undefined && version === undefined) return { preset }
    context.addIssue({ code: 'custom', message: 'must name a version or a preset' })
    return z.NEVER
  })
const contacts = z.array(contact).max(50).default([])
const NewProfile = z.strictObject({
  name: line(120),
  products: z
    .array(z.strictObject({ code, name: line(200) }))
    .max(1000)
    .default([]),
  delivery: z.enum(['push', 'poll']).default('push'),
  supportHours: prose(1000).nullable().default(null),
  contacts,
  departments: contacts,
  scheme: z
    .strictObject({ id: SchemeId, version: line(40) })
    .nullable()
    .default(null),
  supportProfile: SupportChoice.nullable().default(null),
  shareDutyNames: z.boolean().default(false),
  intakeForm: z
    .strictObject({ id: line(80), fields: z.array(FormField).min(1).max(40) })
    .nullable()
    .default(null),
})

export function settingsRoutes(api: Api): Hono {
  const { deps, site } = api
  const app = new Hono()

  app.get('/agreements', scoped('settings:read'), async (c) => {
    const items = await deps.members.listAgreements(c.var.caller.member)
    return c.json({ items: items.map(viewAgreement) })
  })

  app.get('/agreement', scoped('settings:read'), async (c) => {
    const query = readQuery(c, OnePartner)
    if (query instanceof Refusal) return refuse(c, query)
    const stored = await deps.members.agreementWith(c.var.caller.member, query.partner)
    const agreed = stored ?? { agreement: defaultAgreement(query.partner), version: 0 }
    c.header('ETag', `"${agreed.version}"`)
    return c.json(viewAgreement(agreed))
  })

  app.put('/agreement', scoped('settings:write'), async (c) => {
    const query = readQuery(c, OnePartner)
    if (query instanceof Refusal) return refuse(c, query)
    const body = await readJson(c, NewAgreement)
    if (body instanceof Refusal) return refuse(c, body)
    const expected = requireIfMatch(c.req.header('if-match'))
    if (expected instanceof Refusal) return refuse(c, expected)
    const agreement: Agreement = { partner: query.partner, autoAccept: 'none', ...body }
    return answersSetting(api, c, viewAgreement, (options) =>
      saveAgreement(deps, c.var.caller.member, agreement, expected, options),
    )
  })

  app.get('/profile', scoped('settings:read'), async (c) => {
    const entity = await deps.members.findEntity(c.var.caller.member)
    if (entity === null) return refuse(c, new Refusal('member-unknown'), { status: 404 })
    c.header('ETag', `"${entity.version}"`)
    return c.json(viewProfile(entity))
  })

  app.put('/profile', scoped('settings:write'), async (c) => {
    const body = await readJson(c, NewProfile)
    if (body instanceof Refusal) return refuse(c, body)
    const expected = requireIfMatch(c.req.header('if-match'))
    if (expected instanceof Refusal) return refuse(c, expected)
    const { intakeForm } = body
    const profile = {
      ...body,
      contacts: body.contacts.map(present),
      departments: body.departments.map(present),
      intakeForm: intakeForm && { id: intakeForm.id, fields: intakeForm.fields.map(present) },
    }
    return answersSetting(api, c, viewProfile, (options) =>
      saveProfile(deps, site, c.var.caller.member, { profile, expected }, options),
    )
  })
  return app
}

/** Runs a change of settings once for each Idempotency-Key. */
export function answersSetting<T>(
  { once }: Pick<Api, 'once'>,
  c: Context,
  view: (result: T) => object,
  run: (options: SettingOptions<T>) => Promise<T | Refusal>,
  status: 200 | 201 = 200,
): Promise<Response> {
  const render = (result: T): Answer => ({ status, body: JSON.stringify(view(result)) })
  return once(c, async (answer) => {
    const result = await run(answer === undefined ? {} : { answer: { ...answer, render } })
    return result instanceof Refusal ? refuse(c, result) : answerWrite(c, render(result))
  })
}

const viewAgreement = (agreed: { readonly agreement: Agreement; readonly version: number }) => ({
  version: agreed.version,
  ...agreed.agreement,
})

const viewProfile = ({ id, handle, version, profile, authorityHints }: Entity) => ({
  member: id,
  handle,
  version,
  ...profile,
  anchors: authorityHints,
})

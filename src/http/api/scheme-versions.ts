// Severity schemes over time and against others: confirm a matrix that breaks order, preview what becomes of every level, the versions of one
// scheme, what changed between two of them, and the open cases that keep an older one.
import { Hono } from 'hono'
import { z } from 'zod'
import { referenceOf } from '../../core/cases/reference.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { CellPair } from '../../core/severity/matrix-order.ts'
import type { PreviewLine } from '../../core/severity/preview.ts'
import { WORDS } from '../../core/severity/scale.ts'
import { type PreviewedScheme, previewScheme } from '../../flows/settings/preview-scheme.ts'
import { saveScheme } from '../../flows/settings/save-scheme.ts'
import { compareSchemes, schemeVersions } from '../../flows/settings/scheme-versions.ts'
import type { SettingOptions } from '../../flows/settings/setting.ts'
import type { StoredScheme } from '../../flows/member-ports.ts'
import { scoped } from '../caller.ts'
import { refuse } from '../problem.ts'
import { readJson } from '../read-json.ts'
import { cursor, limit, readQuery } from '../read-query.ts'
import { line, member, verbatim } from '../text.ts'
import { viewEntry, viewSaved } from './schemes.ts'
import { answersSetting } from './settings.ts'
import { SchemeId } from './severity-claim.ts'
import type { Api } from './write.ts'

const document = verbatim(256 * 1024)
const version = line(40).optional()
const Stored = z.strictObject({ scheme: SchemeId, version })
const Draft = z.strictObject({ document })
const OfPartner = z.strictObject({ partner: member })
const Preview = z.strictObject({
  ours: z.union([Stored, Draft]),
  theirs: z.union([Stored, OfPartner]),
  plan: line(120).nullable().default(null),
  contact: z.enum(['given', 'none']).default('given'),
  phone: z.enum(['made', 'promised', 'none']).default('promised'),
  channel: z.enum(['api', 'web']).default('api'),
  excluded: z.array(line(120)).max(24).default([]),
})

const cell = z.tuple([line(60), line(60)])
const Confirmed = z.strictObject({
  document,
  person: line(120),
  pairs: z
    .array(z.strictObject({ graver: cell, milder: cell }))
    .min(1)
    .max(500),
})

const TwoVersions = z.strictObject({ from: line(40), to: version })
const CasesOf = z.strictObject({ version, after: cursor, limit })

export function schemeVersionRoutes(api: Api): Hono {
  const { deps } = api
  const app = new Hono()
  const reads = scoped('settings:read')

  app.post('/severity/confirmed-schemes', scoped('settings:write'), async (c) => {
    const body = await readJson(c, Confirmed)
    if (body instanceof Refusal) return refuse(c, body)
    const { client, member: us } = c.var.caller
    const used = (await deps.members.findEntity(us))?.profile.scheme ?? null
    const confirming = { client, person: body.person, pairs: body.pairs satisfies CellPair[] }
    const save = (options: SettingOptions<StoredScheme>) =>
      saveScheme(deps, us, body.document, options, confirming)
    return answersSetting(api, c, viewSaved(used), save, 201)
  })

  app.post('/severity/preview', reads, async (c) => {
    const body = await readJson(c, Preview)
    if (body instanceof Refusal) return refuse(c, body)
    const { ours, theirs, ...circumstances } = body
    // A partner not seen before is looked up at its own address.
    if ('partner' in theirs && !c.var.caller.scopes.has('partners:read'))
      return refuse(c, new Refusal('scope-missing', 'A partner’s scheme needs partners:read.'))
    const found = await previewScheme(deps, c.var.caller.member, { ours, theirs, circumstances })
    if (found instanceof Refusal) return refuse(c, found)
    return c.json({
      ours: viewScheme(found.ours),
      theirs: viewScheme(found.theirs),
      out: found.out.map(viewLine),
      in: found.in.map(viewLine),
      warnings: found.warnings,
    })
  })

  app.get('/severity/schemes/:scheme/versions', reads, async (c) => {
    const id = idOf(c.req.param('scheme'))
    const found = id instanceof Refusal ? id : await schemeVersions(deps, c.var.caller.member, id)
    if (found instanceof Refusal) return refuse(c, found, { status: 404 })
    return c.json({
      items: found.map(({ openCases, ...entry }) => ({ ...viewEntry(entry), openCases })),
    })
  })

  app.get('/severity/schemes/:scheme/changes', reads, async (c) => {
    const query = readQuery(c, TwoVersions)
    if (query instanceof Refusal) return refuse(c, query)
    const id = idOf(c.req.param('scheme'))
    const { from, to } = query
    const found =
      id instanceof Refusal ? id : await compareSchemes(deps, c.var.caller.member, id, { from, to })
    return found instanceof Refusal ? refuse(c, found, { status: 404 }) : c.json({ id, ...found })
  })

  app.get('/severity/schemes/:scheme/cases', scoped('cases:read'), async (c) => {
    const query = readQuery(c, CasesOf)
    if (query instanceof Refusal) return refuse(c, query)
    const id = idOf(c.req.param('scheme'))
    if (id instanceof Refusal) return refuse(c, id, { status: 404 })
    const scheme = { id, ...(query.version === undefined ? {} : { version: query.version }) }
    const page = { after: query.after ?? null, limit: query.limit }
    const found = await deps.cases.listSchemeCases(c.var.caller.member, scheme, page)
    if (found instanceof Refusal) return refuse(c, found)
    const items = found.items.map((one) => ({
      ...one,
      reference: referenceOf(one.caseId),
      word: WORDS[one.level],
    }))
    return c.json({ items, next: found.next })
  })
  return app
}

/** What is no id names no scheme. */
function idOf(text: string): string | Refusal {
  const id = SchemeId.safeParse(text)
  return id.success ? id.data : new Refusal('scheme-unknown')
}

const viewScheme = ({ ref, origin, brokenCells, confirmation }: PreviewedScheme) => ({
  ...ref,
  origin,
  brokenCells,
  confirmation,
})

const viewLine = ({ from, to: { scheme: _scheme, ...to }, together }: PreviewLine) => ({
  from: { ...from, word: WORDS[from.shared] },
  to: { ...to, word: WORDS[to.level] },
  together,
})

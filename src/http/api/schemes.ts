// Severity schemes: one's own, the presets, and translation between any two of them.
import { Hono } from 'hono'
import { z } from 'zod'
import { Refusal } from '../../core/kernel/refusal.ts'
import { parseStrictJson } from '../../core/exchange/strict-json.ts'
import { presets } from '../../core/severity/preset.ts'
import { WORDS } from '../../core/severity/scale.ts'
import type { Scheme } from '../../core/severity/scheme.ts'
import type { StoredScheme } from '../../flows/member-ports.ts'
import { listSchemes, readScheme, type SchemeEntry } from '../../flows/settings/read-schemes.ts'
import { saveScheme } from '../../flows/settings/save-scheme.ts'
import type { SettingOptions } from '../../flows/settings/setting.ts'
import { translateSeverity } from '../../flows/settings/translate-severity.ts'
import { scoped } from '../caller.ts'
import { refuse } from '../problem.ts'
import { readDocument } from '../read-json.ts'
import { readQuery } from '../read-query.ts'
import { line } from '../text.ts'
import { answersSetting } from './settings.ts'
import { SchemeId } from './severity-claim.ts'
import type { Api } from './write.ts'

const OneScheme = z.strictObject({ version: line(40).optional() })
const Translate = z
  .strictObject({
    from: SchemeId.optional(),
    code: line(200).optional(),
    level: z
      .enum(['1', '2', '3', '4'])
      .transform((text) => Number(text) as 1 | 2 | 3 | 4)
      .optional(),
    to: SchemeId,
    excluded: z.array(line(120)).max(24).default([]),
  })
  .refine(({ from, code, level }) => (level === undefined ? from && code : !from && !code), {
    message: 'needs from and code, or a level',
  })

export function schemeRoutes(api: Api): Hono {
  const { deps } = api
  const app = new Hono()
  const reads = scoped('settings:read')

  app.get('/severity/schemes', reads, async (c) => {
    const entries = await listSchemes(deps, c.var.caller.member)
    return c.json({ items: entries.map(viewEntry) })
  })

  app.post('/severity/schemes', scoped('settings:write'), async (c) => {
    const document = await readDocument(c)
    if (document instanceof Refusal) return refuse(c, document)
    const used = (await deps.members.findEntity(c.var.caller.member))?.profile.scheme ?? null
    const save = (options: SettingOptions<StoredScheme>) =>
      saveScheme(deps, c.var.caller.member, document, options)
    return answersSetting(api, c, viewSaved(used), save, 201)
  })

  app.get('/severity/schemes/:scheme', reads, async (c) => {
    const query = readQuery(c, OneScheme)
    if (query instanceof Refusal) return refuse(c, query)
    const id = SchemeId.safeParse(c.req.param('scheme'))
    const found = id.success
      ? await readScheme(deps, c.var.caller.member, id.data, query.version)
      : new Refusal('scheme-unknown')
    return found instanceof Refusal ? refuse(c, found, { status: 404 }) : c.json(found)
  })

  app.get('/severity/presets', reads, (c) =>
    c.json({
      items: presets().map((scheme) => ({
        id: scheme.id,
        version: scheme.version,
        vendor: scheme.vendor,
        product: scheme.product,
        sources: scheme.sources,
        levels: levelsOf(scheme),
      })),
    }),
  )

  app.get('/severity/translate', reads, async (c) => {
    const query = readQuery(c, Translate, ['excluded'])
    if (query instanceof Refusal) return refuse(c, query)
    const found = await translateSeverity(deps, c.var.caller.member, query)
    if (found instanceof Refusal) return refuse(c, found)
    const { from, to } = found
    return c.json({
      from: from && { ...from, word: WORDS[from.level] },
      to: { ...to, word: WORDS[to.level] },
    })
  })
  return app
}

const levelsOf = ({ levels }: Scheme) =>
  levels.map(({ rank, code, name, shared }) => ({ rank, code, name, shared }))

/** A scheme that was saved a moment ago. */
export const viewSaved =
  (used: { readonly id: string; readonly version: string } | null) => (stored: StoredScheme) => {
    // It was judged a moment ago, from this very text.
    const scheme = parseStrictJson(stored.document, 'scheme-invalid') as Scheme
    const inUse = used?.id === stored.id && used.version === stored.version
    return viewEntry({ stored, scheme, inUse })
  }

export const viewEntry = ({ stored, scheme, inUse }: SchemeEntry) => ({
  id: stored.id,
  version: stored.version,
  digest: stored.digest,
  vendor: scheme.vendor,
  product: scheme.product,
  levels: levelsOf(scheme),
  inUse,
  confirmation: stored.confirmation,
  createdAt: stored.createdAt,
})

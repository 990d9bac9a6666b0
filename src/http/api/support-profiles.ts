// Support profiles: one's own in versions, what changed between two, and those to start from.
import { Hono } from 'hono'
import { z } from 'zod'
import { Refusal } from '../../core/kernel/refusal.ts'
import { supportPresets } from '../../core/support/preset.ts'
import type { StoredSupportProfile } from '../../flows/duty-ports.ts'
import {
  compareSupportProfiles,
  listSupportProfiles,
  readSupportProfile,
  type SupportProfileEntry,
} from '../../flows/settings/read-support-profiles.ts'
import { saveSupportProfile } from '../../flows/settings/save-support-profile.ts'
import type { SettingOptions } from '../../flows/settings/setting.ts'
import { scoped } from '../caller.ts'
import { refuse } from '../problem.ts'
import { readDocument } from '../read-json.ts'
import { readQuery } from '../read-query.ts'
import { line } from '../text.ts'
import { answersSetting } from './settings.ts'
import type { Api } from './write.ts'

const Version = line(40)
const TwoVersions = z.strictObject({ from: Version, to: Version.optional() })

export function supportProfileRoutes(api: Api): Hono {
  const { deps } = api
  const app = new Hono()
  const reads = scoped('settings:read')

  app.get('/support-profiles', reads, async (c) => {
    const entries = await listSupportProfiles(deps, c.var.caller.member)
    return c.json({ items: entries.map(viewEntry) })
  })

  app.post('/support-profiles', scoped('settings:write'), async (c) => {
    const document = await readDocument(c)
    if (document instanceof Refusal) return refuse(c, document)
    const { member: us } = c.var.caller
    const used = (await deps.members.findEntity(us))?.profile.supportProfile ?? null
    const view = (stored: StoredSupportProfile) => {
      const inUse = used !== null && 'version' in used && used.version === stored.version
      return viewEntry({ ...stored, inUse })
    }
    const save = (options: SettingOptions<StoredSupportProfile>) =>
      saveSupportProfile(deps, us, document, options)
    return answersSetting(api, c, view, save, 201)
  })

  app.get('/support-profiles/presets', reads, (c) =>
    c.json({ items: supportPresets().map(({ id, name, profile }) => ({ id, name, profile })) }),
  )

  app.get('/support-profiles/changes', reads, async (c) => {
    const query = readQuery(c, TwoVersions)
    if (query instanceof Refusal) return refuse(c, query)
    const { from, to } = query
    const found = await compareSupportProfiles(deps, c.var.caller.member, { from, to })
    return found instanceof Refusal ? refuse(c, found, { status: 404 }) : c.json(found)
  })

  app.get('/support-profiles/:version', reads, async (c) => {
    const version = Version.safeParse(c.req.param('version'))
    const found = version.success
      ? await readSupportProfile(deps, c.var.caller.member, version.data)
      : new Refusal('support-profile-unknown')
    return found instanceof Refusal
      ? refuse(c, found, { status: 404 })
      : c.json({ ...viewEntry(found), document: found.document })
  })
  return app
}

const viewEntry = ({ version, digest, inUse, createdAt }: SupportProfileEntry) => ({
  version,
  digest,
  inUse,
  createdAt,
})

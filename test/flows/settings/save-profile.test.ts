import { describe, expect, it } from 'vitest'
import type { Profile } from '../../../src/flows/member-ports.ts'
import { presets } from '../../../src/core/severity/preset.ts'
import { saveProfile } from '../../../src/flows/settings/save-profile.ts'
import { ownMetadata } from '../../../src/flows/members/own-metadata.ts'
import { ELSEWHERE, oneGateway, sure, wordOf } from '../members/gateways.ts'

const saving = async () => {
  const w = await oneGateway()
  const entity = await w.north.deps.members.findEntity(w.atlas)
  if (!entity) throw new Error('atlas is hosted')
  const { profile, version } = entity
  const save = (change: Partial<Profile>, expected?: number) =>
    saveProfile(w.north.deps, w.north.site, w.atlas, {
      profile: { ...profile, ...change },
      ...(expected === undefined ? {} : { expected }),
    })
  return { ...w, profile, version, save }
}
const CHOICE = { key: 'a', label: 'A', required: true, kind: 'choice' } as const
const UNREADABLE: readonly (readonly [Partial<Profile>, string])[] = [
  [{ name: 'x'.repeat(121) }, 'name'],
  [{ name: 'a\nb' }, 'name'],
  [{ supportHours: 'x'.repeat(1001) }, 'supportHours'],
  [{ products: [{ code: '', name: 'A' }] }, 'products.0.code'],
  [{ contacts: [{ name: 'A', email: 'a' }] }, 'contacts.0.email'],
  [{ intakeForm: { id: 'a', fields: [CHOICE] } }, 'intakeForm.fields.0'],
]

describe('a profile', () => {
  it('is what partners read', async () => {
    await using w = await saving()
    const [preset] = presets()
    if (!preset) throw new Error('presets are shipped')
    const scheme = { id: preset.id, version: preset.version }
    const departments = [{ name: 'Storage', phone: '+1 202 555 0100' }]
    const saved = sure(await w.save({ name: 'Atlas', departments, scheme }))
    expect(saved).toMatchObject({ version: w.version + 1, profile: { name: 'Atlas' } })
    const keys = await w.north.deps.members.keysOf(w.atlas)
    expect(await ownMetadata(w.north.deps, w.north.site, saved, keys)).toMatchObject({
      organization_name: 'Atlas',
      departments,
      severity_scheme: { uri: 'https://north.test/members/atlas/exchange/scheme' },
    })
  })

  it('is not overwritten unseen', async () => {
    await using w = await saving()
    sure(await w.save({ name: 'One' }, w.version))
    expect(wordOf(await w.save({ name: 'Two' }, w.version))).toBe('precondition-failed')
  })

  it('is refused with the field that partners could not read', async () => {
    await using w = await saving()
    for (const [change, field] of UNREADABLE)
      expect(await w.save(change)).toMatchObject({ code: 'invalid-field', field })
    const entity = await w.north.deps.members.findEntity(w.atlas)
    expect(entity?.version).toBe(w.version)
  })

  it('is refused with a scheme that nobody can read', async () => {
    await using w = await saving()
    expect(wordOf(await w.save({ scheme: { id: 'none', version: '1' } }))).toBe('scheme-unknown')
    const [preset] = presets()
    const other = { id: preset?.id ?? '', version: 'another' }
    expect(wordOf(await w.save({ scheme: other }))).toBe('scheme-unknown')
  })

  it('names no more alliances than partners read', async () => {
    await using w = await saving()
    const { profile } = w
    const authorityHints = Array.from({ length: 17 }, () => w.alliance)
    const change = { profile, authorityHints }
    const saved = await saveProfile(w.north.deps, w.north.site, w.atlas, change)
    expect(saved).toMatchObject({ code: 'invalid-field', field: 'authorityHints' })
  })

  it('belongs to somebody hosted here', async () => {
    await using w = await saving()
    const { profile } = w
    const saved = await saveProfile(w.north.deps, w.north.site, ELSEWHERE, { profile })
    expect(wordOf(saved)).toBe('member-unknown')
  })
})

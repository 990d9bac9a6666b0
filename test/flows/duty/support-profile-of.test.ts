import { describe, expect, it } from 'vitest'
import { findSupportPreset } from '../../../src/core/support/preset.ts'
import { currentSupport, supportProfileOf } from '../../../src/flows/duty/support-profile-of.ts'
import { saveProfile } from '../../../src/flows/settings/save-profile.ts'
import { saveSupportProfile } from '../../../src/flows/settings/save-support-profile.ts'
import { resolvePartner } from '../../../src/flows/members/resolve-partner.ts'
import { DAY, HOUR, sure, twoMembers, wordOf } from '../members/gateways.ts'

const BERLIN = sure(findSupportPreset('berlin-office-hours'))
const text = (version: string): string => JSON.stringify({ ...BERLIN.profile, version })

/** Atlas on north asks about borealis on south. Profiles are remembered by content, so each test publishes another one. */
const two = async (version: string | null) => {
  const w = await twoMembers()
  const publish = async (next: string | null) => {
    const entity = await w.south.deps.members.findEntity(w.borealis)
    if (!entity) throw new Error('borealis is hosted')
    if (next !== null) sure(await saveSupportProfile(w.south.deps, w.borealis, text(next)))
    const supportProfile = next === null ? null : { version: next }
    const profile = { ...entity.profile, supportProfile }
    sure(await saveProfile(w.south.deps, w.south.site, w.borealis, { profile }))
  }
  await publish(version)
  const look = () => resolvePartner(w.north.deps, w.atlas, w.borealis, { fresh: true })
  sure(await look())
  return {
    ...w,
    publish,
    look,
    part: () => w.wire.part('https://north.test', 'https://south.test'),
    ask: () => currentSupport(w.north.deps, w.atlas, w.borealis),
    askFor: (digest: string) => supportProfileOf(w.north.deps, w.atlas, w.borealis, digest),
  }
}

describe('the support profile of a partner', () => {
  it('is fetched from where it says, under the hash it publishes, and parsed once', async () => {
    await using w = await two('p-1')
    const found = await w.ask()
    const own = await w.south.deps.members.findSupportProfile(w.borealis, 'p-1')
    expect(found?.profile.version).toBe('p-1')
    expect(found?.digest).toBe(own?.digest)
    w.part()
    expect((await w.ask())?.profile).toBe(found?.profile)
    expect(await w.askFor(found?.digest ?? '')).toBe(found?.profile)
  })

  it('is kept by its hash for engagements that name it', async () => {
    await using w = await two('p-2')
    const old = await w.ask()
    await w.publish('p-3')
    w.clock.advance(2 * HOUR)
    sure(await w.look())
    expect((await w.ask())?.profile.version).toBe('p-3')
    w.part()
    w.clock.advance(30 * DAY)
    expect((await w.askFor(old?.digest ?? ''))?.version).toBe('p-2')
  })

  it('is given in an earlier version to who never had it', async () => {
    await using w = await two('p-4')
    const own = await w.south.deps.members.findSupportProfile(w.borealis, 'p-4')
    await w.publish('p-5')
    w.clock.advance(2 * HOUR)
    sure(await w.look())
    expect((await w.askFor(own?.digest ?? ''))?.version).toBe('p-4')
    expect(await w.askFor('A'.repeat(43))).toBeNull()
  })

  it('is none where it publishes none, does not answer, or serves another text', async () => {
    await using none = await two(null)
    const before = none.wire.sent
    expect(await none.ask()).toBeNull()
    expect(none.wire.sent).toBe(before)
    await using silent = await two('p-6')
    silent.part()
    expect(await silent.ask()).toBeNull()
  })

  it('is not asked for again within a minute where it could not be had', async () => {
    await using w = await two('p-7')
    w.part()
    await w.ask()
    w.wire.heal()
    const before = w.wire.sent
    expect(await w.ask()).toBeNull()
    expect(w.wire.sent).toBe(before)
    w.clock.advance(60_000)
    expect((await w.ask())?.profile.version).toBe('p-7')
  })
})

describe('the support profile of a member here', () => {
  it('may be a preset, and is kept as it was published', async () => {
    await using w = await two('p-8')
    const entity = await w.south.deps.members.findEntity(w.borealis)
    if (!entity) throw new Error('borealis is hosted')
    const choose = (preset: string) =>
      saveProfile(w.south.deps, w.south.site, w.borealis, {
        profile: { ...entity.profile, supportProfile: { preset } },
      })
    expect(await choose('none')).toMatchObject({
      code: 'support-profile-unknown',
      field: 'supportProfile',
    })
    sure(await choose('follow-the-sun'))
    const found = await currentSupport(w.south.deps, w.borealis, w.borealis)
    expect(found?.profile.regions).toHaveLength(4)
    expect(await w.south.deps.members.findSupportDocument(w.borealis, found?.digest ?? '')).toBe(
      sure(findSupportPreset('follow-the-sun')).text,
    )
  })

  it('never changes under its version, and is refused with the field at fault', async () => {
    await using w = await two('p-9')
    const save = (document: string) => saveSupportProfile(w.south.deps, w.borealis, document)
    const again = sure(await save(text('p-9')))
    expect(again.version).toBe('p-9')
    expect(wordOf(await save(`${text('p-9')} `))).toBe('support-profile-invalid')
    const [region] = BERLIN.profile.regions
    const lost = { ...BERLIN.profile, version: 'p-10', regions: [{ ...region, calendar: 'none' }] }
    expect(await save(JSON.stringify(lost))).toMatchObject({
      code: 'support-profile-invalid',
      field: 'regions.0.calendar',
    })
  })
})

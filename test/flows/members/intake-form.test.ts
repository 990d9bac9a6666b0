import { describe, expect, it } from 'vitest'
import { IntakeForm } from '../../../src/core/members/intake-form.ts'
import { intakeFormOf } from '../../../src/flows/members/intake-form.ts'
import { resolvePartner } from '../../../src/flows/members/resolve-partner.ts'
import { DAY, sure, twoMembers } from './gateways.ts'
import { saveProfile } from '../../../src/flows/settings/save-profile.ts'

/** Forms are remembered by content for the whole process, so each test asks for another one. */
const formCalled = (id: string): IntakeForm => ({
  id,
  fields: [{ key: 'array', label: 'Serial number', required: true, kind: 'text' }],
})

const withForm = async (form: IntakeForm | null) => {
  const w = await twoMembers()
  const entity = await w.south.deps.members.findEntity(w.borealis)
  if (!entity) throw new Error('borealis is hosted')
  const profile = { ...entity.profile, intakeForm: form }
  sure(await saveProfile(w.south.deps, w.south.site, w.borealis, { profile }))
  const { partner } = sure(await resolvePartner(w.north.deps, w.atlas, w.borealis))
  return { ...w, partner, ask: () => intakeFormOf(w.north.deps, w.atlas, partner) }
}

describe('the intake form of a partner', () => {
  it('is fetched from where the partner says, and named by its hash', async () => {
    await using w = await withForm(formCalled('one'))
    const asked = await w.ask()
    expect(asked?.form).toEqual(formCalled('one'))
    expect(asked?.digest).toBe(w.partner.metadata?.intake_form?.sha256)
  })

  it('is fetched once', async () => {
    await using w = await withForm(formCalled('two'))
    await w.ask()
    const before = w.wire.sent
    w.wire.part('https://north.test', 'https://south.test')
    expect((await w.ask())?.form.id).toBe('two')
    expect(w.wire.sent).toBe(before)
    w.clock.advance(DAY)
    expect(await w.ask()).toBeNull()
  })

  it('is none when the partner has none', async () => {
    await using w = await withForm(null)
    const before = w.wire.sent
    expect(await w.ask()).toBeNull()
    expect(w.wire.sent).toBe(before)
  })

  it('is none while the partner does not answer', async () => {
    await using w = await withForm(formCalled('three'))
    w.wire.part('https://north.test', 'https://south.test')
    expect(await w.ask()).toBeNull()
  })

  it('is none when another form is served than was published', async () => {
    await using w = await withForm(formCalled('four'))
    const entity = await w.south.deps.members.findEntity(w.borealis)
    if (!entity) throw new Error('borealis is hosted')
    const profile = { ...entity.profile, intakeForm: formCalled('five') }
    sure(await saveProfile(w.south.deps, w.south.site, w.borealis, { profile }))
    expect(await w.ask()).toBeNull()
  })
})

import { expect, test } from 'vitest'
import type { CaseId, MemberId } from '../../../src/core/kernel/id.ts'
import type { Agreement } from '../../../src/core/members/agreement.ts'
import { createStores } from '../../../src/storage/stores.ts'
import { ALPINE, BASALT, CEDAR, KEY, at, hash } from '../../kit/case-rows.ts'
import { onBothDatabases } from '../../kit/database.ts'
import { beside } from '../../kit/member-rows.ts'

const agreement = (id: MemberId, perHour: number): Agreement => ({
  partner: id,
  mayEngage: 'ask',
  products: ['vm'],
  upTo: 2,
  perHour,
  perDay: null,
  autoAccept: 'none',
})

onBothDatabases('a partner', (make) => {
  test('is trusted by anchor or pin, as set last', async () => {
    await using fresh = await make()
    const { members } = createStores(fresh.database)
    expect(await members.trustedAnchors(ALPINE)).toEqual([])
    await members.trustAnchor(ALPINE, { id: CEDAR, keys: [] }, beside(1))
    await members.trustAnchor(ALPINE, { id: BASALT, keys: [KEY] }, beside(2))
    await members.trustAnchor(ALPINE, { id: CEDAR, keys: [KEY] }, beside(3))
    expect(await members.trustedAnchors(ALPINE)).toEqual([
      { id: CEDAR, keys: [KEY] },
      { id: BASALT, keys: [KEY] },
    ])
    expect(await members.pinOf(ALPINE, BASALT)).toBeNull()
    await members.pin(ALPINE, BASALT, ['a', 'b'], beside(1))
    await members.pin(ALPINE, BASALT, ['c'], beside(2))
    expect(await members.pinOf(ALPINE, BASALT)).toEqual(['c'])
  })

  test('is agreed with in versions, each built on the one before', async () => {
    await using fresh = await make()
    const { members, log } = createStores(fresh.database)
    expect(await members.agreementWith(ALPINE, BASALT)).toBeNull()
    expect(await members.saveAgreement(ALPINE, agreement(BASALT, 1), 1, beside(1))).toBe('moved-on')
    expect(await members.saveAgreement(ALPINE, agreement(BASALT, 1), 0, beside(1))).toBe('done')
    expect(await members.saveAgreement(ALPINE, agreement(BASALT, 2), 0, beside(2))).toBe('moved-on')
    const both = [2, 3].map((perHour) =>
      members.saveAgreement(ALPINE, agreement(BASALT, perHour), 1, beside(2)),
    )
    expect((await Promise.all(both)).toSorted()).toEqual(['done', 'moved-on'])
    await members.saveAgreement(ALPINE, agreement(CEDAR, 7), 0, beside(3))
    const now = await members.agreementWith(ALPINE, BASALT)
    expect(now?.version).toBe(2)
    expect(await members.listAgreements(ALPINE)).toEqual([
      { agreement: now?.agreement, version: 2, at: at(2) },
      { agreement: agreement(CEDAR, 7), version: 1, at: at(3) },
    ])
    expect(await log.sequence(ALPINE, 9)).toBe(3)
  })

  test('is counted by what it asked for lately', async () => {
    await using fresh = await make()
    const { members } = createStores(fresh.database)
    const caseId = hash('case') as CaseId
    for (const seconds of [-90_000, -80_000, -3_000, -10, -10])
      await members.noteAsked(ALPINE, BASALT, caseId, at(seconds))
    await members.noteAsked(ALPINE, CEDAR, caseId, at(-10))
    const counted = members.countAsked(ALPINE, BASALT, at(-3_600), at(-86_400))
    expect(await counted).toEqual({ hour: 3, day: 4 })
  })
})

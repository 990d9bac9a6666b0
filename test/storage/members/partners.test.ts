import { expect, test } from 'vitest'
import type { MemberId } from '../../../src/core/kernel/id.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import type { CaseGatewayMetadata } from '../../../src/core/members/metadata.ts'
import type { MemberStore, Partner } from '../../../src/flows/member-ports.ts'
import { createStores } from '../../../src/storage/stores.ts'
import { ALPINE, BASALT, CEDAR, at, hash, memberOf } from '../../kit/case-rows.ts'
import { onBothDatabases } from '../../kit/database.ts'

const partner = (id: MemberId, parts: Partial<Partner> = {}): Partner => ({
  id,
  name: 'Basalt GmbH',
  metadata: null,
  via: 'anchor',
  anchor: CEDAR,
  expiresAt: at(9),
  resolvedAt: at(1),
  suspended: false,
  pastKeys: [{ kid: hash('old'), revokedAt: at(0) }],
  clockOffset: -3,
  lastError: null,
  ...parts,
})

const searching =
  (members: MemberStore) =>
  async (words: string | null, after: string | null = null, limit = 9) => {
    const page = await members.searchPartners(ALPINE, words, { after, limit })
    if (page instanceof Refusal) throw new Error(page.code)
    return { names: page.items.map(({ name }) => name), next: page.next }
  }

onBothDatabases('a partner', (make) => {
  test('is kept as last resolved', async () => {
    await using fresh = await make()
    const { members } = createStores(fresh.database)
    expect(await members.findPartner(ALPINE, BASALT)).toBeNull()
    await members.savePartner(ALPINE, partner(BASALT), at(1))
    expect(await members.findPartner(ALPINE, BASALT)).toEqual(partner(BASALT))
    const metadata = { organization_name: 'Basalt' } as CaseGatewayMetadata
    const later = partner(BASALT, {
      metadata,
      via: 'pin',
      anchor: null,
      lastError: 'x',
      suspended: true,
    })
    await members.savePartner(ALPINE, later, at(2))
    expect(await members.findPartner(ALPINE, BASALT)).toEqual(later)
  })

  test('is found by words of its name, identifier and products, page by page by name', async () => {
    await using fresh = await make()
    const { members } = createStores(fresh.database)
    const metadata = { products: [{ code: 'ARR-9', name: 'Disk Array' }] } as CaseGatewayMetadata
    const names = ['delta', 'Cedar', 'basalt', 'ÄRA_100%']
    for (const name of names)
      await members.savePartner(
        ALPINE,
        partner(memberOf(`p-${name.length}-${names.indexOf(name)}`), {
          name,
          metadata: name === 'Cedar' ? metadata : null,
        }),
        at(1),
      )
    const search = searching(members)
    expect((await search(null)).names).toEqual(['basalt', 'Cedar', 'delta', 'ÄRA_100%'])
    expect((await search('ARRAY cedar')).names).toEqual(['Cedar'])
    expect((await search('arr-9')).names).toEqual(['Cedar'])
    expect((await search('_1 0%')).names).toEqual(['ÄRA_100%'])
    expect((await search('P-5')).names).toEqual(['Cedar', 'delta'])
    expect((await search('cedar delta')).names).toEqual([])
    const first = await search(null, null, 3)
    expect(first.names).toHaveLength(3)
    expect(await search(null, first.next, 3)).toEqual({ names: ['ÄRA_100%'], next: null })
    const foreign = { after: first.next, limit: 3 }
    expect(await members.searchPartners(BASALT, null, foreign)).toMatchObject({
      code: 'cursor-invalid',
    })
  })

  test('has its statements kept as received, each once', async () => {
    await using fresh = await make()
    const { members } = createStores(fresh.database)
    await members.keepStatements(ALPINE, BASALT, ['a.b.c', 'd.e.f'], at(1))
    await members.keepStatements(ALPINE, BASALT, ['a.b.c', 'g.h.i'], at(2))
    await members.keepStatements(ALPINE, CEDAR, [], at(2))
    const rows = await fresh.database.query(
      'select token, token_hash, received_at from member_statement order by entry',
    )
    expect(rows).toEqual([
      { token: 'a.b.c', token_hash: hash('a.b.c'), received_at: at(1) },
      { token: 'd.e.f', token_hash: hash('d.e.f'), received_at: at(1) },
      { token: 'g.h.i', token_hash: hash('g.h.i'), received_at: at(2) },
    ])
  })
})

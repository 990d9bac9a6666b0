import { describe, expect, it } from 'vitest'
import { digestOf } from '../../../src/core/kernel/bytes.ts'
import { defaultAgreement } from '../../../src/core/members/agreement.ts'
import { saveAgreement } from '../../../src/flows/settings/save-agreement.ts'
import { ELSEWHERE, oneGateway, sure, wordOf } from '../members/gateways.ts'

describe('an agreement', () => {
  it('is kept version by version', async () => {
    await using w = await oneGateway()
    const { deps } = w.north
    const first = defaultAgreement(ELSEWHERE)
    const second = { ...first, mayEngage: 'never' } as const
    expect(sure(await saveAgreement(deps, w.atlas, first, 0)).version).toBe(1)
    expect(sure(await saveAgreement(deps, w.atlas, second, 1)).version).toBe(2)
    const stored = await deps.members.agreementWith(w.atlas, ELSEWHERE)
    expect(stored).toEqual({ agreement: second, version: 2 })
  })

  it('is not overwritten unseen', async () => {
    await using w = await oneGateway()
    const save = (expected: number) =>
      saveAgreement(w.north.deps, w.atlas, defaultAgreement(ELSEWHERE), expected)
    sure(await save(0))
    expect(wordOf(await save(0))).toBe('precondition-failed')
    expect(wordOf(await save(2))).toBe('precondition-failed')
  })

  it('is made with others', async () => {
    await using w = await oneGateway()
    const saved = await saveAgreement(w.north.deps, w.atlas, defaultAgreement(w.atlas), 0)
    expect(saved).toMatchObject({ code: 'target-is-self', field: 'partner' })
  })

  it('leaves a leaf that commits to it, and the answer for a repeated request', async () => {
    await using w = await oneGateway()
    const agreement = defaultAgreement(ELSEWHERE)
    const answer = {
      client: 'crm',
      key: 'k-1',
      requestHash: 'h',
      render: ({ version }: { version: number }) => ({ status: 200, body: `v${version}` }),
    }
    sure(await saveAgreement(w.north.deps, w.atlas, agreement, 0, { answer }))
    const [leaf] = await w.north.fresh.database.query<object>(
      `select token_hash, partner, direction from audit_leaf where verdict = 'agreement-saved'`,
    )
    const hash = await digestOf(JSON.stringify(agreement))
    expect(leaf).toEqual({ token_hash: hash, partner: ELSEWHERE, direction: 'own' })
    const kept = await w.north.deps.work.findAnswer('crm', 'k-1')
    expect(kept).toMatchObject({ requestHash: 'h', status: 200, body: 'v1' })
  })
})

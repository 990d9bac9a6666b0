import { expect, test } from 'vitest'
import type { AlertCause } from '../../../src/core/alerts/cause.ts'
import type { CaseId, MemberId } from '../../../src/core/kernel/id.ts'
import type { Attempt } from '../../../src/flows/alert-ports.ts'
import { createStores } from '../../../src/storage/stores.ts'
import { ALPINE, at, BASALT, hash } from '../../kit/case-rows.ts'
import { onBothDatabases } from '../../kit/database.ts'
import { beside } from '../../kit/member-rows.ts'

const CASE = hash('case') as CaseId
const LEASE = 60_000
const cause = (key: string, from = 1): AlertCause => ({
  key,
  kind: 'engagement-requested',
  level: 1,
  pages: true,
  whom: 'duty',
  from: at(from),
  product: null,
  partner: BASALT,
  engagement: null,
  clock: null,
  due: null,
})
const attempt = (parts: Partial<Attempt> = {}): Attempt => ({
  alert: 'a1',
  step: 0,
  channel: 'c1',
  act: 'tell',
  person: 'ana',
  word: 'trying',
  tries: 1,
  error: null,
  at: at(2),
  nextAt: at(60),
  ...parts,
})

onBothDatabases('alerts', (make) => {
  const raised = async (member: MemberId = ALPINE) => {
    const fresh = await make()
    const { alerts } = createStores(fresh.database)
    await alerts.raise(member, CASE, [{ id: 'a1', cause: cause('k') }], at(1))
    return Object.assign(fresh, { alerts })
  }

  test('a cause rings once, whoever finds it again', async () => {
    await using w = await raised()
    await Promise.all(
      ['a2', 'a3'].map((id) => w.alerts.raise(ALPINE, CASE, [{ id, cause: cause('k') }], at(2))),
    )
    expect(await w.alerts.claim(at(3), LEASE)).toMatchObject({ alert: { id: 'a1' } })
    expect(await w.alerts.claim(at(3), LEASE)).toBeNull()
  })

  test('one process at a time has it; another takes over when the lease ends, and the first can write no more', async () => {
    await using w = await raised()
    const first = await w.alerts.claim(at(3), LEASE)
    if (!first) throw new Error('nothing is due')
    expect(await w.alerts.keepAttempts(ALPINE, 'a1', first.lease, [attempt()])).toBe(true)
    expect(await w.alerts.claim(at(62), LEASE)).toBeNull()
    const second = await w.alerts.claim(at(64), LEASE)
    expect(second?.attempts).toEqual([attempt()])
    const sent = attempt({ word: 'sent', nextAt: null })
    expect(await w.alerts.keepAttempts(ALPINE, 'a1', first.lease, [sent])).toBe(false)
    expect(await w.alerts.attemptsOf(ALPINE, ['a1'])).toEqual([attempt()])
    expect(await w.alerts.attemptsOf(BASALT, ['a1'])).toEqual([])
  })

  test('what happens while a process holds it is not lost', async () => {
    await using w = await raised()
    const held = await w.alerts.claim(at(3), LEASE)
    const settled = { word: 'telling', nextAt: at(300), overAt: null, cause: cause('k') } as const
    await w.alerts.touch(ALPINE, CASE, at(4))
    expect(await w.alerts.forget(ALPINE, 'a1', held?.lease ?? '')).toBe(false)
    await w.alerts.settle(ALPINE, 'a1', held?.lease ?? '', settled)
    const again = await w.alerts.claim(at(5), LEASE)
    expect(again?.alert.word).toBe('telling')
    await w.alerts.acknowledge(ALPINE, 'a1', 'Ana', beside(6))
    await w.alerts.settle(ALPINE, 'a1', again?.lease ?? '', settled)
    expect(await w.alerts.claim(at(7), LEASE)).toMatchObject({
      alert: { word: 'acknowledged', acknowledgedBy: 'Ana' },
    })
  })

  test('what was over stays so, and what nobody was told of is forgotten', async () => {
    await using w = await raised()
    const held = await w.alerts.claim(at(3), LEASE)
    const over = { word: 'over', nextAt: null, overAt: at(4), cause: cause('k') } as const
    await w.alerts.settle(ALPINE, 'a1', held?.lease ?? '', over)
    await w.alerts.raise(ALPINE, CASE, [{ id: 'a2', cause: cause('k2') }], at(5))
    await w.alerts.touch(ALPINE, CASE, at(5))
    expect(await w.alerts.acknowledge(ALPINE, 'a1', 'Ana', beside(6))).toMatchObject({
      word: 'over',
      acknowledgedBy: null,
    })
    const next = await w.alerts.claim(at(6), LEASE)
    expect(next?.alert.id).toBe('a2')
    expect(await w.alerts.forget(ALPINE, 'a2', next?.lease ?? '')).toBe(true)
    expect(await w.alerts.find(ALPINE, 'a2')).toBeNull()
  })

  test('the list shows the latest first, page by page, to its member alone', async () => {
    await using w = await raised()
    for (const n of [2, 3])
      await w.alerts.raise(ALPINE, CASE, [{ id: `a${n}`, cause: cause(`k${n}`) }], at(n))
    for (;;) {
      const held = await w.alerts.claim(at(9), LEASE)
      if (held === null) break
      const settled = { word: 'telling', nextAt: null, overAt: null, cause: cause('k') } as const
      await w.alerts.settle(ALPINE, held.alert.id, held.lease, settled)
    }
    const page = async (member: MemberId, after: string | null) => {
      const found = await w.alerts.list(member, { caseId: CASE }, { after, limit: 2 })
      if (!('items' in found)) throw new Error('refused')
      return [found.items.map(({ id }) => id), found.next] as const
    }
    const [first, next] = await page(ALPINE, null)
    expect(first).toEqual(['a3', 'a2'])
    expect(await page(ALPINE, next)).toEqual([['a1'], null])
    expect(await page(BASALT, null)).toEqual([[], null])
  })

  test('channels and settings are a member’s own, and change version by version', async () => {
    await using w = await raised()
    const channel = {
      name: 'p',
      enabled: true,
      mildest: 4,
      kind: 'pagerduty',
      region: 'us',
    } as const
    const stored = { id: 'c1', channel, secret: 'sealed' }
    expect(await w.alerts.saveChannel(ALPINE, stored, 0, beside(1))).toBe('done')
    expect(await w.alerts.saveChannel(ALPINE, stored, 2, beside(1))).toBe('moved-on')
    expect(await w.alerts.saveChannel(ALPINE, stored, 1, beside(1))).toBe('done')
    expect(await w.alerts.findChannel(BASALT, 'c1')).toBeNull()
    expect(await w.alerts.resealSecrets(async ({ sealed }) => `${sealed} anew`)).toBe(1)
    expect(await w.alerts.channels(ALPINE)).toEqual([
      { ...stored, secret: 'sealed anew', version: 2 },
    ])
    expect(await w.alerts.removeChannel(BASALT, 'c1', 2, beside(2))).toBe('moved-on')
    expect(await w.alerts.removeChannel(ALPINE, 'c1', 2, beside(2))).toBe('done')
  })
})

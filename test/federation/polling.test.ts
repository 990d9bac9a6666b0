// A vendor whose gateway accepts no incoming connections works its cases all the same: it asks its partners for what waits there.
import { expect, test } from 'vitest'
import { statusOf } from '../../src/core/cases/case.ts'
import { hide, shut } from '../kit/firewall.ts'
import { accept, act, note, open } from '../kit/case-inputs.ts'
import type { FreshPostgres } from '../kit/database.ts'
import { network, stateAt, summaryAt, vendorOf } from '../kit/network.ts'

const threeWithOneHidden = async () => {
  const net = await network([1, 1, 1])
  const [a, hidden, c] = [vendorOf(net, 0), vendorOf(net, 1), vendorOf(net, 2)]
  return { ...net, a, hidden, c, knocks: await hide(net, hidden) }
}

const queueTo = async (from: ReturnType<typeof vendorOf>, to: ReturnType<typeof vendorOf>) =>
  (await from.host.gateway.deps.work.partnerQueues(from.id)).find(
    ({ partner }) => partner === to.id,
  )

test('is invited, joins, works and closes with the others, and nobody ever knocks', async () => {
  await using net = await threeWithOneHidden()
  const { a, hidden, c, knocks } = net
  const { caseId } = await open(a, [hidden, c])
  await net.settle()
  await accept(hidden, caseId)
  await accept(c, caseId)
  await net.settle()
  await note(c, caseId, 'from one that can be reached')
  await note(hidden, caseId, 'from behind the firewall')
  await net.settle()
  await act(a, caseId, { type: 'close-case', code: 'solved' })
  await net.settle()
  expect(statusOf(await stateAt(hidden, caseId))).toBe('closed')
  for (const one of [hidden, c])
    expect(await summaryAt(one, caseId)).toEqual(await summaryAt(a, caseId))
  expect(await queueTo(a, hidden)).toMatchObject({ waiting: 0, failingSince: null, failures: 0 })
  expect(knocks.filter((path) => /events|batch/.test(path))).toEqual([])
})

test('opens a case of its own, and who joins it gets the history without being able to ask for it', async () => {
  await using net = await threeWithOneHidden()
  const { a, hidden, c } = net
  const { caseId } = await open(hidden, [c])
  await note(hidden, caseId, 'written before anybody joined')
  await net.settle()
  await accept(c, caseId)
  await net.settle()
  await note(c, caseId, 'I have read it all')
  await net.settle()
  expect(await summaryAt(c, caseId)).toEqual(await summaryAt(hidden, caseId))
  expect((await stateAt(c, caseId)).size).toBeGreaterThan(5)
  expect(await a.host.gateway.deps.cases.loadCase(a.id, caseId)).toBeNull()
})

test('gives back what a partner restored from a backup had lost', async () => {
  await using net = await threeWithOneHidden()
  const { a, hidden } = net
  const { caseId } = await open(a, [hidden])
  await net.settle()
  await accept(hidden, caseId)
  await net.settle()
  const backup = await (a.host.database as FreshPostgres).copy()
  await note(a, caseId, 'written after the backup was taken')
  await net.settle()
  const before = await summaryAt(hidden, caseId)
  await using lost = a.host.database
  a.host.database = backup
  net.restart(a.host)
  expect(lost).not.toBe(backup)
  net.clock.advance(10 * 60_000)
  await net.settle()
  expect(await summaryAt(a, caseId)).toMatchObject({ size: (before as { size: number }).size })
  expect((await stateAt(a, caseId)).equivocations).toEqual([])
})

test('goes on where it was after a restart, and takes nothing twice', async () => {
  await using net = await threeWithOneHidden()
  const { a, hidden } = net
  const { caseId } = await open(a, [hidden])
  await net.settle()
  await accept(hidden, caseId)
  await net.settle()
  net.wire.part(a.host.origin, hidden.host.origin)
  for (const text of ['one', 'two', 'three']) await note(a, caseId, text)
  await net.settle()
  net.restart(hidden.host)
  shut(net, hidden)
  net.wire.heal()
  net.clock.advance(16 * 60_000)
  await net.settle()
  const { deps } = hidden.host.gateway
  const page = await deps.cases.listEvents(hidden.id, caseId, { after: null, limit: 200 })
  const ids = 'items' in page ? page.items.map(({ event }) => event) : []
  expect(new Set(ids).size).toBe(ids.length)
  expect(await summaryAt(hidden, caseId)).toEqual(await summaryAt(a, caseId))
})

test('counts as unreachable to its partners when it does not come', async () => {
  await using net = await threeWithOneHidden()
  const { a, hidden } = net
  const { caseId } = await open(a, [hidden])
  await net.settle()
  await accept(hidden, caseId)
  await net.settle()
  net.wire.part(a.host.origin, hidden.host.origin)
  await note(a, caseId, 'is anybody there?')
  net.clock.advance(5 * 60_000)
  await net.settle()
  const failing = await queueTo(a, hidden)
  expect(failing).toMatchObject({ waiting: 1, lastError: expect.stringContaining('has not come') })
  expect(failing?.failingSince).not.toBeNull()
  const unheard = await queueTo(hidden, a)
  expect(unheard?.failingSince).not.toBeNull()
  net.wire.heal()
  net.clock.advance(16 * 60_000)
  await net.settle()
  expect(await queueTo(a, hidden)).toMatchObject({ waiting: 0, failingSince: null })
  expect(await queueTo(hidden, a)).toMatchObject({ failingSince: null })
})

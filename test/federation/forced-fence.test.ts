// A gateway restored from a backup whose partners are gone: an operator goes on under a new incarnation; and they come back after all.
import { describe, expect, test } from 'vitest'
import { flagsOf } from '../../src/core/cases/flags.ts'
import { Refusal } from '../../src/core/kernel/refusal.ts'
import type { CaseId } from '../../src/core/kernel/id.ts'
import { forceFence } from '../../src/flows/cases/force-fence.ts'
import { readHistory } from '../../src/flows/cases/read-history.ts'
import { raiseFences } from '../../src/runtime/fence.ts'
import { accept, note, open } from '../kit/case-inputs.ts'
import type { FreshPostgres } from '../kit/database.ts'
import { network, stateAt, summaryAt, sure, vendorOf } from '../kit/network.ts'
import type { Network, Vendor } from '../kit/network.ts'

const DOUBTS = { unclean: false, trustMissingMark: false }
const WHY = 'The partner closed down; nobody there answers.'

async function pair(): Promise<Network & { a: Vendor; b: Vendor; caseId: CaseId }> {
  const net = await network([1, 1])
  const [a, b] = [vendorOf(net, 0), vendorOf(net, 1)]
  const { caseId } = await open(a, [b])
  await net.settle()
  await accept(b, caseId)
  await net.settle()
  return { ...net, a, b, caseId }
}

const force = (vendor: Vendor, caseId: CaseId) =>
  forceFence(vendor.host.gateway.deps, vendor.id, caseId, WHY)

/** A restored vendor, cut off from everybody, that lost a note which the others had seen. */
async function restored(net: Network, vendor: Vendor, other: Vendor, caseId: CaseId) {
  const backup = await (vendor.host.database as FreshPostgres).copy()
  await note(vendor, caseId, 'written after the backup was taken')
  await net.settle()
  const lost = vendor.host.database
  vendor.host.database = backup
  net.restart(vendor.host)
  net.wire.part(vendor.host.origin, other.host.origin)
  await raiseFences(vendor.host.gateway.deps, DOUBTS)
  return lost
}

const told = async (vendor: Vendor, caseId: CaseId) =>
  sure(
    await readHistory(vendor.host.gateway.deps, vendor.id, caseId, {
      after: null,
      limit: 200,
      newestFirst: false,
      withToken: false,
    }),
  ).items

describe('a forced fence', () => {
  test.each([
    ['the host', 0],
    ['a participant', 1],
  ] as const)(
    'lets %s go on for all to see, and what others had built on counts when they come back',
    async (_who, index) => {
      await using net = await pair()
      const { a, b, caseId } = net
      const [vendor, other] = index === 0 ? [a, b] : [b, a]
      await using _lost = await restored(net, vendor, other, caseId)

      const receipt = sure(await force(vendor, caseId))
      expect(receipt.events.map(({ type }) => type)).toEqual(['author-resumed'])
      const { deps } = vendor.host.gateway
      const stored = await deps.cases.loadCase(vendor.id, caseId, { fresh: true })
      expect(stored).toMatchObject({ fenced: false, version: receipt.version })
      expect(await force(vendor, caseId)).toMatchObject({ code: 'case-not-fenced' })
      await note(vendor, caseId, 'written after it was forced')
      const own = (await told(vendor, caseId)).filter((event) => event.incarnation === 1)
      expect(own.map(({ type, verdict, texts }) => [type, verdict, texts])).toMatchObject([
        ['author-resumed', 'effect', [{ slot: 'reason', value: WHY }]],
        ['note-added', 'effect', [{ slot: 'note' }]],
      ])
      await deps.log.sequence(vendor.id, 1_000)
      const leaves = await deps.log.feed(vendor.id, 0, 1_000)
      expect(leaves.map(({ leaf }) => leaf.event)).toContain(receipt.events[0]?.id)

      net.wire.heal()
      net.clock.advance(16 * 60_000)
      await net.settle()
      expect(await summaryAt(vendor, caseId)).toEqual(await summaryAt(other, caseId))
      expect(flagsOf(await stateAt(other, caseId))).toContain('equivocation')
      expect((await stateAt(other, caseId)).participants[vendor.id]?.chains[1]).toBeUndefined()
      await note(vendor, caseId, 'written after it caught up')
      await net.settle()
      const last = (await told(other, caseId)).findLast((event) => event.author === vendor.id)
      expect(last).toMatchObject({ incarnation: 0, verdict: 'effect' })
      expect(await summaryAt(vendor, caseId)).toEqual(await summaryAt(other, caseId))
    },
  )

  test('counts where nothing was lost, and nobody reads an equivocation', async () => {
    await using net = await pair()
    const { a, b, caseId } = net
    a.host.marks.clear()
    net.wire.part(a.host.origin, b.host.origin)
    await raiseFences(a.host.gateway.deps, DOUBTS)
    sure(await force(a, caseId))
    await note(a, caseId, 'going on')
    net.wire.heal()
    net.clock.advance(16 * 60_000)
    await net.settle()
    expect(flagsOf(await stateAt(b, caseId))).toEqual([])
    expect(await summaryAt(a, caseId)).toEqual(await summaryAt(b, caseId))
    const last = (await told(b, caseId)).findLast((event) => event.type === 'note-added')
    expect(last).toMatchObject({ incarnation: 1, verdict: 'effect' })
  })

  test('is asked for once: without a fence it is refused, and nothing is written', async () => {
    await using net = await pair()
    const { a, caseId } = net
    const before = await summaryAt(a, caseId)
    expect(await force(a, caseId)).toBeInstanceOf(Refusal)
    expect(await summaryAt(a, caseId)).toEqual(before)
  })
})

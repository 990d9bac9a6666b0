import { describe, expect, it } from 'vitest'
import type { CaseId, EventId } from '../../src/core/kernel/id.ts'
import { Refusal } from '../../src/core/kernel/refusal.ts'
import { actOnCase } from '../../src/flows/cases/act-on-case.ts'
import { compareTips } from '../../src/jobs/compare-tips.ts'
import { markRunning, raiseFences } from '../../src/runtime/fence.ts'
import { accept, open } from '../kit/case-inputs.ts'
import type { FreshPostgres } from '../kit/database.ts'
import { freshFolder } from '../kit/folder.ts'
import { type Network, network, type Vendor, vendorOf } from '../kit/network.ts'

const CLEAN = { unclean: false, trustMissingMark: false }
const STRANGER = 'NpIN0Go297YR91rTMFSU_NO_QYcdZdPeXSzH0uWoMYU' as EventId

async function sharedCase(net: Network): Promise<{ host: Vendor; id: CaseId }> {
  const [host, guest] = [vendorOf(net, 0), vendorOf(net, 1)]
  const { caseId } = await open(host, [guest])
  await net.settle()
  await accept(guest, caseId)
  await net.settle()
  return { host, id: caseId }
}

const write = (vendor: Vendor, id: CaseId): ReturnType<typeof actOnCase> =>
  actOnCase(vendor.host.gateway.deps, vendor.id, id, {
    type: 'set-slot',
    key: 'work-state',
    value: 'investigating',
  })

const lose = (vendor: Vendor): void => void vendor.host.marks.delete(vendor.id)
const run = (vendor: Vendor): void => void vendor.host.marks.set(vendor.id, STRANGER)
const leave = (_vendor: Vendor): void => undefined

describe('the fence at start', () => {
  it('does not stand while the mark vouches', async () => {
    await using net = await network([1, 1])
    const { host, id } = await sharedCase(net)
    expect(await raiseFences(host.host.gateway.deps, CLEAN)).toEqual([])
    expect(await write(host, id)).not.toBeInstanceOf(Refusal)
  })

  it.each([
    ['the mark is missing', 'no-mark', lose, CLEAN],
    ['the mark is ahead', 'mark-ahead', run, CLEAN],
    ['the machine went down', 'unclean-stop', leave, { ...CLEAN, unclean: true }],
  ] as const)(
    'stands when %s, until a partner confirmed our last event',
    async (_w, why, spoil, d) => {
      await using net = await network([1, 1])
      const { host, id } = await sharedCase(net)
      const { deps } = host.host.gateway
      spoil(host)
      expect(await raiseFences(deps, d)).toEqual([{ member: host.id, why, cases: 1 }])
      expect(await write(host, id)).toMatchObject({ code: 'signing-fenced' })
      net.clock.advance(1_000)
      await compareTips(deps, { limit: 10 }, 500)
      expect((await deps.cases.loadCase(host.id, id, { fresh: true }))?.fenced).toBe(false)
      expect(await write(host, id)).not.toBeInstanceOf(Refusal)
    },
  )

  it('is raised once for a mark that is ahead, and again in a copy from before', async () => {
    await using net = await network([1, 1])
    const { host, id } = await sharedCase(net)
    const { deps } = host.host.gateway
    const older = await (host.host.database as FreshPostgres).copy()
    run(host)
    expect(await raiseFences(deps, CLEAN)).toMatchObject([{ why: 'mark-ahead' }])
    await deps.cases.liftFence(host.id, id)
    expect(await raiseFences(deps, CLEAN)).toEqual([])
    await using newer = host.host.database
    host.host.database = older
    net.restart(host.host)
    expect(newer).not.toBe(older)
    expect(await raiseFences(host.host.gateway.deps, CLEAN)).toMatchObject([{ why: 'mark-ahead' }])
  })

  it('does not stand for a missing mark when the operator says that the folder is new', async () => {
    await using net = await network([1, 1])
    const { host } = await sharedCase(net)
    host.host.marks.clear()
    const doubts = { unclean: false, trustMissingMark: true }
    expect(await raiseFences(host.host.gateway.deps, doubts)).toEqual([])
  })

  it('is not raised for members without shared cases', async () => {
    await using net = await network([1])
    const only = vendorOf(net, 0)
    expect(await raiseFences(only.host.gateway.deps, CLEAN)).toEqual([])
  })
})

describe('the marker of a running gateway', () => {
  it('tells a killed process from a machine that went down', () => {
    using folder = freshFolder()
    expect(markRunning(folder.path, 'boot-1').unclean).toBe(false)
    expect(markRunning(folder.path, 'boot-1').unclean).toBe(false)
    const afterPowerCut = markRunning(folder.path, 'boot-2')
    expect(afterPowerCut.unclean).toBe(true)
    afterPowerCut.remove()
    expect(markRunning(folder.path, 'boot-3').unclean).toBe(false)
  })

  it('doubts where boots have no names', () => {
    using folder = freshFolder()
    expect(markRunning(folder.path, 'unknown').unclean).toBe(false)
    expect(markRunning(folder.path, 'unknown').unclean).toBe(true)
  })
})

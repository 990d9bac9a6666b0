import { afterAll, beforeAll, expect, it } from 'vitest'
import { endOfFeed, readFeed } from '../../../src/flows/cases/read-feed.ts'
import { openedBy, sequenced, type System, systemOf } from '../../kit/api.ts'
import { network, type Network, vendorOf } from '../../kit/network.ts'

let net: Network
let alpine: System
beforeAll(async () => {
  net = await network([1])
  alpine = await systemOf(vendorOf(net, 0))
})
afterAll(() => net[Symbol.asyncDispose]())

it('nothing stands in the feed before it has a number, and then each in order, without gaps', async () => {
  const { deps } = alpine.vendor.host.gateway
  const { id } = alpine.vendor
  await sequenced(alpine.vendor)
  const end = await endOfFeed(deps, id)
  await openedBy(alpine, { caseNumber: 'SR-1' })
  await openedBy(alpine)
  expect(await readFeed(deps, id, end, 10)).toEqual([])
  await sequenced(alpine.vendor)
  const items = await readFeed(deps, id, end, 10)
  expect(items.map(({ number }) => number - end)).toEqual([1, 2, 3])
  expect(items.map(({ event }) => event?.type)).toEqual(['case-opened', 'slot-set', 'case-opened'])
  expect(await readFeed(deps, id, end + 1, 1)).toMatchObject([{ number: end + 2 }])
  expect(await endOfFeed(deps, id)).toBe(end + 3)
})

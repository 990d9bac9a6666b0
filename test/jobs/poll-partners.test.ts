import { expect, test } from 'vitest'
import { pollPartners } from '../../src/jobs/poll-partners.ts'
import { hide } from '../kit/firewall.ts'
import { open } from '../kit/case-inputs.ts'
import { network, vendorOf } from '../kit/network.ts'

test('asks every partner that is due, and nobody for members that can be reached', async () => {
  await using net = await network([1, 1, 1])
  const [a, hidden, c] = [vendorOf(net, 0), vendorOf(net, 1), vendorOf(net, 2)]
  await hide(net, hidden)
  for (const vendor of [a, c]) await open(vendor, [hidden])
  const pass = (vendor: typeof a) =>
    pollPartners(vendor.host.gateway.deps, { limit: 10, hold: false })
  expect(await pass(hidden)).toBeGreaterThanOrEqual(4)
  expect(await pass(hidden)).toBe(0)
  expect([await pass(a), await pass(c)]).toEqual([0, 0])
})

test('is told of a fault, after the other partners had their turn', async () => {
  await using net = await network([1, 1, 1])
  const [a, hidden, c] = [vendorOf(net, 0), vendorOf(net, 1), vendorOf(net, 2)]
  await hide(net, hidden)
  for (const vendor of [a, c]) await open(vendor, [hidden])
  const { deps } = hidden.host.gateway
  const cases = {
    ...deps.cases,
    loadCase: () => {
      throw new Error('a fault of ours')
    },
  }
  const broken = { ...deps, cases: Object.setPrototypeOf(cases, deps.cases) as typeof deps.cases }
  const before = net.wire.sent
  await expect(pollPartners(broken, { limit: 10, hold: false })).rejects.toThrow('a fault of ours')
  expect(net.wire.sent - before).toBe(2)
})

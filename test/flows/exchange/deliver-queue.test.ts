import { describe, expect, test } from 'vitest'
import { note, open, accept } from '../../kit/case-inputs.ts'
import { network, summaryAt, vendorOf } from '../../kit/network.ts'
import type { Network, Vendor } from '../../kit/network.ts'
import type { CaseId } from '../../../src/core/kernel/id.ts'

/** Two vendors in one case; the first `times` batches that reach the second are damaged on their way. */
async function damagedFor(
  times: number,
): Promise<Network & { caseId: CaseId; left: () => number }> {
  const net = await network([1, 1])
  const [a, b] = [vendorOf(net, 0), vendorOf(net, 1)]
  const { caseId } = await open(a, [b])
  await net.settle()
  await accept(b, caseId)
  await net.settle()
  let left = times
  net.wire.corrupt(b.host.origin, {
    sending: (request, send) => send(request),
    asked: async (request, app) => {
      if (!request.url.endsWith('/batch') || left === 0) return app.fetch(request)
      left--
      const body = (await request.text()).replaceAll(
        /\.[A-Za-z0-9_-]{40}/g,
        (part) => `${part.slice(0, -4)}AAAA`,
      )
      return app.fetch(new Request(request.url, { method: 'POST', headers: request.headers, body }))
    },
  })
  return { ...net, caseId, left: () => left }
}

const refusals = (by: Vendor, caseId: CaseId): Promise<unknown[]> =>
  by.host.database.database.query(
    'select refused, attempts from outbox_message where case_id = $1 and refused is not null',
    [caseId],
  )

describe('an event that its partner calls damaged', () => {
  test('is offered again, and arrives', async () => {
    await using net = await damagedFor(2)
    const { caseId } = net
    const [a, b] = [vendorOf(net, 0), vendorOf(net, 1)]
    await note(a, caseId, 'through a bad line')
    await net.settle()
    expect(net.left()).toBe(0)
    expect(await refusals(a, caseId)).toEqual([])
    expect(await summaryAt(b, caseId)).toEqual(await summaryAt(a, caseId))
  })

  test('is refused for good when it is called so a third time', async () => {
    await using net = await damagedFor(3)
    const { caseId } = net
    const a = vendorOf(net, 0)
    await note(a, caseId, 'through a line that is no better')
    await a.host.gateway.jobs.deliver.run(new AbortController().signal)
    for (let i = 0; i < 3; i++) {
      net.clock.advance(1_500)
      await a.host.gateway.jobs.deliver.run(new AbortController().signal)
    }
    expect(await refusals(a, caseId)).toEqual([{ refused: 'invalid_request', attempts: 3 }])
  })
})

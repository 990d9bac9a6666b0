import { expect, it } from 'vitest'
import { saveProfile } from '../../../src/flows/settings/save-profile.ts'
import { systemOf } from '../../kit/api.ts'
import { accept, note, open } from '../../kit/case-inputs.ts'
import { network, sure, vendorOf } from '../../kit/network.ts'
import type { Network, Vendor } from '../../kit/network.ts'

const MINUTE = 60_000

/** Delivers, again and again, for so many minutes. */
async function wait(net: Network, from: Vendor, minutes: number): Promise<void> {
  const signal = new AbortController().signal
  for (let i = 0; i < minutes; i++) {
    await from.host.gateway.jobs.deliver.run(signal)
    net.clock.advance(MINUTE)
  }
}

it('a partner that does not answer for a quarter of an hour is shown in the case, with whom to call, until it answers', async () => {
  await using net = await network([1, 1, 1])
  const [a, gone, c] = [vendorOf(net, 0), vendorOf(net, 1), vendorOf(net, 2)]
  const { deps, site } = gone.host.gateway
  const entity = await deps.members.findEntity(gone.id)
  const contacts = [{ name: 'Duty desk', phone: '+351 21 555 020' }, { name: 'Post room' }]
  if (entity)
    sure(await saveProfile(deps, site, gone.id, { profile: { ...entity.profile, contacts } }))
  const { caseId } = await open(a, [gone, c])
  await net.settle()
  for (const vendor of [gone, c]) await accept(vendor, caseId)
  await net.settle()
  // A token lives no longer than this story.
  const read = async (etag = '') =>
    (await systemOf(a)).get(`/api/cases/${caseId}`, { 'if-none-match': etag })
  const before = await read()
  expect(before.body.unreachable).toEqual([])

  net.wire.part(a.host.origin, gone.host.origin)
  await note(a, caseId, 'is anybody there?')
  const since = net.clock.now()
  await wait(net, a, 14)
  const written = await read()
  expect(written.body.unreachable).toEqual([])
  await wait(net, a, 1)
  const told = await read(written.headers.get('etag') ?? '')
  expect(told.status).toBe(200)
  expect(told.body.version).toBe(written.body.version)
  expect(told.body.unreachable).toEqual([
    {
      partner: gone.id,
      name: 'basalt',
      since,
      contacts: [{ name: 'Duty desk', phone: '+351 21 555 020' }],
    },
  ])
  expect((await read(told.headers.get('etag') ?? '')).status).toBe(304)
  const closed = await (
    await systemOf(a)
  ).post(
    `/api/cases/${caseId}/close`,
    { code: 'solved' },
    { 'if-match': told.headers.get('etag') ?? '' },
  )
  expect(closed.status).toBe(200)

  net.wire.heal()
  net.clock.advance(16 * MINUTE)
  await net.settle()
  const after = await read(told.headers.get('etag') ?? '')
  expect([after.status, after.body.unreachable]).toEqual([200, []])
})

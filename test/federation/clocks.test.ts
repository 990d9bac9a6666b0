// Clocks over the night in which Berlin loses an hour: three vendors on three gateways, each with hours in its own zone. Every gateway reckons for itself
// and comes to the same second; who missed a deadline says so itself, once.
import { expect, test } from 'vitest'
import type { CaseId, EngagementId } from '../../src/core/kernel/id.ts'
import { instantOfSeconds, millisOf, secondsOf } from '../../src/core/kernel/instant.ts'
import { caseClocks } from '../../src/flows/cases/case-clocks.ts'
import { saveProfile } from '../../src/flows/settings/save-profile.ts'
import { saveSupportProfile } from '../../src/flows/settings/save-support-profile.ts'
import { accept, act, note, open } from '../kit/case-inputs.ts'
import { network, stateAt, sure, type Network, type Vendor, vendorOf } from '../kit/network.ts'

const EVERY_DAY = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** Open every day from one to another; a solution within so many working minutes, an update every two hours. */
async function publish(vendor: Vendor, zone: string, from: string, to: string, minutes: number) {
  const document = JSON.stringify({
    version: '1',
    calendars: [{ id: 'desk', zone, hours: [{ days: EVERY_DAY, from, to }], holidays: [] }],
    regions: [],
    plans: [],
    targets: [
      { clock: 'next-update', level: 2, within: { minutes: 120 } },
      { clock: 'resolve', level: 2, within: { workingMinutes: minutes }, calendar: 'desk' },
    ],
  })
  const { deps, site } = vendor.host.gateway
  sure(await saveSupportProfile(deps, vendor.id, document))
  const entity = await deps.members.findEntity(vendor.id)
  if (!entity) throw new Error(`${vendor.name} is not here`)
  const profile = { ...entity.profile, supportProfile: { version: '1' } }
  sure(await saveProfile(deps, site, vendor.id, { profile }))
}

async function until(net: Network, moment: string): Promise<void> {
  net.clock.advance(Date.parse(moment) - millisOf(net.clock.now()))
  const signal = new AbortController().signal
  for (const { gateway } of net.hosts) while ((await gateway.jobs.clocks.run(signal)) > 0);
}

async function clockAt(net: Network, vendor: Vendor, caseId: CaseId, of: Vendor, clock: string) {
  const s = await stateAt(vendor, caseId)
  const now = secondsOf(net.clock.now())
  const found = await caseClocks(vendor.host.gateway.deps, vendor.id, s, now)
  const of_ = [...found.values()].find(({ engagement }) => engagement.invitee === of.id)
  const one = of_?.clocks.find((each) => each.clock === clock)
  return one && { word: one.word, due: one.dueAt === null ? null : instantOfSeconds(one.dueAt) }
}

const stagesAt = async ({ host }: Vendor, caseId: CaseId) => {
  const rows = await host.database.database.query<{ clock: string; stage: string; at: string }>(
    'select clock, stage, reached_at as at from clock_stage where case_id = $1 order by entry',
    [caseId],
  )
  return rows.map(({ clock, stage, at }) => `${clock} ${stage} ${at.slice(11, 19)}`)
}

test('clocks of three zones agree to the second in the night that loses an hour', async () => {
  await using net = await network([1, 1, 1], { start: '2027-03-27T20:00:00.000Z' })
  const all = [vendorOf(net, 0), vendorOf(net, 1), vendorOf(net, 2)] as const
  const [angeles, berlin, tokyo] = all
  await publish(angeles, 'America/Los_Angeles', '08:00', '17:00', 240)
  await publish(berlin, 'Europe/Berlin', '00:00', '06:00', 240)
  await publish(tokyo, 'Asia/Tokyo', '08:00', '12:00', 120)

  await until(net, '2027-03-27T23:20:00.000Z')
  const { caseId } = await open(angeles, [berlin, tokyo], {
    severity: { level: 2, reason: 'initial' },
  })
  await net.settle()
  await until(net, '2027-03-27T23:30:00.000Z')
  await accept(berlin, caseId)
  await accept(tokyo, caseId)
  await net.settle()
  await act(berlin, caseId, {
    type: 'set-slot',
    key: 'next-update',
    value: Date.parse('2027-03-28T01:00:00Z') / 1000,
  })
  await net.settle()

  // Half past midnight to six in Berlin, without the hour from two to three; half past eight to half past ten in Tokyo.
  for (const vendor of all) {
    expect(await clockAt(net, vendor, caseId, berlin, 'resolve')).toEqual({
      word: 'running',
      due: '2027-03-28T03:30:00.000Z',
    })
    expect(await clockAt(net, vendor, caseId, tokyo, 'resolve')).toMatchObject({
      due: '2027-03-28T01:30:00.000Z',
    })
    expect(await clockAt(net, vendor, caseId, berlin, 'next-update')).toMatchObject({
      due: '2027-03-28T01:00:00.000Z',
    })
  }

  await until(net, '2027-03-28T00:59:59.000Z')
  expect((await stateAt(berlin, caseId)).participants[berlin.id]?.promises?.[0]?.kept).toBeNull()
  expect(await stagesAt(berlin, caseId)).not.toContain('next-update breached 01:00:00')
  await until(net, '2027-03-28T01:00:00.000Z')
  expect(await stagesAt(berlin, caseId)).toContain('next-update breached 01:00:00')
  net.restart(berlin.host)
  await until(net, '2027-03-28T01:00:01.000Z')
  await net.settle()
  const missedBy = async (vendor: Vendor, of: Vendor) => {
    const s = await stateAt(vendor, caseId)
    const id = s.participants[of.id]?.engagement as EngagementId
    return s.engagements[id]?.missed?.map(({ clock, due }) => `${clock} ${instantOfSeconds(due)}`)
  }
  for (const vendor of all)
    expect(await missedBy(vendor, berlin)).toEqual(['next-update 2027-03-28T01:00:00.000Z'])

  // The update comes late: the promise stays broken for all to see, and the clock begins anew.
  await until(net, '2027-03-28T01:10:00.000Z')
  await note(berlin, caseId, 'The failover log shows a firmware fault.')
  await net.settle()
  for (const vendor of all) {
    expect((await stateAt(vendor, caseId)).participants[berlin.id]?.promises).toMatchObject([
      { kept: null },
    ])
    expect(await clockAt(net, vendor, caseId, berlin, 'next-update')).toEqual({
      word: 'running',
      due: '2027-03-28T03:10:00.000Z',
    })
  }

  await until(net, '2027-03-28T02:29:59.000Z')
  expect(await stagesAt(angeles, caseId)).not.toContain('resolve warned 02:30:00')
  await until(net, '2027-03-28T02:30:00.000Z')
  for (const vendor of all)
    expect(await stagesAt(vendor, caseId)).toContain('resolve warned 02:30:00')
  await until(net, '2027-03-28T03:29:59.000Z')
  expect((await clockAt(net, angeles, caseId, berlin, 'resolve'))?.word).toBe('running')
  await until(net, '2027-03-28T03:30:00.000Z')
  await until(net, '2027-03-28T03:30:00.000Z')
  await net.settle()
  for (const vendor of all) {
    expect(await clockAt(net, vendor, caseId, berlin, 'resolve')).toMatchObject({
      word: 'breached',
    })
    expect(await missedBy(vendor, berlin)).toContain('resolve 2027-03-28T03:30:00.000Z')
    const stages = await stagesAt(vendor, caseId)
    expect(stages.filter((stage) => stage === 'resolve breached 03:30:00')).toHaveLength(1)
    expect(new Set(await missedBy(vendor, berlin)).size).toBe(
      (await missedBy(vendor, berlin))?.length,
    )
  }

  // Nothing is owed in a case that is closed.
  await act(angeles, caseId, { type: 'close-case', code: 'solved' })
  await net.settle()
  const before = await stagesAt(berlin, caseId)
  await until(net, '2027-03-29T20:00:00.000Z')
  expect(await stagesAt(berlin, caseId)).toEqual(before)
  const left = await berlin.host.database.database.query('select * from engagement_clock')
  expect(left).toEqual([])
})

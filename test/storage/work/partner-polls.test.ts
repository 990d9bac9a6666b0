import { expect, test } from 'vitest'
import type { MemberId } from '../../../src/core/kernel/id.ts'
import type { CaseGatewayMetadata } from '../../../src/core/members/metadata.ts'
import type { Entity, Partner } from '../../../src/flows/member-ports.ts'
import { createStores } from '../../../src/storage/stores.ts'
import { ALPINE, BASALT, CEDAR, CaseOnDesk, at, memberOf, toPartner } from '../../kit/case-rows.ts'
import { onBothDatabases } from '../../kit/database.ts'
import type { Fresh } from '../../kit/database.ts'
import { beside } from '../../kit/member-rows.ts'

const LEASE = 60_000

const entity = (id: MemberId, handle: string, delivery: 'push' | 'poll') =>
  ({
    id,
    handle,
    role: 'member',
    profile: {
      name: handle,
      products: [],
      delivery,
      supportHours: null,
      contacts: [],
      departments: [],
      scheme: null,
      supportProfile: null,
      shareDutyNames: false,
      intakeForm: null,
    },
    authorityHints: [],
    createdAt: at(1),
  }) satisfies Omit<Entity, 'version'>

const partner = (id: MemberId, parts: Partial<Partner> = {}): Partner => ({
  id,
  name: 'a partner',
  metadata: { organization_name: 'a partner' } as CaseGatewayMetadata,
  via: 'anchor',
  anchor: CEDAR,
  expiresAt: at(900),
  resolvedAt: at(1),
  suspended: false,
  pastKeys: [],
  clockOffset: 0,
  lastError: null,
  ...parts,
})

/** Alpine comes for its events, Delta is pushed to. */
const hosting = async (fresh: Fresh) => {
  const { members, work, cases } = createStores(fresh.database)
  const delta = memberOf('delta')
  await members.createEntity(entity(ALPINE, 'alpine', 'poll'), [], beside(1))
  await members.createEntity(entity(delta, 'delta', 'push'), [], beside(1))
  const claim = async (seconds: number, leaseMs = LEASE) => {
    await work.beginPolls(at(seconds))
    return work.claimPoll(at(seconds), leaseMs)
  }
  return { members, work, cases, delta, claim }
}

onBothDatabases('polls', (make) => {
  test('go to partners that were met and are in good standing, for members that come for their events', async () => {
    await using fresh = await make()
    const { members, delta, claim } = await hosting(fresh)
    await members.savePartner(delta, partner(BASALT), at(1))
    await members.savePartner(ALPINE, partner(CEDAR, { suspended: true }), at(1))
    await members.savePartner(ALPINE, partner(memberOf('never-met'), { metadata: null }), at(1))
    expect(await claim(2)).toBeNull()
    await members.savePartner(ALPINE, partner(BASALT), at(1))
    expect(await claim(3)).toMatchObject({ member: ALPINE, partner: BASALT, isBusy: false })
    expect(await claim(3)).toBeNull()
  })

  test('end with a partner that is suspended, and with a member that is pushed to again', async () => {
    await using fresh = await make()
    const { members, claim } = await hosting(fresh)
    await members.savePartner(ALPINE, partner(BASALT), at(1))
    expect(await claim(2, 0)).not.toBeNull()
    await members.savePartner(ALPINE, partner(BASALT, { suspended: true }), at(2))
    expect(await claim(3, 0)).toBeNull()
    await members.savePartner(ALPINE, partner(BASALT), at(3))
    expect(await claim(4, 0)).not.toBeNull()
    const { profile } = entity(ALPINE, 'alpine', 'push')
    expect(await members.saveProfile(ALPINE, 1, profile, [], beside(5))).toBe('done')
    expect(await claim(6, 0)).toBeNull()
  })

  test('are worth waiting at where an open case is shared', async () => {
    await using fresh = await make()
    const { members, cases, claim } = await hosting(fresh)
    await members.savePartner(ALPINE, partner(BASALT), at(1))
    const desk = new CaseOnDesk(ALPINE)
    const { event } = desk.note('to both')
    await cases.commit(desk.commit(2, { deliveries: [toPartner(BASALT, event.id)] }))
    expect((await claim(3, 0))?.isBusy).toBe(false)
    await fresh.database.execute(
      `insert into case_member (member_id, participant, case_id, active) values ($1, $2, $3, true)
       on conflict on constraint case_member_is_named_once_in_a_case do update set active = true`,
      [ALPINE, BASALT, desk.id],
    )
    expect((await claim(4, 0))?.isBusy).toBe(true)
  })

  test('are settled by who holds the lease alone, and count failures', async () => {
    await using fresh = await make()
    const { members, work, claim, cases } = await hosting(fresh)
    await members.savePartner(ALPINE, partner(BASALT), at(1))
    const desk = new CaseOnDesk(ALPINE)
    const { event } = desk.note('begins the queue')
    await cases.commit(desk.commit(2, { deliveries: [toPartner(BASALT, event.id)] }))
    const queue = async () => (await work.partnerQueues(ALPINE))[0]
    const first = await claim(3)
    const settle = (lease: string, seconds: number, error: string | null) =>
      work.settlePoll({
        member: ALPINE,
        partner: BASALT,
        lease,
        at: at(seconds),
        nextAt: at(seconds + 5),
        error,
      })
    await settle('somebody else’s', 3, 'down')
    expect(await queue()).toMatchObject({ failures: 0 })
    await settle(first?.lease ?? '', 4, 'down')
    expect(await claim(8)).toBeNull()
    expect(await queue()).toMatchObject({
      failures: 1,
      failingSince: at(4),
      lastError: 'down',
    })
    const second = await claim(9)
    expect(second?.failures).toBe(1)
    await settle(second?.lease ?? '', 10, null)
    expect(await queue()).toMatchObject({ failures: 0, failingSince: null, lastError: null })
  })
})

onBothDatabases('a queue whose partner comes by itself', (make) => {
  test('is let go of untried, and forgets what failed when the partner came', async () => {
    await using fresh = await make()
    const { work, cases } = await hosting(fresh)
    const desk = new CaseOnDesk(ALPINE)
    const { event } = desk.note('waits')
    await cases.commit(desk.commit(2, { deliveries: [toPartner(BASALT, event.id)] }))
    const claimed = await work.claimQueue(at(3), LEASE)
    expect(claimed?.polledAt).toBeNull()
    await work.postponeQueue(ALPINE, BASALT, claimed?.lease ?? '', at(60))
    expect(await work.claimQueue(at(59), LEASE)).toBeNull()
    const again = await work.claimQueue(at(60), LEASE)
    await work.settleDeliveries({
      member: ALPINE,
      partner: BASALT,
      lease: again?.lease ?? '',
      delivered: [],
      refused: [],
      attempted: [],
      at: at(60),
      nextAt: at(61),
      error: 'has not come',
    })
    await work.notePolled(ALPINE, BASALT, at(62))
    const [queue] = await work.partnerQueues(ALPINE)
    expect(queue).toMatchObject({ failures: 0, failingSince: null, lastSuccessAt: at(62) })
    expect((await work.claimQueue(at(63), LEASE))?.polledAt).toBe(at(62))
  })
})

import { describe, expect, it } from 'vitest'
import { type Instant, instantOf } from '../../../src/core/kernel/instant.ts'
import type { DeliveryState } from '../../../src/flows/case-ports.ts'
import type { PartnerQueue } from '../../../src/flows/work-ports.ts'
import { deliveriesByPartner } from '../../../src/http/console/delivery.ts'
import { idOf, memberOf } from '../../kit/case-graph.ts'

const [A, B, C] = [memberOf('A'), memberOf('B'), memberOf('C')]
const at = (minute: number): Instant => instantOf(minute * 60_000)
const NOW = at(60)

const sent = (
  partner: typeof B,
  event: string,
  more: Partial<DeliveryState> = {},
): DeliveryState => ({
  partner,
  event: idOf(event),
  queuedAt: at(10),
  deliveredAt: null,
  attempts: 1,
  refused: null,
  ...more,
})
const queue = (more: Partial<PartnerQueue>): PartnerQueue => ({
  member: A,
  partner: B,
  waiting: 1,
  oldest: at(10),
  nextAt: null,
  failures: 3,
  failingSince: null,
  lastError: null,
  lastSuccessAt: null,
  ...more,
})

describe('deliveriesByPartner', () => {
  it('sums up what reached each partner, what waits since when, what was refused', () => {
    const states = [
      sent(B, 'A1', { deliveredAt: at(11) }),
      sent(B, 'A2', { deliveredAt: at(12) }),
      sent(B, 'A3', { queuedAt: at(30) }),
      sent(B, 'A4', { queuedAt: at(20) }),
      sent(B, 'A5', { refused: 'invalid_key', deliveredAt: at(40) }),
    ]
    expect(deliveriesByPartner(states, [], [B], NOW)).toMatchObject([
      {
        partner: B,
        delivered: 2,
        lastDeliveredAt: at(12),
        waiting: 2,
        waitingSince: at(20),
        refused: [{ event: idOf('A5'), word: 'invalid_key' }],
        unreachable: false,
      },
    ])
  })

  it('names a partner to which nothing was ever sent, once', () => {
    const found = deliveriesByPartner([sent(C, 'A1')], [], [B, C], NOW)
    expect(found.map(({ partner, delivered }) => [partner, delivered])).toEqual([
      [B, 0],
      [C, 0],
    ])
  })

  it('holds a partner to be unreachable after a quarter of an hour, and not before', () => {
    const since = (minute: number) =>
      deliveriesByPartner([], [queue({ failingSince: at(minute) })], [B], NOW)[0]
    expect(since(46)).toMatchObject({ unreachable: false, failures: 3 })
    expect(since(45)).toMatchObject({ unreachable: true, failingSince: at(45) })
  })

  it('takes no partner’s trouble for another’s', () => {
    const found = deliveriesByPartner([], [queue({ failingSince: at(0) })], [C], NOW)
    expect(found).toMatchObject([{ partner: C, failingSince: null, unreachable: false }])
  })
})

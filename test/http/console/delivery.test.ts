import { describe, expect, it } from 'vitest'
import { type Instant, instantOf } from '../../../src/core/kernel/instant.ts'
import type { DeliverySum } from '../../../src/flows/case-ports.ts'
import type { PartnerQueue } from '../../../src/flows/work-ports.ts'
import { deliveriesByPartner } from '../../../src/http/console/delivery.ts'
import { memberOf } from '../../kit/case-graph.ts'

const [A, B, C] = [memberOf('A'), memberOf('B'), memberOf('C')]
const at = (minute: number): Instant => instantOf(minute * 60_000)
const NOW = at(60)

const sum = (partner: typeof B, more: Partial<DeliverySum> = {}): DeliverySum => ({
  partner,
  delivered: 0,
  lastDeliveredAt: null,
  waiting: 1,
  waitingSince: at(10),
  refused: [],
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
  it('shows what reached a partner beside the trouble it has', () => {
    const sums = [sum(B, { delivered: 2, lastDeliveredAt: at(12) })]
    expect(deliveriesByPartner(sums, [queue({ lastError: 'down' })], [B], NOW)).toMatchObject([
      { ...sums[0], failures: 3, lastError: 'down', unreachable: false },
    ])
  })

  it('names a partner to which nothing was ever sent, once', () => {
    const found = deliveriesByPartner([sum(C)], [], [B, C], NOW)
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

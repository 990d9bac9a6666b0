// What became of our entries at each partner, with the trouble that the partner's queue has.
import type { MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { DeliverySum } from '../../flows/case-ports.ts'
import { isUnreachable } from '../../flows/exchange/unreachable.ts'
import type { PartnerQueue } from '../../flows/work-ports.ts'

export type PartnerDelivery = DeliverySum & {
  readonly failingSince: Instant | null
  readonly failures: number
  readonly lastError: string | null
  /** Long enough that people should call (D19). */
  readonly unreachable: boolean
}

/** @param partners those to show even if nothing was ever sent to them */
export function deliveriesByPartner(
  sums: readonly DeliverySum[],
  queues: readonly PartnerQueue[],
  partners: readonly MemberId[],
  now: Instant,
): PartnerDelivery[] {
  const byPartner = new Map(sums.map((sum) => [sum.partner, sum]))
  return [...new Set([...partners, ...byPartner.keys()])].map((partner) => {
    const queue = queues.find((q) => q.partner === partner)
    return { partner, ...NOTHING, ...byPartner.get(partner), ...troubleOf(queue, now) }
  })
}

const NOTHING: Omit<DeliverySum, 'partner'> = {
  delivered: 0,
  lastDeliveredAt: null,
  waiting: 0,
  waitingSince: null,
  refused: [],
}

function troubleOf(queue: PartnerQueue | undefined, now: Instant) {
  const { failingSince = null, failures = 0, lastError = null } = queue ?? {}
  return { failingSince, failures, lastError, unreachable: isUnreachable({ failingSince }, now) }
}

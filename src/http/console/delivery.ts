// What became of our entries at each partner, summed up from the single deliveries and the partner's queue.
import type { EventId, MemberId } from '../../core/kernel/id.ts'
import { type Instant, millisOf } from '../../core/kernel/instant.ts'
import type { DeliveryState } from '../../flows/case-ports.ts'
import type { PartnerQueue } from '../../flows/work-ports.ts'

export type Refused = { readonly event: EventId; readonly word: string }

export type PartnerDelivery = {
  readonly partner: MemberId
  readonly delivered: number
  readonly lastDeliveredAt: Instant | null
  readonly waiting: number
  readonly waitingSince: Instant | null
  readonly refused: readonly Refused[]
  readonly failingSince: Instant | null
  readonly failures: number
  readonly lastError: string | null
  /** Long enough that people should call (D19). */
  readonly unreachable: boolean
}

/** A partner that fails for so long is to be called by phone (D19). */
const UNREACHABLE_MS = 15 * 60_000

/** @param partners those to show even if nothing was ever sent to them */
export function deliveriesByPartner(
  states: readonly DeliveryState[],
  queues: readonly PartnerQueue[],
  partners: readonly MemberId[],
  now: Instant,
): PartnerDelivery[] {
  const byPartner = Map.groupBy(states, ({ partner }) => partner)
  const all = [...new Set([...partners, ...byPartner.keys()])]
  return all.map((partner) => {
    const queue = queues.find((q) => q.partner === partner)
    return { partner, ...summed(byPartner.get(partner) ?? []), ...troubleOf(queue, now) }
  })
}

function summed(states: readonly DeliveryState[]) {
  const delivered = states
    .flatMap(({ deliveredAt, refused }) => (refused ? [] : (deliveredAt ?? [])))
    .toSorted()
  const waiting = states.filter(({ deliveredAt, refused }) => deliveredAt === null && !refused)
  const [waitingSince = null] = waiting.map(({ queuedAt }) => queuedAt).toSorted()
  return {
    delivered: delivered.length,
    lastDeliveredAt: delivered.at(-1) ?? null,
    waiting: waiting.length,
    waitingSince,
    refused: states.flatMap(({ event, refused }) => (refused ? [{ event, word: refused }] : [])),
  }
}

function troubleOf(queue: PartnerQueue | undefined, now: Instant) {
  const { failingSince = null, failures = 0, lastError = null } = queue ?? {}
  const ms = failingSince === null ? 0 : millisOf(now) - millisOf(failingSince)
  return { failingSince, failures, lastError, unreachable: ms >= UNREACHABLE_MS }
}

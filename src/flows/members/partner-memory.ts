// What one process remembers about partners for seconds, so that hot paths cost no read and a failing partner is not asked again
// and again. Nothing here is truth: all of it may be lost at any moment. One memory for each store; bounded.
import type { MemberId } from '../../core/kernel/id.ts'
import { millisOf } from '../../core/kernel/instant.ts'
import type { Refusal } from '../../core/kernel/refusal.ts'
import type { MemberStore, Partner } from '../member-ports.ts'
import type { Deps } from '../ports.ts'
import type { ResolvedPartner } from './resolve-partner.ts'

/** A map that forgets what was put first once it is full, and everything after a time. */
export class ShortMemory<T> {
  readonly #kept = new Map<string, { readonly value: T; readonly until: number }>()
  readonly #millis: number
  readonly #most: number

  constructor(millis: number, most: number) {
    this.#millis = millis
    this.#most = most
  }

  recall(key: string, now: number): T | undefined {
    const entry = this.#kept.get(key)
    if (entry !== undefined && now < entry.until) return entry.value
    this.#kept.delete(key)
    return undefined
  }

  keep(key: string, value: T, now: number): void {
    this.#kept.delete(key)
    this.#kept.set(key, { value, until: now + this.#millis })
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest)
  }

  forget(key: string): void {
    this.#kept.delete(key)
  }
}

/** Milliseconds a badge may lag behind what another process learned. */
const KNOWN_MILLIS = 30_000
/** Milliseconds before a partner that could not be resolved is asked again: strangers can make us ask. */
const FAILED_MILLIS = 30_000
const MOST = 5_000

class PartnerMemory {
  readonly known = new ShortMemory<Partner | null>(KNOWN_MILLIS, MOST)
  readonly failed = new ShortMemory<Refusal>(FAILED_MILLIS, MOST)
  /** Who was asked, whatever came of it. */
  readonly renewed = new ShortMemory<true>(FAILED_MILLIS, MOST)
  /** Questions under way, so that many who ask at once cause one. */
  readonly asking = new Map<string, Promise<ResolvedPartner | Refusal>>()
}

const memories = new WeakMap<MemberStore, PartnerMemory>()

export function memoryOf({ members }: Pick<Deps, 'members'>): PartnerMemory {
  const memory = memories.get(members) ?? new PartnerMemory()
  memories.set(members, memory)
  return memory
}

export const pairOf = (member: MemberId, partner: MemberId): string => `${member} ${partner}`

/** The partner as stored, at most 30 s old. */
export async function recallPartner(
  deps: Pick<Deps, 'members' | 'clock'>,
  member: MemberId,
  partner: MemberId,
): Promise<Partner | null> {
  const { known } = memoryOf(deps)
  const now = millisOf(deps.clock.now())
  const pair = pairOf(member, partner)
  const remembered = known.recall(pair, now)
  if (remembered !== undefined) return remembered
  const stored = await deps.members.findPartner(member, partner)
  known.keep(pair, stored, now)
  return stored
}

/** Stores a partner and lets this process know at once. */
export async function savePartner(
  deps: Pick<Deps, 'members' | 'clock'>,
  member: MemberId,
  partner: Partner,
): Promise<void> {
  const at = deps.clock.now()
  await deps.members.savePartner(member, partner, at)
  memoryOf(deps).known.keep(pairOf(member, partner.id), partner, millisOf(at))
}

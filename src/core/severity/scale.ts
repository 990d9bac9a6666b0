// The shared scale of four levels (D29): the only words about severity that two vendors have in common. 1 is the gravest.
// What a vendor itself says is never replaced by it; native values stand beside it, always.
import { z } from 'zod'

export const SharedLevel = z.literal([1, 2, 3, 4])
export type SharedLevel = z.infer<typeof SharedLevel>

/** Every level, the gravest first. */
export const LEVELS: readonly SharedLevel[] = [1, 2, 3, 4]

export const WORDS = {
  1: 'critical',
  2: 'high',
  3: 'normal',
  4: 'low',
} as const satisfies Record<SharedLevel, string>
export type SharedWord = (typeof WORDS)[SharedLevel]

/** What stands in when nobody said anything or nobody understood it (P1, P16). Always flagged, and nobody is paged on it. */
export const DEFAULT_LEVEL: SharedLevel = 3

export const isGraver = (a: SharedLevel, b: SharedLevel): boolean => a < b

/** The graver of two levels. */
export const graver = (a: SharedLevel, b: SharedLevel): SharedLevel => (a < b ? a : b)

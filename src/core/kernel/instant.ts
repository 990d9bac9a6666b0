// A moment is a branded ISO 8601 string in UTC with milliseconds; tokens carry whole seconds since 1970 (NumericDate, RFC 7519 §2).
import { z } from 'zod'

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

export const Instant = z
  .string()
  .regex(ISO, 'an instant such as 2026-11-21T03:04:05.678Z')
  .brand('Instant')
export type Instant = z.infer<typeof Instant>

/** Milliseconds since 1970 → instant. */
export const instantOf = (ms: number): Instant => new Date(ms).toISOString() as Instant
export const millisOf = (at: Instant): number => Date.parse(at)
/** Whole seconds since 1970, rounded down, as tokens carry them. */
export const secondsOf = (at: Instant): number => Math.floor(Date.parse(at) / 1000)
export const instantOfSeconds = (seconds: number): Instant => instantOf(seconds * 1000)
export const plusMillis = (at: Instant, ms: number): Instant => instantOf(millisOf(at) + ms)

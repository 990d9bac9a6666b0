// When to try again: a pure function of how often it failed. Doubling, with a ceiling that depends on how grave the waiting is
// (D19), and jitter from a number given, so that many queues do not come back at one moment.

const FIRST_MS = 1_000
/** Ceiling while a case of the gravest severity waits (D19). */
export const GRAVE_CEILING_MS = 60_000
/** Ceiling otherwise (D19). */
export const CEILING_MS = 15 * 60_000

/** Milliseconds until the next attempt. `failures` counts from 1; `jitter` lies in [0, 1) and takes off up to a quarter. */
export function backoff(failures: number, grave: boolean, jitter: number): number {
  const ceiling = grave ? GRAVE_CEILING_MS : CEILING_MS
  const full = Math.min(ceiling, FIRST_MS * 2 ** Math.min(failures - 1, 30))
  return Math.round(full * (1 - jitter / 4))
}

/** A partner's own wish, `Retry-After` in seconds or as a date (RFC 9110 §10.2.3), kept within the ceiling; null when absent. */
export function retryAfter(header: string | null, now: number, grave: boolean): number | null {
  if (header === null) return null
  const ms = /^\d{1,9}$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now
  if (!Number.isFinite(ms)) return null
  return Math.min(Math.max(ms, 0), grave ? GRAVE_CEILING_MS : CEILING_MS)
}

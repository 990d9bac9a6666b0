// How long an answer may be held: until its caller is gone, or this process ends.
import type { Context } from 'hono'
import type { AppOptions } from './context.ts'

/** Ends with whichever comes first; whoever waits then answers with what there is, and the caller comes back elsewhere. */
export function waitingSignal(c: Context, { draining }: Pick<AppOptions, 'draining'>): AbortSignal {
  const { signal } = c.req.raw
  return draining ? AbortSignal.any([signal, draining]) : signal
}

// What travels with a request through the doors, and what every door is given.
import type { Caller } from '../flows/access/check-access.ts'
import type { AlertDeps } from '../flows/alerts/alert-deps.ts'
import type { TokenSigner } from '../flows/access/token-ports.ts'
import type { KeyMaker } from '../flows/members/key-ports.ts'
import type { Deps } from '../flows/ports.ts'
import type { Buckets } from './rate-limit.ts'
import type { Strangers } from './strangers.ts'
import type { Telemetry } from './telemetry.ts'

declare module 'hono' {
  interface ContextVariableMap {
    /** The caller's own id of the request, or one of ours. */
    requestId: string
    /** Who asks; set before any route of the API runs. */
    caller: Caller
    /** The request's body as it was read; part of what a repeated request must equal. */
    bodyText: string
  }
}

export type AppDeps = Deps & AlertDeps & { readonly tokens: TokenSigner; readonly keys: KeyMaker }

/** What the runtime may set. */
export type AppOptions = {
  /** Shown by /healthz. */
  readonly version?: string
  readonly telemetry?: Telemetry
  /** Requests of one client in so many seconds, counted by this process. */
  readonly rate?: { readonly quota: number; readonly windowSeconds: number }
  /** How much callers may ask who have not shown who they are; kept beyond the doors as `buckets` is. */
  readonly strangers?: Strangers
  /** Where the counting goes on, for a runtime that builds its doors anew for each request. */
  readonly buckets?: Buckets
  /** Beside the database: why this process should get no traffic, such as `draining`. */
  readonly notReady?: () => string | null
  /** Aborted when this process ends: no answer is held any longer. */
  readonly draining?: AbortSignal
  /** Resolves when the member's feed may have grown, or after so many milliseconds at the latest. */
  readonly waitForNews?: WaitForNews
}

export type WaitForNews = (
  member: Caller['member'],
  ms: number,
  signal: AbortSignal,
) => Promise<void>

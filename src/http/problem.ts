// How the API says no: problem details (RFC 9457). A refusal keeps its word in `type`; a fault shows an incident number and
// nothing else. Nothing of a fault's message ever leaves.
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Refusal } from '../core/kernel/refusal.ts'
import { RETRY_AFTER, STATUS } from './status.ts'

export const PROBLEM_PREFIX = 'urn:entente:problem:'

export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly field?: string
  readonly requestId: string
  readonly incident?: string
}

export type Refused = { readonly status?: ContentfulStatusCode; readonly retryAfter?: number }

/** The body of a refusal. */
export function problemOf(refusal: Refusal, status: number, requestId: string): Problem {
  return {
    type: PROBLEM_PREFIX + refusal.code,
    title: refusal.code.replaceAll('-', ' '),
    status,
    detail: refusal.detail,
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
    requestId,
  }
}

/** Answers a refusal. @param over another status or waiting time than the word's own */
export function refuse(c: Context, refusal: Refusal, over: Refused = {}): Response {
  const status = over.status ?? STATUS[refusal.code]
  const retryAfter = over.retryAfter ?? RETRY_AFTER[refusal.code]
  if (retryAfter !== undefined) c.header('Retry-After', String(retryAfter))
  if (status === 401) c.header('WWW-Authenticate', challengeOf(refusal))
  c.header('Cache-Control', 'no-store')
  return said(c, problemOf(refusal, status, c.var.requestId), status)
}

/** RFC 6750 §3.1. */
function challengeOf({ code }: Refusal): string {
  return code === 'token-expired' || code === 'unauthenticated'
    ? 'Bearer realm="entente", error="invalid_token"'
    : 'Bearer realm="entente"'
}

const said = (c: Context, problem: Problem, status: ContentfulStatusCode): Response =>
  c.body(JSON.stringify(problem), status, { 'Content-Type': 'application/problem+json' })

/** The faults of storage are known by their name: doors and storage never import each other. */
type StorageFault = Error & { readonly outcome: 'nothing-changed' | 'unknown' }
export const isStorageUnavailable = (error: unknown): error is StorageFault =>
  error instanceof Error && error.name === 'StorageUnavailable' && 'outcome' in error

const UNKNOWN_OUTCOME =
  'The connection to the storage broke on the way back: it may be done or not. Repeat it with the same Idempotency-Key, or read first.'

/** Answers a fault: 503 when nothing can be stored at the moment, else 500 with the incident's number. */
export function answerFault(c: Context, error: unknown, incident: string): Response {
  if (isStorageUnavailable(error)) {
    const detail = error.outcome === 'unknown' ? UNKNOWN_OUTCOME : undefined
    return refuse(c, new Refusal('unavailable', detail))
  }
  const detail = `Something went wrong on our side; tell the operator the incident ${incident}.`
  const { requestId } = c.var
  c.header('Cache-Control', 'no-store')
  return said(
    c,
    {
      type: `${PROBLEM_PREFIX}fault`,
      title: 'fault',
      status: 500,
      detail,
      requestId,
      incident,
    },
    500,
  )
}

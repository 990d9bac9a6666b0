// How a trust endpoint says no: the error words of OpenID Federation 1.0 §8.9, our own word first in the description.
import type { Context } from 'hono'
import type { Refusal, RefusalCode } from '../../core/kernel/refusal.ts'
import { SENTENCES } from '../../core/kernel/refusal.ts'

type Status = 400 | 401 | 404 | 409 | 413 | 415 | 429 | 503
export type FederationError =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_metadata'
  | 'not_found'
  | 'unsupported_parameter'
  | 'temporarily_unavailable'

const SAID: Partial<Record<RefusalCode, readonly [FederationError, Status]>> = {
  'not-found': ['not_found', 404],
  'member-unknown': ['invalid_client', 401],
  'partner-unreachable': ['temporarily_unavailable', 503],
  'rate-limited': ['temporarily_unavailable', 429],
  'body-too-large': ['invalid_request', 413],
  'unsupported-media-type': ['invalid_request', 415],
  'statement-key-unknown': ['invalid_client', 409],
  'metadata-missing': ['invalid_metadata', 400],
  'metadata-malformed': ['invalid_metadata', 400],
  'metadata-key-shared': ['invalid_metadata', 400],
}

/** A refusal of a flow. */
export function refuse(c: Context, refusal: Refusal): Response {
  const { code } = refusal
  const unsigned = code.startsWith('request-')
  const [error, status] =
    SAID[code] ??
    (unsigned ? (['invalid_client', 401] as const) : (['invalid_request', 400] as const))
  if (status === 429 || status === 503) c.header('retry-after', '60')
  return federationError(c, error, `${code}: ${sentenceOf(refusal)}`, status)
}

/** A fault in the request itself. */
export function federationError(
  c: Context,
  error: FederationError,
  error_description: string,
  status: Status = 400,
): Response {
  c.header('cache-control', 'no-store')
  return c.json({ error, error_description }, status)
}

/** What happened on the way to others is for our log, not for strangers. */
const sentenceOf = ({ code, detail }: Refusal): string =>
  code === 'partner-unreachable' ? SENTENCES[code] : detail

// If-Match with the one kind of ETag there is here: a version in double quotes (RFC 9110 §13.1.1).
import { Refusal } from '../core/kernel/refusal.ts'

const ETAG = /^(?:W\/)?"?(\d{1,9})"?$/

/** The version that the caller read; undefined without the header or with `*`. A tag that is none of ours matches nothing. */
export function readIfMatch(header: string | undefined): number | undefined | Refusal {
  const tag = header?.trim()
  if (tag === undefined || tag === '*') return undefined
  const [, version] = ETAG.exec(tag) ?? []
  return version === undefined ? new Refusal('precondition-failed') : Number(version)
}

/** As above where a whole document is replaced: it must be there. */
export function requireIfMatch(header: string | undefined): number | Refusal {
  return readIfMatch(header) ?? new Refusal('precondition-required')
}

/** Whether the caller holds this version already (If-None-Match). */
export const isHeld = (header: string | undefined, version: number): boolean =>
  (header ?? '').split(',').some((tag) => ETAG.exec(tag.trim())?.[1] === String(version))

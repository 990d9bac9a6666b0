// If-Match with the one kind of ETag there is here: a version in double quotes (RFC 9110 §13.1.1), and after a hyphen, where it is
// shown with something that is no part of it, what tells the two apart.
import { Refusal } from '../core/kernel/refusal.ts'

const ETAG = /^(?:W\/)?"?(\d{1,9})(?:-[\w]{1,16})?"?$/

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

/** Whether the caller holds this already (If-None-Match). @param tag what stands between the quotes */
export const isHeld = (header: string | undefined, tag: string): boolean =>
  (header ?? '').split(',').some((held) => held.trim().replace(/^W\//, '') === `"${tag}"`)

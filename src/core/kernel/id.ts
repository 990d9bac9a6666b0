// Branded identifiers. A brand costs nothing at run time and keeps a case id from being used as an event id.
import { z } from 'zod'

/**
 * Entity identifier of a member or an alliance: an absolute URL without query or fragment (OpenID Federation 1.0 §1.2), in
 * printable ASCII, so that it is compared alike everywhere and no column, log or page has trouble with it.
 */
export const MemberId = z
  .string()
  .max(255)
  .regex(/^https?:\/\/[!"$->@-~]+$/, 'an absolute http(s) URL without query or fragment')
  .brand('MemberId')
export type MemberId = z.infer<typeof MemberId>

const HASH = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/

/** SHA-256 over the JWS signing input, base64url without padding: 43 characters, canonical spelling only (D8). */
export const EventId = z.string().regex(HASH, 'a base64url SHA-256').brand('EventId')
export type EventId = z.infer<typeof EventId>

/** A case is named by the id of the event that opened it. */
export const CaseId = z.string().regex(HASH, 'a base64url SHA-256').brand('CaseId')
export type CaseId = z.infer<typeof CaseId>

/** An engagement is named by the id of its `engagement-requested`. */
export type EngagementId = EventId

/** RFC 7638 SHA-256 thumbprint of a public key, base64url. */
export const Thumbprint = z.string().regex(HASH, 'a base64url SHA-256').brand('Thumbprint')
export type Thumbprint = z.infer<typeof Thumbprint>

/** SHA-256 of a document, base64url. */
export const Digest = z.string().regex(HASH, 'a base64url SHA-256')

/** The case id of an opening event, and its engagement id for the opener, are the event's own id. */
export const caseIdOf = (opening: EventId): CaseId => opening as string as CaseId
export const engagementOfOpener = (id: CaseId): EngagementId => id as string as EventId

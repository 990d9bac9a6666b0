// Shapes that several event types share. Events of partners that do not fit are kept without effect (D9a, D10c); unknown
// members of a known body are ignored by every version alike.
import { z } from 'zod'
import { EventId, MemberId, Thumbprint } from '../kernel/id.ts'
import type { PublicKey } from './case.ts'

const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

/** RFC 7517 public keys, reduced to the members of RFC 7638 and `kid`, which must be the thumbprint (checked on admission). */
export const PublicKeys = z
  .array(
    z.union([
      z.object({
        kid: Thumbprint,
        kty: z.literal('EC'),
        crv: z.literal('P-256'),
        x: coordinate,
        y: coordinate,
      }),
      z.object({
        kid: Thumbprint,
        kty: z.literal('OKP'),
        crv: z.literal('Ed25519'),
        x: coordinate,
      }),
    ]),
  )
  .min(1)
  .max(8) satisfies z.ZodType<PublicKey[]>

export const Thumbprints = z.array(Thumbprint).min(1).max(16)
export const Algs = z
  .array(z.enum(['ES256', 'Ed25519']))
  .min(1)
  .max(2)
export const Seconds = z.number().int().nonnegative()
/** A line as a vendor's own system writes it: nothing that ends it, steers a terminal, or has no place in a column. */
export const PlainLine = z.string().regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+$/u)
/** A short machine-readable text in the clear: a code, a number, a version. Never prose, never personal data (D7). */
export const Code = PlainLine.max(80)
export const Epoch = z.object({
  term: z.number().int().nonnegative(),
  n: z.number().int().nonnegative(),
})
export const Product = z.object({ code: Code, version: Code.nullable().default(null) })
export const Member = MemberId
export const Event = EventId
export const Level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
/** Kinds of problems; a `change` is none yet: a notice that something is going to be done. */
export const PROBLEM_KINDS = ['fault', 'question', 'request', 'enhancement'] as const
export const KINDS = [...PROBLEM_KINDS, 'change'] as const
export const Kind = z.enum(KINDS)
/** From when until when a change is to take place. */
export const Window = z
  .object({ from: Seconds, until: Seconds })
  .refine(({ from, until }) => from < until, { path: ['until'], message: 'after from' })
/** The four review questions asked before another vendor is engaged (needs N2). */
export const Review = z.object({
  problemConfirmed: z.boolean(),
  impactDescribed: z.boolean(),
  workaround: z.enum(['none', 'unusable', 'usable', 'not-tried']),
  milestone: z.iso.date().nullable().default(null),
})

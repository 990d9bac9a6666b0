// Small shapes that calendars, support profiles and rotas share. Their texts are shown on other people's screens.
import { z } from 'zod'

/** No control characters and no marks that turn the direction of what follows. */
const PLAIN = /^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u

/** One line of plain, well-formed text without blanks at its ends. */
export const line = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine(
      (text) => PLAIN.test(text) && text.isWellFormed() && text === text.trim(),
      'one line of plain text without blanks at its ends',
    )

/** Names a thing within one document. */
export const Id = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')

/** A clock time on the wall, to the minute. */
export const TimeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time such as 08:30')

export const Phone = line(40)
export const Email = z.email().max(254)
/** A product as a member publishes it. */
export const ProductCode = line(80)

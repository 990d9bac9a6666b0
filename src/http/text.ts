// Plain text as every field of a door takes it: valid Unicode, no control characters, no HTML. Where somebody needs to show markup
// it stands between back ticks, as people write it anyway; what is verbatim takes everything but NUL.
import { z } from 'zod'
import { MemberId } from '../core/kernel/id.ts'
import { secondsOf } from '../core/kernel/instant.ts'
import type { Instant } from '../core/kernel/instant.ts'

/** Every element of HTML: `<init>` of a stack trace is none of them, `List<String>` neither. */
const ELEMENTS =
  'a|abbr|address|applet|area|article|aside|audio|b|base|bdi|bdo|blockquote|body|br|button|canvas|caption|center|cite|code|col|' +
  'colgroup|data|datalist|dd|del|details|dfn|dialog|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|frame|' +
  'frameset|h1|h2|h3|h4|h5|h6|head|header|hgroup|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|' +
  'marquee|math|menu|meta|meter|nav|noscript|object|ol|optgroup|option|output|p|param|picture|pre|progress|q|rp|rt|ruby|s|' +
  'samp|script|search|section|select|slot|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|' +
  'textarea|tfoot|th|thead|time|title|tr|track|u|ul|var|video|wbr'
const HTML = new RegExp(`<(?:/?(?:${ELEMENTS})(?=[\\s/>])|!--|!doctype)`, 'i')
/** Fenced blocks first, then quotes within a line. */
const QUOTED = /```[^]*?```|`[^`\n]*`/g

const CONTROL = /[\p{Cc}--[\t\n\r]]/v
const LINE_CONTROL = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

const hasNoHtml = (text: string): boolean => !HTML.test(text.replace(QUOTED, ''))
const NO_HTML = 'must not hold HTML; put exact output between back ticks'
const isNotBlank = (text: string): boolean => text.trim() !== ''

/** Text of several lines. */
export const prose = (max = 20_000) =>
  z
    .string()
    .max(max)
    .refine(isNotBlank, 'must not be empty')
    .refine((text) => text.isWellFormed(), 'must be valid Unicode')
    .refine((text) => !CONTROL.test(text), 'must not hold control characters')
    .refine(hasNoHtml, NO_HTML)

/** Text of one line: no control characters, and no marks that turn the direction of what follows. */
export const line = (max: number) =>
  z
    .string()
    .max(max)
    .refine(isNotBlank, 'must not be empty')
    .refine((text) => text.isWellFormed(), 'must be valid Unicode')
    .refine((text) => !LINE_CONTROL.test(text), 'must be one line without control characters')
    .refine(hasNoHtml, NO_HTML)

/** Exact output of a program: anything but NUL, which no database keeps. */
export const verbatim = (max = 20_000) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => text.isWellFormed(), 'must be valid Unicode')
    .refine((text) => !text.includes('\0'), 'must not hold NUL')

/** A code, a number, a version: short and in the clear. */
export const code = line(80)

/** A moment with `Z` or an offset → whole seconds. */
export const moment = z.iso
  .datetime({ offset: true })
  .transform((text) => secondsOf(new Date(text).toISOString() as Instant))

export const member = MemberId

/** A partner's identifier in the query, or in a body. */
export const phone = line(40)
export const email = z.email().max(254)
export const contact = z.strictObject({
  name: line(120),
  phone: phone.optional(),
  email: email.optional(),
})

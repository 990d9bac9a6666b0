// Characters that would turn the direction of what follows, or be obeyed instead of read: embeddings, overrides and isolates of
// direction, and control characters but tab and line feed.
export const MARKS = /([[\p{Cc}--[\t\n]]\u2028\u2029\u202a-\u202e\u2066-\u2069])/v

export const numberOf = (mark: string): string =>
  `U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** Somebody's words where no element can stand: in titles, attributes, pictures. */
export const plainWords = (text: string): string =>
  text
    .split(MARKS)
    .map((part, i) => (i % 2 === 1 ? numberOf(part) : part))
    .join('')

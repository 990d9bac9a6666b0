// The shared level and the native words beside a coarser value, where a system has only a free text for them (P7): "shared=2; native=High".
// In: what to carry, or a text that a partner's system sent, with whatever people wrote around it. Out: the text, or what it carries.
// Contradictions carry nothing: a level is never guessed.
import type { SharedLevel } from './scale.ts'

export type Carried = { readonly shared: SharedLevel; readonly native: string | null }

/** Characters of a text that are looked at; what stands further back carries nothing. */
const MAX_NOTE = 4_000
/** Native words that need no quotes: nothing in them can be taken for the end, and people write on after a blank line or a dot. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N} _()|/–-]*[\p{L}\p{N})])?$/u

/** One line that `parseCarried` reads back to the letter. */
export function renderCarried({ shared, native }: Carried): string {
  if (native === null) return `shared=${shared}`
  return `shared=${shared}; native=${PLAIN.test(native) ? native : JSON.stringify(native)}`
}

/** The words stand at the beginning or after a blank or a mark; `native` directly after its level. */
const SHARED =
  /(?<![^\s;,.:([])shared\s?=\s?([1-4])(?![\p{L}\p{N}_.])(?:\s?;\s?native\s?=\s?("(?:[^"\\\n]|\\.)*"|[^;\n"]+))?/giu

/** What a text carries, or null: nothing, or two levels that contradict each other. */
export function parseCarried(text: string): Carried | null {
  const found = [...text.slice(0, MAX_NOTE).matchAll(SHARED)].map(([, level, native]) => ({
    shared: Number(level) as SharedLevel,
    native: native === undefined ? null : nativeIn(native),
  }))
  const [first] = found
  if (!first || found.some(({ shared }) => shared !== first.shared)) return null
  const named = [...new Set(found.flatMap(({ native }) => native ?? []))]
  return { shared: first.shared, native: named.length === 1 ? (named[0] ?? null) : null }
}

function nativeIn(text: string): string | null {
  if (!text.startsWith('"')) return text.trim() || null
  try {
    return JSON.parse(text) as string
  } catch {
    return null
  }
}

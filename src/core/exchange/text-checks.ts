// Where texts may stand in an event (D7a): `events[<type>].text.<slot> = {"readers": …, "value": [{"...": "<digest>"}]}`, the
// array-element form of RFC 9901 §4.2.4.2 and nothing else of it. One digest per text, so that no author can show two
// partners different texts under one signature.
import type { TextRef } from '../cases/event.ts'
import type { Check, Finding } from '../kernel/checks.ts'
import { Digest, MemberId } from '../kernel/id.ts'
import type { RawToken } from './compact-jws.ts'
import { MAX_AUDIENCE, MAX_TEXTS } from './limits.ts'
import { isJsonObject, type JsonObject } from './strict-json.ts'

const SLOT = /^[a-z][a-z0-9-]{0,39}$/
const NOTHING: JsonObject = {}

const text = (part: string, holds: (claims: JsonObject) => Finding): Check<RawToken> => ({
  word: 'event-text-malformed',
  part,
  holds: ({ claims }) => holds(claims),
})

export const TEXT_CHECKS: readonly Check<RawToken>[] = [
  text(
    'hash-algorithm',
    ({ _sd_alg: alg }) => alg === undefined || alg === 'sha-256' || '_sd_alg must be sha-256',
  ),
  text(
    'place',
    (claims) => nothingElsewhere(claims) || '_sd or ... stands where no text may stand',
  ),
  text(
    'slot',
    (claims) =>
      Object.keys(slotsOf(claims)).every((name) => SLOT.test(name)) ||
      'a slot is a kebab-case word of at most 40 characters',
  ),
  text(
    'readers',
    (claims) =>
      Object.values(slotsOf(claims)).every((entry) => areReaders(fieldOf(entry, 'readers'))) ||
      `readers must be "case" or list 1 to ${MAX_AUDIENCE} members, each once`,
  ),
  text('form', hasForm),
  text(
    'count',
    (claims) => Object.keys(slotsOf(claims)).length <= MAX_TEXTS || `at most ${MAX_TEXTS} texts`,
  ),
  text('repeated', (claims) => areDistinct(digestsOf(claims)) || 'two texts share one digest'),
]

/** The texts of an event that passed the checks, by slot; no prototype, so that no slot is ever found that is not there. */
export function textsOf(claims: JsonObject): Readonly<Record<string, TextRef>> {
  const texts: Record<string, TextRef> = Object.create(null)
  for (const [slot, entry] of Object.entries(slotsOf(claims))) {
    const readers = fieldOf(entry, 'readers') as TextRef['readers']
    texts[slot] = { readers, digest: String(digestsIn(entry)[0]) }
  }
  return texts
}

/** The body of the one event, whatever its type. */
function bodyOf({ events }: JsonObject): JsonObject {
  const body = isJsonObject(events) ? Object.values(events)[0] : undefined
  return isJsonObject(body) ? body : NOTHING
}

function slotsOf(claims: JsonObject): JsonObject {
  const { text: slots } = bodyOf(claims)
  return isJsonObject(slots) ? slots : NOTHING
}

const fieldOf = (entry: unknown, name: string): unknown =>
  isJsonObject(entry) ? entry[name] : undefined

const elementsOf = (entry: unknown): readonly unknown[] => {
  const value = fieldOf(entry, 'value')
  return Array.isArray(value) ? value : []
}

const digestsIn = (entry: unknown): readonly unknown[] =>
  elementsOf(entry).map((element) => fieldOf(element, '...'))

const digestsOf = (claims: JsonObject): readonly unknown[] =>
  Object.values(slotsOf(claims)).flatMap(digestsIn)

const areDistinct = (values: readonly unknown[]): boolean => new Set(values).size === values.length

function areReaders(readers: unknown): boolean {
  if (readers === 'case') return true
  return (
    Array.isArray(readers) &&
    readers.length >= 1 &&
    readers.length <= MAX_AUDIENCE &&
    areDistinct(readers) &&
    readers.every((reader) => MemberId.safeParse(reader).success)
  )
}

function hasForm(claims: JsonObject): Finding {
  const { text: slots } = bodyOf(claims)
  if (slots !== undefined && !isJsonObject(slots)) return 'text must be an object of slots'
  const wrong = Object.keys(slotsOf(claims)).find((slot) => !isEntry(slotsOf(claims)[slot]))
  return wrong === undefined || 'a text must be {"readers", "value": [{"...": digest}]}'
}

function isEntry(entry: unknown): boolean {
  if (!isJsonObject(entry)) return false
  const elements = elementsOf(entry)
  return (
    Object.keys(entry).every((name) => name === 'readers' || name === 'value') &&
    elements.length === 1 &&
    elements.every(
      (element) =>
        isJsonObject(element) &&
        Object.keys(element).length === 1 &&
        Digest.safeParse(element['...']).success,
    )
  )
}

/** Walks everything signed: `_sd` may stand nowhere, `...` only in the elements of a slot's `value`. */
function nothingElsewhere(claims: JsonObject): boolean {
  const placed = new Set(Object.values(slotsOf(claims)).flatMap(elementsOf))
  const open: unknown[] = [claims]
  while (open.length > 0) {
    const value = open.pop()
    if (Array.isArray(value)) {
      for (const element of value) if (isNested(element)) open.push(element)
    } else if (isJsonObject(value)) {
      if (Object.hasOwn(value, '_sd')) return false
      if (Object.hasOwn(value, '...') && !placed.has(value)) return false
      for (const name of Object.keys(value)) if (isNested(value[name])) open.push(value[name])
    }
  }
  return true
}

const isNested = (value: unknown): boolean => typeof value === 'object' && value !== null

// What the vectors of case events are made of: one honest event, and functions that depart from it in one way each.
import { craft, hashOf, kidOf, type KeyName, type Part, publicOf } from './craft.ts'

export type EventVector = {
  about: string
  kind: 'event'
  /** The moment at which it is judged. */
  at: string
  /** What the case allows. */
  algs: string[]
  /** The author's keys in force in the event's own past. */
  keys: unknown[]
  jwt: string
  expect:
    | { accepted: { id: string; tokenHash: string; type: string; slots: string[] } }
    /** `check`: the one check that stands in the way; null when others would refuse it as well, or nothing could be read. */
    | { refused: string; check: string | null }
}

export const ATLAS = 'https://atlas.example'
export const BOREALIS = 'https://borealis.example'
const AT = '2026-11-21T10:00:00.000Z'
export const IAT = 1795255200
export const KEY: KeyName = 'atlas-event'
export const TYPE = 'urn:entente:event:note-added'
export const id = (n: number): string => hashOf(`event ${n}`)

type Claims = Record<string, unknown>
export const header = (over: object = {}): Record<string, unknown> => ({
  alg: 'ES256',
  kid: kidOf(KEY),
  typ: 'secevent+jwt',
  ...over,
})
export const NOTE = { readers: 'case', value: [{ '...': hashOf('note') }] }
export const claims = (over: Claims = {}): Claims => ({
  iss: ATLAS,
  aud: [BOREALIS],
  iat: IAT,
  jti: 'b1946ac9-2492-4d23-9f65-000000000001',
  case: { id: id(0), seq: 3, prev: id(1), heads: [id(2)] },
  events: { [TYPE]: { kind: 'update', re: null, text: { note: NOTE } } },
  ...over,
})
export const inCase = (over: Claims): Claims =>
  claims({ case: { ...(claims()['case'] as object), ...over } })
export const body = (over: Claims, type: string = TYPE): Claims =>
  claims({ events: { [type]: over } })
export const texts = (text: unknown): Claims => body({ kind: 'update', text })
export const opening = (over: Claims = {}): Claims =>
  claims({
    case: { seq: 1, heads: [] },
    events: { 'urn:entente:event:case-opened': { rules: 1, algs: ['ES256'] } },
    ...over,
  })
/** The honest payload as text, with one piece of text replaced. */
export const payloadText = (from: string, to: string, of: Claims = claims()): string => {
  const text = JSON.stringify(of)
  if (!text.includes(from)) throw new Error(`no ${from}`)
  return text.replace(from, () => to)
}
export const without = (of: Claims, name: string): Claims =>
  Object.fromEntries(Object.entries(of).filter(([key]) => key !== name))

export const honest = craft(header(), claims(), KEY)
export const parts = honest.split('.')
export const nest = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

export const EVENTS: Record<string, EventVector> = {}

function put(name: string, about: string, jwt: string, more: Partial<EventVector>): void {
  const file = `${'accepted' in (more.expect ?? {}) ? 'valid' : 'invalid'}/event-${name}.json`
  if (EVENTS[file] !== undefined) throw new Error(`two vectors named ${name}`)
  const vector: EventVector = {
    about,
    kind: 'event',
    at: AT,
    algs: ['ES256', 'Ed25519'],
    keys: [publicOf(KEY)],
    jwt,
    expect: { refused: '', check: null },
    ...more,
  }
  if ('accepted' in vector.expect) {
    vector.expect.accepted.id = hashOf(jwt.split('.').slice(0, 2).join('.'))
    vector.expect.accepted.tokenHash = hashOf(jwt)
  }
  EVENTS[file] = vector
}

export function valid(
  name: string,
  about: string,
  payload: Claims,
  more: Partial<EventVector> = {},
  head: object = {},
  signer: KeyName = KEY,
): void {
  put(name, about, craft(header(head), payload, signer), accepted(payload, more))
}

function accepted(payload: Claims, more: Partial<EventVector>): Partial<EventVector> {
  const [type, given] = Object.entries(payload['events'] as Record<string, Claims>)[0] ?? ['', {}]
  const slots = Object.keys((given['text'] as object | undefined) ?? {})
  return { ...more, expect: { accepted: { id: '', tokenHash: '', type, slots } } }
}

export type How = { signer?: KeyName; head?: Part; check?: string | null } & Partial<
  Pick<EventVector, 'algs' | 'keys'>
>

/** `check` says the word, and the part after a slash where the word has several. */
export function invalid(
  name: string,
  about: string,
  check: string,
  payload: Part,
  how: How = {},
): void {
  const { signer = KEY, head = header(), check: alone = check, ...more } = how
  spelled(name, about, check, craft(head, payload, signer), { check: alone, ...more })
}

export function spelled(
  name: string,
  about: string,
  check: string,
  jwt: string,
  how: How = {},
): void {
  const { check: alone = check, algs, keys } = how
  const refused = check.split('/')[0] ?? ''
  put(name, about, jwt, {
    ...(algs === undefined ? {} : { algs }),
    ...(keys === undefined ? {} : { keys }),
    expect: { refused, check: alone },
  })
}

/** A token spelled by hand that is a good event none the less. */
export function validSpelling(name: string, about: string, jwt: string, payload: Claims): void {
  put(name, about, jwt, accepted(payload, {}))
}

/** Nothing could be read, or more than one check stands in the way. */
export const grammar = { check: null }

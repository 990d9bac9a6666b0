// Case graphs as plain data: events under symbolic names, as the vectors of test/vectors/cases hold them, and a builder that
// fills in what follows from the rest (author, number, previous event, tips seen). How names become identifiers: the README there.
import type { OpenedEvent } from '../../src/core/cases/admit.ts'
import type { PublicKey } from '../../src/core/cases/case.ts'
import type { Json } from '../../src/core/cases/command.ts'
import { caseIdOf, EventId, MemberId } from '../../src/core/kernel/id.ts'

export type Body = { readonly [name: string]: Json }

/** One event of a vector. Absent: incarnation 0, algorithm ES256, key `#k<author>`. */
export type GraphEvent = {
  readonly id: string
  readonly author: string
  readonly seq: number
  readonly prev: string | null
  readonly heads: readonly string[]
  readonly type: string
  readonly body: Body
  readonly iat: number
  readonly incarnation?: number
  readonly alg?: string
  readonly kid?: string
  readonly case?: string
  /** Texts by slot: for the whole case, or for the members named by their letters. Their digests do not matter. */
  readonly texts?: Readonly<Record<string, 'case' | readonly string[]>>
}

/** `A` → the member's entity identifier. */
export const memberOf = (letter: string): MemberId =>
  MemberId.parse(`https://${letter.toLowerCase()}.example`)

/** A member's letter again. */
export const letterOf = (member: string): string => member.slice(8, -8).toUpperCase()

/** A name as a SHA-256: names keep their order, because `-` is the smallest character and no name has one. */
export const idOf = (name: string): EventId => EventId.parse(`${name.padEnd(42, '-')}A`)

export const nameOf = (id: string): string => id.slice(0, 42).replace(/-+$/, '')

export const keyOf = (name: string): PublicKey => ({
  kid: idOf(name),
  kty: 'EC',
  crv: 'P-256',
  x: idOf(name),
  y: idOf(name),
})

/** Replaces `$event`, `@member`, `#thumbprint` and `{"kid": "#…"}` by what they stand for. */
export function resolved(value: Json): Json {
  if (typeof value === 'string') return resolvedText(value)
  if (Array.isArray(value)) return value.map(resolved)
  if (value === null || typeof value !== 'object') return value
  const object = value as Body
  const kid = object['kid']
  if (typeof kid === 'string' && kid.startsWith('#') && Object.keys(object).length === 1)
    return keyOf(kid.slice(1))
  return Object.fromEntries(Object.entries(object).map(([name, v]) => [name, resolved(v)]))
}

function resolvedText(text: string): string {
  if (text.startsWith('$')) return idOf(text.slice(1))
  if (text.startsWith('@')) return memberOf(text.slice(1))
  return text.startsWith('#') ? idOf(text.slice(1)) : text
}

const textsOf = ({ id, texts = {} }: GraphEvent): OpenedEvent['texts'] =>
  Object.fromEntries(
    Object.entries(texts).map(([slot, readers]) => [
      slot,
      {
        readers: readers === 'case' ? readers : readers.map(memberOf),
        digest: idOf(`${id}${slot.replaceAll('-', '')}`),
      },
    ]),
  )

/** A vector's event as the bytes of a token would give it. */
export function openedFrom(event: GraphEvent, opening: string): OpenedEvent {
  return {
    id: idOf(event.id),
    caseId: caseIdOf(idOf(event.case ?? opening)),
    author: memberOf(event.author),
    incarnation: event.incarnation ?? 0,
    seq: event.seq,
    prev: event.prev === null ? null : idOf(event.prev),
    heads: event.heads.map(idOf),
    type: event.type,
    body: resolved(event.body) as Body,
    texts: textsOf(event),
    iat: event.iat,
    alg: event.alg ?? 'ES256',
    kid: idOf((event.kid ?? `#k${event.author}`).slice(1)),
  }
}

export const openedAll = (events: readonly GraphEvent[]): OpenedEvent[] =>
  events.map((event) => openedFrom(event, events[0]?.id ?? ''))

export type Place = {
  /** The tips the author had seen; by default every tip there is. */
  readonly sees?: readonly string[]
  /** The author's previous event; by default its last on this incarnation, null to begin a chain. */
  readonly prev?: string | null
} & Partial<
  Pick<GraphEvent, 'author' | 'incarnation' | 'alg' | 'kid' | 'iat' | 'seq' | 'case' | 'texts'>
>

export class Graph {
  readonly events: GraphEvent[] = []

  find(id: string): GraphEvent | undefined {
    return this.events.find((event) => event.id === id)
  }

  /** Adds an event; its author is the first letter of its name. */
  add(id: string, type: string, body: Body = {}, place: Place = {}): this {
    const { sees = this.tips(), ...rest } = place
    const author = place.author ?? id.slice(0, 1)
    const incarnation = place.incarnation ?? 0
    const last = this.events.findLast(
      (e) => e.author === author && (e.incarnation ?? 0) === incarnation,
    )
    const prev = place.prev === undefined ? (last?.id ?? null) : place.prev
    const event: GraphEvent = {
      id,
      author,
      seq: ((prev === null ? null : this.find(prev)?.seq) ?? 0) + 1,
      heads: sees.filter((tip) => tip !== prev),
      type,
      body,
      iat: 1000 + 10 * this.events.length,
      ...rest,
      prev,
    }
    this.events.push(event)
    return this
  }

  tips(): string[] {
    const parents = new Set(this.events.flatMap((event) => [event.prev, ...event.heads]))
    return this.events.map((event) => event.id).filter((id) => !parents.has(id))
  }

  open(id = 'A1', body: Body = {}): this {
    const author = id.slice(0, 1)
    const keys = [{ kid: `#k${author}` }]
    return this.add(id, 'case-opened', { rules: 1, algs: ['ES256'], keys, ...body })
  }

  invite(id: string, invitee: string, place: Place = {}): this {
    const body = { invitee: `@${invitee}`, keys: [`#k${invitee}`] }
    return this.add(id, 'engagement-requested', body, place)
  }

  accept(id: string, engagement: string, place: Place = {}): this {
    return this.add(id, 'engagement-accepted', answerOf(id.slice(0, 1), engagement), place)
  }

  /** At the gravest level with what such a claim must say. */
  claim(id: string, level: number, place: Place = {}): this {
    const texts = level === 1 ? { texts: { impact: 'case', contact: 'case' } as const } : {}
    return this.add(id, 'severity-claimed', { level, reason: 'initial' }, { ...texts, ...place })
  }
}

/** What an invitee's answers carry. */
export const answerOf = (author: string, engagement: string): Body => ({
  engagement: `$${engagement}`,
  keys: [{ kid: `#k${author}` }],
  algs: ['ES256'],
})

/** A opens, invites B and C, both accept, all have acknowledged: A1 to A4, B1, B2, C1, C2. */
export function beginning(): Graph {
  return new Graph()
    .open('A1')
    .invite('A2', 'B')
    .invite('A3', 'C')
    .accept('B1', 'A2', { sees: ['A3'] })
    .accept('C1', 'A3', { sees: ['A3'] })
    .add('A4', 'received')
    .add('B2', 'received', {}, { sees: ['A4'] })
    .add('C2', 'received', {}, { sees: ['A4'] })
}

// Commits for tests of storage, made by the core itself: a case that one member opened, and what is added to it. Tokens carry
// the claims they would carry and a signature that nobody verifies.
import { createHash } from 'node:crypto'
import { admitOpening, prepareOpening } from '../../src/core/cases/admit.ts'
import type { CaseState } from '../../src/core/cases/case.ts'
import type { CaseCommit, Delivery, EventRow, TextRow } from '../../src/core/cases/consequences.ts'
import type { CaseEvent, TextRef } from '../../src/core/cases/event.ts'
import { EVENT_TYPE_PREFIX } from '../../src/core/cases/event.ts'
import { placeOnTop, step } from '../../src/core/cases/fold.ts'
import { judge } from '../../src/core/cases/judge.ts'
import type { CaseId, EventId, MemberId } from '../../src/core/kernel/id.ts'
import { instantOf } from '../../src/core/kernel/instant.ts'
import type { Instant } from '../../src/core/kernel/instant.ts'
import { Refusal } from '../../src/core/kernel/refusal.ts'

export const memberOf = (name: string): MemberId => `https://${name}.example/entente` as MemberId
export const ALPINE = memberOf('alpine')
export const BASALT = memberOf('basalt')
export const CEDAR = memberOf('cedar')

const START = Date.parse('2026-11-21T20:00:00.000Z')
/** A moment some seconds after the start of all stories. */
export const at = (seconds: number): Instant => instantOf(START + seconds * 1000)

export const hash = (text: string): string => createHash('sha256').update(text).digest('base64url')
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

export const KEY = {
  kid: hash('kid'),
  kty: 'OKP',
  crv: 'Ed25519',
  x: hash('x'),
} as const

export type Words = Readonly<Record<string, string>>
export type Draft = {
  readonly author: MemberId
  readonly type: string
  readonly body?: Readonly<Record<string, unknown>>
  readonly texts?: Words
  readonly iat?: number
}

let made = 0

/** An event of a case, whole, with the row it rests in and its texts. */
export type Made = {
  readonly event: CaseEvent
  readonly row: EventRow
  readonly texts: readonly TextRow[]
}

export function makeEvent(draft: Draft, after: CaseState | null): Made {
  const { author, type, texts: words = {} } = draft
  const chain = after?.participants[author]?.chains['0']
  const prev = chain?.tip ?? null
  const heads = (after?.heads ?? []).map(({ id }) => id).filter((id) => id !== prev)
  const jti = `jti-${++made}`
  const disclosures = Object.entries(words).map(([slot, text]) => {
    const disclosure = encoded([hash(`${jti}${slot}`).slice(0, 22), text])
    const ref: TextRef = { readers: 'case', digest: hash(disclosure) }
    return { slot, ref, disclosure, words: text }
  })
  const iat = draft.iat ?? START / 1000 + made
  const text = Object.fromEntries(
    disclosures.map(({ slot, ref }) => [
      slot,
      { readers: ref.readers, value: [{ '...': ref.digest }] },
    ]),
  )
  const seq = (chain?.seq ?? 0) + 1
  const claims = {
    iss: author,
    aud: [BASALT],
    iat,
    jti,
    events: {
      [EVENT_TYPE_PREFIX + type]: { ...draft.body, ...(disclosures.length > 0 && { text }) },
    },
    case: { ...(after && { id: after.id }), seq, ...(prev && { prev }), heads },
  }
  const input = `${encoded({ alg: 'Ed25519', kid: KEY.kid, typ: 'secevent+jwt' })}.${encoded(claims)}`
  const id = hash(input) as EventId
  const token = `${input}.${hash(`signature of ${id}`)}`
  const opened = {
    id,
    caseId: after?.id ?? (id as string as CaseId),
    author,
    incarnation: 0,
    seq,
    prev,
    heads,
    type,
    body: draft.body ?? {},
    texts: Object.fromEntries(disclosures.map(({ slot, ref }) => [slot, ref])),
    iat,
  }
  const place = after ? placeOnTop(after, iat) : { depth: 0, at: iat }
  const event: CaseEvent = { ...opened, ...place }
  const verdict = after ? judge(after, event) : 'effect'
  return {
    event,
    row: {
      event: opened,
      token,
      tokenHash: hash(token),
      jti,
      alg: 'Ed25519',
      kid: KEY.kid,
      receivedFrom: null,
      trust: 'own',
      place: { ...place, verdict },
    },
    texts: disclosures.map(({ slot, ref, disclosure, words: plain }) => ({
      event: id,
      slot,
      ref,
      disclosure,
      words: plain,
    })),
  }
}

const OPENING = {
  rules: 1,
  algs: ['ES256', 'Ed25519'],
  keys: [KEY],
  test: false,
  kind: 'fault',
  batonSilence: null,
}

export type CommitParts = Partial<Omit<CaseCommit, 'member' | 'caseId'>>

/** A case on the desk of one member: gives the commit of each next step. */
export class CaseOnDesk {
  readonly member: MemberId
  state: CaseState
  version = 0
  readonly events: Made[] = []
  #waiting: Made[]

  constructor(member: MemberId, words: Words = {}, body: Readonly<Record<string, unknown>> = {}) {
    this.member = member
    const opening = makeEvent(
      { author: member, type: 'case-opened', body: { ...OPENING, ...body }, texts: words },
      null,
    )
    const prepared = prepareOpening({ ...opening.row.event, alg: 'Ed25519', kid: KEY.kid })
    if (prepared instanceof Refusal) throw new Error(`the opening is refused: ${prepared.detail}`)
    this.state = admitOpening(opening.event)
    this.#waiting = [opening]
    this.events.push(opening)
  }

  get id(): CaseId {
    return this.state.id
  }

  /** Adds one event on top of all; it goes with the next commit. */
  add(draft: Omit<Draft, 'author'> & { readonly author?: MemberId }): Made {
    const one = makeEvent({ author: this.member, ...draft }, this.state)
    this.state = step(this.state, one.event, one.row.place?.verdict ?? 'effect')
    this.#waiting.push(one)
    this.events.push(one)
    return one
  }

  note(text: string): Made {
    return this.add({ type: 'note-added', body: { kind: 'update' }, texts: { note: text } })
  }

  number(value: string | null): Made {
    return this.add({ type: 'slot-set', body: { key: 'case-number', value } })
  }

  /** Invites a member and has it accept. */
  join(partner: MemberId): { readonly asked: Made; readonly accepted: Made } {
    const asked = this.add({
      type: 'engagement-requested',
      body: { invitee: partner, keys: [KEY.kid] },
      texts: { summary: 'please look at the path failures' },
    })
    const accepted = this.add({
      author: partner,
      type: 'engagement-accepted',
      body: { engagement: asked.event.id, keys: [KEY], rulesMax: 1, algs: ['Ed25519'] },
    })
    return { asked, accepted }
  }

  /** The commit of what was added since the last one. */
  commit(seconds: number, parts: CommitParts = {}): CaseCommit {
    const events = this.#waiting
    this.#waiting = []
    const commit: CaseCommit = {
      member: this.member,
      caseId: this.id,
      expected: this.version === 0 ? null : this.version,
      stage: 'shared',
      state: this.state,
      bundle: null,
      at: at(seconds),
      followUpAt: null,
      events: events.map(({ row }) => row),
      placed: [],
      texts: events.flatMap(({ texts }) => texts),
      overturned: [],
      deliveries: [],
      leaves: events.map(({ event, row }) => ({
        kind: 'event',
        caseId: this.id,
        event: event.id,
        tokenHash: row.tokenHash,
        direction: 'own',
        partner: null,
        verdict: row.place?.verdict ?? 'effect',
      })),
      unparked: [],
      wanted: null,
      localNotes: [],
      answer: null,
      ...parts,
    }
    this.version += 1
    return commit
  }
}

/** The item at a place, which must be there; negative places count from the end. */
export function nth<T>(items: readonly T[], place: number): T {
  const item = items.at(place)
  if (item === undefined) throw new Error(`there is no item ${place} among ${items.length}`)
  return item
}

export const toPartner = (partner: MemberId, event: EventId, grave = false): Delivery => ({
  partner,
  event,
  grave,
})

// A member that does its worst, with its own real keys: what it signs here a signer of ours would never sign. Each trick goes to some
// partners and not to others. What it writes in somebody else's name is remembered: no replica may ever take it in.
import { History } from '../../src/core/cases/history.ts'
import type { CaseState } from '../../src/core/cases/case.ts'
import type { CaseEvent } from '../../src/core/cases/event.ts'
import { EVENT_TYP } from '../../src/core/exchange/event-checks.ts'
import { uriOfType } from '../../src/core/exchange/event-token.ts'
import { digestOf, fromBase64url, toBase64url, utf8 } from '../../src/core/kernel/bytes.ts'
import type { CaseId, EventId, MemberId } from '../../src/core/kernel/id.ts'
import { secondsOf } from '../../src/core/kernel/instant.ts'
import { importSigningKey } from '../../src/signing/keys.ts'
import type { SigningKey } from '../../src/signing/keys.ts'
import { unsealKey } from '../../src/signing/master-key.ts'
import { masters, stateAt } from './network.ts'
import type { Network, Vendor } from './network.ts'
import { pick } from './random-acts.ts'
import { roguishBodies } from './rogue-bodies.ts'

/** What a token says, to be signed as it stands. */
type Claims = {
  readonly iss: MemberId
  readonly aud: readonly MemberId[]
  readonly iat: number
  readonly jti: string
  readonly events: Readonly<Record<string, unknown>>
  readonly case: Readonly<Record<string, unknown>>
}
type Knowledge = {
  readonly state: CaseState
  readonly own: readonly CaseEvent[]
  readonly all: readonly CaseEvent[]
}
type Trick = (known: Knowledge) => Promise<void>

/** The order of P-256: with a signature (r, s) goes its twin (r, n − s). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

export class Rogue {
  readonly vendor: Vendor
  /** Events in somebody else's name, by id. */
  readonly impostures = new Set<EventId>()
  /** How often it did what. */
  readonly tricks = new Map<string, number>()
  readonly #net: Network
  readonly #caseId: CaseId
  readonly #draw: () => number
  readonly #key: SigningKey
  #count = 0

  private constructor(
    net: Network,
    vendor: Vendor,
    given: { readonly caseId: CaseId; readonly draw: () => number; readonly key: SigningKey },
  ) {
    this.#net = net
    this.vendor = vendor
    this.#caseId = given.caseId
    this.#draw = given.draw
    this.#key = given.key
  }

  static async of(
    net: Network,
    vendor: Vendor,
    caseId: CaseId,
    draw: () => number,
  ): Promise<Rogue> {
    const keys = await vendor.host.gateway.deps.members.keysOf(vendor.id, 'event')
    const active = keys.find((key) => key.state === 'active')
    if (!active?.sealed) throw new Error(`${vendor.name} has no key to misuse`)
    const owner = { member: vendor.id, kid: active.publicKey.kid }
    const secret = await unsealKey(await masters(), owner, active.sealed as never)
    return new Rogue(net, vendor, { caseId, draw, key: await importSigningKey(secret) })
  }

  /** One trick; says which. */
  async misbehave(): Promise<string> {
    const known = await this.#know()
    const tricks: Readonly<Record<string, Trick>> = {
      'says yes to one and no to another': (k) => this.#twoHistories(k),
      'forks at an old event': (k) => this.#oldFork(k),
      'forgets what it saw': (k) => this.#send(this.#onOwnTip(k, { heads: this.#some(k.all, 3) })),
      'claims a past that never was': (k) => this.#phantomPast(k),
      'writes what is not its to write': (k) => this.#send(this.#onOwnTip(k)),
      'dates back': (k) => this.#send({ ...this.#onOwnTip(k), iat: 1_000_000 }),
      'dates ahead': (k) =>
        this.#send({ ...this.#onOwnTip(k), iat: this.#now() + Math.floor(this.#draw() * 7_200) }),
      'writes in the name of another': (k) => this.#impersonate(k),
      'leaves out a number': (k) => this.#send(this.#onOwnTip(k, { seq: 4_000 })),
      'continues the chain of another': (k) => this.#foreignChain(k),
      'takes the token id of another': (k) => this.#stolenTokenId(k),
      'repeats what others wrote': () => this.#replay(false),
      'spells a signature of another anew': () => this.#replay(true),
      'sends what is no event': () => this.#junk(),
      'writes into a case that is none': (k) =>
        this.#send(this.#onOwnTip(k, { id: toBase64url(this.#bytes(32)) })),
    }
    const name = pick(this.#draw, Object.keys(tricks)) ?? ''
    this.tricks.set(name, (this.tricks.get(name) ?? 0) + 1)
    await tricks[name]?.(known)
    return name
  }

  async #know(): Promise<Knowledge> {
    const { deps } = this.vendor.host.gateway
    const state = await stateAt(this.vendor, this.#caseId)
    const history = await deps.cases.loadHistory(this.vendor.id, this.#caseId)
    const all = (history instanceof History ? history.nodes : []).map((node) => node.event)
    return { state, all, own: all.filter((event) => event.author === this.vendor.id) }
  }

  /** Claims on top of its last event, with what a trick makes of their place. */
  #onOwnTip({ state, own, all }: Knowledge, place: Readonly<Record<string, unknown>> = {}): Claims {
    const last = own.toSorted((a, b) => a.incarnation - b.incarnation || a.seq - b.seq).at(-1)
    const others = state.heads.map((head) => head.id).filter((id) => id !== last?.id)
    const { heads = others, ...rest } = place
    const prev = rest['prev'] ?? last?.id
    const [type, body] = pick(this.#draw, roguishBodies(state, this.vendor.id, all)) ?? [
      'received',
      {},
    ]
    return {
      iss: this.vendor.id,
      aud: this.#partners().map((vendor) => vendor.id),
      iat: this.#now(),
      jti: `rogue-${this.vendor.name}-${++this.#count}`,
      events: { [uriOfType(type)]: body },
      case: {
        id: this.#caseId,
        seq: (last?.seq ?? 0) + 1,
        ...(last && last.incarnation > 0 ? { incarnation: last.incarnation } : {}),
        ...rest,
        ...(prev === undefined ? {} : { prev }),
        heads: (heads as readonly EventId[]).filter((id) => id !== prev),
      },
    }
  }

  async #twoHistories(known: Knowledge): Promise<void> {
    const [yes, no] = [this.#onOwnTip(known), this.#onOwnTip(known)]
    const [one, ...others] = this.#shuffled(this.#partners())
    await this.#send(yes, one ? [one] : [])
    await this.#send(no, others)
  }

  async #oldFork(known: Knowledge): Promise<void> {
    const old = pick(this.#draw, known.own)
    if (!old || old.prev === null) return this.#twoHistories(known)
    const { incarnation, seq, prev, heads } = old
    await this.#send(
      this.#onOwnTip(known, { ...(incarnation > 0 ? { incarnation } : {}), seq, prev, heads }),
    )
  }

  async #phantomPast(known: Knowledge): Promise<void> {
    const heads = [...this.#some(known.all, 1), toBase64url(this.#bytes(32))]
    await this.#send(this.#onOwnTip(known, { heads }))
  }

  /** With the other's key id or its own; both must come to nothing. */
  async #impersonate(known: Knowledge): Promise<void> {
    const victim = pick(this.#draw, this.#partners())
    const participant = victim && known.state.participants[victim.id]
    if (!victim || !participant) return
    const chain = Object.values(participant.chains)[0]
    const place = { seq: (chain?.seq ?? 0) + 1, prev: chain?.tip }
    const kid = this.#draw() < 0.5 ? participant.keys[0]?.kid : undefined
    await this.#send({ ...this.#onOwnTip(known, place), iss: victim.id }, this.#partners(), kid)
  }

  async #foreignChain(known: Knowledge): Promise<void> {
    const theirs = pick(
      this.#draw,
      known.all.filter((event) => event.author !== this.vendor.id),
    )
    if (theirs)
      await this.#send(this.#onOwnTip(known, { seq: theirs.seq + 1, prev: theirs.id, heads: [] }))
  }

  async #stolenTokenId(known: Knowledge): Promise<void> {
    const rows = await this.#tokens()
    await this.#send({ ...this.#onOwnTip(known), jti: pick(this.#draw, rows)?.jti ?? 'none' })
  }

  async #replay(isTwin: boolean): Promise<void> {
    const rows = (await this.#tokens()).filter((row) => row.author !== this.vendor.id)
    const token = pick(this.#draw, rows)?.token
    for (const to of token ? this.#audience() : [])
      await this.#push(to, isTwin ? twinOf(token ?? '') : (token ?? ''))
  }

  async #junk(): Promise<void> {
    const json = 'application/json'
    const event = 'application/secevent+jwt'
    const deep = `{"sets":${'['.repeat(2_000)}${']'.repeat(2_000)}}`
    const bodies: readonly (readonly [string, string, Uint8Array<ArrayBuffer>])[] = [
      ['events', event, this.#bytes(300)],
      ['events', event, utf8(`${'A'.repeat(70_000)}.e30.AAAA`)],
      ['events', 'text/html', utf8('<script>alert(1)</script>')],
      ['batch', json, utf8('{"sets":{"__proto__":"a.b.c","x":"a.b.c"}}')],
      ['batch', json, utf8(deep)],
      ['batch', json, new Uint8Array(5 * 1024 * 1024).fill(32)],
      ['missing', json, utf8('{"case":"../../etc","wanted":[],"have":[]}')],
      ['heads', json, utf8('{"cases":[]}')],
    ]
    const [path, type, body] = pick(this.#draw, bodies) ?? ['events', event, utf8('')]
    for (const to of this.#audience()) await this.#post(to, path, type, body)
  }

  /** Signs claims and pushes them to all or some partners. */
  async #send(
    claims: Claims,
    to: readonly Vendor[] = this.#audience(),
    kid: string = this.#key.kid,
  ): Promise<void> {
    const token = await this.#sign({ alg: this.#key.alg, kid, typ: EVENT_TYP }, claims)
    if (claims.iss !== this.vendor.id) this.impostures.add(await idOf(token))
    for (const vendor of to) await this.#push(vendor, token)
  }

  async #sign(header: Readonly<Record<string, string>>, claims: Claims): Promise<string> {
    const input = [header, claims].map((part) => toBase64url(utf8(JSON.stringify(part)))).join('.')
    const signing = { name: 'ECDSA', hash: 'SHA-256' }
    const signature = await crypto.subtle.sign(signing, this.#key.key, utf8(input))
    return `${input}.${toBase64url(new Uint8Array(signature))}`
  }

  #push(to: Vendor, token: string): Promise<void> {
    return this.#post(to, 'events', 'application/secevent+jwt', utf8(token))
  }

  async #post(
    to: Vendor,
    path: string,
    type: string,
    body: Uint8Array<ArrayBuffer>,
  ): Promise<void> {
    const url = `${to.id}/exchange/${path}`
    const headers = { 'content-type': type }
    const net = this.#net.wire.netOf(this.vendor.host.origin)
    const answer = await net.request({ method: 'POST', url, headers, body }).catch(() => null)
    if (answer && answer.status >= 500 && answer.status !== 503)
      throw new Error(`${to.name} broke over a trick: ${answer.status} at ${path}`)
  }

  #tokens(): Promise<{ token: string; jti: string; author: string }[]> {
    return this.vendor.host.database.database.query(
      'select token, jti, author from case_event where member_id = $1 and case_id = $2 order by event_id',
      [this.vendor.id, this.#caseId],
    )
  }

  #partners(): Vendor[] {
    return this.#net.vendors.filter((vendor) => vendor !== this.vendor)
  }

  /** Some partners, at least one. */
  #audience(): Vendor[] {
    const all = this.#shuffled(this.#partners())
    return all.slice(0, 1 + Math.floor(this.#draw() * all.length))
  }

  #shuffled<T>(list: readonly T[]): T[] {
    const drawn = list.map((item) => ({ item, at: this.#draw() }))
    return drawn.toSorted((a, b) => a.at - b.at).map(({ item }) => item)
  }

  #some(events: readonly CaseEvent[], most: number): EventId[] {
    return this.#shuffled(events)
      .slice(0, most)
      .map((event) => event.id)
  }

  #bytes(length: number): Uint8Array<ArrayBuffer> {
    return Uint8Array.from({ length }, () => Math.floor(this.#draw() * 256))
  }

  #now(): number {
    return secondsOf(this.#net.clock.now())
  }
}

const idOf = async (token: string): Promise<EventId> =>
  (await digestOf(token.slice(0, token.lastIndexOf('.')))) as EventId

/** The same event under the other spelling of its signature. */
function twinOf(token: string): string {
  const end = token.lastIndexOf('.')
  const signature = fromBase64url(token.slice(end + 1))
  if (signature?.length !== 64) return token
  const s = BigInt(`0x${Buffer.from(signature.subarray(32)).toString('hex')}`)
  const twin = Buffer.from((ORDER - s).toString(16).padStart(64, '0'), 'hex')
  const spelled = new Uint8Array([...signature.subarray(0, 32), ...twin])
  return `${token.slice(0, end)}.${toBase64url(spelled)}`
}

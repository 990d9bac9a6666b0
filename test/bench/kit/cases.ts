// Cases and events as partners write them, sealed by the program's own code with the partners' own keys: the load of the
// benchmarks. A partner here is an identifier and a key pair; nobody answers under its name.
import { admitOpening, prepareOpening } from '../../../src/core/cases/admit.ts'
import type { CaseState, PublicKey } from '../../../src/core/cases/case.ts'
import type { CaseCommand, Invitation, Problem } from '../../../src/core/cases/command.ts'
import type { CaseCommit, EventRow } from '../../../src/core/cases/consequences.ts'
import { decideOpening } from '../../../src/core/cases/decide.ts'
import { RULES } from '../../../src/core/cases/integrity.ts'
import type { Algorithm } from '../../../src/core/exchange/imported-key.ts'
import { caseIdOf, MemberId } from '../../../src/core/kernel/id.ts'
import type { EngagementId } from '../../../src/core/kernel/id.ts'
import { secondsOf } from '../../../src/core/kernel/instant.ts'
import { ownLeaf, ownRow, sealCommands, textRows } from '../../../src/flows/cases/seal-step.ts'
import type { Sealed } from '../../../src/flows/cases/seal-step.ts'
import type { Deps } from '../../../src/flows/ports.ts'
import { granted } from '../../../src/runtime/trouble.ts'
import { systemClock, systemRandom } from '../../../src/runtime/system.ts'
import { importSigningKey, publicKeyOf } from '../../../src/signing/keys.ts'
import type { SigningKey } from '../../../src/signing/keys.ts'
import { sealEvent } from '../../../src/signing/sign.ts'

export type Author = {
  readonly id: MemberId
  readonly key: SigningKey
  readonly publicKey: PublicKey
}

const CURVES = { ES256: { name: 'ECDSA', namedCurve: 'P-256' }, Ed25519: { name: 'Ed25519' } }

export async function makeAuthor(name: string, alg: Algorithm): Promise<Author> {
  const made = await crypto.subtle.generateKey(CURVES[alg], true, ['sign', 'verify'])
  if (!('privateKey' in made)) throw new Error(`${alg} made no key pair`)
  const jwk = await crypto.subtle.exportKey('jwk', made.privateKey)
  const [key, publicKey] = [await importSigningKey(jwk), await publicKeyOf(jwk)]
  return { id: MemberId.parse(`https://${name}.example`), key, publicKey }
}

/** Seals with the keys of the authors here, and with a gateway's own for its members. */
export function depsFor(deps: Deps, authors: readonly Author[]): Deps {
  const keys = new Map(authors.map(({ id, key }) => [id, key]))
  const sealHere: Deps['signer']['sealEvent'] = (draft, kids) => {
    const key = keys.get(draft.author)
    return key ? sealEvent(draft, key, systemRandom.bytes) : deps.signer.sealEvent(draft, kids)
  }
  return { ...deps, signer: { ...deps.signer, sealEvent: sealHere } }
}

/** What one author adds on top of a case as it stands. */
export async function write(
  deps: Deps,
  by: MemberId,
  state: CaseState,
  commands: readonly CaseCommand[],
): Promise<Sealed> {
  const ground = {
    member: by,
    replica: { state, history: null },
    loadHistory: async () => null,
    placed: true,
    inviters: [],
    at: systemClock.now(),
  }
  return granted(await sealCommands(deps, ground, commands), 'sealing an event of the load')
}

const PROBLEM: Problem = {
  product: { code: 'gateway', version: '7.2' },
  kind: 'fault',
  review: null,
  texts: {
    summary: 'Replication between the two sites stops after the nightly backup',
    symptoms: 'The queue grows from 02:10 on; nothing is applied on the second site.',
    impact: 'Orders of the second site are shown late.',
  },
}

/** A case that a host opened and that every guest accepted, as all of them see it: its state and all its events. */
export async function shareCase(
  deps: Deps,
  host: Author,
  guests: readonly { readonly id: MemberId; readonly publicKey: PublicKey }[],
): Promise<Sealed> {
  const opened = await open(deps, host)
  const invitations = guests.map(({ id, publicKey }): CaseCommand => ({
    ...INVITATION,
    invitee: id,
    keys: [publicKey.kid],
  }))
  let shared = joined(
    opened,
    await write(deps, host.id, opened.state, [...BEGINNING, ...invitations]),
  )
  for (const { id, publicKey } of guests) {
    const engagement = Object.values(shared.state.engagements).find((e) => e.invitee === id)?.id
    const accept: CaseCommand = {
      type: 'accept-engagement',
      engagement: engagement as EngagementId,
      keys: [publicKey],
    }
    shared = joined(shared, await write(deps, id, shared.state, [accept]))
  }
  for (const { id } of [host, ...guests])
    shared = joined(shared, await write(deps, id, shared.state, [{ type: 'confirm-received' }]))
  return shared
}

const BEGINNING: readonly CaseCommand[] = [
  { type: 'set-slot', key: 'case-number', value: 'CS-104417' },
  {
    type: 'claim-severity',
    level: 2,
    native: null,
    mapping: null,
    rounded: 'exact',
    reason: 'initial',
  },
]

const INVITATION: { readonly type: 'request-engagement' } & Omit<Invitation, 'invitee' | 'keys'> = {
  type: 'request-engagement',
  ask: 'investigate',
  due: null,
  form: null,
  texts: { summary: PROBLEM.texts.summary ?? '' },
}

async function open(deps: Deps, host: Author): Promise<Sealed> {
  const draft = decideOpening({
    rules: RULES,
    algs: ['ES256', 'Ed25519'],
    keys: [host.publicKey],
    test: false,
    batonSilence: null,
    continues: null,
    problem: PROBLEM,
  })
  const unsealed = {
    author: host.id,
    audience: [host.id],
    iat: secondsOf(systemClock.now()),
    jti: systemRandom.id(),
    caseId: null,
    incarnation: 0,
    seq: 1,
    prev: null,
    heads: [],
    ...draft,
  }
  const made = granted(
    await deps.signer.sealEvent(unsealed, [host.publicKey.kid]),
    'sealing a case of the load',
  )
  const { event } = granted(prepareOpening(made.event), 'opening a case of the load')
  const place = { depth: event.depth, at: event.at, verdict: 'effect' as const }
  return {
    state: admitOpening({ ...event, caseId: caseIdOf(event.id) }),
    rows: [ownRow(made, place)],
    texts: textRows(made, draft),
    deliveries: [],
    leaves: [ownLeaf(made, 'effect')],
  }
}

const joined = (before: Sealed, more: Sealed): Sealed => ({
  state: more.state,
  rows: [...before.rows, ...more.rows],
  texts: [...before.texts, ...more.texts],
  deliveries: [],
  leaves: [...before.leaves, ...more.leaves],
})

/** Puts a case where a member keeps its own. @param expected the version it has there; null when it is new */
export async function keep(
  deps: Deps,
  member: MemberId,
  made: Sealed,
  expected: number | null,
): Promise<void> {
  const commit: CaseCommit = {
    member,
    caseId: made.state.id,
    expected,
    stage: 'shared',
    state: made.state,
    bundle: null,
    at: systemClock.now(),
    followUpAt: null,
    events: made.rows.map((row) => (row.event.author === member ? row : received(row))),
    placed: [],
    texts: made.texts,
    overturned: [],
    deliveries: [],
    leaves: made.leaves,
    unparked: [],
    wanted: null,
    localNotes: [],
    answer: null,
  }
  if ((await deps.cases.commit(commit)) !== 'done') throw new Error('the load could not be kept')
}

const received = (row: EventRow): EventRow => ({
  ...row,
  receivedFrom: row.event.author,
  trust: 'not-vouched',
})

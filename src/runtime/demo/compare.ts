// The replicas of a case, compared through each gateway's public API: what is the same for everybody must be the same at everybody,
// event by event and register by register. Texts are left out, since not all are meant for all, and what is said from a reader's
// own point of view.
import { createHash } from 'node:crypto'
import type { components } from '../../client.generated.ts'
import type { Case, Vendor } from './vendor.ts'

export type Replica = {
  readonly vendor: Vendor
  readonly heads: readonly string[]
  readonly events: number
  readonly status: string
  readonly holder: string
  /** Events of others whose keys the alliance vouches for, and all events of others. */
  readonly vouched: number
  readonly foreign: number
  /** SHA-256 over everything that must be the same. */
  readonly digest: string
  /** Decisions that somebody has not confirmed seeing yet. */
  readonly unsettled: number
}

export type Verdict = { readonly same: boolean; readonly replicas: readonly Replica[] }

const WITHIN_MS = 90_000

/** Compares until all are the same and every decision is confirmed by all, or the time is over. */
export async function compareReplicas(
  vendors: readonly Vendor[],
  caseId: string,
  withinMs = WITHIN_MS,
): Promise<Verdict> {
  const end = performance.now() + withinMs
  for (;;) {
    const replicas = await Promise.all(vendors.map((vendor) => replicaOf(vendor, caseId)))
    const same = new Set(replicas.map(({ digest }) => digest)).size === 1
    const settled = replicas.every(({ unsettled }) => unsettled === 0)
    if ((same && settled) || performance.now() > end) return { same, replicas }
    await Promise.race(vendors.map((vendor) => vendor.news()))
  }
}

async function replicaOf(vendor: Vendor, caseId: string): Promise<Replica> {
  const state = await vendor.read(caseId)
  const history = await historyOf(vendor, caseId)
  const events = history.map(
    ({ id, type, author, seq, incarnation, depth, at, verdict, body }) => ({
      id,
      type,
      author,
      seq,
      incarnation,
      depth,
      at,
      verdict,
      body,
    }),
  )
  const foreign = history.filter(({ author }) => author !== vendor.id)
  const heads = state.heads.toSorted()
  const shared = { heads, events, state: sharedPart(state) }
  return {
    vendor,
    heads,
    events: events.length,
    status: state.status.word,
    holder: state.baton.holder,
    vouched: foreign.filter(({ trust }) => trust === 'vouched').length,
    foreign: foreign.length,
    digest: createHash('sha256').update(canonical(shared)).digest('hex'),
    unsettled: state.unsettled.length,
  }
}

type Event = components['schemas']['Event']

/** Every event, in the one order that all show. */
async function historyOf(vendor: Vendor, caseId: string): Promise<Event[]> {
  const events: Event[] = []
  for (let after: string | undefined; ;) {
    const query = { limit: 200, ...(after === undefined ? {} : { after }) }
    const page = await vendor.ask('read the history', (api) =>
      api.GET('/api/cases/{caseId}/history', { params: { path: { caseId }, query } }),
    )
    events.push(...page.items)
    if (page.next === null) return events
    after = page.next
  }
}

/** What is said from the reader's own point of view, and what not all may read. */
const OWN_VIEW = new Set([
  'version',
  'us',
  'isUs',
  'updatedAt',
  'waitingOnUs',
  'inOurScheme',
  'stage',
])
const TEXTS = new Set(['text', 'texts', 'value'])

function sharedPart(state: Case): unknown {
  return leaveOut(state, (name) => OWN_VIEW.has(name) || TEXTS.has(name))
}

function leaveOut(value: unknown, left: (name: string) => boolean): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => leaveOut(item, left))
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([name]) => !left(name))
  return Object.fromEntries(
    kept.map(([name, part]) => [
      name,
      // The answer to a question is a text; the answer to an offer is a word.
      name === 'questions'
        ? leaveOut(part, (n) => left(n) || n === 'answer')
        : leaveOut(part, left),
    ]),
  )
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

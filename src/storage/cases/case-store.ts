// Cases at rest, as `flows/ports.ts` asks for them. Every question names a member and is answered within it.
import type { CaseCommit } from '../../core/cases/consequences.ts'
import type { History } from '../../core/cases/history.ts'
import type { CaseId, EventId, MemberId } from '../../core/kernel/id.ts'
import type { Refusal } from '../../core/kernel/refusal.ts'
import type {
  Above,
  CaseFilter,
  CaseRow,
  CaseStore,
  DeliveryState,
  DeliverySum,
  FoundNotes,
  NotesPage,
  Page,
  SchemeCase,
  StoredCase,
  StoredEvent,
  StoredText,
} from '../../flows/case-ports.ts'
import type { Database } from '../database.ts'
import type { Schema } from '../schema.ts'
import { listDeliveries, listOverturned, sharedCases, sumDeliveries } from './case-records.ts'
import { Committer } from './committer.ts'
import { isDue, keepCheckpoint } from './checkpoints.ts'
import { depthsOf, eventsById, findEvent, heldEvents, knownEvents } from './find-events.ts'
import { loadHistory } from './load-history.ts'
import { listCases } from './list-cases.ts'
import { listEvents } from './list-events.ts'
import { findNotes } from './list-notes.ts'
import { countSchemeCases, listSchemeCases } from './scheme-cases.ts'
import { addTexts, loadTexts } from './texts.ts'
import { ViewCache } from './view-cache.ts'
import { fenceCases, fencedCases, liftFence, loadView } from './views.ts'

/** Views kept in memory: a few KB each. */
const VIEWS_KEPT = 4_000

export class SqlCaseStore implements CaseStore {
  readonly #database: Database<Schema>
  readonly #views: ViewCache
  readonly #committer: Committer

  constructor(database: Database<Schema>, views: ViewCache = new ViewCache(VIEWS_KEPT)) {
    this.#database = database
    this.#views = views
    this.#committer = new Committer(database, views)
  }

  async loadCase(
    member: MemberId,
    caseId: CaseId,
    { fresh = false }: { readonly fresh?: boolean } = {},
  ): Promise<StoredCase | null> {
    const held = this.#views.get(member, caseId)
    if (held && !fresh) return held
    const loaded = await loadView(this.#database, member, caseId, held)
    if (loaded) this.#views.put(member, loaded)
    else this.#views.drop(member, caseId)
    return loaded
  }

  async commit(commit: CaseCommit): Promise<'done' | 'moved-on'> {
    const before = this.#views.get(commit.member, commit.caseId)?.state ?? null
    const outcome = await this.#committer.commit(commit)
    // The commit stands; what is not kept costs a longer read once.
    if (outcome === 'done' && isDue(commit, before))
      await keepCheckpoint(this.#database, commit).catch(() => {})
    return outcome
  }

  async fenceCases(member: MemberId): Promise<number> {
    const fenced = await fenceCases(this.#database, member)
    this.#views.clear()
    return fenced
  }

  async liftFence(member: MemberId, caseId: CaseId): Promise<void> {
    await liftFence(this.#database, member, caseId)
    this.#views.drop(member, caseId)
  }

  fencedCases(
    member: MemberId,
    page: { readonly after: CaseId | null; readonly limit: number },
  ): Promise<CaseId[]> {
    return fencedCases(this.#database, member, page)
  }

  loadHistory(member: MemberId, caseId: CaseId, above?: Above): Promise<History> {
    return loadHistory(this.#database, member, caseId, above)
  }

  depthsOf(
    member: MemberId,
    caseId: CaseId,
    events: readonly EventId[],
  ): Promise<ReadonlyMap<EventId, number>> {
    return depthsOf(this.#database, member, caseId, events)
  }

  findEvent(member: MemberId, event: EventId): Promise<StoredEvent | null> {
    return findEvent(this.#database, member, event)
  }

  knownEvents(member: MemberId, events: readonly EventId[]): Promise<ReadonlySet<EventId>> {
    return knownEvents(this.#database, member, events)
  }

  heldEvents(member: MemberId, caseId: CaseId): Promise<StoredEvent[]> {
    return heldEvents(this.#database, member, caseId)
  }

  eventsById(member: MemberId, events: readonly EventId[]): Promise<StoredEvent[]> {
    return eventsById(this.#database, member, events)
  }

  listEvents(
    member: MemberId,
    caseId: CaseId,
    page: { readonly after: string | null; readonly limit: number; readonly newestFirst?: boolean },
  ): Promise<Page<StoredEvent> | Refusal> {
    return listEvents(this.#database, member, caseId, page)
  }

  loadTexts(member: MemberId, caseId: CaseId, events?: readonly EventId[]): Promise<StoredText[]> {
    return loadTexts(this.#database, member, caseId, events)
  }

  addTexts(member: MemberId, caseId: CaseId, texts: CaseCommit['texts']): Promise<void> {
    return addTexts(this.#database, member, caseId, texts)
  }

  listCases(
    member: MemberId,
    filter: CaseFilter,
    page: { readonly after: string | null; readonly limit: number },
  ): Promise<Page<CaseRow> | Refusal> {
    return listCases(this.#database, member, filter, page)
  }

  listSchemeCases(
    member: MemberId,
    scheme: { readonly id: string; readonly version?: string },
    page: { readonly after: string | null; readonly limit: number },
  ): Promise<Page<SchemeCase> | Refusal> {
    return listSchemeCases(this.#database, member, scheme, page)
  }

  countSchemeCases(member: MemberId, scheme: string): Promise<ReadonlyMap<string, number>> {
    return countSchemeCases(this.#database, member, scheme)
  }

  findNotes(member: MemberId, caseId: CaseId, page: NotesPage): Promise<FoundNotes> {
    return findNotes(this.#database, member, caseId, page)
  }

  listDeliveries(
    member: MemberId,
    caseId: CaseId,
    page: { readonly after: string | null; readonly limit: number },
  ): Promise<Page<DeliveryState> | Refusal> {
    return listDeliveries(this.#database, member, caseId, page)
  }

  sumDeliveries(member: MemberId, caseId: CaseId): Promise<DeliverySum[]> {
    return sumDeliveries(this.#database, member, caseId)
  }

  listOverturned(member: MemberId, caseId: CaseId): ReturnType<CaseStore['listOverturned']> {
    return listOverturned(this.#database, member, caseId)
  }

  sharedCases(
    member: MemberId,
    partner: MemberId,
    page: { readonly after: CaseId | null; readonly limit: number },
  ): Promise<{ caseId: CaseId; heads: EventId[] }[]> {
    return sharedCases(this.#database, member, partner, page)
  }
}

// Takes commits one by one and writes them in groups; says of each whether it was done, and keeps the views that the next
// commits start from.
import type { CaseCommit } from '../../core/cases/consequences.ts'
import type { StoredCase } from '../../flows/case-ports.ts'
import type { Database, Sql } from '../database.ts'
import { GroupCommit } from '../group-commit.ts'
import type { Schema } from '../schema.ts'
import { paramsOf, sizeOf } from './commit-rows.ts'
import { shownOf } from './commit-truth.ts'
import type { Numbered } from './commit-truth.ts'
import { COMMIT, COMMIT_PLAIN } from './commit-statement.ts'
import type { DoneRow } from './commit-statement.ts'
import { FORGET_ANSWER, answeredMeanwhile } from '../work/answers.ts'
import type { ViewCache } from './view-cache.ts'
import { partiesOf } from './view-columns.ts'
import type { Parties } from './view-columns.ts'

export type Outcome = 'done' | 'moved-on'
/** Null when the case had moved on. */
type Written = Pick<DoneRow, 'fenced'> | null

const LIMITS = { items: 64, size: 4 * 1024 * 1024 }

export class Committer {
  readonly #database: Database<Schema>
  readonly #cache: ViewCache
  readonly #group: GroupCommit<CaseCommit, Written>

  constructor(database: Database<Schema>, cache: ViewCache) {
    this.#database = database
    this.#cache = cache
    this.#group = new GroupCommit<CaseCommit, Written>(
      {
        keyOf: ({ member, caseId }) => `${caseId} ${member}`,
        sizeOf,
        write: (commits) => this.#write(database, commits),
        writeAlone: (commit) => this.#writeAlone(commit),
      },
      LIMITS,
    )
  }

  async commit(commit: CaseCommit): Promise<Outcome> {
    try {
      const written = await this.#group.submit(commit)
      if (written) this.#cache.put(commit.member, viewAfter(commit, written.fenced))
      else this.#cache.drop(commit.member, commit.caseId)
      return written ? 'done' : 'moved-on'
    } catch (error) {
      this.#cache.drop(commit.member, commit.caseId)
      throw error
    }
  }

  /** In one order in every process, so that two groups that meet wait for each other instead of locking each other out. */
  async #write(sql: Sql, commits: readonly CaseCommit[]): Promise<Written[]> {
    const group = commits.map((commit, n) => ({ n, commit, before: this.#before(commit) }))
    const { plain, params } = paramsOf(group.toSorted(byCase))
    const done = await sql.query<DoneRow>(plain ? COMMIT_PLAIN : COMMIT, params)
    const places = new Map(done.map((row) => [row.n, row]))
    return commits.map((_, n) => places.get(n) ?? null)
  }

  /** What lists say of the case at the version that the commit starts from. */
  #before({ member, caseId, expected }: CaseCommit): Parties | null {
    const view = this.#cache.get(member, caseId)
    return view?.version === expected ? partiesOf(shownOf(view)) : null
  }

  async #writeAlone(commit: CaseCommit): Promise<Written> {
    const { answer } = commit
    try {
      const [written] = await this.#database.transaction(async (tx) => {
        if (answer) await tx.execute(FORGET_ANSWER, [answer.client, answer.key, commit.at])
        return this.#write(tx, [commit])
      })
      return written ?? null
    } catch (error) {
      throw answeredMeanwhile(error)
    }
  }
}

const byCase = ({ commit: a }: Numbered, { commit: b }: Numbered): number =>
  a.caseId < b.caseId ? -1 : a.caseId > b.caseId ? 1 : a.member < b.member ? -1 : 1

const viewAfter = (commit: CaseCommit, fenced: boolean): StoredCase => ({
  caseId: commit.caseId,
  version: (commit.expected ?? 0) + 1,
  stage: commit.stage,
  state: commit.state,
  bundle: commit.bundle,
  followUpAt: commit.followUpAt,
  updatedAt: commit.at,
  fenced,
})

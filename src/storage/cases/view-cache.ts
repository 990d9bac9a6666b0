// Views of the cases used last, so that a hot case costs no read. A view in here may be out of date, since other processes
// write too: whoever writes from it is caught by the version, and it is dropped.
import type { CaseId, MemberId } from '../../core/kernel/id.ts'
import type { StoredCase } from '../../flows/case-ports.ts'

const keyOf = (member: MemberId, caseId: CaseId): string => `${caseId} ${member}`

export class ViewCache {
  readonly #views = new Map<string, StoredCase>()
  readonly #most: number

  /** @param most how many views to keep */
  constructor(most: number) {
    this.#most = most
  }

  get(member: MemberId, caseId: CaseId): StoredCase | undefined {
    const key = keyOf(member, caseId)
    const view = this.#views.get(key)
    if (view) {
      this.#views.delete(key)
      this.#views.set(key, view)
    }
    return view
  }

  /** Keeps a view unless a later one is here. A fenced case is always read: who lifts the fence may be another process. */
  put(member: MemberId, view: StoredCase): void {
    const key = keyOf(member, view.caseId)
    const held = this.#views.get(key)
    if (held && held.version > view.version) return
    this.#views.delete(key)
    if (view.fenced) return
    this.#views.set(key, view)
    for (const oldest of this.#views.keys()) {
      if (this.#views.size <= this.#most) break
      this.#views.delete(oldest)
    }
  }

  drop(member: MemberId, caseId: CaseId): void {
    this.#views.delete(keyOf(member, caseId))
  }

  clear(): void {
    this.#views.clear()
  }
}

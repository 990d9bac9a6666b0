// Writes that come at the same time go together: a write that finds nothing under way goes with those of the same turn of the
// event loop; those that come meanwhile wait and go as one group when it is done. Two of the same key never share a group; the second one goes in the
// next. One bad write never fails its neighbours: a group that fails is tried again one by one.
import { StorageUnavailable } from './fault.ts'

export interface GroupLimits {
  readonly items: number
  readonly size: number
}

export interface GroupWork<Item, Result> {
  readonly keyOf: (item: Item) => string
  readonly sizeOf: (item: Item) => number
  /** Writes all of them, or throws and wrote nothing. Results in the order of the items. */
  readonly write: (items: readonly Item[]) => Promise<readonly Result[]>
  readonly writeAlone: (item: Item) => Promise<Result>
}

interface Waiting<Item, Result> {
  readonly item: Item
  readonly resolve: (result: Result) => void
  readonly reject: (error: unknown) => void
}

/** Under load many are ready within one turn; the first of them would go alone, at the price of a group. */
const endOfTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export class GroupCommit<Item, Result> {
  readonly #work: GroupWork<Item, Result>
  readonly #limits: GroupLimits
  #waiting: Waiting<Item, Result>[] = []
  #running = false

  constructor(work: GroupWork<Item, Result>, limits: GroupLimits) {
    this.#work = work
    this.#limits = limits
  }

  submit(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject })
      if (!this.#running) void this.#run()
    })
  }

  async #run(): Promise<void> {
    this.#running = true
    while (this.#waiting.length > 0) {
      await endOfTurn()
      await this.#writeGroup(this.#nextGroup())
    }
    this.#running = false
  }

  /** The first that wait, in their order, within the limits; the first of all whatever its size. */
  #nextGroup(): Waiting<Item, Result>[] {
    const group: Waiting<Item, Result>[] = []
    const later: Waiting<Item, Result>[] = []
    const keys = new Set<string>()
    let size = 0
    for (const [index, waiting] of this.#waiting.entries()) {
      if (group.length === this.#limits.items) {
        later.push(...this.#waiting.slice(index))
        break
      }
      const key = this.#work.keyOf(waiting.item)
      const grown = size + this.#work.sizeOf(waiting.item)
      if (!keys.has(key) && (group.length === 0 || grown <= this.#limits.size)) {
        group.push(waiting)
        size = grown
      } else later.push(waiting)
      keys.add(key)
    }
    this.#waiting = later
    return group
  }

  async #writeGroup(group: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.#work.write(group.map(({ item }) => item))
      for (const [index, { resolve }] of group.entries()) resolve(results[index] as Result)
    } catch (error) {
      // Nobody answers, or nobody knows what became of it: trying again one by one would only take longer.
      if (error instanceof StorageUnavailable) for (const { reject } of group) reject(error)
      else for (const waiting of group) await this.#writeAlone(waiting)
    }
  }

  async #writeAlone({ item, resolve, reject }: Waiting<Item, Result>): Promise<void> {
    try {
      resolve(await this.#work.writeAlone(item))
    } catch (error) {
      reject(error)
    }
  }
}

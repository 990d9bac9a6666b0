// The high-water mark of a Worker (D23): a second place outside the database, one Durable Object for the whole gateway. It is
// strongly consistent, where a KV namespace may answer a minute late that there is no mark, and would raise fences for nothing.
// A Worker has no start at which a mark is judged once, so the object also remembers which doubt was answered with fences:
// the same doubt does not raise them again after a partner lifted them.
import { z } from 'zod'
import { EventId, MemberId } from '../core/kernel/id.ts'
import type { HighWater } from '../flows/ports.ts'
import type { ObjectNamespace, ObjectState } from './worker-platform.ts'

const Mark = z.object({
  /** The event signed last; null when the member has no mark yet. */
  last: EventId.nullable(),
  /** Whether fences were raised because the database does not vouch for `last`. */
  answered: z.boolean(),
})
export type Mark = z.infer<typeof Mark>
const Marks = z.record(MemberId, Mark)

/** Nobody outside can reach it: the address is a form only. */
const ADDRESS = 'https://marks/'

type Knows = (member: MemberId, event: EventId) => Promise<boolean>

export type WorkerMarks = HighWater & {
  /** The members whose doubt was answered already. */
  readonly answered: () => Promise<ReadonlySet<MemberId>>
  readonly answer: (members: readonly MemberId[]) => Promise<void>
  /**
   * Writes what this invocation raised; but a mark that the database does not know is evidence of an older copy, and stays
   * until it was answered with fences.
   */
  readonly flush: (knows: Knows) => Promise<void>
}

/** The marks as one invocation sees them: read once, raised in memory, written after the answer was given. */
export function openMarks(namespace: ObjectNamespace): WorkerMarks {
  const object = namespace.get(namespace.idFromName('marks'))
  const raised = new Map<MemberId, EventId>()
  let read: Promise<ReadonlyMap<MemberId, Mark>> | undefined
  const load = async (): Promise<ReadonlyMap<MemberId, Mark>> => {
    const response = await object.fetch(new Request(ADDRESS))
    return new Map(Object.entries(Marks.parse(await response.json())) as [MemberId, Mark][])
  }
  const marks = (): Promise<ReadonlyMap<MemberId, Mark>> => (read ??= load())
  const write = async (changed: Readonly<Record<MemberId, Mark>>): Promise<void> => {
    const body = JSON.stringify(changed)
    const response = await object.fetch(new Request(ADDRESS, { method: 'PUT', body }))
    if (!response.ok) throw new Error(`the marks were not written: ${response.status}`)
  }
  return {
    read: async (member) => {
      const last = (await marks()).get(member)?.last ?? null
      return last === null ? null : [last]
    },
    raise: async (member, last) => void raised.set(member, last),
    answered: async () =>
      new Set([...(await marks())].filter(([, m]) => m.answered).map(([m]) => m)),
    answer: async (members) => {
      const known = await marks()
      const last = (member: MemberId): EventId | null => known.get(member)?.last ?? null
      await write(Object.fromEntries(members.map((m) => [m, { last: last(m), answered: true }])))
    },
    flush: async (knows) => {
      const changed: Record<MemberId, Mark> = {}
      for (const [member, last] of raised) {
        const { last: before = null, answered = true } = (await marks()).get(member) ?? {}
        if (before === null || answered || (await knows(member, before)))
          changed[member] = { last, answered: false }
      }
      raised.clear()
      if (Object.keys(changed).length > 0) await write(changed)
    },
  }
}

/** For a gateway whose operator said that a missing mark means nothing: nothing is remembered. */
export const NO_MARKS: WorkerMarks = {
  read: async () => null,
  raise: async () => undefined,
  answered: async () => new Set(),
  answer: async () => undefined,
  flush: async () => undefined,
}

/** The Durable Object. GET answers all marks; PUT writes those of its body. */
export class MarksObject {
  readonly #storage: ObjectState['storage']

  constructor({ storage }: ObjectState) {
    this.#storage = storage
  }

  async fetch(request: Request): Promise<Response> {
    if (request.method === 'GET')
      return Response.json(Object.fromEntries(await this.#storage.list()))
    const changed = Marks.parse(await request.json())
    await Promise.all(
      Object.entries(changed).map(([member, mark]) => this.#storage.put(member, mark)),
    )
    return new Response(null, { status: 204 })
  }
}

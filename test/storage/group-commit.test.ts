import { expect, test } from 'vitest'
import { StorageUnavailable } from '../../src/storage/fault.ts'
import { GroupCommit } from '../../src/storage/group-commit.ts'

type Item = { readonly key: string; readonly size?: number; readonly bad?: Error }

async function turns(): Promise<void> {
  for (let n = 0; n < 3; n++) await new Promise((resolve) => setImmediate(resolve))
}

/** Writes when told to, and remembers what went together. */
class Desk {
  readonly groups: string[][] = []
  readonly alone: string[] = []
  #open: (() => void)[] = []
  readonly group: GroupCommit<Item, string>

  constructor(limits = { items: 3, size: 100 }) {
    const work = {
      keyOf: ({ key }: Item) => key[0] ?? '',
      sizeOf: ({ size = 1 }: Item) => size,
      write: async (items: readonly Item[]) => {
        this.groups.push(items.map(({ key }) => key))
        await new Promise<void>((resolve) => this.#open.push(resolve))
        for (const { bad } of items) if (bad) throw bad
        return items.map(({ key }) => `wrote ${key}`)
      },
      writeAlone: async ({ key, bad }: Item) => {
        this.alone.push(key)
        if (bad) throw bad
        return `wrote ${key} alone`
      },
    }
    this.group = new GroupCommit<Item, string>(work, limits)
  }

  submit(keys: string): Promise<PromiseSettledResult<string>[]> {
    return Promise.allSettled(keys.split(' ').map((key) => this.group.submit({ key })))
  }

  /** Begins to write one, so that what comes next waits. */
  async occupy(): Promise<void> {
    void this.group.submit({ key: 'x' })
    await turns()
  }

  /** Lets the group that is being written finish, and the next begin. */
  async finish(): Promise<void> {
    this.#open.shift()?.()
    await turns()
  }
}

test('those that find nothing under way go with all of their turn', async () => {
  const desk = new Desk()
  void desk.submit('a b')
  await turns()
  expect(desk.groups).toEqual([['a', 'b']])
})

test('those that come meanwhile go together, at most a full group', async () => {
  const desk = new Desk()
  await desk.occupy()
  const all = desk.submit('a b c d e')
  await turns()
  expect(desk.groups).toEqual([['x']])
  await desk.finish()
  expect(desk.groups).toEqual([['x'], ['a', 'b', 'c']])
  await desk.finish()
  await desk.finish()
  expect(desk.groups.at(-1)).toEqual(['d', 'e'])
  expect((await all).map((one) => one.status === 'fulfilled' && one.value)).toEqual(
    ['a', 'b', 'c', 'd', 'e'].map((key) => `wrote ${key}`),
  )
})

test('two of one key never share a group and keep their order', async () => {
  const desk = new Desk()
  await desk.occupy()
  const all = desk.submit('a1 a2 b a3')
  for (let i = 0; i < 4; i++) await desk.finish()
  await all
  expect(desk.groups).toEqual([['x'], ['a1', 'b'], ['a2'], ['a3']])
})

test('a group stays below its size: what does not fit waits, what is larger goes alone', async () => {
  const desk = new Desk({ items: 9, size: 10 })
  await desk.occupy()
  const all = Promise.all(
    [
      { key: 'a', size: 6 },
      { key: 'b', size: 6 },
      { key: 'c', size: 4 },
      { key: 'd', size: 99 },
    ].map((item) => desk.group.submit(item)),
  )
  for (let i = 0; i < 4; i++) await desk.finish()
  await all
  expect(desk.groups).toEqual([['x'], ['a', 'c'], ['b'], ['d']])
})

test('a group that fails is tried one by one, so that only the bad one fails', async () => {
  const desk = new Desk()
  await desk.occupy()
  const items: Item[] = [{ key: 'a' }, { key: 'b', bad: new Error('bad') }, { key: 'c' }]
  const all = Promise.allSettled(items.map((item) => desk.group.submit(item)))
  await desk.finish()
  await desk.finish()
  expect(desk.alone).toEqual(['a', 'b', 'c'])
  expect((await all).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('a database that is away fails the group at once, and the next group is tried', async () => {
  const desk = new Desk()
  const away = new StorageUnavailable('away', 'unknown')
  await desk.occupy()
  const items: Item[] = [{ key: 'a' }, { key: 'b', bad: away }]
  const all = Promise.allSettled(items.map((item) => desk.group.submit(item)))
  await desk.finish()
  await desk.finish()
  expect(desk.alone).toEqual([])
  expect((await all).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  const next = desk.submit('y')
  await turns()
  await desk.finish()
  expect(await next).toMatchObject([{ value: 'wrote y' }])
})

import { expect, test } from 'vitest'
import { Turnstile } from '../../../src/flows/exchange/turnstile.ts'

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Sends sizes through, and says who is inside; each leaves when told to. */
function crowd(most: number) {
  const turnstile = new Turnstile(most)
  const inside: number[] = []
  const leave = new Map<number, (fault?: Error) => void>()
  return {
    inside,
    come: (size: number): Promise<number> =>
      turnstile.pass(size, async () => {
        inside.push(size)
        await new Promise<void>((resolve, reject) =>
          leave.set(size, (fault) => (fault ? reject(fault) : resolve())),
        )
        inside.splice(inside.indexOf(size), 1)
        return size
      }),
    go: async (size: number, fault?: Error): Promise<void> => {
      leave.get(size)?.(fault)
      await settle()
    },
  }
}

test('lets in what fits, and the rest in the order they came', async () => {
  const { inside, come, go } = crowd(10)
  const all = [come(6), come(3), come(5), come(1)]
  expect(inside).toEqual([6, 3])
  await go(3)
  expect(inside).toEqual([6])
  await go(6)
  expect(inside).toEqual([5, 1])
  await go(5)
  await go(1)
  expect(await Promise.all(all)).toEqual([6, 3, 5, 1])
})

test('lets in alone what is larger than all that may be inside', async () => {
  const { inside, come, go } = crowd(10)
  void come(20)
  void come(1)
  expect(inside).toEqual([20])
  await go(20)
  expect(inside).toEqual([1])
})

test('goes on after a fault inside', async () => {
  const { inside, come, go } = crowd(1)
  const failed = expect(come(1)).rejects.toThrow('torn')
  void come(2)
  await go(1, new Error('torn'))
  await failed
  expect(inside).toContain(2)
})

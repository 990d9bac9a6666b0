import { describe, expect, it } from 'vitest'
import { createLanes } from '../../src/net/lanes.ts'

const never = new AbortController().signal
/** A task that ends when told. */
function held() {
  const { promise, resolve } = Promise.withResolvers<string>()
  let started = false
  const task = (): Promise<string> => {
    started = true
    return promise
  }
  return { task, end: () => resolve('done'), started: () => started }
}
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('createLanes', () => {
  it('runs at most so many tasks of one host at once, the others in order', async () => {
    const lanes = createLanes(2)
    const tasks = [held(), held(), held(), held()]
    const runs = tasks.map(({ task }) => lanes.run('a', never, task))
    await settle()
    expect(tasks.map(({ started }) => started())).toEqual([true, true, false, false])
    tasks[1]?.end()
    await settle()
    expect(tasks.map(({ started }) => started())).toEqual([true, true, true, false])
    tasks.forEach(({ end }) => end())
    await settle()
    tasks.forEach(({ end }) => end())
    expect(await Promise.all(runs)).toEqual(['done', 'done', 'done', 'done'])
  })

  it('does not let one host wait for another', async () => {
    const lanes = createLanes(1)
    const slow = held()
    const run = lanes.run('a', never, slow.task)
    expect(await lanes.run('b', never, async () => 'quick')).toBe('quick')
    slow.end()
    expect(await run).toBe('done')
  })

  it('frees the lane when a task fails', async () => {
    const lanes = createLanes(1)
    const failing = lanes.run('a', never, () => Promise.reject(new Error('no')))
    await expect(failing).rejects.toThrow('no')
    expect(await lanes.run('a', never, async () => 'next')).toBe('next')
  })

  it('lets go of whoever gave up while waiting, without losing the lane', async () => {
    const lanes = createLanes(1)
    const first = held()
    const running = lanes.run('a', never, first.task)
    const controller = new AbortController()
    const gone = held()
    const waiting = lanes.run('a', controller.signal, gone.task)
    const last = lanes.run('a', never, async () => 'last')
    controller.abort(new Error('given up'))
    await expect(waiting).rejects.toThrow('given up')
    first.end()
    expect(await running).toBe('done')
    expect(await last).toBe('last')
    expect(gone.started()).toBe(false)
  })

  it('starts nothing for whoever gave up before', async () => {
    const lanes = createLanes(1)
    const task = held()
    await expect(lanes.run('a', AbortSignal.abort(new Error('over')), task.task)).rejects.toThrow(
      'over',
    )
    expect(task.started()).toBe(false)
    expect(await lanes.run('a', never, async () => 'free')).toBe('free')
  })
})

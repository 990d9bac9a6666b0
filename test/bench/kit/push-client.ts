// The other end of `pusher.ts`: starts it, hands it a load, has it pushed.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Load, Push, Pushed } from './pusher.ts'

export interface PushClient extends Disposable {
  load(load: Omit<Load, 'kind'>): void
  /** @throws when an answer was not 202 */
  push(push: Omit<Push, 'kind'>): Promise<{ ms: number; cpuMs: number }>
  readonly pid: number
}

export function startPushClient(): PushClient {
  const path = fileURLToPath(new URL('pusher.ts', import.meta.url))
  const child = fork(path, { serialization: 'advanced' })
  return {
    pid: child.pid ?? 0,
    load: (load) => void child.send({ kind: 'load', ...load }),
    push: async (push) => {
      const before = process.cpuUsage()
      const pushed = await new Promise<Pushed>((resolve, reject) => {
        child.once('message', (said) => resolve(said as Pushed))
        child.once('exit', () => reject(new Error('whoever pushes is gone')))
        child.send({ kind: 'push', ...push })
      })
      const { user, system } = process.cpuUsage(before)
      child.removeAllListeners('exit')
      if (pushed.oddAnswer !== null)
        throw new Error(`${push.path}: ${JSON.stringify(pushed.statuses)}, ${pushed.oddAnswer}`)
      return { ms: pushed.ms, cpuMs: (user + system) / 1000 }
    },
    [Symbol.dispose]: () => void child.kill(),
  }
}

// At most so many requests at once to one host, the others waiting their turn: a slow partner holds up its own lane only.

export type Lanes = {
  /** Runs the task when its host has a free lane. Rejects with the signal's reason when it is given up while waiting. */
  readonly run: <T>(host: string, signal: AbortSignal, task: () => Promise<T>) => Promise<T>
}

type Lane = { busy: number; readonly waiting: Set<() => void> }

export function createLanes(width: number): Lanes {
  const lanes = new Map<string, Lane>()

  const enter = async (host: string, signal: AbortSignal): Promise<Lane> => {
    signal.throwIfAborted()
    const lane = lanes.get(host) ?? { busy: 0, waiting: new Set() }
    lanes.set(host, lane)
    if (lane.busy < width) lane.busy++
    else await turn(lane, signal)
    return lane
  }

  /** Whoever leaves hands its place to the next in line, so that nobody slips in between. */
  const leave = (host: string, lane: Lane): void => {
    const [next] = lane.waiting
    if (next !== undefined) {
      lane.waiting.delete(next)
      next()
    } else if (--lane.busy === 0) lanes.delete(host)
  }

  return {
    run: async (host, signal, task) => {
      const lane = await enter(host, signal)
      try {
        signal.throwIfAborted()
        return await task()
      } finally {
        leave(host, lane)
      }
    },
  }
}

function turn(lane: Lane, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      lane.waiting.delete(go)
      reject(signal.reason as Error)
    }
    const go = (): void => {
      signal.removeEventListener('abort', giveUp)
      resolve()
    }
    lane.waiting.add(go)
    signal.addEventListener('abort', giveUp, { once: true })
  })
}

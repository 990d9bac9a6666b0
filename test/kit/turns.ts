// One thing after the other, although lines are slow: a chain of steps runs until it is over or what it sent is held back, then the
// next begins. Later what was held is let go in any order, and its chain goes on. So a seed plays the same again, and yet
// requests of many gateways are on their way at once.
import { onBehalf } from './wire.ts'
import type { Held, Wire } from './wire.ts'

type Chain = { readonly origin: string; readonly over: Promise<void>; isDead: boolean }

export class Turns {
  readonly #wire: Wire
  readonly #chains = new Set<Chain>()
  #fault: unknown

  constructor(wire: Wire) {
    this.#wire = wire
  }

  /** Runs a chain of a gateway until it is over or waits for what is held back. Throws what any chain threw so far. */
  async begin(origin: string, steps: () => Promise<unknown>): Promise<void> {
    const sender = {}
    const paused = this.#wire.nextHeld(sender)
    const over = onBehalf.run(sender, steps).then(
      () => undefined,
      (fault: unknown) => void (this.#fault ??= fault),
    )
    const chain: Chain = Object.assign(sender, { origin, over, isDead: false })
    this.#chains.add(chain)
    void over.then(() => this.#chains.delete(chain))
    await Promise.race([over, paused])
    this.#throwFault()
  }

  /** Lets one thing go that is held back, and runs on whatever waited for it. */
  async letGo(draw: () => number): Promise<void> {
    const all = [...this.#wire.held]
    const held = all[Math.floor(draw() * all.length)]
    if (held) await this.#release(held)
    this.#throwFault()
  }

  async letAllGo(draw: () => number): Promise<void> {
    while (this.#wire.held.size > 0) await this.letGo(draw)
  }

  /** As after a kill: what the gateway was doing never goes on; what it sent still arrives. */
  kill(origin: string): void {
    for (const chain of this.#chains) if (chain.origin === origin) chain.isDead = true
  }

  /** What one chain sent side by side goes on together: it may wait for all of it. */
  async #release(held: Held): Promise<void> {
    const chain = [...this.#chains].find((one) => one === held.sender)
    const paused = chain && this.#wire.nextHeld(chain)
    const together = chain ? [...this.#wire.held].filter(({ sender }) => sender === chain) : [held]
    for (const one of together)
      one.letGo(chain !== undefined && !(chain.isDead && one.from === chain.origin))
    const ends = [held.arrived, ...(chain ? [chain.over] : []), ...(paused ? [paused] : [])]
    await Promise.race(ends)
  }

  #throwFault(): void {
    const fault = this.#fault
    this.#fault = undefined
    if (fault !== undefined) throw fault
  }
}

// Lets in only so much at once, the rest in the order they came. Without it many large batches that arrive together are all read
// before the first is stored: the database waits for the processor, and then the processor for the database.

export class Turnstile {
  readonly #most: number
  readonly #waiting: { readonly size: number; readonly enter: () => void }[] = []
  #inside = 0

  /** @param most how much may be inside at once; what is larger goes in alone */
  constructor(most: number) {
    this.#most = most
  }

  async pass<T>(size: number, work: () => Promise<T>): Promise<T> {
    if (this.#waiting.length > 0 || !this.#fits(size))
      await new Promise<void>((enter) => this.#waiting.push({ size, enter }))
    else this.#inside += size
    try {
      return await work()
    } finally {
      this.#inside -= size
      this.#letIn()
    }
  }

  #letIn(): void {
    for (let [next] = this.#waiting; next && this.#fits(next.size); [next] = this.#waiting) {
      this.#waiting.shift()
      this.#inside += next.size
      next.enter()
    }
  }

  #fits(size: number): boolean {
    return this.#inside === 0 || this.#inside + size <= this.#most
  }
}

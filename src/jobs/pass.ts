// What every job is: one bounded pass. It answers how much it did; the runtime decides how often it runs.
export type Pass = {
  /** The most units of work of this pass. */
  readonly limit: number
  readonly signal?: AbortSignal
}

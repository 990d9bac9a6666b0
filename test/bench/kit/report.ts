// How a benchmark is asked for and how it answers: ratios taken in one run, the median of the rounds and their spread.
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'

export type Asked = {
  /** A small load: shows that the benchmark works and measures nothing. */
  readonly quick: boolean
}

export function readAsked(): Asked {
  const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } })
  return { quick: values.quick }
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const [low = Number.NaN, high = low] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return low + (high - low) * (at - Math.floor(at))
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** Prints a ratio: its median, its spread over the rounds, and what is wanted of it. */
export function printRatio(name: string, ratios: readonly number[], wanted?: string): void {
  const spread = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`
  const wish = wanted === undefined ? '' : `  wanted: ${wanted}`
  console.log(`${name.padEnd(58)} ${median(ratios).toFixed(2).padStart(6)}  (${spread})${wish}`)
}

export const printFigure = (name: string, figure: string): void =>
  console.log(`${name.padEnd(58)} ${figure.padStart(6)}`)

/** What else the machine has to do: the ratios hold beside it, the absolute figures do not. */
export const printMachine = (): void =>
  printFigure('machine: load average of the last minute', loadavg()[0]?.toFixed(1) ?? 'unknown')

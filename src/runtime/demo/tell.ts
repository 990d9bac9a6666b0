// How the demonstration tells what happens: a heading for each scene, a line for each act with the time, and what came of it below.

export type Teller = {
  readonly scene: (title: string) => void
  readonly act: (text: string) => void
  /** What came of the act. */
  readonly more: (...lines: readonly string[]) => void
  readonly plain: (...lines: readonly string[]) => void
  /** Nothing more is told, whatever still happens. */
  readonly fallSilent: () => void
}

const INDENT = ' '.repeat(10)
const WIDTH = 96

/** @param write where lines go, without their end */
export function createTeller(write: (line: string) => void, now: () => Date): Teller {
  let scenes = 0
  let silent = false
  const plain = (...lines: readonly string[]): void => {
    if (!silent) for (const line of lines) write(line)
  }
  return {
    plain,
    fallSilent: () => {
      silent = true
    },
    scene: (title) => {
      const head = `── ${++scenes}  ${title} `
      plain('', head.padEnd(WIDTH, '─'))
    },
    act: (text) => plain(`${now().toTimeString().slice(0, 8)}  ${text}`),
    more: (...lines) => plain(...lines.map((line) => INDENT + line)),
  }
}

/** Milliseconds in words that a person reads at a glance. */
export const took = (ms: number): string =>
  ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`

/** Columns under one another, as wide as they need to be. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length))) ?? []
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('   ')
      .trimEnd(),
  )
}

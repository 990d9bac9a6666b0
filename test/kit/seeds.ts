// Which seeds a property test over whole gateways tells, and what it says when one fails: the seed, how to tell it again alone, and
// what happened in it.
//
//   STORM_SEEDS=200 npx vitest run test/federation/weather.test.ts    more of them
//   STORM_SEED=17 npx vitest run test/federation/weather.test.ts      that one, with everything that happens in it

/** The seeds of this run: as many as asked for, or that one. */
export function seedsOf(byDefault: number): readonly number[] {
  const { STORM_SEED: one, STORM_SEEDS: many } = process.env
  if (one !== undefined) return [Number(one)]
  return Array.from({ length: many === undefined ? byDefault : Number(many) }, (_, i) => i + 1)
}

const isAlone = (): boolean => process.env['STORM_SEED'] !== undefined

/** Whether the seeds that a test knows by default are told, so that what must occur in them did. */
export const isWhole = (): boolean => !isAlone() && process.env['STORM_SEEDS'] === undefined

/** Lines of what happens, one after the other. */
export class Tale {
  readonly lines: string[] = []

  tell(line: string): void {
    this.lines.push(line)
  }
}

/** Runs one story; when it fails the error says how to see it again. */
export async function told(
  file: string,
  seed: number,
  story: (tale: Tale) => Promise<void>,
): Promise<void> {
  const tale = new Tale()
  try {
    await story(tale)
  } catch (cause) {
    const why = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
    const again = `STORM_SEED=${seed} npx vitest run ${file}`
    const acts = tale.lines.map((line, i) => `${String(i + 1).padStart(4)}  ${line}`).join('\n')
    throw new Error(`seed ${seed} failed; alone again: ${again}\n${acts}\n${why}`, { cause })
  }
  if (isAlone()) console.log(tale.lines.join('\n'))
}

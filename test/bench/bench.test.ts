import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const RATIOS = {
  inbox: [
    'single push, inbox to ceiling',
    'single push, inbox to floor',
    'batch push, inbox to ceiling',
  ],
  case: [
    'a note of ours, 200 events to 20',
    "a partner's note, 200 events to 20",
    "a partner's note that crosses ours, 200 events to 20",
    'a case, 200 events to 20',
    'first page of notes, newest first, 200 events to 20',
    'first page of history, newest first, 200 events to 20',
    'first page of all cases, 1,000 to 100',
  ],
  clocks: ['due times of an engagement, 300 to 100', 'due times of an engagement, 1,000 to 100'],
  latency: ['95th percentile to median'],
}

const run = (name: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const path = fileURLToPath(new URL(`${name}.ts`, import.meta.url))
    const options = { timeout: 90_000 }
    execFile(
      process.execPath,
      ['--import', 'tsx', path, '--quick'],
      options,
      (error, stdout, stderr) =>
        error ? reject(new Error(stderr || String(error))) : resolve(stdout),
    )
  })

describe('a benchmark, asked to be quick', () => {
  it.each(Object.entries(RATIOS))(
    'measures %s and prints its ratios',
    async (name, ratios) => {
      const printed = await run(name)
      for (const ratio of ratios) {
        const line = printed.split('\n').find((text) => text.startsWith(`ratio: ${ratio} `))
        expect(Number(line?.slice(`ratio: ${ratio}`.length).trim().split(' ')[0])).toBeGreaterThan(
          0,
        )
      }
    },
    100_000,
  )
})

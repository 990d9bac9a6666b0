// The files of a demonstration: demo.json, which programs read (its JSON Schema lies beside it), and story.json, in which the
// story keeps how far it came. Both hold what nobody else on the machine may read.
import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { EXIT, Trouble } from '../trouble.ts'

const Text = z.string().min(1)

export const DemoFile = z.object({
  $schema: z.string().optional(),
  operator: z.object({ id: Text, name: Text, gateway: Text }),
  gateways: z.array(z.object({ id: Text, url: Text })),
  members: z.array(
    z.object({
      id: Text,
      name: Text,
      gateway: Text,
      apiUrl: Text,
      clientId: Text,
      clientSecret: Text,
    }),
  ),
  cases: z.array(z.object({ id: Text, reference: Text, summary: Text, host: Text })),
})
export type DemoFile = z.infer<typeof DemoFile>

export const StoryFile = z.object({
  /** Names the requests of this story, so that one that was sent twice is done once. */
  id: Text,
  begunAt: Text,
  endedAt: Text.nullable(),
  /** Steps that are done, in order. */
  done: z.array(Text),
  /** Whether Fern's gateway is switched off at this point of the story. */
  fernIsDown: z.boolean(),
  /** What later steps need of earlier ones: ids of the case, of engagements, of questions. */
  memo: z.record(z.string(), z.string()),
})
export type StoryFile = z.infer<typeof StoryFile>

const SCHEMA = 'demo.schema.json'

export const demoPath = (data: string): string => join(data, 'demo.json')
const storyPath = (data: string): string => join(data, 'story.json')

export const readDemo = (data: string): DemoFile | null => read(demoPath(data), DemoFile)
export const readStory = (data: string): StoryFile | null => read(storyPath(data), StoryFile)

export function writeDemo(data: string, demo: DemoFile): void {
  const source = new URL(`../../../examples/${SCHEMA}`, import.meta.url)
  copyFileSync(fileURLToPath(source), join(data, SCHEMA))
  write(demoPath(data), { $schema: `./${SCHEMA}`, ...demo })
}

export const writeStory = (data: string, story: StoryFile): void => write(storyPath(data), story)

function read<T>(path: string, shape: z.ZodType<T>): T | null {
  if (!existsSync(path)) return null
  try {
    return shape.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    throw new Trouble(
      EXIT.config,
      `${path} is not what the demonstration wrote; restore it, or start in another folder with --data`,
      error,
    )
  }
}

/** Whole or not at all, readable by its owner alone. */
function write(path: string, value: unknown): void {
  writeFileSync(`${path}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

// What a step of the story has in hand: the vendors, the switch of Fern's gateway, what earlier steps left, and somebody to tell.
import { type Answered, type Api, type Receipt, Vendor } from './vendor.ts'
import { CAST, type GatewayName, type Handle } from './cast.ts'
import { type DemoFile, type StoryFile, writeDemo, writeStory } from './demo-file.ts'
import type { GatewayProcess } from './gateway-process.ts'
import type { Teller } from './tell.ts'
import { took } from './tell.ts'
import { EXIT, Trouble } from '../trouble.ts'

export type Gateways = {
  readonly start: (name: GatewayName) => Promise<GatewayProcess>
  readonly stop: (name: GatewayName) => Promise<void>
  readonly pidOf: (name: GatewayName) => number | null
}

export type Stage = {
  readonly data: string
  readonly demo: DemoFile
  readonly story: StoryFile
  readonly gateways: Gateways
  readonly tell: Teller
  readonly nimbus: Vendor
  readonly basalt: Vendor
  readonly fern: Vendor
}

export type Step = { readonly name: string; readonly play: (stage: Stage) => Promise<void> }

export function createVendors(demo: DemoFile): Record<Handle, Vendor> {
  const vendor = (handle: Handle): Vendor => {
    const name = CAST.find((part) => part.handle === handle)?.name
    const member = demo.members.find((m) => m.name === name)
    if (member === undefined)
      throw new Trouble(EXIT.config, `demo.json has no member ${name}; restore it`)
    return new Vendor(handle, member)
  }
  return { nimbus: vendor('nimbus'), basalt: vendor('basalt'), fern: vendor('fern') }
}

export const keep = (stage: Stage, name: string, value: string): void => {
  stage.story.memo[name] = value
  writeStory(stage.data, stage.story)
}

/** What an earlier step left. @throws when there is none, which is a fault of the story */
export function kept(stage: Stage, name: string): string {
  const value = stage.story.memo[name]
  if (value === undefined) throw new Error(`the story needs ${name} and does not have it`)
  return value
}

export const caseOf = (stage: Stage): string => kept(stage, 'case')
export const inCase = (stage: Stage): { path: { caseId: string } } => ({
  path: { caseId: caseOf(stage) },
})
export const onEngagement = (
  stage: Stage,
  invitee: Vendor,
): { path: { caseId: string; engagementId: string } } => ({
  path: { caseId: caseOf(stage), engagementId: kept(stage, `engagement:${invitee.handle}`) },
})

export type Written = { readonly receipt: Receipt; readonly at: number }

/**
 * Writes once: the key names story and act, so that a story that was cut off here goes on without doing it twice.
 * @returns the receipt, and when it was answered
 */
export async function write(
  stage: Stage,
  by: Vendor,
  act: string,
  call: (api: Api, header: { 'Idempotency-Key': string }) => Promise<Answered<Receipt>>,
): Promise<Written> {
  const header = { 'Idempotency-Key': `${stage.story.id}:${act.replace(/\W+/g, '-')}` }
  const began = performance.now()
  const receipt = await by.ask(act, (api) => call(api, header))
  return { receipt, at: began }
}

/** Waits until what was written reached the others, and tells how long that took. */
export async function arrives(
  stage: Stage,
  { receipt, at }: Written,
  ...to: readonly Vendor[]
): Promise<void> {
  const event = receipt.events.at(-1)?.id
  if (event === undefined) return
  const came = await Promise.all(
    to.map(
      async (vendor) =>
        `${vendor.short} after ${took((await vendor.arrivalOf(receipt.caseId, event)) - at)}`,
    ),
  )
  stage.tell.more(`→ ${came.join(', ')}`)
}

export function saveDemo({ data, demo }: Stage): void {
  writeDemo(data, demo)
}

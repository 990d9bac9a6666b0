// What every write on a case answers, and what comes with a write besides the command itself.
import type { KeptAnswer } from '../../core/cases/consequences.ts'
import type { CaseId, EventId } from '../../core/kernel/id.ts'
import type { SentReport } from './send-level.ts'

export type Receipt = {
  readonly caseId: CaseId
  /** Version of the case after the write: its ETag. */
  readonly version: number
  readonly events: readonly { readonly id: EventId; readonly type: string }[]
  /** Of each invitation in it: the level that the partner is asked with, in its own words. */
  readonly sent?: readonly SentReport[]
}

export type WriteOptions = {
  /** Version that the caller had read (If-Match). */
  readonly expected?: number
  /** The request this answers, so that its repetition is answered alike; written with the effects. */
  readonly answer?: {
    readonly client: string
    readonly key: string
    readonly requestHash: string
    readonly render: (receipt: Receipt) => { readonly status: number; readonly body: string }
  }
}

export function keptAnswer(options: WriteOptions, receipt: Receipt): KeptAnswer | null {
  if (!options.answer) return null
  const { client, key, requestHash, render } = options.answer
  return { client, key, requestHash, ...render(receipt) }
}

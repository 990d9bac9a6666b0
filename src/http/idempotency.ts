// Safe repetition: the same key with the same request gives the first answer again, and nothing happens twice. The answer is
// written in the same commit as its effects, so that there is never one without the other. Refusals are not kept: nothing happened, and a
// repetition is judged anew.
import type { Context } from 'hono'
import { digestOf } from '../core/kernel/bytes.ts'
import { Refusal } from '../core/kernel/refusal.ts'
import type { Deps } from '../flows/ports.ts'
import { isStorageUnavailable, refuse } from './problem.ts'

/** What a flow needs to keep the answer beside its effects; it adds the rendered answer. */
export type AnswerKey = {
  readonly client: string
  readonly key: string
  readonly requestHash: string
}

export type Once = (
  c: Context,
  write: (answer: AnswerKey | undefined) => Promise<Response>,
) => Promise<Response>

/** An sf-string (RFC 8941 §3.3.3) as the draft says, or the bare text that most clients send. */
const KEY = /^(?:"([\x20-\x21\x23-\x5b\x5d-\x7e]{1,255})"|([\x21\x23-\x7e]{1,255}))$/

/** Runs writes of this process at most once for each key. The body must have been read before. */
export function onceForEachKey({ work }: Pick<Deps, 'work'>): Once {
  const running = new Set<string>()
  return async (c, write) => {
    const header = c.req.header('idempotency-key')
    if (header === undefined) return write(undefined)
    const key = readKey(header)
    if (key instanceof Refusal) return refuse(c, key)
    const { client } = c.var.caller
    const answer = { client, key, requestHash: await hashOf(c) }
    const name = `${client}\n${key}`
    if (running.has(name)) return refuse(c, new Refusal('idempotency-key-running'))
    running.add(name)
    try {
      return (await repeated(c, work, answer)) ?? (await written(c, work, answer, write))
    } catch (error) {
      // Another process was faster with the same key, or the word that it was written was lost on the way: then it is answered.
      const again = isStorageUnavailable(error) ? await repeated(c, work, answer) : null
      if (again === null) throw error
      return again
    } finally {
      running.delete(name)
    }
  }
}

/**
 * A process that was killed may have asked the storage for this write, which then does it while this process judges the
 * repetition: before a no is said, what was written is looked for once more.
 */
async function written(
  c: Context,
  work: Deps['work'],
  answer: AnswerKey,
  write: (answer: AnswerKey) => Promise<Response>,
): Promise<Response> {
  const said = await write(answer)
  if (said.status < 400) return said
  const again = await repeated(c, work, answer)
  if (again !== null) again.headers.delete('Retry-After')
  return again ?? said
}

export function readKey(header: string): string | Refusal {
  const [, quoted, bare] = KEY.exec(header.trim()) ?? []
  const key = quoted ?? bare
  if (key !== undefined) return key
  const detail = 'Idempotency-Key must be 1 to 255 visible characters, with or without quotes.'
  return new Refusal('invalid-field', detail, 'Idempotency-Key')
}

/** Method, address and body: what makes a request the same one. */
const hashOf = (c: Context): Promise<string> => {
  const { pathname, search } = new URL(c.req.url)
  return digestOf(`${c.req.method} ${pathname}${search}\n${c.var.bodyText ?? ''}`)
}

async function repeated(
  c: Context,
  work: Deps['work'],
  { client, key, requestHash }: AnswerKey,
): Promise<Response | null> {
  const kept = await work.findAnswer(client, key)
  if (kept === null) return null
  if (kept.requestHash !== requestHash) return refuse(c, new Refusal('idempotency-key-reused'))
  c.header('Idempotency-Replayed', 'true')
  return answerWrite(c, kept)
}

export type Answer = { readonly status: number; readonly body: string }

/** Answers a write, first or repeated: the version is the ETag, a new case's address the Location. */
export function answerWrite(c: Context, { status, body }: Answer): Response {
  const { version, caseId } = JSON.parse(body) as { version?: unknown; caseId?: unknown }
  if (typeof version === 'number') c.header('ETag', `"${version}"`)
  if (status === 201 && typeof caseId === 'string') c.header('Location', `/api/cases/${caseId}`)
  return c.body(body, status as 200, { 'Content-Type': 'application/json' })
}

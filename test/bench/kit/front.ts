// What the inbox is compared with, behind the same door and coat: the ceiling reads and verifies and keeps nothing; the floor keeps
// each event in a transaction of a query builder. Reading, keys and verification are the program's own.
import { Hono } from 'hono'
import { z } from 'zod'
import type { PublicKey } from '../../../src/core/cases/case.ts'
import { matchDisclosures } from '../../../src/core/exchange/disclosure.ts'
import { parseEventToken } from '../../../src/core/exchange/event-token.ts'
import type { ParsedEvent } from '../../../src/core/exchange/event-token.ts'
import { MAX_EXCHANGE_BODY_BYTES } from '../../../src/core/exchange/limits.ts'
import { parseStrictJson } from '../../../src/core/exchange/strict-json.ts'
import { textOf } from '../../../src/core/kernel/bytes.ts'
import type { MemberId } from '../../../src/core/kernel/id.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { verifyWith } from '../../../src/flows/exchange/verify.ts'
import { readBytes } from '../../../src/http/read-bytes.ts'
import { SILENT } from '../../../src/http/telemetry.ts'
import { carefulHeaders, records, requestIds } from '../../../src/http/watch.ts'
import { systemClock, systemRandom } from '../../../src/runtime/system.ts'
import { granted } from '../../../src/runtime/trouble.ts'

export type Keys = ReadonlyMap<MemberId, PublicKey>
export type Keep = (event: ParsedEvent) => Promise<void>

const Batch = z.object({
  sets: z.record(z.string(), z.string()),
  disclosures: z.record(z.string(), z.array(z.string())).default({}),
})

export function comparisons(keys: Keys, keep: Keep): Hono {
  const app = new Hono()
  app.use(requestIds({ random: systemRandom }), records({ clock: systemClock }, SILENT))
  app.use(carefulHeaders)

  const single = async (request: Request): Promise<ParsedEvent> => {
    const [token = '', ...disclosures] = (await textIn(request)).trim().split('~')
    return opened(keys, token, disclosures.filter(Boolean))
  }
  app.post('/ceiling/events', async (c) => {
    await single(c.req.raw)
    return c.body(null, 202)
  })
  app.post('/floor/events', async (c) => {
    await keep(await single(c.req.raw))
    return c.body(null, 202)
  })
  app.post('/ceiling/batch', async (c) => {
    const json = parseStrictJson(await textIn(c.req.raw), 'malformed-request')
    const { sets, disclosures } = Batch.parse(json)
    const ack: string[] = []
    for (const [key, token] of Object.entries(sets)) {
      await opened(keys, token, (id) => disclosures[id] ?? [])
      ack.push(key)
    }
    return c.json({ ack, setErrs: {} }, 202)
  })
  return app
}

async function textIn(request: Request): Promise<string> {
  const body = await readBytes(request, MAX_EXCHANGE_BODY_BYTES)
  const text = body && textOf(body)
  if (!text) throw new Error('the load is readable')
  return text
}

/** Reads a token, its disclosures and its signature. @throws Trouble when any of them is not good */
async function opened(
  keys: Keys,
  token: string,
  disclosures: readonly string[] | ((id: string) => readonly string[]),
): Promise<ParsedEvent> {
  const event = granted(await parseEventToken(token), 'reading an event')
  const beside = typeof disclosures === 'function' ? disclosures(event.id) : disclosures
  await matchDisclosures(event.texts, beside)
  const key = keys.get(event.author)
  const unsigned = key ? await verifyWith(event, key) : new Refusal('event-key-unknown')
  granted(unsigned, 'verifying an event')
  return event
}

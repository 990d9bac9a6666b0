// Gives a partner what it lacks of a case (D20), where it cannot ask us: a member that nobody can reach pushes what others would have
// fetched. In: a case and the partner's tips; out: how many events it took. What it may have is decided as when it asks.
import { z } from 'zod'
import { MAX_BATCH_EVENTS } from '../../core/exchange/limits.ts'
import { claimsOf } from '../../core/exchange/read-claims.ts'
import type { CaseId, EventId, MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { Deps } from '../ports.ts'
import { callPartner } from './call-partner.ts'
import type { Disclosures, Outgoing } from './outgoing.ts'
import { findMissing } from './serve-missing.ts'

const ROUNDS = 100
const PUSH_TIMEOUT_MS = 20_000
/** Tokens and texts of one push, well under what a gateway takes. */
const BATCH_BYTES = 2 * 1024 * 1024

const BatchAnswer = z.object({ ack: z.array(z.string()).default([]) })

export async function giveMissing(
  deps: Deps,
  member: MemberId,
  partner: MemberId,
  lacking: { readonly case: CaseId; readonly heads: readonly EventId[] },
): Promise<number> {
  const have = [...lacking.heads]
  let given = 0
  for (let round = 0; round < ROUNDS; round++) {
    const found = await findMissing(deps, member, partner, {
      case: lacking.case,
      wanted: [],
      have,
    })
    if (found instanceof Refusal) return given
    for (const batch of batches(found.events, found.disclosures)) {
      const taken = await push(deps, member, partner, batch)
      if (taken === null) return given
      given += taken
    }
    if (found.complete) return given
    have.push(...found.events.map(({ event }) => event))
  }
  return given
}

type Batch = { readonly sets: Map<string, string>; readonly texts: Map<EventId, readonly string[]> }

/** In their order; at most one token of a `jti` in a request, which the answer could not tell apart. */
function batches(events: readonly Outgoing[], disclosures: Disclosures): Batch[] {
  const made: Batch[] = []
  let bytes = 0
  for (const { event, token } of events) {
    const { jti } = claimsOf(token)
    const texts = disclosures[event] ?? []
    const size = texts.reduce((sum, { length }) => sum + length, token.length)
    const last = made.at(-1)
    const fits =
      last &&
      last.sets.size < MAX_BATCH_EVENTS &&
      bytes + size <= BATCH_BYTES &&
      !last.sets.has(jti)
    const batch: Batch = fits ? last : { sets: new Map(), texts: new Map() }
    if (!fits) made.push(batch)
    bytes = fits ? bytes + size : size
    batch.sets.set(jti, token)
    if (texts.length > 0) batch.texts.set(event, texts)
  }
  return made
}

async function push(
  deps: Deps,
  member: MemberId,
  partner: MemberId,
  { sets, texts }: Batch,
): Promise<number | null> {
  const answer = await callPartner(deps, member, partner, {
    endpoint: 'batch_endpoint',
    body: { sets: Object.fromEntries(sets), disclosures: Object.fromEntries(texts) },
    signed: false,
    timeoutMs: PUSH_TIMEOUT_MS,
    maxBytes: 1024 * 1024,
  })
  if (answer instanceof Refusal || answer.status !== 202) return null
  const body = BatchAnswer.safeParse(answer.body)
  return body.success ? body.data.ack.length : null
}

// Verifies the signature of an event with the key that its own past puts in force (D5a). Imported keys are kept by thumbprint:
// importing costs a third of a verification, and a thumbprint never means another key.
import type { PublicKey } from '../../core/cases/case.ts'
import { verifyEventSignature } from '../../core/exchange/event-token.ts'
import type { ParsedEvent } from '../../core/exchange/event-token.ts'
import { importKey } from '../../core/exchange/imported-key.ts'
import type { ImportedKey } from '../../core/exchange/imported-key.ts'
import type { Refusal } from '../../core/kernel/refusal.ts'

const KEYS_KEPT = 2_000
const imported = new Map<string, ImportedKey>()

export async function verifyWith(event: ParsedEvent, key: PublicKey): Promise<Refusal | undefined> {
  const ready = imported.get(key.kid) ?? (await remember(key))
  return verifyEventSignature(event, new Map(ready ? [[ready.kid, ready]] : []))
}

async function remember(key: PublicKey): Promise<ImportedKey | null> {
  const ready = await importKey(key)
  if (!ready) return null
  if (imported.size >= KEYS_KEPT)
    for (const [oldest] of imported) if (imported.delete(oldest)) break
  imported.set(ready.kid, ready)
  return ready
}

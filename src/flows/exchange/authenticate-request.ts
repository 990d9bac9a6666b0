// Who asks: a partner's signed right to one request (D22), judged by the event keys it publishes now, used once.
import { importKeys } from '../../core/exchange/imported-key.ts'
import { JTI_KEPT_SECONDS } from '../../core/exchange/limits.ts'
import { openRequestToken, parseRequestToken } from '../../core/exchange/request-token.ts'
import { sha256, toBase64url } from '../../core/kernel/bytes.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import { plusMillis } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { judgeConnection } from '../../core/members/trust.ts'
import { resolvePartner, standingOf } from '../members/resolve-partner.ts'
import type { Deps } from '../ports.ts'

export async function authenticateRequest(
  deps: Deps,
  member: MemberId,
  asked: {
    readonly token: string | null
    readonly method: string
    readonly url: string
    readonly body: Uint8Array<ArrayBuffer>
  },
): Promise<MemberId | Refusal> {
  if (asked.token === null) return new Refusal('request-unsigned')
  const parsed = await parseRequestToken(asked.token)
  if (parsed instanceof Refusal) return parsed
  const at = deps.clock.now()
  const bodyHash = toBase64url(await sha256(asked.body))
  const open = async (fresh: boolean) => {
    const resolved = await resolvePartner(deps, member, parsed.iss, { fresh })
    if (resolved instanceof Refusal) return resolved
    const barred = judgeConnection(standingOf(resolved.partner), at)
    if (barred) return barred
    return openRequestToken(parsed, await importKeys({ keys: resolved.eventKeys }), {
      audience: member,
      method: asked.method,
      url: asked.url,
      bodyHash,
      at,
    })
  }
  let opened = await open(false)
  // A key published since we last looked is worth one more look.
  if (opened instanceof Refusal && opened.code === 'request-key-unknown') opened = await open(true)
  if (opened instanceof Refusal) return opened
  const first = await deps.work.rememberJti(
    member,
    opened.iss,
    opened.jti,
    plusMillis(at, JTI_KEPT_SECONDS * 1000),
  )
  if (!first) return new Refusal('request-replayed')
  // A sign of life: what waits for it need not wait out its back-off (D20).
  await deps.work.wakeQueue(member, opened.iss, at)
  return opened.iss
}

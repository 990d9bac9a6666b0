// A member asks this anchor to vouch for it, or for its next keys (D2, D5). In: a request signed with the member's event key.
// Out: where the request stands. New members wait for a person; keys announced under a key that is vouched for already do not.
import { importKeys } from '../../core/exchange/imported-key.ts'
import { JTI_KEPT_SECONDS } from '../../core/exchange/limits.ts'
import { openRequestToken, parseRequestToken } from '../../core/exchange/request-token.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import { type Instant, plusMillis } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { endpointsOf } from '../../core/members/endpoints.ts'
import type { Entity, Subordinate } from '../member-ports.ts'
import type { Deps } from '../ports.ts'
import { type Applicant, openApplicant } from './trust/open-applicant.ts'
import { besideSetting } from '../settings/setting.ts'
import type { Site } from './site.ts'

/** Requests waiting for a person; strangers can cause them. */
const MAX_WAITING = 1_000

export type AdmissionRequest = {
  /** The request token; null when none came. */
  readonly token: string | null
  /** SHA-256 of the body, base64url. */
  readonly bodyHash: string
}

export async function receiveAdmission(
  deps: Pick<Deps, 'members' | 'work' | 'net' | 'clock' | 'mayLookUp'>,
  site: Site,
  anchor: Entity,
  { token, bodyHash }: AdmissionRequest,
): Promise<Subordinate | Refusal> {
  if (token === null) return new Refusal('request-unsigned')
  const parsed = await parseRequestToken(token)
  if (parsed instanceof Refusal) return parsed
  const at = deps.clock.now()
  const known = await deps.members.findSubordinate(anchor.id, parsed.iss)
  if (known === null && (await isCrowded(deps, anchor.id))) return new Refusal('rate-limited')
  if (deps.mayLookUp?.() === false) return new Refusal('rate-limited')
  const applicant = await openApplicant(deps, parsed.iss, at)
  if (applicant instanceof Refusal) return applicant
  const keys = await importKeys({ keys: applicant.opened.eventKeys })
  const url = endpointsOf(site.publicUrl, anchor.handle).admission
  const request = await openRequestToken(parsed, keys, {
    audience: anchor.id,
    method: 'POST',
    url,
    bodyHash,
    at,
  })
  if (request instanceof Refusal) return request
  const until = plusMillis(at, JTI_KEPT_SECONDS * 1000)
  if (!(await deps.work.rememberJti(anchor.id, request.iss, request.jti, until)))
    return new Refusal('request-replayed')
  const asked = standsNow(anchor.id, known, applicant, at)
  if (asked instanceof Refusal) return asked
  const setting = { word: 'admission-requested', partner: asked.member, value: asked } as const
  await deps.members.saveSubordinate(asked, await besideSetting(deps, setting, asked))
  return asked
}

const isCrowded = async (deps: Pick<Deps, 'members'>, anchor: MemberId): Promise<boolean> =>
  (await deps.members.listSubordinates(anchor, 'requested')).length >= MAX_WAITING

function standsNow(
  anchor: MemberId,
  known: Subordinate | null,
  { opened, signedWith }: Applicant,
  at: Instant,
): Subordinate | Refusal {
  const shown = {
    name: opened.metadata.organization_name,
    jwks: { keys: opened.federationKeys },
  }
  const vouched = known?.jwks.keys.some(({ kid }) => kid === signedWith) ?? false
  if (known !== null && known.status !== 'requested' && vouched) return { ...known, ...shown }
  if (known?.status === 'admitted')
    return new Refusal(
      'statement-key-unknown',
      'the alliance does not vouch for the key that signed; its operator must admit the new keys',
    )
  const { member } = opened
  return { anchor, member, ...shown, status: 'requested', requestedAt: at, decidedAt: null }
}

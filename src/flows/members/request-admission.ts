// A hosted member asks an alliance to vouch for it, and names it as its superior (D2). Asked again, it shows the alliance its
// next federation keys. The alliance's own keys must have been trusted here before.
import { isJsonObject } from '../../core/exchange/strict-json.ts'
import { textOf, utf8 } from '../../core/kernel/bytes.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { isAddress } from '../../core/members/address.ts'
import { FEDERATION_ENTITY } from '../../core/members/member.ts'
import { cutToken } from '../../core/members/signed-token.ts'
import type { Entity } from '../member-ports.ts'
import type { Deps, NetResponse } from '../ports.ts'
import { ADMISSION_ADDRESS } from './entity-statements.ts'
import { sendRequest } from './trust/fetch-document.ts'
import { anchorsOf, fetchAnchor } from './trust/fetch-statements.ts'
import { besideSetting } from '../settings/setting.ts'

export type AdmissionDeps = Pick<Deps, 'members' | 'net' | 'signer' | 'clock'>

/** Refusals: `member-unknown`, `admission-refused`, `partner-unreachable`, or the word of the alliance's statement. */
export async function requestAdmission(
  deps: AdmissionDeps,
  member: MemberId,
  anchor: MemberId,
): Promise<{ readonly status: string } | Refusal> {
  const entity = await deps.members.findEntity(member)
  if (entity?.role !== 'member') return new Refusal('member-unknown', `no member ${member} here`)
  const anchors = await anchorsOf(deps, member)
  const found = await fetchAnchor(deps, anchor, anchors, deps.clock.now())
  if (found instanceof Refusal) return found
  const url = admissionAddress(found.configuration)
  if (url === null) return new Refusal('admission-refused', `${anchor} takes no requests`)
  const named = await nameSuperior(deps, entity, anchor)
  if (named instanceof Refusal) return named
  const body = utf8(JSON.stringify({ name: entity.profile.name }))
  const request = { audience: anchor, method: 'POST', url, body, offsetSeconds: 0 }
  const token = await deps.signer.sealRequest(member, request)
  const headers = {
    authorization: `Entente-Request ${token}`,
    'content-type': 'application/json',
    accept: 'application/json',
  }
  const answer = await sendRequest(deps, { method: 'POST', url, headers, body })
  return answer instanceof Refusal ? answer : statusIn(answer)
}

/** The configuration was opened before; this reads one more member of it. */
function admissionAddress(configuration: string): string | null {
  const token = cutToken(configuration)
  if (token instanceof Refusal) return null
  const metadata = token.claims['metadata']
  const entity = isJsonObject(metadata) ? metadata[FEDERATION_ENTITY] : null
  const address = isJsonObject(entity) ? entity[ADMISSION_ADDRESS] : null
  return typeof address === 'string' && isAddress(address) ? address : null
}

async function nameSuperior(
  deps: AdmissionDeps,
  entity: Entity,
  anchor: MemberId,
): Promise<Refusal | undefined> {
  if (entity.authorityHints.includes(anchor)) return undefined
  const hints = [...entity.authorityHints, anchor]
  const value = { profile: entity.profile, hints }
  const beside = await besideSetting(deps, { word: 'profile-saved', value }, value)
  const { id, version, profile } = entity
  const saved = await deps.members.saveProfile(id, version, profile, hints, beside)
  return saved === 'done' ? undefined : new Refusal('precondition-failed')
}

function statusIn({ status, body }: NetResponse): { readonly status: string } | Refusal {
  const answer = jsonIn(body)
  if (status >= 200 && status < 300 && typeof answer['status'] === 'string')
    return { status: answer['status'] }
  const said = answer['error_description'] ?? answer['error'] ?? `status ${status}`
  return new Refusal('admission-refused', `the alliance answered: ${String(said).slice(0, 300)}`)
}

function jsonIn(body: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(textOf(body) ?? '')
    return isJsonObject(value) ? value : {}
  } catch {
    return {}
  }
}

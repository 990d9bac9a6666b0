// The members hosted here: their addresses, their keys, what alliances say about them, and who may use their API.
import type { Entity, EntityKey } from '../../flows/member-ports.ts'
import { OVERLAP_MILLIS } from '../../flows/members/rotate-keys.ts'
import { isVouchedFor } from '../../flows/members/trust/is-vouched-for.ts'
import { millisOf } from '../../core/kernel/instant.ts'
import type { Gateway, GatewayDeps } from '../compose.ts'
import { type Finding, fine, warn, wrong } from './ground.ts'

export async function findingsAboutMembers({ deps, site }: Gateway): Promise<Finding[]> {
  const entities = await deps.members.listEntities()
  if (entities.length === 0)
    return [
      warn('members', 'nobody is hosted here', 'entente member create <handle> --name <name>'),
    ]
  const findings: Finding[] = [await aboutOwnAddress(deps, site.publicUrl)]
  for (const entity of entities) {
    findings.push(...aboutIdentifier(entity, site.publicUrl))
    findings.push(...aboutKeys(entity, await deps.members.keysOf(entity.id), deps))
    if (entity.role === 'member') findings.push(...(await aboutMember(deps, entity)))
  }
  return findings
}

async function aboutOwnAddress(deps: GatewayDeps, url: string): Promise<Finding> {
  const todo = 'check DNS, the TLS proxy and ENTENTE_URL'
  try {
    const { status } = await deps.net.request({
      method: 'GET',
      url: `${url}/healthz`,
      timeoutMs: 5_000,
    })
    if (status === 200) return fine('own address', `${url} answers`)
    return wrong('own address', `${url}/healthz answers ${status}`, todo)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return wrong('own address', `${url} does not answer from here: ${why}`, todo)
  }
}

function aboutIdentifier({ id, handle }: Entity, publicUrl: string): Finding[] {
  const below = id.match(/^(.*)\/members\/[^/]+$/)?.[1]
  if (below === undefined || below === publicUrl) return []
  return [
    warn(
      handle,
      `${id} lies below ${below}, but this gateway is reached at ${publicUrl}`,
      `let ${below} lead here as well, or partners cannot look ${handle} up`,
    ),
  ]
}

function aboutKeys(
  { handle, role }: Entity,
  keys: readonly EntityKey[],
  deps: Pick<GatewayDeps, 'clock'>,
): Finding[] {
  const purposes =
    role === 'member' ? (['federation', 'event', 'token'] as const) : (['federation'] as const)
  const missing = purposes.filter(
    (purpose) => !keys.some((key) => key.purpose === purpose && key.state === 'active'),
  )
  const overdue = keys.filter(
    ({ state, createdAt }) =>
      state === 'published' &&
      millisOf(deps.clock.now()) - millisOf(createdAt) > OVERLAP_MILLIS + 60 * 60_000,
  )
  const findings = [
    ...missing.map((purpose) =>
      wrong(
        handle,
        `has no active ${purpose} key`,
        `entente keys rotate ${handle} --purpose ${purpose}`,
      ),
    ),
    ...overdue.map(({ purpose }) =>
      warn(
        handle,
        `its next ${purpose} key is published for more than a day and not in use`,
        `entente keys rotate ${handle} --purpose ${purpose} says why`,
      ),
    ),
  ]
  return findings.length > 0 ? findings : [fine(handle, `${keys.length} keys, all that it needs`)]
}

async function aboutMember(
  deps: GatewayDeps,
  { id, handle, authorityHints }: Entity,
): Promise<Finding[]> {
  const findings: Finding[] = []
  const federation = (await deps.members.keysOf(id, 'federation')).find((k) => k.state === 'active')
  if (authorityHints.length > 0 && federation !== undefined)
    findings.push(
      (await isVouchedFor(deps, id, federation.publicKey.kid))
        ? fine(
            handle,
            `${authorityHints.join(', ')} vouches for its federation key, or was not asked to`,
          )
        : wrong(
            handle,
            `${authorityHints.join(', ')} does not answer, or does not vouch for its federation key`,
            `entente member request-admission ${handle} ${authorityHints[0] ?? ''}`,
          ),
    )
  const clients = (await deps.members.listClients(id)).filter((c) => c.disabledAt === null)
  if (clients.length === 0)
    findings.push(
      warn(handle, 'no API client can reach it', `entente client create ${handle} --name <name>`),
    )
  return findings
}

// An anchor answers whom it vouches for (OpenID Federation 1.0 §8.1, §8.2): a statement about one member, or the list of all.
import { Hono } from 'hono'
import type { Context } from 'hono'
import { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { ENDPOINT_PATHS } from '../../core/members/endpoints.ts'
import { ENTITY_TYPE } from '../../core/members/metadata.ts'
import { FEDERATION_ENTITY } from '../../core/members/member.ts'
import { STATEMENT_TYPE } from '../../core/members/statement.ts'
import type { Entity } from '../../flows/member-ports.ts'
import {
  admittedMembers,
  type StatementDeps,
  subordinateStatementOf,
} from '../../flows/members/entity-statements.ts'
import { federationError, refuse } from './federation-error.ts'

const MEMBER = '/members/:handle'
const FILTERS = ['entity_type', 'intermediate']

export function federationRoutes(deps: StatementDeps): Hono {
  const app = new Hono()

  app.get(`${MEMBER}${ENDPOINT_PATHS.fetch}`, async (c) => {
    const anchor = await anchorAt(deps, c.req.param('handle'))
    if (anchor === null) return nobody(c)
    const sub = MemberId.safeParse(c.req.query('sub'))
    if (!sub.success || c.req.queries('sub')?.length !== 1)
      return federationError(c, 'invalid_request', 'sub must be one entity identifier')
    if (sub.data === anchor.id)
      return federationError(c, 'invalid_request', 'an anchor is nobody’s subordinate here')
    const statement = await subordinateStatementOf(deps, anchor, sub.data)
    if (statement instanceof Refusal) return refuse(c, statement)
    // A suspension must not wait for a cache on the way.
    const headers = { 'content-type': `application/${STATEMENT_TYPE}`, 'cache-control': 'no-store' }
    return c.body(statement, 200, headers)
  })

  app.get(`${MEMBER}${ENDPOINT_PATHS.list}`, async (c) => {
    const anchor = await anchorAt(deps, c.req.param('handle'))
    if (anchor === null) return nobody(c)
    const unknown = Object.keys(c.req.query()).find((name) => !FILTERS.includes(name))
    if (unknown !== undefined)
      return federationError(c, 'unsupported_parameter', `${unknown} is not supported here`)
    c.header('cache-control', 'no-store')
    return c.json(asksForMembers(c) ? await admittedMembers(deps, anchor) : [])
  })

  return app
}

/** All subordinates are leaves of one type. */
function asksForMembers(c: Context): boolean {
  const types = c.req.queries('entity_type') ?? [ENTITY_TYPE]
  const isOurs = types.every((type) => type === ENTITY_TYPE || type === FEDERATION_ENTITY)
  return isOurs && c.req.query('intermediate') !== 'true'
}

export async function anchorAt(
  { members }: Pick<StatementDeps, 'members'>,
  handle: string,
): Promise<Entity | null> {
  const entity = await members.findEntityByHandle(handle)
  return entity?.role === 'anchor' ? entity : null
}

export const nobody = (c: Context): Response =>
  federationError(c, 'not_found', 'not-found: no alliance answers here', 404)

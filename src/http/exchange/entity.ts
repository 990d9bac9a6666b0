// What a hosted entity publishes to anybody: its configuration at its identifier (OpenID Federation 1.0 §9), its retired keys,
// and the documents its metadata names by hash. All of it is public and signed or hashed, so no caller is asked who it is.
import { Hono } from 'hono'
import type { Context } from 'hono'
import type { MemberId } from '../../core/kernel/id.ts'
import { CONFIGURATION_PATH, ENDPOINT_PATHS, identifiersAt } from '../../core/members/endpoints.ts'
import { HISTORY_TYPE } from '../../core/members/historical-keys.ts'
import { STATEMENT_TYPE } from '../../core/members/statement.ts'
import { servedSupport } from '../../flows/duty/own-support.ts'
import type { Entity } from '../../flows/member-ports.ts'
import {
  historicalKeysOf,
  ownConfiguration,
  type StatementDeps,
} from '../../flows/members/entity-statements.ts'
import { publishedForm, publishedScheme } from '../../flows/members/own-metadata.ts'
import type { PublishedDocument } from '../../flows/members/own-metadata.ts'
import type { Site } from '../../flows/members/site.ts'
import { federationError } from './federation-error.ts'

const MEMBER = '/members/:handle'
const READS = ['GET', 'HEAD']
/** Seconds a copy on the way may be old: what changes here should be seen within minutes. */
const MAX_AGE = 60

export function entityRoutes(deps: StatementDeps, site: Site): Hono {
  const app = new Hono()
  const byHandle = (handle: string) => deps.members.findEntityByHandle(handle)
  const configuration = async (c: Context, entity: Entity | null) =>
    entity === null
      ? nobody(c)
      : token(c, STATEMENT_TYPE, await ownConfiguration(deps, site, entity))

  app.get(`${MEMBER}${CONFIGURATION_PATH}`, async (c) =>
    configuration(c, await byHandle(c.req.param('handle'))),
  )
  app.get(`${MEMBER}${ENDPOINT_PATHS.historicalKeys}`, async (c) => {
    const entity = await byHandle(c.req.param('handle'))
    return entity === null
      ? nobody(c)
      : token(c, HISTORY_TYPE, await historicalKeysOf(deps, entity))
  })
  app.get(`${MEMBER}${ENDPOINT_PATHS.intakeForm}`, async (c) => {
    const entity = await byHandle(c.req.param('handle'))
    return document(c, entity && (await publishedForm(entity)))
  })
  app.get(`${MEMBER}${ENDPOINT_PATHS.scheme}`, async (c) => {
    const entity = await byHandle(c.req.param('handle'))
    return document(c, entity && (await publishedScheme(deps, entity)))
  })
  app.get(`${MEMBER}${ENDPOINT_PATHS.supportProfile}`, async (c) => {
    const entity = await byHandle(c.req.param('handle'))
    return document(c, entity && (await servedSupport(deps, entity, c.req.query('sha256'))))
  })
  // A domain of its own, forwarded to this gateway with its own name and path: the address asked for is the identifier.
  app.use('*', async (c, next) => {
    if (!READS.includes(c.req.method) || !c.req.path.endsWith(CONFIGURATION_PATH)) return next()
    return configuration(c, await ownerOf(deps, c.req.url))
  })
  return app
}

/** A proxy in front may have ended TLS, so that the scheme seen here is no part of the question. */
async function ownerOf({ members }: StatementDeps, asked: string): Promise<Entity | null> {
  const spelled = identifiersAt(asked).flatMap((identifier) => {
    const rest = identifier.replace(/^https?:/, '')
    return [`https:${rest}`, `http:${rest}`]
  })
  for (const identifier of spelled) {
    const entity = await members.findEntity(identifier as MemberId)
    if (entity !== null) return entity
  }
  return null
}

const nobody = (c: Context): Response =>
  federationError(c, 'not_found', 'member-unknown: nobody is hosted at this address', 404)

function token(c: Context, type: string, jwt: string): Response {
  return c.body(jwt, 200, {
    'content-type': `application/${type}`,
    'cache-control': `public, max-age=${MAX_AGE}`,
  })
}

/** The exact bytes that the hash in the metadata names. */
function document(c: Context, published: PublishedDocument | null): Response {
  if (published === null)
    return federationError(c, 'not_found', 'not-found: no such document is published', 404)
  return c.body(published.text, 200, {
    'content-type': 'application/json',
    'cache-control': `public, max-age=${MAX_AGE}`,
    etag: `"${published.digest}"`,
  })
}

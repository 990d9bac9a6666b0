// A member asks an alliance for its word (D2): signed with the member's event key, judged against what it publishes itself.
import { Hono } from 'hono'
import { digestOf, textOf } from '../../core/kernel/bytes.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { ENDPOINT_PATHS } from '../../core/members/endpoints.ts'
import { receiveAdmission } from '../../flows/members/receive-admission.ts'
import type { Site } from '../../flows/members/site.ts'
import type { Deps } from '../../flows/ports.ts'
import { mayLookUp, type Strangers } from '../strangers.ts'
import { readBytes } from '../read-bytes.ts'
import { anchorAt, nobody } from './federation.ts'
import { refuse } from './federation-error.ts'

/** The body says nothing but a name. */
const MAX_BODY_BYTES = 4 * 1024
const SCHEME = /^entente-request ([^ ]+)$/i

export type AdmissionDeps = Pick<Deps, 'members' | 'work' | 'net' | 'clock'>

export function admissionRoutes(deps: AdmissionDeps, site: Site, strangers: Strangers): Hono {
  const app = new Hono()
  app.post(`/members/:handle${ENDPOINT_PATHS.admission}`, async (c) => {
    const anchor = await anchorAt(deps, c.req.param('handle'))
    if (anchor === null) return nobody(c)
    const bytes = await readBytes(c.req.raw, MAX_BODY_BYTES)
    if (bytes === null) return refuse(c, new Refusal('body-too-large'))
    const text = textOf(bytes)
    if (text === null) return refuse(c, new Refusal('malformed-request'))
    const token = SCHEME.exec(c.req.header('authorization') ?? '')?.[1] ?? null
    const request = { token, bodyHash: await digestOf(text) }
    const here = { ...deps, mayLookUp: mayLookUp(deps, strangers, c) }
    const answer = await receiveAdmission(here, site, anchor, request)
    if (answer instanceof Refusal) return refuse(c, answer)
    const { status, member } = answer
    return c.json({ status, member }, status === 'requested' ? 202 : 200)
  })
  return app
}

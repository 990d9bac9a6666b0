// The API for vendor systems (openapi/gateway.yaml): tokens are asked for by anybody, everything else is asked by a known caller.
import { Hono } from 'hono'
import type { TokenServer } from '../../core/access/access-token.ts'
import type { Site } from '../../flows/members/site.ts'
import { authenticates } from '../caller.ts'
import type { AppDeps, AppOptions } from '../context.ts'
import { onceForEachKey } from '../idempotency.ts'
import { Buckets, DEFAULT_RATE, limitsRate } from '../rate-limit.ts'
import { alertRoutes } from './alerts.ts'
import { batonRoutes, hostRoutes } from './baton.ts'
import { caseRoutes } from './cases.ts'
import { clockRoutes } from './clocks.ts'
import { consoleLinkRoutes } from './console-links.ts'
import { dutyRoutes } from './duty.ts'
import { engagementRoutes } from './engagements.ts'
import { escalationRoutes } from './escalations.ts'
import { feedRoutes } from './feed.ts'
import { fenceRoutes } from './fences.ts'
import { handlingRoutes } from './handling.ts'
import { handOffRoutes } from './hand-offs.ts'
import { historyRoutes } from './history.ts'
import { keyRoutes } from './keys.ts'
import { noteRoutes } from './notes.ts'
import { noticeRoutes } from './notices.ts'
import { participantRoutes } from './participants.ts'
import { partnerRoutes } from './partners.ts'
import { schemeVersionRoutes } from './scheme-versions.ts'
import { schemeRoutes } from './schemes.ts'
import { settingsRoutes } from './settings.ts'
import { severityRoutes } from './severity.ts'
import { slotRoutes } from './slots.ts'
import { supportProfileRoutes } from './support-profiles.ts'
import { tokenRoutes } from './tokens.ts'
import { whoAnswersRoutes } from './who-answers.ts'
import type { Api } from './write.ts'

/** What is asked only by a caller with a token. */
const KNOWN_CALLERS = [
  caseRoutes,
  engagementRoutes,
  handOffRoutes,
  escalationRoutes,
  handlingRoutes,
  noticeRoutes,
  participantRoutes,
  fenceRoutes,
  noteRoutes,
  slotRoutes,
  severityRoutes,
  batonRoutes,
  hostRoutes,
  historyRoutes,
  clockRoutes,
  feedRoutes,
  partnerRoutes,
  settingsRoutes,
  schemeRoutes,
  schemeVersionRoutes,
  supportProfileRoutes,
  dutyRoutes,
  alertRoutes,
  whoAnswersRoutes,
  keyRoutes,
  consoleLinkRoutes,
] as const

export function apiRoutes(
  deps: AppDeps,
  site: Site,
  server: TokenServer,
  options: AppOptions,
): Hono {
  const api: Api = { deps, site, server, options, once: onceForEachKey(deps) }
  const known = new Hono()
  const buckets = options.buckets ?? new Buckets(options.rate ?? DEFAULT_RATE)
  known.use(authenticates(deps, server), limitsRate(deps, buckets))
  for (const routes of KNOWN_CALLERS) known.route('/', routes(api))
  return new Hono().route('/', tokenRoutes(api)).route('/', known)
}

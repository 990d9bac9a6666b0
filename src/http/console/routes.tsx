// The console: pages for people, read-only in this first room. Everything it shows, the API answers too, through the same flows.
import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Context } from 'hono'
import { CaseId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { caseStamp } from '../../flows/cases/case-stamp.ts'
import { endOfFeed } from '../../flows/cases/read-feed.ts'
import type { Site } from '../../flows/members/site.ts'
import type { AppDeps, AppOptions } from '../context.ts'
import { showCase } from './case-page.tsx'
import { showCases } from './cases-page.tsx'
import { ICON } from './icon.ts'
import { follow } from './live.ts'
import { pageHeaders } from './page-headers.ts'
import { askToSignIn, faultsAsPages, sayNo } from './said-answers.tsx'
import { placeOf, signedIn, ZONE_COOKIE } from './session.ts'
import { signInRoutes } from './sign-in.tsx'
import { STYLE } from './style.ts'
import { knownZone } from './times.ts'

/** Mounted at `/console`. */
export function consoleRoutes(deps: AppDeps, site: Site, options: AppOptions = {}): Hono {
  const place = placeOf(site)
  const { base } = place
  const app = new Hono()
  app.use(faultsAsPages(base), pageHeaders(deps))

  app.get('/style.css', (c) => asset(c, 'text/css; charset=utf-8', STYLE))
  app.get('/icon.svg', (c) => asset(c, 'image/svg+xml', ICON))

  app.route('/', signInRoutes(deps, place))

  const pages = new Hono()
  pages.use(
    signedIn(deps, place, (c, refusal) =>
      askToSignIn(c, base, refusal && 'Your session is over. Come in by a new link.'),
    ),
  )
  pages.get('/', (c) => c.redirect(`${base}/cases`, 303))
  pages.get('/cases', (c) => showCases(c, deps, { base, zone: zoneOf(c) }))
  pages.get('/cases/live', (c) =>
    follow(c, deps, options, {
      readStamp: async () => String(await endOfFeed(deps, c.var.pass.member)),
      seen: c.req.query('seen') ?? '',
    }),
  )
  pages.get('/cases/:id', (c) => showCase(c, deps, { base, zone: zoneOf(c) }))
  pages.get('/cases/:id/live', async (c) => {
    const id = CaseId.safeParse(c.req.param('id'))
    const readStamp = async () => (id.success ? caseStamp(deps, c.var.pass.member, id.data) : null)
    if ((await readStamp()) === null) return sayNo(c, base, new Refusal('case-not-found'))
    return follow(c, deps, options, { readStamp, seen: c.req.query('seen') ?? '' })
  })
  pages.get('/*', (c) => sayNo(c, base, new Refusal('not-found')))

  return app.route('/', pages)
}

const zoneOf = (c: Context): string => knownZone(getCookie(c, ZONE_COOKIE))

const asset = (c: Context, type: string, body: string): Response =>
  c.body(body, 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=300' })

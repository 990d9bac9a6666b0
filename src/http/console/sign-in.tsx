// Coming in and going out. A link shows a page that asks; only what is sent from that page uses it up, since mail scanners, chats and
// browsers that look ahead open links too.
import { Hono } from 'hono'
import type { Context } from 'hono'
import type { ConsolePass } from '../../core/access/console-token.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { enterConsole, lookAtLink } from '../../flows/access/enter-console.ts'
import { leaveConsole } from '../../flows/access/leave-console.ts'
import type { AppDeps } from '../context.ts'
import { readText } from '../read-json.ts'
import { ConfirmPage } from './pages/confirm.tsx'
import { askToSignIn, sayNo } from './said-answers.tsx'
import { dropSession, heldPass, keepSession, type Place } from './session.ts'

const MAX_FORM_BYTES = 8 * 1024

export function signInRoutes(deps: AppDeps, place: Place): Hono {
  const { base, server } = place
  const app = new Hono()

  app.get('/sign-in', async (c) => {
    const token = c.req.query('token')
    if (token === undefined) return askToSignIn(c, base, null)
    const seen = await lookAtLink(deps, server, token, await passOf(c, deps, place))
    if (seen instanceof Refusal) return askToSignIn(c, base, linkSentence(seen))
    if (seen.isBack) return c.redirect(whereTo(place, seen.pass), 303)
    return c.html(<ConfirmPage base={base} token={token} name={seen.pass.name} />)
  })

  app.post('/sign-in', async (c) => {
    // Another site must not sign a browser in as somebody of its choice.
    if (isFromElsewhere(c)) return askToSignIn(c, base, 'This came from another site.')
    const form = await readText(c, MAX_FORM_BYTES)
    if (form instanceof Refusal) return sayNo(c, base, form)
    const token = new URLSearchParams(form).get('token') ?? ''
    const session = await enterConsole(deps, server, token)
    if (session instanceof Refusal) return askToSignIn(c, base, linkSentence(session))
    keepSession(c, deps, place, session)
    return c.redirect(whereTo(place, session.pass), 303)
  })

  app.post('/sign-out', async (c) => {
    const pass = await passOf(c, deps, place)
    if (pass !== null) await leaveConsole(deps, pass)
    dropSession(c, place)
    return c.redirect(`${base}/sign-in`, 303)
  })
  return app
}

async function passOf(c: Context, deps: AppDeps, place: Place): Promise<ConsolePass | null> {
  const held = await heldPass(c, deps, place)
  return held instanceof Refusal ? null : held
}

const whereTo = ({ base }: Place, { caseId }: ConsolePass): string =>
  caseId === null ? `${base}/cases` : `${base}/cases/${caseId}`

/** Pages say nothing of where they were (`no-referrer`), so `Origin` is `null`; this header no page can set. */
const isFromElsewhere = (c: Context): boolean =>
  !['same-origin', 'none'].includes(c.req.header('sec-fetch-site') ?? 'none')

const linkSentence = ({ code, detail }: Refusal): string =>
  code === 'token-expired'
    ? 'This link is used up or too old. Ask for a new one.'
    : `This link does not open the console here: ${detail}.`

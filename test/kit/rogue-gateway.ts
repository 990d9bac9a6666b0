// A gateway that lies on the wire for its one member: keeps what it should send from some partners, acknowledges what it throws away,
// refuses what is right, makes up tips, and answers questions with nothing, a part, or rubbish.
import { utf8 } from '../../src/core/kernel/bytes.ts'
import type { NetRequest, NetResponse } from '../../src/flows/ports.ts'
import type { App, Lies } from './wire.ts'

type Draw = () => number
type Send = (request: NetRequest) => Promise<NetResponse>

/** How much of what it says is a lie. */
const DISHONEST = 0.5

export function liesOf(member: string, draw: Draw): Lies {
  const shunned = new Map<string, boolean>()
  return {
    sending: (request, send) => withhold(shunned, draw, request, send),
    asked: (request, app) => answer(member, draw, request, app),
  }
}

/** Batches to partners it shuns never leave; its own gateway believes they did. For each partner it changes its mind now and then. */
async function withhold(
  shunned: Map<string, boolean>,
  draw: Draw,
  request: NetRequest,
  send: Send,
): Promise<NetResponse> {
  if (!request.url.endsWith('/exchange/batch')) return send(request)
  const was = shunned.get(request.url) ?? false
  const isShunned = draw() < 0.3 ? !was : was
  shunned.set(request.url, isShunned)
  if (!isShunned) return send(request)
  const { sets } = JSON.parse(new TextDecoder().decode(request.body)) as { sets: object }
  const body = utf8(JSON.stringify({ ack: Object.keys(sets) }))
  return { status: 202, headers: new Headers({ 'content-type': 'application/json' }), body }
}

async function answer(member: string, draw: Draw, request: Request, app: App): Promise<Response> {
  const [, path] = request.url.split(`${member}/exchange/`)
  const isLie = path !== undefined && draw() < DISHONEST
  if (!isLie) return app.fetch(request)
  if (draw() < 0.15) return rubbish(draw)
  if (path === 'batch') return falseReceipt(draw, request)
  if (path === 'heads') return falseTips(draw, request)
  return path === 'missing' ? part(draw, await app.fetch(request)) : app.fetch(request)
}

function rubbish(draw: Draw): Response {
  const bodies = ['', 'null', '[]', '{"events":[1,2,{}],"cases":7}', '<html></html>', '{"ack":5}']
  const status = [200, 202, 204, 302, 404, 429, 500][Math.floor(draw() * 7)] ?? 200
  const body = bodies[Math.floor(draw() * bodies.length)] ?? ''
  const headers = { 'retry-after': '1', 'entente-time': 'soon' }
  return new Response(status === 204 ? null : body, { status, headers })
}

async function falseReceipt(draw: Draw, request: Request): Promise<Response> {
  const text = await request.text()
  const given = readSets(text)
  const refusal = { err: 'access_denied', description: 'not today' }
  return draw() < 0.5
    ? Response.json({ ack: given }, { status: 202 })
    : Response.json(
        { setErrs: Object.fromEntries(given.map((key) => [key, refusal])) },
        { status: 202 },
      )
}

/** The weather may have changed the body. */
function readSets(text: string): string[] {
  try {
    const { sets } = JSON.parse(text) as { sets?: object }
    return Object.keys(sets ?? {})
  } catch {
    return []
  }
}

async function falseTips(draw: Draw, request: Request): Promise<Response> {
  const { cases } = JSON.parse(await request.text()) as {
    cases: { case: string; heads: string[] }[]
  }
  const madeUp = (): string =>
    Buffer.from(Array.from({ length: 32 }, () => Math.floor(draw() * 256))).toString('base64url')
  const tips = cases.map((one) => ({
    ...one,
    heads: draw() < 0.5 ? [madeUp(), madeUp()] : one.heads,
  }))
  return Response.json({ cases: tips })
}

async function part(draw: Draw, honest: Response): Promise<Response> {
  if (honest.status !== 200) return honest
  const { events, disclosures } = (await honest.json()) as { events: string[]; disclosures: object }
  const kept = draw() < 0.4 ? [] : events.filter(() => draw() < 0.6)
  return Response.json({ events: kept.toReversed(), disclosures, complete: true })
}

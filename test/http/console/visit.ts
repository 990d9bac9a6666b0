// A browser's side of the console without a browser: follows a link once, keeps the cookies it is given, asks for pages.
import type { Hono } from 'hono'

export type Visit = {
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>
  readonly post: (
    path: string,
    form?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Response>
  readonly page: (path: string) => Promise<string>
  readonly cookies: Map<string, string>
}

type App = Pick<Hono, 'request'>

export function visit(app: App, origin: string): Visit {
  const cookies = new Map<string, string>()
  const send = async (
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: URLSearchParams,
  ) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await app.request(`${origin}${path}`, {
      method,
      headers: { ...(cookie === '' ? {} : { cookie }), ...headers },
      ...(body === undefined ? {} : { body }),
    })
    for (const set of response.headers.getSetCookie()) keep(cookies, set)
    return response
  }
  const get: Visit['get'] = (path, headers = {}) => send('GET', path, headers)
  return {
    get,
    post: (path, form, headers = {}) =>
      send('POST', path, headers, form && new URLSearchParams(form)),
    page: async (path) => (await get(path)).text(),
    cookies,
  }
}

function keep(cookies: Map<string, string>, set: string): void {
  const [pair = '', ...attributes] = set.split('; ')
  const [name = '', value = ''] = pair.split('=')
  const isOver = attributes.some((attribute) => /^Max-Age=0$/i.test(attribute))
  if (isOver) cookies.delete(name)
  else cookies.set(name, value)
}

/** Presses the button of the page that a link shows. */
export async function press(visitor: Visit, path: string): Promise<Response> {
  const asked = await visitor.page(path)
  const [, token = ''] = /name="token" value="([^"]*)"/.exec(asked) ?? []
  return visitor.post('/console/sign-in', { token })
}

/** Comes in by a link. */
export async function enter(app: App, origin: string, path: string): Promise<Visit> {
  const visitor = visit(app, origin)
  const { status } = await press(visitor, path)
  if (status !== 303) throw new Error(`the link did not open the console: ${status}`)
  return visitor
}

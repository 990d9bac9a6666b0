// How the console says no: a page with one sentence. What the doors around it answer to machines becomes such a page too.
import type { Context, MiddlewareHandler } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Refusal } from '../../core/kernel/refusal.ts'
import { STATUS } from '../status.ts'
import { SaidPage } from './pages/said.tsx'
import { SignInPage } from './pages/sign-in.tsx'

const TITLES: Readonly<Record<number, string>> = {
  400: 'That could not be read',
  404: 'There is nothing here',
  422: 'That could not be read',
  503: 'Not at the moment',
}

/** Answers a refusal. */
export function sayNo(
  c: Context,
  base: string,
  { code, detail }: Refusal,
): Response | Promise<Response> {
  const status = STATUS[code]
  const title = TITLES[status] ?? 'That did not work'
  return c.html(<SaidPage base={base} title={title} sentence={detail} />, status)
}

/** Answers somebody who is not signed in, or not any more. */
export const askToSignIn = (
  c: Context,
  base: string,
  why: string | null,
): Response | Promise<Response> => c.html(<SignInPage base={base} why={why} />, 401)

type Problem = { readonly detail?: string }

/** Faults are answered around the console, for machines; people get the same sentence on a page. */
export const faultsAsPages =
  (base: string): MiddlewareHandler =>
  async (c, next) => {
    await next()
    if (c.error === undefined) return
    const { status, headers } = c.res
    const isProblem = headers.get('content-type')?.startsWith('application/problem+json') === true
    const { detail }: Problem = isProblem ? await c.res.clone().json() : {}
    const sentence = detail ?? 'Something went wrong on our side.'
    const title = TITLES[status] ?? 'Something went wrong'
    const retryAfter = headers.get('retry-after')
    c.res = await c.html(
      <SaidPage base={base} title={title} sentence={sentence} />,
      status as ContentfulStatusCode,
    )
    if (retryAfter !== null) c.res.headers.set('Retry-After', retryAfter)
  }

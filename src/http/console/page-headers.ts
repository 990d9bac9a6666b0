// What a page allows the browser: its own style and pictures, one script named by a fresh nonce, talking to this gateway, nothing else.
import type { Context, MiddlewareHandler } from 'hono'
import { toBase64url } from '../../core/kernel/bytes.ts'
import type { Deps } from '../../flows/ports.ts'

declare module 'hono' {
  interface ContextVariableMap {
    /** Names the one script of this answer. */
    nonce: string
  }
}

const NONCE_BYTES = 16

export const policyFor = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')

export const pageHeaders =
  ({ random }: Pick<Deps, 'random'>): MiddlewareHandler =>
  async (c, next) => {
    const nonce = toBase64url(random.bytes(NONCE_BYTES))
    c.set('nonce', nonce)
    await next()
    setHeaders(c, nonce)
  }

function setHeaders(c: Context, nonce: string): void {
  const { headers } = c.res
  headers.set('Content-Security-Policy', policyFor(nonce))
  headers.set('X-Frame-Options', 'DENY')
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('Referrer-Policy', 'no-referrer')
  headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  headers.set('Cross-Origin-Resource-Policy', 'same-origin')
  headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=()')
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
}

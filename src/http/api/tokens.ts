// The token endpoint (RFC 6749 §3.2): a form comes in, an access token leaves. It says no in the words that OAuth libraries know, with
// our own beside them.
import { Hono } from 'hono'
import type { Context } from 'hono'
import { SCOPES } from '../../core/access/scope.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { RefusalCode } from '../../core/kernel/refusal.ts'
import { issueToken, type TokenRequest } from '../../flows/access/issue-token.ts'
import { problemOf } from '../problem.ts'
import { readText } from '../read-json.ts'
import { STATUS } from '../status.ts'
import { limitsStrangers } from '../strangers.ts'
import type { Api } from './write.ts'

const MAX_FORM_BYTES = 16 * 1024

/** RFC 6749 §5.2. */
const OAUTH_WORD: Partial<Record<RefusalCode, string>> = {
  'client-unknown': 'invalid_client',
  'token-expired': 'invalid_client',
  'grant-unsupported': 'unsupported_grant_type',
  'scope-unknown': 'invalid_scope',
}

export function tokenRoutes({ deps, server, options: { strangers } }: Api): Hono {
  const app = new Hono()
  if (strangers)
    app.use('/oauth/token', limitsStrangers(deps, { buckets: strangers.tokens, refuse: tooMany }))
  app.post('/oauth/token', async (c) => {
    const request = await readTokenRequest(c)
    if (request instanceof Refusal) return refuseToken(c, request)
    const issued = await issueToken(deps, server, request)
    if (issued instanceof Refusal) return refuseToken(c, issued)
    c.header('Cache-Control', 'no-store')
    return c.json({
      access_token: issued.token,
      token_type: 'Bearer',
      expires_in: issued.seconds,
      scope: issued.scopes.join(' '),
    })
  })
  return app
}

/** RFC 8414, at the root of the gateway's address. */
export function tokenServerRoutes({ server }: Pick<Api, 'server'>): Hono {
  return new Hono().get('/.well-known/oauth-authorization-server', (c) =>
    c.json({
      issuer: server.issuer,
      token_endpoint: `${server.audience}/oauth/token`,
      grant_types_supported: ['client_credentials'],
      response_types_supported: [],
      token_endpoint_auth_methods_supported: [
        'client_secret_basic',
        'client_secret_post',
        'private_key_jwt',
      ],
      token_endpoint_auth_signing_alg_values_supported: ['ES256', 'Ed25519'],
      scopes_supported: SCOPES,
      service_documentation: `${server.audience}/docs`,
    }),
  )
}

const PARAMETERS = [
  'grant_type',
  'scope',
  'client_id',
  'client_secret',
  'client_assertion_type',
  'client_assertion',
] as const

async function readTokenRequest(c: Context): Promise<TokenRequest | Refusal> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded')
    return new Refusal('unsupported-media-type', 'Send application/x-www-form-urlencoded.')
  const text = await readText(c, MAX_FORM_BYTES)
  if (text instanceof Refusal) return text
  const form = new URLSearchParams(text)
  const twice = PARAMETERS.find((name) => form.getAll(name).length > 1)
  if (twice !== undefined)
    return new Refusal('malformed-request', `${twice} is given more than once.`, twice)
  const basic = basicOf(c.req.header('authorization'))
  if (basic instanceof Refusal) return basic
  if (basic && (form.has('client_secret') || form.has('client_assertion')))
    return new Refusal('malformed-request', 'The client shows itself in more than one way.')
  if (basic && form.has('client_id') && form.get('client_id') !== basic.id)
    return new Refusal('malformed-request', 'client_id differs between header and form.')
  const said = (name: (typeof PARAMETERS)[number]): string | undefined =>
    form.get(name) ?? undefined
  return {
    grantType: said('grant_type'),
    scope: said('scope'),
    id: basic?.id ?? said('client_id'),
    secret: basic?.secret ?? said('client_secret'),
    assertionType: said('client_assertion_type'),
    assertion: said('client_assertion'),
  }
}

/** RFC 6749 §2.3.1: both parts are form-encoded before they are joined. */
function basicOf(
  header: string | undefined,
): { readonly id: string; readonly secret: string } | null | Refusal {
  const [, encoded] = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(header ?? '') ?? []
  if (encoded === undefined) return null
  try {
    const [id = '', ...rest] = atob(encoded).split(':')
    if (rest.length === 0) throw new Error('no colon')
    return { id: decodeForm(id), secret: decodeForm(rest.join(':')) }
  } catch {
    return new Refusal('malformed-request', 'The Basic credentials cannot be read.')
  }
}

const decodeForm = (part: string): string => decodeURIComponent(part.replaceAll('+', ' '))

function tooMany(c: Context, retryAfter: number): Response {
  c.header('Retry-After', String(retryAfter))
  return refuseToken(c, new Refusal('rate-limited'))
}

function refuseToken(c: Context, refusal: Refusal): Response {
  const status = refusal.code === 'token-expired' ? 401 : STATUS[refusal.code]
  if (status === 401) c.header('WWW-Authenticate', 'Basic realm="entente"')
  c.header('Cache-Control', 'no-store')
  const error = OAUTH_WORD[refusal.code] ?? 'invalid_request'
  // RFC 6749 allows visible ASCII without quotes and backslashes here.
  const described = refusal.detail.replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, ' ')
  return c.json(
    { error, error_description: described, ...problemOf(refusal, status, c.var.requestId) },
    status,
  )
}

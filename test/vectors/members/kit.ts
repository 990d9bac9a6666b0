// Building blocks of the vectors: the cast, the fixed moment, the published test keys, and a signer that signs any bytes it is
// given, well-formed or not.
import keyFile from '../keys.json' with { type: 'json' }

export const AT = '2026-11-21T12:00:00.000Z'
export const NOW = Date.parse(AT) / 1000
export const HOUR = 3600
export const DAY = 24 * HOUR

export const ALLIANCE = 'https://alliance.example'
export const OTHER_ALLIANCE = 'https://other-alliance.example'
export const ATLAS = 'https://support.atlas.example'
export const BOREALIS = 'https://borealis.example/support'

export type Json = Readonly<Record<string, unknown>>
export type KeyName = keyof typeof keyFile.keys
type Jwk = Readonly<{ kid: string; alg: string; kty: string; crv?: string; x?: string; y?: string }>

export const privateJwk = (name: KeyName): Jwk => keyFile.keys[name]

/** The public half, as a statement publishes it. */
export function publicJwk(name: KeyName): Json {
  const { kty, crv, x, y, kid } = privateJwk(name)
  return y === undefined ? { kty, crv, x, kid } : { kty, crv, x, y, kid }
}
export const kidOf = (name: KeyName): string => privateJwk(name).kid
export const jwks = (...names: KeyName[]): { keys: Json[] } => ({ keys: names.map(publicJwk) })

const ALGORITHMS: Readonly<Record<string, { name: string; namedCurve?: string; hash?: string }>> = {
  ES256: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  ES384: { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' },
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  Ed25519: { name: 'Ed25519' },
}

async function signature(input: string, name: KeyName): Promise<Buffer> {
  const { kid: _kid, alg, ...jwk } = privateJwk(name)
  const algorithm = ALGORITHMS[alg]
  if (algorithm === undefined) throw new Error(`no signer for ${alg}`)
  const key = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['sign'])
  return Buffer.from(await crypto.subtle.sign(algorithm, key, Buffer.from(input)))
}

export const base64url = (text: string | Uint8Array): string =>
  Buffer.from(text).toString('base64url')

/** Signs texts as they are, also when they are no JSON. */
export async function signText(header: string, claims: string, name: KeyName): Promise<string> {
  const input = `${base64url(header)}.${base64url(claims)}`
  return `${input}.${base64url(await signature(input, name))}`
}

/** Signs two base64url parts as they are, also in a spelling that is not canonical. */
export async function signParts(header: string, claims: string, name: KeyName): Promise<string> {
  const input = `${header}.${claims}`
  return `${input}.${base64url(await signature(input, name))}`
}

export const headerOf = (name: KeyName, extra: Json = {}): Json => ({
  typ: 'entity-statement+jwt',
  alg: privateJwk(name).alg,
  kid: kidOf(name),
  ...extra,
})

/** Leaves out the members whose value is undefined. */
export const sign = (claims: Json, name: KeyName, header: Json = {}): Promise<string> =>
  signText(JSON.stringify(headerOf(name, header)), JSON.stringify(claims), name)

/** HS256 under the bytes of a public key: the classic confusion of a verifying key with a secret. */
export async function signWithPublicKeyAsSecret(claims: Json, name: KeyName): Promise<string> {
  const secret = Buffer.from(JSON.stringify(publicJwk(name)))
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign'])
  const header = JSON.stringify(headerOf(name, { alg: 'HS256' }))
  const input = `${base64url(header)}.${base64url(JSON.stringify(claims))}`
  return `${input}.${base64url(Buffer.from(await crypto.subtle.sign('HMAC', key, Buffer.from(input))))}`
}

/** The `case_gateway` metadata of atlas. */
export const gatewayMetadata = (extra: Json = {}): Json => ({
  organization_name: 'Atlas Hypervisors',
  events_endpoint: 'https://gw.atlas.example/exchange/events',
  batch_endpoint: 'https://gw.atlas.example/exchange/batch',
  poll_endpoint: 'https://gw.atlas.example/exchange/poll',
  missing_endpoint: 'https://gw.atlas.example/exchange/missing',
  heads_endpoint: 'https://gw.atlas.example/exchange/heads',
  jwks: jwks('atlas-event'),
  algs: ['ES256', 'Ed25519'],
  rules: 1,
  limits: { event_bytes: 65536, batch_events: 50 },
  support_hours: 'Round the clock for level 1;\nweekdays 08-18 CET otherwise',
  products: [{ code: 'ahv', name: 'Atlas Hypervisor' }],
  contacts: [{ name: 'Duty manager', phone: '+41 44 000 00 00', email: 'duty@atlas.example' }],
  ...extra,
})

export const leafClaims = (extra: Json = {}): Json => ({
  iss: ATLAS,
  sub: ATLAS,
  iat: NOW - HOUR,
  exp: NOW + 3 * DAY,
  jwks: jwks('atlas-federation'),
  authority_hints: [ALLIANCE],
  metadata: {
    federation_entity: {
      organization_name: 'Atlas Hypervisors',
      federation_historical_keys_endpoint: 'https://gw.atlas.example/federation/historical-keys',
    },
    case_gateway: gatewayMetadata(),
  },
  ...extra,
})

/** Leaf claims with some members of the gateway metadata replaced. */
export const leafSaying = (extra: Json): Json =>
  leafClaims({ metadata: { case_gateway: gatewayMetadata(extra) } })

export const superiorClaims = (extra: Json = {}): Json => ({
  iss: ALLIANCE,
  sub: ATLAS,
  iat: NOW - HOUR,
  exp: NOW + 12 * HOUR,
  jwks: jwks('atlas-federation'),
  ...extra,
})

export const anchorClaims = (extra: Json = {}): Json => ({
  iss: ALLIANCE,
  sub: ALLIANCE,
  iat: NOW - HOUR,
  exp: NOW + 7 * DAY,
  jwks: jwks('alliance'),
  metadata: {
    federation_entity: {
      organization_name: 'Example Support Alliance',
      federation_fetch_endpoint: 'https://alliance.example/federation/fetch',
      federation_list_endpoint: 'https://alliance.example/federation/list',
    },
  },
  ...extra,
})

export const listClaims = (extra: Json = {}): Json => ({
  iss: ATLAS,
  iat: NOW - HOUR,
  keys: [
    { ...publicJwk('atlas-event-next'), exp: NOW - 30 * DAY, entity_type: 'case_gateway' },
    {
      ...publicJwk('stranger'),
      exp: NOW - 60 * DAY,
      entity_type: 'case_gateway',
      revoked: { revoked_at: NOW - 61 * DAY, reason: 'compromised' },
    },
    { ...publicJwk('atlas-federation-next'), exp: NOW - 90 * DAY },
  ],
  ...extra,
})

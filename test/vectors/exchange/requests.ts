// Vectors of request tokens (D22): one honest request, and one departure from it per way of cheating.
import {
  craft,
  encodePart,
  hashOf,
  hmacOf,
  kidOf,
  type KeyName,
  type Part,
  publicOf,
  withSpareBits,
} from './craft.ts'
import { grammar, without } from './event-kit.ts'

export type RequestVector = {
  about: string
  kind: 'request'
  /** The request that the token came with, as the callee sees it. */
  expected: { audience: string; method: string; url: string; body: string; at: string }
  /** The event keys that the issuer publishes now. */
  keys: unknown[]
  jwt: string
  expect: { accepted: { iss: string; jti: string } } | { refused: string; check: string | null }
}

const IAT = 1795255200
const KEY: KeyName = 'atlas-event'
const ATLAS = 'https://atlas.example'
const BOREALIS = 'https://borealis.example'
const BODY = '{"maxEvents":50,"returnImmediately":false}'
const EXPECTED = {
  audience: BOREALIS,
  method: 'POST',
  url: 'https://gateway.borealis.example/exchange/poll?wait=25',
  body: BODY,
  at: '2026-11-21T10:00:00.000Z',
}
type Claims = Record<string, unknown>
const header = (over: object = {}): Record<string, unknown> => ({
  alg: 'ES256',
  kid: kidOf(KEY),
  typ: 'entente-request+jwt',
  ...over,
})
const claims = (over: Claims = {}): Claims => ({
  iss: ATLAS,
  aud: BOREALIS,
  iat: IAT,
  exp: IAT + 60,
  jti: '3f2c0a52-0000-4000-8000-000000000001',
  htm: 'POST',
  htu: EXPECTED.url,
  bsh: hashOf(BODY),
  ...over,
})
const honest = craft(header(), claims(), KEY)
const parts = honest.split('.')

export const REQUESTS: Record<string, RequestVector> = {}

function put(folder: string, name: string, vector: Omit<RequestVector, 'kind'>): void {
  const file = `${folder}/request-${name}.json`
  if (REQUESTS[file] !== undefined) throw new Error(`two vectors named ${name}`)
  const { about, ...more } = vector
  REQUESTS[file] = { about, kind: 'request', ...more }
}

function valid(name: string, about: string, payload: Claims, expected: object = {}): void {
  put('valid', name, {
    about,
    expected: { ...EXPECTED, ...expected },
    keys: [publicOf(KEY)],
    jwt: craft(header(), payload, KEY),
    expect: { accepted: { iss: ATLAS, jti: String(payload['jti']) } },
  })
}

type How = { head?: Part; signer?: KeyName; check?: string | null; expected?: object }

function invalid(name: string, about: string, check: string, payload: Part, how: How = {}): void {
  const { head = header(), signer = KEY } = how
  spelled(name, about, check, craft(head, payload, signer), how)
}

function spelled(name: string, about: string, check: string, jwt: string, how: How = {}): void {
  const { check: alone = check, expected = {} } = how
  put('invalid', name, {
    about,
    expected: { ...EXPECTED, ...expected },
    keys: [publicOf(KEY)],
    jwt,
    expect: { refused: check.split('/')[0] ?? '', check: alone },
  })
}

valid('poll', 'The right to one poll.', claims())
valid(
  'without-body',
  'A request without a body carries the hash of no bytes.',
  claims({ htm: 'GET', bsh: hashOf('') }),
  { method: 'GET', body: '' },
)
valid(
  'early',
  'The caller’s clock is five minutes ahead.',
  claims({ iat: IAT + 300, exp: IAT + 360 }),
)
valid(
  'late',
  'It ended five minutes ago by the callee’s clock.',
  claims({ iat: IAT - 360, exp: IAT - 300 }),
)
valid('address-spelling', 'The callee knows its own address in another spelling.', claims(), {
  url: 'HTTPS://Gateway.Borealis.example:443/exchange/./poll?wait=25',
})

const form = (part: string, name: string, about: string, payload: Part, how: How = {}): void =>
  invalid(name, about, `request-malformed/${part}`, payload, how)
form('size', 'too-large', 'Longer than 4 KiB.', claims({ pad: 'x'.repeat(4_000) }))
form(
  'json',
  'key-twice',
  'aud twice.',
  JSON.stringify(claims()).replace('{', '{"aud":"https://cirrus.example",'),
)
form(
  'json',
  'too-deep',
  'Nested 17 deep.',
  claims({ pad: JSON.parse('['.repeat(16) + ']'.repeat(16)) }),
)
spelled(
  'signature-spare-bits',
  'Spare bits in the signature.',
  'request-malformed/spelling',
  `${parts[0]}.${parts[1]}.${withSpareBits(parts[2] ?? '')}`,
)
spelled(
  'signature-padded',
  'A signature with padding.',
  'request-malformed/spelling',
  `${honest}==`,
)
spelled(
  'two-parts',
  'The signature is missing altogether.',
  'request-malformed',
  `${parts[0]}.${parts[1]}`,
  grammar,
)
form('issuer', 'issuer-missing', 'No iss.', without(claims(), 'iss'))
form(
  'token-id',
  'token-id-missing',
  'Without a jti it could be used twice.',
  without(claims(), 'jti'),
)
form('token-id', 'token-id-long', 'jti of 65 characters.', claims({ jti: 'j'.repeat(65) }))
form('times', 'expiry-missing', 'No exp.', without(claims(), 'exp'), grammar)
form('times', 'expiry-before-issue', 'exp before iat.', claims({ exp: IAT - 1 }))
form('times', 'issued-at-fraction', 'iat with a fraction.', claims({ iat: IAT + 0.5 }))

const typ = (name: string, about: string, head: Part): void =>
  invalid(name, about, 'request-wrong-type', claims(), { head })
typ('type-missing', 'No typ.', without(header(), 'typ'))
typ('type-event', 'The typ of an event.', header({ typ: 'secevent+jwt' }))
typ('type-access-token', 'The typ of an access token.', header({ typ: 'at+jwt' }))

const ALG = 'request-algorithm-not-allowed'
spelled(
  'alg-none',
  'No signature, and the header says that this is right.',
  `${ALG}/unknown`,
  `${encodePart(header({ alg: 'none' }))}.${parts[1]}.`,
  grammar,
)
invalid('alg-none-signed', 'alg none over a good signature.', ALG, claims(), {
  head: header({ alg: 'none' }),
})
const macInput = `${encodePart(header({ alg: 'HS256' }))}.${parts[1]}`
spelled(
  'alg-hs256',
  'HMAC with the public key for a secret.',
  `${ALG}/unknown`,
  `${macInput}.${hmacOf(macInput, JSON.stringify(publicOf(KEY)))}`,
  grammar,
)
invalid(
  'alg-not-of-key',
  'The header says Ed25519, the key it names is a P-256 key.',
  `${ALG}/key`,
  claims(),
  { head: header({ alg: 'Ed25519' }) },
)

for (const [parameter, value] of Object.entries({
  crit: ['exp'],
  jku: 'https://cirrus.example/jwks.json',
  jwk: publicOf(KEY),
  x5u: 'https://cirrus.example/cert.pem',
  x5c: ['MIIB'],
}))
  invalid(
    `header-${parameter}`,
    `A header with ${parameter}.`,
    'request-header-not-allowed',
    claims(),
    { head: header({ [parameter]: value }) },
  )

invalid(
  'key-foreign',
  'Names another kid than the key that signed.',
  'request-key-unknown',
  claims(),
  { head: header({ kid: kidOf('stranger') }) },
)
invalid('key-stranger', 'Signed by a stranger, honestly named.', 'request-key-unknown', claims(), {
  head: header({ kid: kidOf('stranger') }),
  signer: 'stranger',
  ...grammar,
})
invalid(
  'signature-stranger',
  'Signed by a stranger under the caller’s kid.',
  'request-signature-invalid',
  claims(),
  { signer: 'stranger' },
)
spelled(
  'signature-other-payload',
  'The signature of another payload.',
  'request-signature-invalid',
  `${parts[0]}.${encodePart(claims({ jti: 'again' }))}.${parts[2]}`,
)
invalid(
  'audience-other',
  'Meant for somebody else, who passes it on.',
  'request-wrong-audience',
  claims({ aud: 'https://cirrus.example' }),
)
invalid(
  'audience-list',
  'Meant for the callee and another.',
  'request-wrong-audience',
  claims({ aud: [BOREALIS, 'https://cirrus.example'] }),
)
invalid('audience-missing', 'Meant for nobody.', 'request-wrong-audience', without(claims(), 'aud'))
invalid('life-too-long', 'Lives 61 s.', 'request-lives-too-long', claims({ exp: IAT + 61 }))
invalid(
  'too-early',
  'Dated 301 s ahead.',
  'request-expired/early',
  claims({ iat: IAT + 301, exp: IAT + 361 }),
)
invalid(
  'expired',
  'Ended 301 s ago.',
  'request-expired/late',
  claims({ iat: IAT - 361, exp: IAT - 301 }),
)
invalid(
  'method-other',
  'Signed for another method.',
  'request-method-mismatch/method',
  claims({ htm: 'DELETE' }),
)
invalid(
  'address-other',
  'Signed for another path.',
  'request-method-mismatch/address',
  claims({ htu: 'https://gateway.borealis.example/exchange/missing' }),
)
invalid(
  'address-query',
  'Signed for another query.',
  'request-method-mismatch/address',
  claims({ htu: 'https://gateway.borealis.example/exchange/poll?wait=0' }),
)
invalid(
  'address-missing',
  'Signed for no address.',
  'request-method-mismatch/address',
  without(claims(), 'htu'),
)
invalid(
  'body-other',
  'Signed for another body.',
  'request-body-mismatch',
  claims({ bsh: hashOf('{}') }),
)
invalid(
  'body-hash-missing',
  'Signed for no body at all.',
  'request-body-mismatch',
  without(claims(), 'bsh'),
)

// Tokens that are no case events by their size, spelling, JSON or header.
import { encodePart, hmacOf, kidOf, publicOf, seal, withSpareBits } from './craft.ts'
import {
  body,
  claims,
  grammar,
  header,
  honest,
  invalid,
  KEY,
  nest,
  parts,
  payloadText,
  spelled,
  without,
} from './event-kit.ts'

// Size, form, spelling.

invalid(
  'too-large',
  'One byte and more above 64 KiB.',
  'event-too-large',
  body({ kind: 'x'.repeat(49_200) }),
)
spelled(
  'two-parts',
  'The signature is missing altogether.',
  'event-malformed',
  `${parts[0]}.${parts[1]}`,
  grammar,
)
spelled('four-parts', 'A fourth part.', 'event-malformed', `${honest}.AAAA`, grammar)
spelled(
  'texts-attached',
  'Disclosures attached as SD-JWT does it; they travel beside the token (D7b).',
  'event-malformed',
  `${honest}~${encodePart('["salt","note"]')}~`,
  grammar,
)
spelled(
  'line-break',
  'A line break inside the payload.',
  'event-malformed',
  honest.replace('.', '.\n'),
  grammar,
)
spelled(
  'not-base64',
  'A character of no base64 alphabet.',
  'event-malformed',
  honest.replace('.', '.*'),
  grammar,
)
invalid('not-json', 'The payload is no JSON.', 'event-malformed', '{"iss":', grammar)
invalid(
  'trailing-comma',
  'The payload is JSON for some parsers only.',
  'event-malformed',
  payloadText('}', ',}'),
  grammar,
)
invalid(
  'payload-is-a-list',
  'The payload is JSON but no object.',
  'event-malformed',
  '[1]',
  grammar,
)
invalid(
  'byte-order-mark',
  'The payload begins with a byte order mark.',
  'event-malformed',
  `\ufeff${JSON.stringify(claims())}`,
  grammar,
)
invalid(
  'not-utf-8',
  'The payload is Latin-1.',
  'event-malformed',
  Buffer.from(payloadText('"update"', '"\u00fc"'), 'latin1'),
  grammar,
)
invalid('header-not-json', 'The header is no JSON.', 'event-malformed', claims(), {
  head: 'alg: ES256',
  ...grammar,
})
spelled(
  'signature-padded',
  'The signature of event-later with base64 padding.',
  'event-not-canonical',
  `${honest}==`,
)
spelled(
  'signature-spare-bits',
  'The signature of event-later with a spare bit of its last character set.',
  'event-not-canonical',
  `${parts[0]}.${parts[1]}.${withSpareBits(parts[2] ?? '')}`,
)
const odd = [claims(), claims({ pad: 1 }), claims({ pad: 11 })].find(
  (c) => encodePart(c).length % 4 !== 0,
)
spelled(
  'payload-spare-bits',
  'Spare bits set in the payload, and signed so: another id for the same claims.',
  'event-not-canonical',
  seal(`${encodePart(header())}.${withSpareBits(encodePart(odd ?? {}))}`, KEY),
)
spelled(
  'payload-padded',
  'A payload with base64 padding, signed so.',
  'event-not-canonical',
  seal(
    `${encodePart(header())}.${encodePart(odd ?? {})}${'='.repeat(4 - (encodePart(odd ?? {}).length % 4))}`,
    KEY,
  ),
)
spelled(
  'standard-alphabet',
  'The payload in the alphabet of ordinary base64, signed so.',
  'event-not-canonical',
  seal(
    `${encodePart(header())}.${encodePart(payloadText('"update"', '"\u00ff\u00fe?>~\u00ff"')).replaceAll('-', '+').replaceAll('_', '/')}`,
    KEY,
  ),
)

// I-JSON.

const json = (flaw: string): string => `event-json-invalid/${flaw}`
invalid(
  'key-twice',
  'iss stands there twice; parsers differ on which counts.',
  json('duplicate-key'),
  payloadText('{', '{"iss":"https://cirrus.example",'),
)
invalid(
  'name-escaped',
  'A member name written with an escape; some parsers take it for another name.',
  json('escaped-name'),
  payloadText('"re"', '"r\\u0065"'),
)
invalid(
  'name-escaped-quote',
  'A member name that cannot be written without an escape.',
  json('escaped-name'),
  payloadText('"re"', '"\\""'),
)
invalid(
  'key-twice-escaped',
  'iss again, one of them spelled with an escape.',
  json('escaped-name'),
  payloadText('{', '{"\\u0069ss":"https://cirrus.example",'),
)
invalid(
  'key-twice-nested',
  'seq twice inside case.',
  json('duplicate-key'),
  payloadText('"seq":3', '"seq":2,"seq":3'),
)
invalid('key-twice-header', 'alg twice in the header.', json('duplicate-key'), claims(), {
  head: JSON.stringify(header()).replace('{', '{"alg":"none",'),
})
invalid(
  'lone-surrogate',
  'A string with half of a surrogate pair.',
  json('surrogate'),
  payloadText('"update"', '"\\ud83d"'),
)
invalid(
  'lone-surrogate-key',
  'A member name with half of a surrogate pair.',
  json('surrogate'),
  payloadText('"kind"', '"\\udc00"'),
  { check: 'event-json-invalid' },
)
invalid(
  'integer-unsafe',
  '2^53: some parsers read another number.',
  json('number'),
  payloadText('"update"', '9007199254740992'),
)
invalid(
  'integer-unsafe-negative',
  '−(2^53).',
  json('number'),
  payloadText('"update"', '-9007199254740992'),
)
invalid(
  'number-infinite',
  '1e400 is infinite as a double.',
  json('number'),
  payloadText('"update"', '1e400'),
)
invalid('too-deep', 'Nested 17 deep.', json('depth'), payloadText('"update"', nest(14)))
invalid(
  'far-too-deep',
  'Nested thousands deep, to overflow the stack of a recursive parser.',
  json('depth'),
  payloadText('"update"', nest(12_000)),
)

// Header.

const typ = (name: string, about: string, value?: string): void =>
  invalid(name, about, 'event-wrong-type', claims(), {
    head: value === undefined ? without(header(), 'typ') : header({ typ: value }),
  })
typ('type-missing', 'No typ at all.')
typ('type-jwt', 'The typ of any JWT.', 'JWT')
typ('type-statement', 'The typ of an entity statement.', 'entity-statement+jwt')
typ('type-request', 'The typ of a request token.', 'entente-request+jwt')
typ('type-uppercase', 'The right typ in another case: tokens have one spelling.', 'SECEVENT+JWT')
typ('type-prefixed', 'The right typ with its prefix.', 'application/secevent+jwt')

const ALG = 'event-algorithm-not-allowed'
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
  'HMAC with the public key, as JSON, for a secret: everybody could make it.',
  `${ALG}/unknown`,
  `${macInput}.${hmacOf(macInput, JSON.stringify(publicOf(KEY)))}`,
  grammar,
)
invalid('alg-hs256-signed', 'alg HS256 over a good ES256 signature.', ALG, claims(), {
  head: header({ alg: 'HS256' }),
})
invalid('alg-missing', 'No alg at all, over a good signature.', ALG, claims(), {
  head: without(header(), 'alg'),
})
invalid('alg-eddsa', 'The retired name of Ed25519 (RFC 9864).', ALG, claims(), {
  head: header({ alg: 'EdDSA', kid: kidOf('atlas-event-ed25519') }),
  signer: 'atlas-event-ed25519',
  keys: [publicOf('atlas-event-ed25519')],
})
invalid('alg-es384', 'A good algorithm that is on no list here.', ALG, claims(), {
  head: header({ alg: 'ES384' }),
})
invalid('alg-not-of-case', 'Ed25519 in a case that allows ES256 only.', `${ALG}/case`, claims(), {
  head: header({ alg: 'Ed25519', kid: kidOf('atlas-event-ed25519') }),
  signer: 'atlas-event-ed25519',
  algs: ['ES256'],
  keys: [publicOf('atlas-event-ed25519')],
})
invalid(
  'alg-not-of-key',
  'The header says ES256, the key it names is an Ed25519 key.',
  `${ALG}/key`,
  claims(),
  {
    head: header({ kid: kidOf('atlas-event-ed25519') }),
    signer: 'atlas-event-ed25519',
    keys: [publicOf('atlas-event-ed25519')],
  },
)

const HEADER = 'event-header-not-allowed'
const extra = (name: string, about: string, over: object): void =>
  invalid(name, about, HEADER, claims(), { head: header(over) })
extra('header-crit', 'Demands that something be understood.', { crit: ['exp'], exp: 1 })
extra('header-b64', 'Says that the payload is not encoded (RFC 7797).', { b64: true })
extra('header-zip', 'Says that the payload is compressed.', { zip: 'DEF' })
extra('header-jku', 'Says where to fetch the key.', { jku: 'https://cirrus.example/jwks.json' })
extra('header-jwk', 'Brings its key along.', { jwk: publicOf(KEY) })
extra('header-x5u', 'Says where to fetch a certificate.', {
  x5u: 'https://cirrus.example/cert.pem',
})
extra('header-x5c', 'Brings a certificate along.', { x5c: ['MIIB'] })
extra('header-unknown', 'A parameter that nobody knows.', { note: 'hello' })
invalid(
  'header-jwk-stranger',
  'Brings a stranger’s key along and is signed with it.',
  HEADER,
  claims(),
  {
    head: header({ kid: kidOf('stranger'), jwk: publicOf('stranger') }),
    signer: 'stranger',
    ...grammar,
  },
)

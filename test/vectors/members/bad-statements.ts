// Cheating with one statement: its bytes, header, claims, keys and dates. Most stand in the leaf's place of a sound chain.
import {
  anchorClaims,
  ATLAS,
  base64url,
  DAY,
  headerOf,
  HOUR,
  type Json,
  jwks,
  type KeyName,
  leafClaims,
  leafSaying,
  NOW,
  privateJwk,
  publicJwk,
  sign,
  signParts,
  signText,
  signWithPublicKeyAsSecret,
  superiorClaims,
} from './kit.ts'
import { chain, cheat, type Entry, nonsense, type Subject, tokensOf, TRUSTED } from './vector.ts'

const LEAF: KeyName = 'atlas-federation'
const leafWith = (extra: Json): Promise<Subject> => chain({ leaf: sign(leafClaims(extra), LEAF) })
const leafUnder = (header: Json): Promise<Subject> =>
  chain({ leaf: sign(leafClaims(), LEAF, header) })
const leafText = (claims: string): Promise<Subject> =>
  chain({ leaf: signText(JSON.stringify(headerOf(LEAF)), claims, LEAF) })
/** The claims with one more member, written by hand, before the closing brace. */
const withMember = (text: string): string => `${JSON.stringify(leafClaims()).slice(0, -1)},${text}}`

/** A chain in which the leaf is called otherwise throughout. */
const called = async (id: string): Promise<Subject> => {
  const leaf = await sign(leafClaims({ iss: id, sub: id }), LEAF)
  return tokensOf([leaf, await sign(superiorClaims({ sub: id }), 'alliance')], { member: id })
}

/** Both the leaf and its superior publish these keys. */
const publishing = (keys: Json[], name: KeyName = LEAF, header: Json = {}): Promise<Subject> =>
  chain({
    leaf: sign(leafClaims({ jwks: { keys } }), name, header),
    superior: sign(superiorClaims({ jwks: { keys } }), 'alliance'),
  })

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** The same signature with one of the spare bits of its last character set. */
const respelled = (token: string): string => {
  const last = ALPHABET.indexOf(token.slice(-1))
  return token.slice(0, -1) + (ALPHABET[last | 1] ?? '')
}
/** Base64url that ends in one `=`: the text is filled up with blanks to a length that asks for it. */
const padded = (claims: Json): string => {
  const text = JSON.stringify(claims)
  return `${base64url(text + ' '.repeat((5 - (text.length % 3)) % 3))}=`
}
const unsigned = (): string =>
  `${base64url(JSON.stringify({ typ: 'entity-statement+jwt', alg: 'none' }))}.${base64url(JSON.stringify(leafClaims()))}.`
const signed = (): Promise<string> => sign(leafClaims(), LEAF)

const form: readonly Entry[] = [
  cheat(
    'spelling-signature',
    'The signature ends in spare bits that are not zero: the same bytes spelled otherwise.',
    'statement-malformed/spelling',
    signed().then((token) => chain({ leaf: respelled(token) })),
  ),
  cheat(
    'spelling-padded',
    'The claims are base64url with padding.',
    'statement-malformed/spelling',
    signParts(base64url(JSON.stringify(headerOf(LEAF))), padded(leafClaims()), LEAF).then((leaf) =>
      chain({ leaf }),
    ),
  ),
  cheat(
    'json-duplicate-key',
    'The claims name their end twice; readers differ in which they take.',
    'statement-malformed/json',
    leafText(withMember(`"exp":${NOW + DAY}`)),
  ),
  cheat(
    'json-duplicate-key-in-header',
    'The header names its key twice.',
    'statement-malformed/json',
    signText(
      JSON.stringify(headerOf(LEAF)).replace('{', `{"kid":"other",`),
      JSON.stringify(leafClaims()),
      LEAF,
    ).then((leaf) => chain({ leaf })),
  ),
  cheat(
    'json-lone-surrogate',
    'A string holds half of a character.',
    'statement-malformed/json',
    leafText(withMember('"later":"\\ud800"')),
  ),
  cheat(
    'json-unsafe-number',
    'An integer that no double holds exactly.',
    'statement-malformed/json',
    leafText(withMember('"later":9007199254740993')),
  ),
  cheat(
    'json-deep',
    'Arrays nested 200 deep.',
    'statement-malformed/json',
    leafText(withMember(`"later":${'['.repeat(200)}${']'.repeat(200)}`)),
  ),
  nonsense(
    'form-not-a-token',
    'No token at all.',
    'statement-malformed',
    chain({ leaf: 'entity-statement' }),
  ),
  nonsense(
    'form-two-parts',
    'The signature and its dot are missing.',
    'statement-malformed',
    signed().then((token) => chain({ leaf: token.split('.').slice(0, 2).join('.') })),
  ),
  nonsense(
    'form-four-parts',
    'A fourth part.',
    'statement-malformed',
    signed().then((token) => chain({ leaf: `${token}.AAAA` })),
  ),
  nonsense(
    'form-claims-are-a-list',
    'The claims are a JSON array.',
    'statement-malformed',
    leafText('[]'),
  ),
  nonsense(
    'form-claims-are-no-json',
    'The claims are no JSON.',
    'statement-malformed',
    leafText('{"iss":'),
  ),
  nonsense(
    'form-claims-are-no-utf8',
    'The claims are bytes that are not UTF-8.',
    'statement-malformed',
    signParts(
      base64url(JSON.stringify(headerOf(LEAF))),
      base64url(new Uint8Array([0x7b, 0xff, 0x7d])),
      LEAF,
    ).then((leaf) => chain({ leaf })),
  ),
]

const header: readonly Entry[] = [
  cheat(
    'type-jwt',
    'Another typ: any JWT of the leaf would do.',
    'statement-wrong-type',
    leafUnder({ typ: 'JWT' }),
  ),
  cheat(
    'type-event',
    'A token typed as a security event.',
    'statement-wrong-type',
    leafUnder({ typ: 'secevent+jwt' }),
  ),
  cheat('type-missing', 'No typ.', 'statement-wrong-type', leafUnder({ typ: undefined })),
  cheat(
    'header-jwk',
    'The header brings the key to verify with.',
    'statement-header-not-allowed',
    leafUnder({ jwk: publicJwk(LEAF) }),
  ),
  cheat(
    'header-jku',
    'The header points to a key set.',
    'statement-header-not-allowed',
    leafUnder({ jku: 'https://evil.example/jwks' }),
  ),
  cheat(
    'header-x5u',
    'The header points to a certificate.',
    'statement-header-not-allowed',
    leafUnder({ x5u: 'https://evil.example/cert' }),
  ),
  cheat(
    'header-x5c',
    'The header brings a certificate.',
    'statement-header-not-allowed',
    leafUnder({ x5c: ['MIIB'] }),
  ),
  cheat(
    'critical-header',
    'The header demands an extension (crit).',
    'statement-critical-unknown',
    leafUnder({ crit: ['later'], later: true }),
  ),
  cheat(
    'critical-claim',
    'The claims demand an extension (crit).',
    'statement-critical-unknown',
    leafWith({ crit: ['later'], later: true }),
  ),
  cheat(
    'critical-claim-by-superior',
    'The superior’s statement demands an extension.',
    'statement-critical-unknown',
    chain({ superior: sign(superiorClaims({ crit: ['later'], later: 1 }), 'alliance') }),
  ),
  cheat(
    'algorithm-eddsa',
    'The deprecated name EdDSA for a sound Ed25519 signature.',
    'statement-algorithm-not-allowed',
    publishing([publicJwk('stranger-ed25519')], 'stranger-ed25519', { alg: 'EdDSA' }),
  ),
  nonsense(
    'algorithm-none',
    'An unsigned token (alg none).',
    'statement-algorithm-not-allowed',
    chain({ leaf: unsigned() }),
  ),
  nonsense(
    'algorithm-hs256',
    'HS256 with the leaf’s public key as the secret.',
    'statement-algorithm-not-allowed',
    signWithPublicKeyAsSecret(leafClaims(), LEAF).then((leaf) => chain({ leaf })),
  ),
  nonsense(
    'algorithm-es384',
    'ES384: a sound algorithm that is not on the list.',
    'statement-algorithm-not-allowed',
    publishing([publicJwk(LEAF), publicJwk('stranger-es384')], 'stranger-es384'),
  ),
  nonsense(
    'algorithm-rs256',
    'RS256 by a key that nobody published.',
    'statement-algorithm-not-allowed',
    chain({ leaf: sign(leafClaims(), 'stranger-rsa') }),
  ),
]

const claims: readonly Entry[] = [
  nonsense('claims-no-subject', 'No sub.', 'statement-malformed', leafWith({ sub: undefined })),
  nonsense(
    'claims-no-end',
    'No exp: a statement for ever.',
    'statement-malformed',
    leafWith({ exp: undefined }),
  ),
  nonsense(
    'claims-end-is-text',
    'exp is a string.',
    'statement-malformed',
    leafWith({ exp: String(NOW + DAY) }),
  ),
  nonsense(
    'claims-end-is-fractional',
    'exp is not a whole number of seconds.',
    'statement-malformed',
    leafWith({ exp: NOW + 0.5 }),
  ),
  nonsense(
    'claims-end-beyond-calendar',
    'exp lies after the year 9999.',
    'statement-malformed',
    leafWith({ exp: 253_402_300_800 }),
  ),
  nonsense('claims-no-keys', 'No jwks.', 'statement-malformed', leafWith({ jwks: undefined })),
  nonsense(
    'claims-empty-keys',
    'An empty key set.',
    'statement-malformed',
    leafWith({ jwks: { keys: [] } }),
  ),
  nonsense(
    'claims-many-keys',
    'Seventeen keys.',
    'statement-malformed',
    leafWith({
      jwks: { keys: Array.from({ length: 17 }, (_, i) => ({ kty: 'AKP', kid: `k${i}` })) },
    }),
  ),
  nonsense(
    'claims-key-in-two-spellings',
    'A coordinate with spare bits set: one key, two thumbprints.',
    'statement-malformed',
    leafWith({
      jwks: { keys: [{ ...publicJwk(LEAF), x: respelled(String(publicJwk(LEAF)['x'])) }] },
    }),
  ),
  nonsense(
    'claims-empty-hints',
    'authority_hints is empty.',
    'statement-malformed',
    leafWith({ authority_hints: [] }),
  ),
  nonsense(
    'claims-metadata-is-a-list',
    'metadata is an array.',
    'statement-malformed',
    leafWith({ metadata: [] }),
  ),
  cheat(
    'identifier-http',
    'A member whose identifier is http and not loopback.',
    'statement-malformed/identifier',
    called('http://support.atlas.example'),
  ),
  cheat(
    'identifier-upper-case',
    'A host in upper case: the same host under a second name.',
    'statement-malformed/identifier',
    called('https://SUPPORT.atlas.example'),
  ),
  cheat(
    'identifier-default-port',
    'The default port written out.',
    'statement-malformed/identifier',
    called(`${ATLAS}:443`),
  ),
  cheat(
    'identifier-dot-segments',
    'Dot segments in the path.',
    'statement-malformed/identifier',
    called(`${ATLAS}/a/../b`),
  ),
  cheat(
    'identifier-trailing-dot',
    'A trailing dot after the host.',
    'statement-malformed/identifier',
    called('https://support.atlas.example.'),
  ),
  cheat(
    'identifier-with-user',
    'A user name before the host.',
    'statement-malformed/identifier',
    called('https://support.atlas.example@evil.example'),
  ),
  cheat(
    'audience',
    'A statement made for somebody else.',
    'statement-malformed/audience',
    leafWith({ aud: 'https://borealis.example/support' }),
  ),
  cheat(
    'private-key-in-leaf',
    'The leaf publishes a private key.',
    'statement-malformed/private-key',
    leafWith({ jwks: { keys: [{ ...publicJwk(LEAF), d: 'AAAA' }] } }),
  ),
  cheat(
    'private-key-by-superior',
    'The superior publishes a secret beside the leaf’s key.',
    'statement-malformed/private-key',
    chain({
      superior: sign(
        superiorClaims({
          jwks: { keys: [publicJwk(LEAF), { kty: 'oct', kid: 'secret', k: 'AAAA' }] },
        }),
        'alliance',
      ),
    }),
  ),
  cheat(
    'key-twice',
    'The same key twice under one kid.',
    'statement-malformed/key-twice',
    leafWith({ jwks: jwks(LEAF, LEAF) }),
  ),
  cheat(
    'key-name',
    'A kid that is not the thumbprint of its key.',
    'statement-malformed/key-name',
    publishing([{ ...publicJwk(LEAF), kid: 'key-1' }], LEAF, { kid: 'key-1' }),
  ),
  cheat(
    'key-name-of-another',
    'A vouched key’s kid on another key beside it.',
    'statement-malformed/key-name',
    leafWith({
      jwks: {
        keys: [
          publicJwk(LEAF),
          { ...publicJwk('stranger'), kid: privateJwk('atlas-federation-next').kid },
        ],
      },
    }),
  ),
]

const dates: readonly Entry[] = [
  cheat(
    'dated-ahead-leaf',
    'The leaf’s configuration is dated 301 seconds ahead.',
    'statement-not-yet-valid',
    leafWith({ iat: NOW + 301 }),
  ),
  cheat(
    'dated-ahead-superior',
    'The superior’s statement is dated ahead.',
    'statement-not-yet-valid',
    chain({ superior: sign(superiorClaims({ iat: NOW + 301 }), 'alliance') }),
  ),
  cheat(
    'dated-ahead-anchor',
    'The anchor’s configuration is dated ahead.',
    'statement-not-yet-valid',
    chain({ ending: sign(anchorClaims({ iat: NOW + 301 }), 'alliance') }),
  ),
  cheat(
    'expired-leaf',
    'The leaf’s configuration ends at this very second.',
    'statement-expired',
    leafWith({ exp: NOW }),
  ),
  cheat(
    'expired-superior',
    'The superior’s statement ended: a member no longer vouched for.',
    'statement-expired',
    chain({
      superior: sign(superiorClaims({ iat: NOW - DAY - HOUR, exp: NOW - HOUR }), 'alliance'),
    }),
  ),
  cheat(
    'expired-anchor',
    'The anchor’s configuration ended.',
    'statement-expired',
    chain({ ending: sign(anchorClaims({ exp: NOW - 1 }), 'alliance') }),
  ),
  cheat(
    'superior-lives-too-long',
    'The superior’s statement lives one second more than 24 hours.',
    'statement-lives-too-long',
    chain({ superior: sign(superiorClaims({ iat: NOW, exp: NOW + DAY + 1 }), 'alliance') }),
  ),
]

const superiorSigns = (name: KeyName, headers: Json = {}): Promise<Subject> =>
  chain({ superior: sign(superiorClaims(), name, headers) })
const signatures: readonly Entry[] = [
  cheat(
    'key-unknown',
    'The superior’s statement names a key that the anchor does not publish.',
    'statement-key-unknown',
    superiorSigns('alliance', { kid: privateJwk('alliance-next').kid }),
  ),
  nonsense(
    'key-unnamed',
    'The leaf’s configuration names no key.',
    'statement-key-unknown',
    leafUnder({ kid: undefined }),
  ),
  cheat(
    'signature-of-another-key',
    'A stranger signs under the anchor’s kid.',
    'statement-signature-invalid',
    superiorSigns('stranger', { kid: privateJwk('alliance').kid }),
  ),
  cheat(
    'signature-claims-changed',
    'The claims were changed after signing.',
    'statement-signature-invalid',
    signed().then((token) => {
      const [head, , tail] = token.split('.')
      const changed = leafSaying({ events_endpoint: 'https://evil.example/events' })
      return chain({ leaf: `${head}.${base64url(JSON.stringify(changed))}.${tail}` })
    }),
  ),
  cheat(
    'signature-empty',
    'The signature was cut off.',
    'statement-signature-invalid',
    signed().then((token) => chain({ leaf: token.replace(/[^.]+$/, '') })),
  ),
  cheat(
    'signature-of-anchor-configuration',
    'The anchor’s configuration carries another signature.',
    'statement-signature-invalid',
    chain({ ending: sign(anchorClaims(), 'stranger', { kid: privateJwk('alliance').kid }) }),
  ),
  nonsense(
    'signature-by-unknown-anchor-key',
    'A stranger signs for the anchor; nobody fetched the anchor’s configuration.',
    'statement-key-unknown',
    chain({ superior: sign(superiorClaims(), 'stranger'), ending: null }, { anchors: TRUSTED }),
  ),
]

export const BAD_STATEMENTS: readonly Entry[] = [
  ...form,
  ...header,
  ...claims,
  ...dates,
  ...signatures,
]

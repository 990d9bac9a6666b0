// Cheating with the links of a chain, with the anchor, and with what the leaf says about itself.
import {
  anchorClaims,
  ATLAS,
  BOREALIS,
  gatewayMetadata,
  type Json,
  jwks,
  leafClaims,
  leafSaying,
  OTHER_ALLIANCE,
  publicJwk,
  sign,
  superiorClaims,
} from './kit.ts'
import { chain, cheat, type Entry, nonsense, type Subject, tokensOf, TRUSTED } from './vector.ts'

const INTERMEDIATE = 'https://region.alliance.example'
const OTHER = { id: OTHER_ALLIANCE, jwks: jwks('other-alliance') }

const borealis = (extra: Json = {}): Json =>
  leafClaims({ iss: BOREALIS, sub: BOREALIS, jwks: jwks('borealis-federation'), ...extra })
const aboutBorealis = (): Promise<string> =>
  sign(superiorClaims({ sub: BOREALIS, jwks: jwks('borealis-federation') }), 'alliance')
const superiorWith = (extra: Json): Promise<Subject> =>
  chain({ superior: sign(superiorClaims(extra), 'alliance') })
const leafWith = (extra: Json): Promise<Subject> =>
  chain({ leaf: sign(leafClaims(extra), 'atlas-federation') })

async function throughIntermediate(ending: boolean): Promise<Subject> {
  const tokens = [
    await sign(leafClaims({ authority_hints: [INTERMEDIATE] }), 'atlas-federation'),
    await sign(superiorClaims({ iss: INTERMEDIATE }), 'cirrus-federation'),
    await sign(superiorClaims({ sub: INTERMEDIATE, jwks: jwks('cirrus-federation') }), 'alliance'),
    await sign(anchorClaims(), 'alliance'),
  ]
  return tokensOf(ending ? tokens : tokens.slice(0, 3))
}

const links: readonly Entry[] = [
  cheat(
    'subject-other-than-asked',
    'A sound chain, about another member than the one asked for.',
    'statement-subject-mismatch',
    chain({ leaf: sign(borealis(), 'borealis-federation'), superior: aboutBorealis() }),
  ),
  cheat(
    'configuration-by-another-member',
    'Borealis, a member in good standing, issues a “configuration” about Atlas.',
    'statement-not-self-issued',
    chain({
      leaf: sign(borealis({ sub: ATLAS }), 'borealis-federation'),
      superior: aboutBorealis(),
    }),
  ),
  cheat(
    'superior-speaks-of-another',
    'Borealis publishes as Atlas and shows the anchor’s statement about Borealis.',
    'chain-broken',
    chain({
      leaf: sign(leafClaims({ jwks: jwks('borealis-federation') }), 'borealis-federation'),
      superior: aboutBorealis(),
    }),
  ),
  cheat(
    'ending-of-another-anchor',
    'The chain ends with another trusted anchor, which lists the first one’s key as its own.',
    'chain-broken',
    chain(
      {
        ending: sign(
          anchorClaims({
            iss: OTHER_ALLIANCE,
            sub: OTHER_ALLIANCE,
            jwks: jwks('other-alliance', 'alliance'),
          }),
          'other-alliance',
        ),
      },
      { anchors: [...TRUSTED, OTHER] },
    ),
  ),
  nonsense(
    'leaf-alone',
    'A configuration without anybody who vouches for it.',
    'chain-broken',
    sign(leafClaims(), 'atlas-federation').then((leaf) => tokensOf([leaf])),
  ),
  nonsense('nothing', 'No statements at all.', 'chain-broken', tokensOf([])),
  nonsense(
    'anchor-configuration-instead-of-statement',
    'The anchor’s configuration stands where its statement about the leaf belongs.',
    'chain-broken',
    chain({ superior: sign(anchorClaims(), 'alliance'), ending: null }),
  ),
  cheat(
    'too-long',
    'Leaf, intermediate, anchor: every link sound, one more than accepted.',
    'chain-too-long',
    throughIntermediate(true),
  ),
  cheat(
    'too-long-without-anchor-configuration',
    'The same without the anchor’s configuration.',
    'chain-too-long',
    throughIntermediate(false),
  ),
  nonsense(
    'endless',
    'Nine statements.',
    'chain-too-long',
    sign(superiorClaims(), 'alliance').then((token) =>
      tokensOf(Array.from({ length: 9 }, () => token)),
    ),
  ),
  cheat(
    'no-hints',
    'The leaf names no superior.',
    'chain-hint-missing',
    leafWith({ authority_hints: undefined }),
  ),
  cheat(
    'other-hints',
    'The leaf left this alliance: it names another superior only.',
    'chain-hint-missing',
    leafWith({ authority_hints: [OTHER_ALLIANCE] }),
  ),
]

const policy: readonly Entry[] = [
  cheat(
    'policy',
    'The superior states a metadata policy.',
    'chain-policy-unsupported',
    superiorWith({ metadata_policy: { case_gateway: { rules: { essential: true } } } }),
  ),
  cheat(
    'policy-critical',
    'The superior names critical policy operators.',
    'chain-policy-unsupported',
    superiorWith({ metadata_policy_crit: ['later'] }),
  ),
  cheat(
    'constraints',
    'The superior constrains who may be below it.',
    'chain-policy-unsupported',
    superiorWith({ constraints: { allowed_entity_types: ['openid_provider'] } }),
  ),
  cheat(
    'trust-marks',
    'The leaf shows trust marks.',
    'chain-policy-unsupported',
    leafWith({ trust_marks: [] }),
  ),
  cheat(
    'trust-mark-issuers',
    'The anchor names issuers of trust marks.',
    'chain-policy-unsupported',
    chain({ ending: sign(anchorClaims({ trust_mark_issuers: {} }), 'alliance') }),
  ),
  cheat(
    'trust-mark-owners',
    'The anchor names owners of trust marks.',
    'chain-policy-unsupported',
    chain({ ending: sign(anchorClaims({ trust_mark_owners: {} }), 'alliance') }),
  ),
]

const strangers = (): Json =>
  anchorClaims({ iss: OTHER_ALLIANCE, sub: OTHER_ALLIANCE, jwks: jwks('other-alliance') })
const underStrangers = (ending: Promise<string> | null): Promise<Subject> =>
  chain({
    leaf: sign(leafClaims({ authority_hints: [OTHER_ALLIANCE] }), 'atlas-federation'),
    superior: sign(superiorClaims({ iss: OTHER_ALLIANCE }), 'other-alliance'),
    ending,
  })
const keys: readonly Entry[] = [
  cheat(
    'anchor-unknown',
    'A sound chain that ends at an anchor nobody here trusts.',
    'chain-anchor-unknown',
    underStrangers(sign(strangers(), 'other-alliance')),
  ),
  nonsense(
    'anchor-unknown-without-configuration',
    'The same without the anchor’s configuration: there is no key to verify with.',
    'chain-anchor-unknown',
    underStrangers(null),
  ),
  cheat(
    'anchor-key-not-configured',
    'The trusted anchor’s name, under a key that was never configured: its web server was taken over.',
    'chain-anchor-unknown',
    chain({
      superior: sign(superiorClaims(), 'stranger'),
      ending: sign(anchorClaims({ jwks: jwks('stranger', 'alliance') }), 'stranger'),
    }),
  ),
  cheat(
    'leaf-key-unvouched',
    'The leaf publishes two keys and signs with the one that its superior did not vouch for.',
    'chain-leaf-key-unvouched',
    chain({ leaf: sign(leafClaims({ jwks: jwks('atlas-federation', 'stranger') }), 'stranger') }),
  ),
  cheat(
    'leaf-key-replaced',
    'The leaf’s web server was taken over: a sound configuration under a stranger’s key only.',
    'chain-leaf-key-unvouched',
    chain({ leaf: sign(leafClaims({ jwks: jwks('stranger') }), 'stranger') }),
  ),
]

const says = (extra: Json): Promise<Subject> =>
  chain({ leaf: sign(leafSaying(extra), 'atlas-federation') })
const event = publicJwk('atlas-event')
const metadata: readonly Entry[] = [
  cheat(
    'metadata-only-by-superior',
    'The leaf does not declare itself a case gateway; the superior supplies everything.',
    'metadata-missing',
    chain({
      leaf: sign(leafClaims({ metadata: { federation_entity: {} } }), 'atlas-federation'),
      superior: sign(superiorClaims({ metadata: { case_gateway: gatewayMetadata() } }), 'alliance'),
    }),
  ),
  nonsense(
    'metadata-none',
    'The leaf has no metadata.',
    'metadata-missing',
    leafWith({ metadata: undefined }),
  ),
  cheat(
    'address-http',
    'An endpoint without TLS on a host that is not loopback.',
    'metadata-malformed/address',
    says({ poll_endpoint: 'http://gw.atlas.example/poll' }),
  ),
  cheat(
    'address-http-named-like-loopback',
    'A public host whose name begins like loopback.',
    'metadata-malformed/address',
    says({ poll_endpoint: 'http://127.0.0.1.evil.example/poll' }),
  ),
  cheat(
    'address-relative',
    'A relative endpoint.',
    'metadata-malformed/address',
    says({ events_endpoint: '/events' }),
  ),
  cheat(
    'address-other-scheme',
    'An endpoint of another scheme.',
    'metadata-malformed/address',
    says({ missing_endpoint: 'file:///etc/passwd' }),
  ),
  cheat(
    'address-script',
    'A document address that is a script.',
    'metadata-malformed/address',
    says({ intake_form: { uri: 'javascript:alert(1)', sha256: 'A'.repeat(43) } }),
  ),
  cheat(
    'address-with-password',
    'An endpoint with user and password.',
    'metadata-malformed/address',
    says({ heads_endpoint: 'https://user:word@gw.atlas.example/heads' }),
  ),
  cheat(
    'address-with-line-break',
    'An endpoint with a line break, which URL parsers drop.',
    'metadata-malformed/address',
    says({ heads_endpoint: 'https://gw.atlas.example\n/heads' }),
  ),
  cheat(
    'history-address',
    'The address of the historical keys is http.',
    'metadata-malformed/history-address',
    leafWith({
      metadata: {
        federation_entity: { federation_historical_keys_endpoint: 'http://gw.atlas.example/keys' },
        case_gateway: gatewayMetadata(),
      },
    }),
  ),
  cheat(
    'algorithms-without-es256',
    'A member that does not understand ES256.',
    'metadata-malformed/algorithms',
    says({ algs: ['Ed25519'] }),
  ),
  cheat(
    'event-key-private',
    'A private event key.',
    'metadata-malformed/private-key',
    says({ jwks: { keys: [{ ...event, d: 'AAAA' }] } }),
  ),
  cheat(
    'event-key-twice',
    'The same event key twice.',
    'metadata-malformed/key-twice',
    says({ jwks: { keys: [event, event] } }),
  ),
  cheat(
    'event-key-name',
    'An event key under another name than its thumbprint.',
    'metadata-malformed/key-name',
    says({ jwks: { keys: [{ ...event, kid: 'event-key' }] } }),
  ),
  cheat(
    'event-key-is-federation-key',
    'The federation key signs events as well.',
    'metadata-key-shared',
    says({ jwks: jwks('atlas-federation') }),
  ),
  cheat(
    'event-key-is-next-federation-key',
    'An event key that the leaf announces as its next federation key.',
    'metadata-key-shared',
    chain({
      leaf: sign(
        {
          ...leafSaying({ jwks: jwks('atlas-event') }),
          jwks: jwks('atlas-federation', 'atlas-event'),
        },
        'atlas-federation',
      ),
    }),
  ),
  nonsense(
    'metadata-no-endpoint',
    'No address to push to.',
    'metadata-malformed',
    says({ events_endpoint: undefined }),
  ),
  nonsense(
    'metadata-no-usable-key',
    'Only a key of a type that nobody here can verify.',
    'metadata-malformed',
    says({ jwks: { keys: [{ kty: 'RSA', kid: 'rsa', n: 'AAAA', e: 'AQAB' }] } }),
  ),
  nonsense(
    'metadata-key-off-its-form',
    'A P-256 key without y.',
    'metadata-malformed',
    says({ jwks: { keys: [{ ...event, y: undefined }] } }),
  ),
  nonsense(
    'metadata-name-too-long',
    'A name of 121 characters.',
    'metadata-malformed',
    says({ organization_name: 'A'.repeat(121) }),
  ),
  nonsense(
    'metadata-name-turns-direction',
    'A name with a mark that turns the direction of what follows.',
    'metadata-malformed',
    says({ organization_name: 'Atlas \u202efdp.exe' }),
  ),
  nonsense(
    'metadata-name-with-control',
    'A name with a line break.',
    'metadata-malformed',
    says({ organization_name: 'Atlas\nBorealis' }),
  ),
  nonsense('metadata-rules-zero', 'Rules version 0.', 'metadata-malformed', says({ rules: 0 })),
  nonsense('metadata-no-limits', 'No limits.', 'metadata-malformed', says({ limits: undefined })),
  nonsense(
    'metadata-hash-malformed',
    'A document hash that is not a SHA-256.',
    'metadata-malformed',
    says({ severity_scheme: { uri: 'https://gw.atlas.example/scheme', sha256: 'abc' } }),
  ),
  nonsense(
    'metadata-email-malformed',
    'A contact whose address is none.',
    'metadata-malformed',
    says({ contacts: [{ name: 'Duty', email: 'duty' }] }),
  ),
]

export const BAD_CHAINS: readonly Entry[] = [...links, ...policy, ...keys, ...metadata]

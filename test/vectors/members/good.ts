// What must be accepted, each with what it opens to.
import {
  ALLIANCE,
  anchorClaims,
  ATLAS,
  DAY,
  gatewayMetadata,
  HOUR,
  jwks,
  kidOf,
  leafClaims,
  leafSaying,
  listClaims,
  NOW,
  publicJwk,
  sign,
  superiorClaims,
} from './kit.ts'
import { anchor, chain, type Entry, good, history, pin, tokensOf } from './vector.ts'

const iso = (seconds: number): string => new Date(seconds * 1000).toISOString()
const atlas = (extra: object = {}) => ({
  member: ATLAS,
  anchor: ALLIANCE,
  expires: iso(NOW + 12 * HOUR),
  federation_keys: [kidOf('atlas-federation')],
  event_keys: [kidOf('atlas-event')],
  ...extra,
})
const LOOPBACK = 'http://127.0.0.1:8101/members/atlas'
const LOOPBACK_ALLIANCE = 'http://localhost:8100'
const onLoopback = (path: string) => `http://[::1]:8101${path}`
const loopbackMetadata = gatewayMetadata({
  events_endpoint: onLoopback('/events'),
  batch_endpoint: undefined,
  poll_endpoint: onLoopback('/poll'),
  missing_endpoint: onLoopback('/missing'),
  heads_endpoint: onLoopback('/heads'),
})

export const GOOD: readonly Entry[] = [
  good('chain', 'Leaf, superior, and the configuration of the anchor.', chain(), atlas()),
  good(
    'chain-without-anchor-configuration',
    'Leaf and superior; the anchor is known by its configured keys.',
    chain({ ending: null }),
    atlas(),
  ),
  good(
    'chain-ed25519',
    'The leaf signs its configuration and its events with Ed25519.',
    chain({
      leaf: sign(
        {
          ...leafSaying({ jwks: jwks('borealis-event-ed25519') }),
          jwks: jwks('atlas-event-ed25519'),
        },
        'atlas-event-ed25519',
      ),
      superior: sign(superiorClaims({ jwks: jwks('atlas-event-ed25519') }), 'alliance'),
    }),
    atlas({
      federation_keys: [kidOf('atlas-event-ed25519')],
      event_keys: [kidOf('borealis-event-ed25519')],
    }),
  ),
  good(
    'chain-leaf-rotates',
    'The leaf publishes its next federation and event keys beside those in use; both federation keys are vouched for.',
    chain({
      leaf: sign(
        {
          ...leafSaying({ jwks: jwks('atlas-event', 'atlas-event-next') }),
          jwks: jwks('atlas-federation', 'atlas-federation-next'),
        },
        'atlas-federation-next',
      ),
      superior: sign(
        superiorClaims({ jwks: jwks('atlas-federation', 'atlas-federation-next') }),
        'alliance',
      ),
    }),
    atlas({
      federation_keys: [kidOf('atlas-federation'), kidOf('atlas-federation-next')],
      event_keys: [kidOf('atlas-event'), kidOf('atlas-event-next')],
    }),
  ),
  good(
    'chain-anchor-rotates',
    'The anchor announces its next key under the one configured here, and signs the statement about the leaf with the next one.',
    chain({
      superior: sign(superiorClaims(), 'alliance-next'),
      ending: sign(anchorClaims({ jwks: jwks('alliance', 'alliance-next') }), 'alliance'),
    }),
    atlas(),
  ),
  good(
    'chain-clock-ahead',
    'The publisher’s clock is 300 seconds ahead of ours.',
    chain({ leaf: sign(leafClaims({ iat: NOW + 300 }), 'atlas-federation') }),
    atlas(),
  ),
  good(
    'chain-last-second',
    'The statement about the leaf lives exactly 24 hours and ends in one second.',
    chain({ superior: sign(superiorClaims({ iat: NOW + 1 - DAY, exp: NOW + 1 }), 'alliance') }),
    atlas({ expires: iso(NOW + 1) }),
  ),
  good(
    'chain-leaf-ends-first',
    'What ends first ends the chain: here the leaf’s configuration.',
    chain({ leaf: sign(leafClaims({ exp: NOW + HOUR }), 'atlas-federation') }),
    atlas({ expires: iso(NOW + HOUR) }),
  ),
  good(
    'chain-superior-supplies-metadata',
    'The superior overrides one member of the leaf’s metadata, which takes precedence.',
    chain({
      superior: sign(
        superiorClaims({ metadata: { case_gateway: { jwks: jwks('atlas-event-next') } } }),
        'alliance',
      ),
    }),
    atlas({ event_keys: [kidOf('atlas-event-next')] }),
  ),
  good(
    'chain-unknown-members',
    'Members and key types of later days are left aside: they are not marked critical.',
    chain({
      leaf: sign(
        leafClaims({
          later: { deep: [1] },
          jwks: {
            keys: [
              publicJwk('atlas-federation'),
              { kty: 'AKP', alg: 'ML-DSA-44', pub: 'AAAA', kid: 'later' },
            ],
          },
          metadata: {
            later_entity_type: {},
            case_gateway: gatewayMetadata({ later: true, algs: ['ES256', 'ML-DSA-44'] }),
          },
        }),
        'atlas-federation',
        { later: 'header' },
      ),
    }),
    atlas(),
  ),
  good(
    'chain-on-loopback',
    'In development everything may live on loopback without TLS; a member need not take batches.',
    Promise.all([
      sign(
        leafClaims({
          iss: LOOPBACK,
          sub: LOOPBACK,
          authority_hints: [LOOPBACK_ALLIANCE],
          metadata: { case_gateway: loopbackMetadata },
        }),
        'atlas-federation',
      ),
      sign(superiorClaims({ iss: LOOPBACK_ALLIANCE, sub: LOOPBACK }), 'alliance'),
    ]).then((tokens) =>
      tokensOf(tokens, {
        member: LOOPBACK,
        anchors: [{ id: LOOPBACK_ALLIANCE, jwks: jwks('alliance') }],
      }),
    ),
    atlas({ member: LOOPBACK, anchor: LOOPBACK_ALLIANCE }),
  ),
  good(
    'pin',
    'A partner known by the thumbprint of its federation key.',
    pin(sign(leafClaims(), 'atlas-federation')),
    atlas({ anchor: null, expires: iso(NOW + 3 * DAY) }),
  ),
  good(
    'pin-next-key-announced',
    'A second federation key, announced under the pinned one: reported, not yet trusted.',
    pin(
      sign(
        leafClaims({ jwks: jwks('atlas-federation', 'atlas-federation-next') }),
        'atlas-federation',
      ),
    ),
    atlas({
      anchor: null,
      expires: iso(NOW + 3 * DAY),
      announced: [kidOf('atlas-federation-next')],
    }),
  ),
  good(
    'anchor',
    'The configuration of an anchor that is trusted here.',
    anchor(sign(anchorClaims(), 'alliance')),
    {
      member: ALLIANCE,
      expires: iso(NOW + 7 * DAY),
      federation_keys: [kidOf('alliance')],
      fetch: 'https://alliance.example/federation/fetch',
      list: 'https://alliance.example/federation/list',
    },
  ),
  good(
    'history',
    'Two retired event keys, one of them revoked, and a retired federation key.',
    history(sign(listClaims(), 'atlas-federation', { typ: 'jwk-set+jwt' })),
    {
      keys: [
        { kid: kidOf('atlas-event-next'), signs: 'events', retired: iso(NOW - 30 * DAY) },
        {
          kid: kidOf('stranger'),
          signs: 'events',
          retired: iso(NOW - 60 * DAY),
          revoked: { at: iso(NOW - 61 * DAY), reason: 'compromised' },
        },
        { kid: kidOf('atlas-federation-next'), signs: 'statements', retired: iso(NOW - 90 * DAY) },
      ],
    },
  ),
  good(
    'history-empty',
    'Nothing was retired yet.',
    history(sign(listClaims({ keys: [] }), 'atlas-federation', { typ: 'jwk-set+jwt' })),
    { keys: [] },
  ),
]

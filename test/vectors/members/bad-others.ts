// Cheating with what stands alone: a pinned partner's configuration, an anchor's configuration, a list of retired keys.
import {
  anchorClaims,
  ATLAS,
  BOREALIS,
  type Json,
  jwks,
  leafClaims,
  leafSaying,
  listClaims,
  NOW,
  OTHER_ALLIANCE,
  privateJwk,
  publicJwk,
  sign,
  superiorClaims,
} from './kit.ts'
import { anchor, cheat, type Entry, history, nonsense, pin, type Subject } from './vector.ts'

const pinned = (extra: Json = {}, header: Json = {}): Promise<Subject> =>
  pin(sign(leafClaims(extra), 'atlas-federation', header))
const pins: readonly Entry[] = [
  cheat(
    'pin-other-key',
    'The partner signs with a key that was not pinned, announced by nobody.',
    'pin-mismatch',
    pin(sign(leafClaims({ jwks: jwks('stranger') }), 'stranger')),
  ),
  cheat(
    'pin-beside-pinned-key',
    'A stranger lists the pinned key beside its own and signs with its own.',
    'pin-mismatch',
    pin(sign(leafClaims({ jwks: jwks('atlas-federation', 'stranger') }), 'stranger')),
  ),
  cheat(
    'pin-subject-other-than-asked',
    'The pinned key speaks for another identifier.',
    'statement-subject-mismatch',
    pinned({ iss: BOREALIS, sub: BOREALIS }),
  ),
  cheat(
    'pin-not-self-issued',
    'A statement about the partner, issued under another name.',
    'statement-not-self-issued',
    pinned({ iss: BOREALIS }),
  ),
  cheat(
    'pin-policy',
    'A pinned partner shows trust marks.',
    'chain-policy-unsupported',
    pinned({ trust_marks: [] }),
  ),
  cheat(
    'pin-signature',
    'A stranger signs under the pinned key’s kid.',
    'statement-signature-invalid',
    pin(sign(leafClaims(), 'stranger', { kid: privateJwk('atlas-federation').kid })),
  ),
  nonsense(
    'pin-key-unknown',
    'The configuration names a key that it does not publish.',
    'statement-key-unknown',
    pinned({}, { kid: privateJwk('stranger').kid }),
  ),
  cheat(
    'pin-expired',
    'The pinned partner’s configuration ended.',
    'statement-expired',
    pinned({ exp: NOW }),
  ),
  cheat(
    'pin-type',
    'A token of another type.',
    'statement-wrong-type',
    pinned({}, { typ: 'jwk-set+jwt' }),
  ),
  cheat(
    'pin-key-shared',
    'A pinned federation key signs events as well.',
    'metadata-key-shared',
    pin(sign(leafSaying({ jwks: jwks('atlas-federation') }), 'atlas-federation')),
  ),
]

const anchors: readonly Entry[] = [
  cheat(
    'anchor-configuration-of-another',
    'The configuration of another anchor than the one asked for.',
    'statement-subject-mismatch',
    anchor(sign(anchorClaims(), 'alliance'), OTHER_ALLIANCE),
  ),
  cheat(
    'anchor-not-self-issued',
    'A statement of the anchor about somebody else.',
    'statement-not-self-issued',
    anchor(
      sign(
        { ...superiorClaims(), metadata: anchorClaims()['metadata'], jwks: jwks('alliance') },
        'alliance',
      ),
      ATLAS,
    ),
  ),
  cheat(
    'anchor-configuration-by-stranger',
    'The anchor’s name under a stranger’s key.',
    'chain-anchor-unknown',
    anchor(sign(anchorClaims({ jwks: jwks('stranger', 'alliance') }), 'stranger')),
  ),
  cheat(
    'anchor-policy',
    'The anchor names issuers of trust marks.',
    'chain-policy-unsupported',
    anchor(sign(anchorClaims({ trust_mark_issuers: {} }), 'alliance')),
  ),
  cheat(
    'anchor-signature',
    'A stranger signs under the anchor’s kid.',
    'statement-signature-invalid',
    anchor(sign(anchorClaims(), 'stranger', { kid: privateJwk('alliance').kid })),
  ),
  cheat(
    'anchor-expired',
    'The anchor’s configuration ended.',
    'statement-expired',
    anchor(sign(anchorClaims({ exp: NOW }), 'alliance')),
  ),
  nonsense(
    'anchor-without-addresses',
    'An anchor that does not say where it answers.',
    'metadata-malformed',
    anchor(sign(anchorClaims({ metadata: undefined }), 'alliance')),
  ),
]

const HEADER = { typ: 'jwk-set+jwt' }
const listed = (extra: Json = {}, header: Json = {}): Promise<Subject> =>
  history(sign(listClaims(extra), 'atlas-federation', { ...HEADER, ...header }))
const retired = (extra: Json): Json => ({
  keys: [{ ...publicJwk('stranger'), exp: NOW - 1, ...extra }],
})
const lists: readonly Entry[] = [
  cheat(
    'history-type',
    'A list typed as an entity statement.',
    'statement-wrong-type',
    listed({}, { typ: 'entity-statement+jwt' }),
  ),
  cheat(
    'history-of-another',
    'The list of another entity than the one asked for.',
    'statement-subject-mismatch',
    listed({ iss: BOREALIS }),
  ),
  cheat(
    'history-dated-ahead',
    'A list dated 301 seconds ahead.',
    'statement-not-yet-valid',
    listed({ iat: NOW + 301 }),
  ),
  cheat(
    'history-signature',
    'A stranger signs under the member’s kid.',
    'statement-signature-invalid',
    history(sign(listClaims(), 'stranger', { ...HEADER, kid: privateJwk('atlas-federation').kid })),
  ),
  cheat(
    'history-key-unknown',
    'The list names another key than the one that signed it.',
    'statement-key-unknown',
    listed({}, { kid: privateJwk('stranger').kid }),
  ),
  nonsense(
    'history-key-unvouched',
    'A stranger signs the list with its own key.',
    'statement-key-unknown',
    history(sign(listClaims(), 'stranger', HEADER)),
  ),
  cheat(
    'history-private-key',
    'A retired key is published with its private half.',
    'statement-malformed/private-key',
    listed(retired({ d: 'AAAA' })),
  ),
  cheat(
    'history-key-name',
    'A retired key under the thumbprint of another.',
    'statement-malformed/key-name',
    listed(retired({ kid: privateJwk('atlas-event').kid })),
  ),
  cheat(
    'history-key-twice',
    'A retired key twice, revoked in one entry only.',
    'statement-malformed/key-twice',
    listed({
      keys: [
        { ...publicJwk('stranger'), exp: NOW - 1 },
        { ...publicJwk('stranger'), exp: NOW - 1, revoked: { revoked_at: NOW - 1 } },
      ],
    }),
  ),
  cheat(
    'history-critical',
    'The list demands an extension.',
    'statement-critical-unknown',
    listed({}, { crit: ['later'], later: 1 }),
  ),
  nonsense(
    'history-key-without-end',
    'A retired key without the time it retired.',
    'statement-malformed',
    listed(retired({ exp: undefined })),
  ),
]

export const BAD_OTHERS: readonly Entry[] = [...pins, ...anchors, ...lists]

// Tokens that are no case events by their claims, texts, key, signature or date.
import { asDer, encodePart, hashOf, kidOf, type Part, withSpareBits } from './craft.ts'
import {
  ATLAS,
  body,
  BOREALIS,
  claims,
  grammar,
  header,
  honest,
  IAT,
  id,
  inCase,
  invalid,
  NOTE,
  opening,
  parts,
  spelled,
  texts,
  TYPE,
  without,
} from './event-kit.ts'

// Claims.

const claim = (part: string, name: string, about: string, payload: Part): void =>
  invalid(name, about, `event-claims-invalid/${part}`, payload)
claim('issuer', 'issuer-missing', 'Nobody wrote it.', without(claims(), 'iss'))
claim('issuer', 'issuer-no-url', 'iss is no member identifier.', claims({ iss: 'atlas' }))
claim('audience', 'audience-missing', 'No aud.', without(claims(), 'aud'))
claim(
  'audience',
  'audience-text',
  'aud is a text; here it is always a list.',
  claims({ aud: BOREALIS }),
)
claim('audience', 'audience-empty', 'aud is an empty list.', claims({ aud: [] }))
claim(
  'audience',
  'audience-twice',
  'aud names a member twice.',
  claims({ aud: [BOREALIS, BOREALIS] }),
)
claim(
  'audience',
  'audience-too-many',
  'aud names 65 members.',
  claims({ aud: Array.from({ length: 65 }, (_, n) => `https://member-${n}.example`) }),
)
invalid(
  'issued-at-missing',
  'No iat.',
  'event-claims-invalid/issued-at',
  without(claims(), 'iat'),
  grammar,
)
claim(
  'issued-at',
  'issued-at-fraction',
  'iat with a fraction of a second.',
  claims({ iat: IAT + 0.5 }),
)
claim('issued-at', 'issued-at-text', 'iat as a text.', claims({ iat: `${IAT}` }))
claim('issued-at', 'issued-at-negative', 'iat before 1970.', claims({ iat: -1 }))
claim('token-id', 'token-id-missing', 'No jti.', without(claims(), 'jti'))
claim('token-id', 'token-id-empty', 'An empty jti.', claims({ jti: '' }))
claim('token-id', 'token-id-long', 'jti of 65 characters.', claims({ jti: 'j'.repeat(65) }))
claim(
  'token-id',
  'token-id-proto',
  'jti that is no safe member name.',
  claims({ jti: '__proto__' }),
)
claim('lifetime', 'expires', 'An event never ends: no exp.', claims({ exp: IAT + 60 }))
claim('lifetime', 'not-before', 'An event has happened: no nbf.', claims({ nbf: IAT }))
claim(
  'subject',
  'subject',
  'sub would make it look like another kind of token.',
  claims({ sub: ATLAS }),
)
claim('events', 'events-missing', 'No events.', without(claims(), 'events'))
claim(
  'events',
  'events-two',
  'Two events in one token.',
  claims({ events: { [TYPE]: {}, 'urn:entente:event:case-closed': {} } }),
)
claim('events', 'events-none', 'No event in it.', claims({ events: {} }))
claim('events', 'event-body-text', 'The body is a text.', claims({ events: { [TYPE]: 'hello' } }))
claim('events', 'event-type-no-uri', 'The type is no URI.', body({}, 'note-added'))
claim(
  'events',
  'event-type-long',
  'The type has 256 characters.',
  body({}, `urn:x:${'y'.repeat(250)}`),
)
claim('case', 'case-id-malformed', 'case.id is no event id.', inCase({ id: 'case-1' }))
claim(
  'case',
  'case-id-spare-bits',
  'case.id in a spelling with spare bits.',
  inCase({ id: withSpareBits(id(0)) }),
)
claim('sequence', 'sequence-missing', 'No case.seq.', claims({ case: { id: id(0), heads: [] } }))
claim('sequence', 'sequence-zero', 'case.seq 0.', inCase({ seq: 0 }))
claim('sequence', 'sequence-fraction', 'case.seq 1.5.', inCase({ seq: 1.5 }))
claim('previous', 'previous-malformed', 'case.prev is no event id.', inCase({ prev: null }))
claim('heads', 'heads-missing', 'No case.heads.', claims({ case: { id: id(0), seq: 1 } }))
claim('heads', 'heads-malformed', 'A head is no event id.', inCase({ heads: ['x'] }))
claim('heads', 'heads-twice', 'The same head twice.', inCase({ heads: [id(2), id(2)] }))
claim(
  'heads',
  'heads-too-many',
  '65 heads.',
  inCase({ heads: Array.from({ length: 65 }, (_, n) => id(n)) }),
)
claim(
  'incarnation',
  'incarnation-zero',
  'Incarnation 0 is said by saying nothing.',
  inCase({ incarnation: 0 }),
)
claim('incarnation', 'incarnation-text', 'Incarnation as a text.', inCase({ incarnation: '1' }))
claim(
  'opening',
  'opening-with-parents',
  'An opening that names a head.',
  opening({ case: { seq: 1, heads: [id(1)] } }),
)
claim(
  'opening',
  'opening-number-two',
  'An opening with number 2.',
  opening({ case: { seq: 2, heads: [] } }),
)
claim(
  'opening',
  'opening-in-a-case',
  'An opening inside a case.',
  opening({ case: { id: id(0), seq: 1, heads: [] } }),
)
claim(
  'opening',
  'case-id-missing',
  'An event without a case that opens none.',
  claims({ case: { seq: 1, heads: [] } }),
)

// Texts.

const text = (part: string, name: string, about: string, payload: Part): void =>
  invalid(name, about, `event-text-malformed/${part}`, payload)
const digest = hashOf('a text')
text('hash-algorithm', 'text-sha-512', 'Digests by another hash.', claims({ _sd_alg: 'sha-512' }))
text(
  'place',
  'text-flat-sd',
  'A flat _sd list: two partners could be shown different texts.',
  body({ kind: 'update', _sd: [digest] }),
)
text('place', 'text-sd-in-claims', '_sd among the claims.', claims({ _sd: [] }))
text('place', 'text-elsewhere', 'A digest outside text.', body({ kind: [{ '...': digest }] }))
text('place', 'text-in-claims', 'A digest among the claims.', claims({ aux: [{ '...': digest }] }))
text(
  'slot',
  'text-slot-name',
  'A slot with a name that is no kebab-case word.',
  texts({ Note: NOTE }),
)
text('slot', 'text-slot-long', 'A slot name of 41 characters.', texts({ ['n'.repeat(41)]: NOTE }))
text(
  'readers',
  'text-readers-missing',
  'Nobody may read it.',
  texts({ note: { value: NOTE.value } }),
)
text(
  'readers',
  'text-readers-word',
  'Readers by a word that means nothing.',
  texts({ note: { ...NOTE, readers: 'all' } }),
)
text(
  'readers',
  'text-readers-empty',
  'An empty list of readers.',
  texts({ note: { ...NOTE, readers: [] } }),
)
text(
  'readers',
  'text-readers-twice',
  'A reader twice.',
  texts({ note: { ...NOTE, readers: [ATLAS, ATLAS] } }),
)
text(
  'readers',
  'text-readers-no-member',
  'A reader that is no member identifier.',
  texts({ note: { ...NOTE, readers: ['atlas'] } }),
)
text('form', 'text-list', 'text is a list.', texts(['note']))
text(
  'form',
  'text-clear',
  'The text itself in the clear where its digest belongs.',
  texts({ note: { readers: 'case', value: 'hello' } }),
)
text(
  'form',
  'text-two-digests',
  'Two digests for one text: each partner could get another.',
  texts({ note: { readers: 'case', value: [{ '...': digest }, { '...': hashOf('other') }] } }),
)
text(
  'form',
  'text-no-digest',
  'No digest for a text.',
  texts({ note: { readers: 'case', value: [] } }),
)
text(
  'form',
  'text-digest-short',
  'A digest of another length.',
  texts({ note: { readers: 'case', value: [{ '...': 'abc' }] } }),
)
text(
  'form',
  'text-digest-beside',
  'A member beside the digest.',
  texts({ note: { readers: 'case', value: [{ '...': digest, lang: 'en' }] } }),
)
text(
  'form',
  'text-member-beside',
  'A member beside readers and value.',
  texts({ note: { ...NOTE, lang: 'en' } }),
)
text(
  'count',
  'text-too-many',
  '65 texts.',
  texts(
    Object.fromEntries(
      Array.from({ length: 65 }, (_, n) => [
        `slot-${n}`,
        { readers: 'case', value: [{ '...': hashOf(`text ${n}`) }] },
      ]),
    ),
  ),
)
text(
  'repeated',
  'text-digest-twice',
  'Two slots with one digest.',
  texts({ note: NOTE, reason: NOTE }),
)

// Key, signature, date.

const KEY_UNKNOWN = 'event-key-unknown'
invalid('key-foreign', 'Names another kid than the key that signed.', KEY_UNKNOWN, claims(), {
  head: header({ kid: kidOf('stranger') }),
})
invalid('key-unnamed', 'Names no key.', KEY_UNKNOWN, claims(), { head: without(header(), 'kid') })
invalid('key-stranger', 'Signed by a stranger, honestly named.', KEY_UNKNOWN, claims(), {
  head: header({ kid: kidOf('stranger') }),
  signer: 'stranger',
  ...grammar,
})
const SIGNATURE = 'event-signature-invalid'
invalid('signature-stranger', 'Signed by a stranger under the author’s kid.', SIGNATURE, claims(), {
  signer: 'stranger',
})
spelled(
  'signature-other-payload',
  'The signature of event-later under other claims.',
  SIGNATURE,
  `${parts[0]}.${encodePart(claims({ iat: IAT - 1 }))}.${parts[2]}`,
)
spelled('signature-empty', 'An empty signature.', SIGNATURE, `${parts[0]}.${parts[1]}.`)
spelled('signature-der', 'The good signature in DER.', SIGNATURE, asDer(honest))
spelled(
  'signature-zero',
  'A signature of zeros.',
  SIGNATURE,
  `${parts[0]}.${parts[1]}.${'A'.repeat(86)}`,
)
invalid(
  'dated-ahead',
  'Dated 301 s ahead of the judging clock: it waits.',
  'event-dated-ahead',
  claims({ iat: IAT + 301 }),
)

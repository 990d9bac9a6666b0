// Tokens that are case events, up to every limit.
import { craft, hashOf, publicOf, kidOf, twinOf } from './craft.ts'
import {
  ATLAS,
  BOREALIS,
  body,
  claims,
  header,
  honest,
  IAT,
  id,
  inCase,
  KEY,
  nest,
  opening,
  payloadText,
  TYPE,
  valid,
  validSpelling,
} from './event-kit.ts'

valid('later', 'An event later in a case, with one text.', claims())
valid('opening', 'The event that opens a case: no case.id, number 1, no parents.', opening())
valid(
  'ed25519',
  'The same event signed with Ed25519, in a case that allows it.',
  claims(),
  { keys: [publicOf('atlas-event-ed25519')] },
  { alg: 'Ed25519', kid: kidOf('atlas-event-ed25519') },
  'atlas-event-ed25519',
)
valid(
  'type-unknown',
  'An event type of another vocabulary is an event; what it does is not judged here.',
  body({ anything: [1, 'two', null] }, 'https://vendor.example/events/telemetry'),
)
valid(
  'claims-unknown',
  'Claims that nobody knows yet are carried along.',
  claims({ txn: 'T-1', later: { more: true } }),
)
valid('incarnation', 'An author that was resumed counts again from 1.', {
  ...inCase({ seq: 1, incarnation: 2 }),
})
valid('hash-algorithm', '_sd_alg may say what is the default anyway.', {
  ...claims(),
  _sd_alg: 'sha-256',
})
valid('dated-at-the-limit', 'Dated exactly five minutes ahead of the judging clock.', {
  ...claims(),
  iat: IAT + 300,
})
valid(
  'at-the-limits',
  '64 heads, 64 members meant, 64 texts, nesting 16 deep, the largest safe integers.',
  claims({
    aud: Array.from({ length: 64 }, (_, n) => `https://member-${n}.example`),
    jti: 'j'.repeat(64),
    case: { id: id(0), seq: 3, prev: id(1), heads: Array.from({ length: 64 }, (_, n) => id(n)) },
    events: {
      [TYPE]: {
        most: [9007199254740991, -9007199254740991, 0.5, 1e-7],
        deep: JSON.parse(nest(13)),
        text: Object.fromEntries(
          Array.from({ length: 64 }, (_, n) => [
            `slot-${n}`,
            { readers: [ATLAS, BOREALIS], value: [{ '...': hashOf(`text ${n}`) }] },
          ]),
        ),
      },
    },
  }),
)
validSpelling(
  'signature-twin',
  'The other ES256 signature of event-later, (r, n−s): verifies, and is the same event with the same id.',
  twinOf(honest),
  claims(),
)
validSpelling(
  'proto-member',
  'A member named __proto__ is a member like any other.',
  craft(header(), payloadText('"kind":', '"__proto__":{"admin":true},"kind":'), KEY),
  claims(),
)

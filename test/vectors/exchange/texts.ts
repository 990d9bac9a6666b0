// Vectors of disclosures beside an event (D7b): whatever comes along, the event stays what it is; texts match or are dropped.
import { base64url, craft, hashOf, kidOf, type KeyName, publicOf } from './craft.ts'

export type TextsVector = {
  about: string
  kind: 'texts'
  keys: unknown[]
  /** A valid event. */
  jwt: string
  disclosures: string[]
  expect: {
    /** The text of every slot that was disclosed. */
    matched: Record<string, unknown>
    /** In order; `index` counts from 0 in `disclosures`. */
    dropped: { index: number; why: string }[]
  }
}

const KEY: KeyName = 'atlas-event'
const saltOf = (n: number): string => base64url(Buffer.from(hashOf(`salt ${n}`)).subarray(0, 16))
const disclose = (n: number, value: unknown): string =>
  base64url(JSON.stringify([saltOf(n), value]))

const SUMMARY = 'Virtual machines freeze — disks “vanish” for 40 s'
const CONTACT = { name: 'Zoë Ångström', phone: '+46 8 123 456', languages: ['sv', 'en'] }
const summary = disclose(1, SUMMARY)
const contact = disclose(2, CONTACT)

function eventOf(texts: Record<string, string>): string {
  const text = Object.fromEntries(
    Object.entries(texts).map(([slot, disclosure]) => [
      slot,
      { readers: 'case', value: [{ '...': hashOf(disclosure) }] },
    ]),
  )
  return craft(
    { alg: 'ES256', kid: kidOf(KEY), typ: 'secevent+jwt' },
    {
      iss: 'https://atlas.example',
      aud: ['https://borealis.example'],
      iat: 1795255200,
      jti: 'texts',
      case: { seq: 1, heads: [] },
      events: { 'urn:entente:event:case-opened': { rules: 1, algs: ['ES256'], text } },
    },
    KEY,
  )
}

export const TEXTS: Record<string, TextsVector> = {}

function put(
  file: string,
  about: string,
  texts: Record<string, string>,
  disclosures: string[],
  matched: Record<string, unknown>,
  dropped: { index: number; why: string }[] = [],
): void {
  TEXTS[file] = {
    about,
    kind: 'texts',
    keys: [publicOf(KEY)],
    jwt: eventOf(texts),
    disclosures,
    expect: { matched, dropped },
  }
}

const two = { summary, contact }
put('valid/texts-all.json', 'Both texts disclosed.', two, [contact, summary], {
  summary: SUMMARY,
  contact: CONTACT,
})
put('valid/texts-withheld.json', 'One text withheld or erased.', two, [summary], {
  summary: SUMMARY,
})
put('valid/texts-none.json', 'Nothing disclosed.', two, [], {})
put(
  'valid/texts-null.json',
  'null is a text like any other.',
  { note: disclose(3, null) },
  [disclose(3, null)],
  { note: null },
)

const cheat = (name: string, about: string, disclosure: string, why = 'wrong-shape'): void =>
  put(
    `invalid/texts-${name}.json`,
    about,
    { summary, contact: disclosure },
    [disclosure, summary],
    { summary: SUMMARY },
    [{ index: 0, why }],
  )
const spelled = (text: string): string => base64url(text)
cheat('no-salt', 'Signed by the author, but without a salt.', spelled('["text"]'))
cheat('salt-short', 'A salt of fewer than 128 bits.', spelled('["abc","text"]'))
cheat('salt-number', 'A salt that is no text.', spelled('[1,"text"]'))
cheat(
  'object-form',
  'The object-member form of RFC 9901, with a name.',
  spelled(JSON.stringify([saltOf(4), 'note', 'text'])),
)
cheat('not-a-list', 'No list.', spelled('{"salt":"x"}'))
cheat('not-json', 'No JSON.', spelled('["salt",'))
cheat(
  'key-twice',
  'A text whose object has one key twice.',
  spelled(`["${saltOf(5)}",{"a":1,"a":2}]`),
)
cheat('lone-surrogate', 'Half of a surrogate pair.', spelled(`["${saltOf(6)}","\\ud800"]`))
cheat('too-deep', 'Nested 17 deep.', spelled(`["${saltOf(7)}",${'['.repeat(16)}${']'.repeat(16)}]`))
cheat(
  'padded',
  'Base64 padding, and the digest is of that spelling.',
  `${spelled(`["${saltOf(8)}","a"]`)}=`,
)
cheat('too-large', 'Above 64 KiB.', disclose(9, 'x'.repeat(49_200)), 'too-large')
put(
  'invalid/texts-foreign.json',
  'A disclosure that the event has no digest of; the others still match.',
  two,
  [disclose(10, 'Ignore what they say.'), summary],
  { summary: SUMMARY },
  [{ index: 0, why: 'no-such-text' }],
)
put(
  'invalid/texts-changed.json',
  'The right salt with another text.',
  two,
  [disclose(1, 'All is well'), contact],
  { contact: CONTACT },
  [{ index: 0, why: 'no-such-text' }],
)
put(
  'invalid/texts-twice.json',
  'The same disclosure twice.',
  two,
  [summary, summary],
  { summary: SUMMARY },
  [{ index: 1, why: 'repeated' }],
)
put(
  'invalid/texts-too-many.json',
  'More disclosures than an event can have texts.',
  { summary },
  [summary, ...Array.from({ length: 64 }, (_, n) => disclose(100 + n, 'x'))],
  { summary: SUMMARY },
  [
    ...Array.from({ length: 63 }, (_, n) => ({ index: n + 1, why: 'no-such-text' })),
    { index: 64, why: 'too-many' },
  ],
)

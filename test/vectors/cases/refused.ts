// Events that no gateway admits (D9a), each with the one check that refuses it. `files.ts` makes JSON of them.
import { answerOf, beginning, Graph } from '../../kit/case-graph.ts'
import type { Body, GraphEvent, Place } from '../../kit/case-graph.ts'

export type Refused = {
  readonly name: string
  readonly about: string
  /** The check by its name: the word of the refusal, and its part. */
  readonly check: string
  readonly given: readonly GraphEvent[]
  /** Events that case and author are said to hold, where listing them all would be long. */
  readonly held?: { readonly case?: number; readonly author?: number }
  readonly event: GraphEvent
}

/** The last event of a graph is the one to be refused. */
function refused(
  name: string,
  check: string,
  about: string,
  graph: Graph,
  held?: Refused['held'],
): Refused {
  const given = graph.events.slice(0, -1)
  const event = graph.events.at(-1)
  if (!event) throw new Error('a vector needs an event')
  return { name, about, check, given, ...(held ? { held } : {}), event }
}

const note = (place: Place): Graph => beginning().add('B3', 'note-added', {}, place)

/** A long chain of A's, so that there are more events to name than may be named. */
function crowded(): Graph {
  const graph = beginning()
  for (let i = 10; i < 75; i++) graph.add(`A${i}`, 'received', {})
  const sees = graph.events.map((event) => event.id).slice(-65)
  return graph.add('B3', 'note-added', {}, { sees })
}

const resumed = (): Graph =>
  beginning()
    .add('A5', 'author-cut', { member: '@C' })
    .add('A6', 'author-resumed', { member: '@C', incarnation: 1, keys: ['#kC2'] })

const wroteAgain = (): Graph =>
  resumed().add(
    'C3',
    'keys-rotated',
    { keys: [{ kid: '#kC2' }] },
    { incarnation: 1, prev: null, kid: '#kC2' },
  )

const restart = (author: string, incarnation: number): Body => ({
  member: `@${author}`,
  incarnation,
  keys: [`#k${author}`],
})

const opening = (body: Body, place: Place = {}): Graph =>
  new Graph().add(
    'A1',
    'case-opened',
    { rules: 1, algs: ['ES256'], keys: [{ kid: '#kA' }], ...body },
    place,
  )

const shown = (key: string): Body => ({ ...answerOf('D', 'A5'), keys: [{ kid: `#${key}` }] })

export const REFUSED: readonly Refused[] = [
  refused(
    'another-case',
    'event-parents-invalid/case',
    'The event names another case than its parents are of.',
    note({ case: 'Z1' }),
  ),
  refused(
    'too-many-heads',
    'event-parents-invalid/number',
    'The event names more tips than allowed.',
    crowded(),
  ),
  refused(
    'head-named-twice',
    'event-parents-invalid/twice',
    'A tip is named twice.',
    note({ sees: ['C2', 'C2'] }),
  ),
  {
    ...refused(
      'head-is-previous',
      'event-parents-invalid/twice',
      'The previous event is named among the tips, too.',
      note({ sees: ['C2'] }),
    ),
    event: {
      id: 'B3',
      author: 'B',
      seq: 3,
      prev: 'B2',
      heads: ['B2', 'C2'],
      type: 'note-added',
      body: {},
      iat: 1080,
    },
  },
  refused(
    'no-parents',
    'event-parents-invalid/opening',
    'The event has no parents and opens no case.',
    new Graph()
      .open('A1')
      .invite('A2', 'B')
      .accept('B1', 'A2', { sees: [] }),
  ),
  refused(
    'number-skipped',
    'event-sequence-broken/number',
    'A number is left out.',
    note({ seq: 4 }),
  ),
  refused(
    'number-repeated',
    'event-sequence-broken/number',
    'The number is that of the previous event.',
    note({ seq: 2 }),
  ),
  refused(
    'number-without-previous',
    'event-sequence-broken/number',
    'A chain begins with another number than 1.',
    note({ prev: null, seq: 3 }),
  ),
  refused(
    'previous-of-another-author',
    'event-sequence-broken/author',
    'The previous event is somebody else’s.',
    note({ prev: 'C2' }),
  ),
  refused(
    'previous-of-another-incarnation',
    'event-sequence-broken/incarnation',
    'A new incarnation goes on an older one’s chain.',
    resumed().add(
      'C3',
      'keys-rotated',
      { keys: [{ kid: '#kC2' }] },
      { incarnation: 1, prev: 'C2', kid: '#kC2' },
    ),
  ),
  refused(
    'stranger',
    'event-author-not-invited',
    'The author was never invited.',
    beginning().add('D1', 'note-added', { keys: [{ kid: '#kD' }] }),
  ),
  refused(
    'invited-elsewhere',
    'event-author-not-invited',
    'The author was invited, but not in the event’s own past.',
    beginning()
      .invite('A5', 'D')
      .accept('D1', 'A5', { sees: ['A4'] }),
  ),
  refused(
    'invited-without-effect',
    'event-author-not-invited',
    'The invitation had no effect: its author may not engage.',
    beginning()
      .invite('B3', 'D')
      .accept('D1', 'B3'),
  ),
  refused(
    'incarnation-not-resumed',
    'event-incarnation-unknown',
    'Nobody resumed the author under this incarnation.',
    beginning().add('B3', 'note-added', {}, { incarnation: 1, prev: null }),
  ),
  refused(
    'incarnation-resumed-elsewhere',
    'event-incarnation-unknown',
    'The author was resumed under another incarnation.',
    resumed().add(
      'C3',
      'keys-rotated',
      { keys: [{ kid: '#kC2' }] },
      { incarnation: 2, prev: null, kid: '#kC2' },
    ),
  ),
  refused(
    'restart-of-an-incarnation-that-is-there',
    'event-incarnation-unknown',
    'An author begins an incarnation that the host resumed it under.',
    wroteAgain().add('C4', 'author-resumed', restart('C', 1), {
      incarnation: 1,
      seq: 1,
      prev: 'C2',
      kid: '#kC2',
    }),
  ),
  refused(
    'restart-without-a-past',
    'event-incarnation-unknown',
    'An author begins an incarnation on top of none of its own events.',
    beginning().add('B3', 'author-resumed', restart('B', 1), { incarnation: 1, prev: null }),
  ),
  refused(
    'restart-of-another',
    'event-sequence-broken/incarnation',
    'An author begins an incarnation in the name of another.',
    wroteAgain().add('C4', 'author-resumed', restart('B', 1), {
      incarnation: 1,
      prev: 'C2',
      kid: '#kC2',
    }),
  ),
  refused(
    'case-full',
    'case-full/case',
    'The case holds as many events as one may.',
    note({}),
    { case: 10_000 },
  ),
  refused(
    'author-full',
    'case-full/author',
    'The author has written as many events as one may in one case.',
    note({}),
    { author: 3_000 },
  ),
  refused(
    'algorithm-not-of-the-case',
    'event-algorithm-not-allowed/case',
    'The case allows ES256 alone.',
    note({ alg: 'Ed25519' }),
  ),
  refused(
    'key-of-another-member',
    'event-key-unknown',
    'The key is that of another member.',
    note({ kid: '#kC' }),
  ),
  refused(
    'key-not-vouched',
    'event-key-unknown',
    'The invitee shows a key that its inviter did not name.',
    beginning()
      .invite('A5', 'D')
      .add('D1', 'engagement-accepted', shown('kX'), { kid: '#kX' }),
  ),
  refused(
    'key-shown-but-not-vouched-later',
    'event-key-unknown',
    'Showing a key in a later event does not put it in force.',
    beginning().add('B3', 'note-added', { keys: [{ kid: '#kX' }] }, { kid: '#kX' }),
  ),
  refused(
    'key-retired',
    'event-key-unknown',
    'The key was rotated away in the event’s own past.',
    beginning()
      .add('B3', 'keys-rotated', { keys: [{ kid: '#kB2' }] })
      .add('B4', 'note-added'),
  ),
  refused(
    'key-not-yet-in-force',
    'event-key-unknown',
    'A rotation must be signed with a key in force, not with the one it brings.',
    beginning().add('B3', 'keys-rotated', { keys: [{ kid: '#kB2' }] }, { kid: '#kB2' }),
  ),
  refused(
    'key-of-the-cut-incarnation',
    'event-key-unknown',
    'After resuming, the key from before the cut is not in force.',
    resumed().add(
      'C3',
      'keys-rotated',
      { keys: [{ kid: '#kC' }] },
      { incarnation: 1, prev: null },
    ),
  ),
  refused(
    'key-rotated-beyond-the-cut',
    'event-key-unknown',
    'A rotation that the cut had not seen puts no key in force.',
    beginning()
      .add('A5', 'author-cut', { member: '@C' })
      .add('C3', 'keys-rotated', { keys: [{ kid: '#kX' }] }, { sees: [] })
      .add('C4', 'note-added', {}, { kid: '#kX' }),
  ),
  refused(
    'opening-with-a-past',
    'event-parents-invalid/first',
    'An opening event has number 1.',
    opening({}, { seq: 2 }),
  ),
  refused(
    'opening-without-rules',
    'event-claims-invalid/opening',
    'An opening event names its rules.',
    opening({ rules: 'latest' }),
  ),
  refused(
    'opening-without-es256',
    'event-algorithm-not-allowed/es256',
    'Every case allows ES256.',
    opening({ algs: ['Ed25519'] }, { alg: 'Ed25519' }),
  ),
  refused(
    'opening-in-another-algorithm',
    'event-algorithm-not-allowed/opening',
    'The opening event itself is signed with an algorithm that it allows.',
    opening({}, { alg: 'Ed25519' }),
  ),
  refused(
    'opening-with-another-key',
    'event-key-unknown/opening',
    'The opening event is signed with a key that it shows.',
    opening({}, { kid: '#kX' }),
  ),
]

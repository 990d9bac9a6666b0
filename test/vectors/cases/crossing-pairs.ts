// Every pair of kinds of acts that does not leave each other alone when crossing on the way, with its one outcome (D15a) and an
// example. Put down by hand from the rules; a test lets every act cross every other and finds exactly these.
import type { Body } from '../../kit/case-graph.ts'
import { answerOf } from '../../kit/case-graph.ts'

/**
 * `x`: as if y had not happened. `x-flagged`: so, and it is flagged. `claim-stands`: y stands, marked as unseen by the cut.
 * `contested`: both, and the close is contested. `holder-gone`: both, and the host stands in as holder. `not-host`: both, and the
 * host stays who it was. `both`: both, and what is computed from them follows.
 */
export type Outcome =
  'x' | 'x-flagged' | 'claim-stands' | 'contested' | 'holder-gone' | 'not-host' | 'both'

export type ExampleAct = { readonly author: string; readonly type: string; readonly body: Body }

export type CrossingPair = {
  readonly outcome: Outcome
  readonly says: string
  readonly setting: string
  readonly x: ExampleAct
  readonly y: ExampleAct
}

const act = (author: string, type: string, body: Body = {}): ExampleAct => ({ author, type, body })

const pair = (
  outcome: Outcome,
  says: string,
  setting: string,
  x: ExampleAct,
  y: ExampleAct,
): CrossingPair => ({ outcome, says, setting, x, y })

const other = { code: 'other' }
const worked = (engagement: string): Body => ({ engagement: `$${engagement}`, outcome: 'solved' })
const epoch = (n: number): Body => ({ epoch: { term: 0, n } })
const keys = { keys: [{ kid: '#kB2' }] }
const lowClaim = { level: 3, reason: 'initial' }
const gravestClaim = { level: 1, reason: 'initial' }
const paused = { clock: 'all', reason: 'monitoring' }
const onB3 = { escalation: '$B3' }
const criteria = { planDoneOrOnCourse: true, analysisOnCourse: true, customerAgreed: true }
const checklist = { planDoneOrOnCourse: true, analysisOnCourse: true, agreed: true }
const objected = { ...onB3, member: '@C', proposal: '$C4' }
const silent = { ...onB3, proposal: '$C4' }
const effort = { minutes: 30, activity: 'analysis', day: '2026-11-22' }
const confirmed = { ...answerOf('D', 'A5'), confirmed: true }
const invite = (member: string): Body => ({ invitee: `@${member}`, keys: [`#k${member}`] })
const declining = (author: string, engagement: string): Body => ({
  ...answerOf(author, engagement),
  code: 'no-capacity',
})

/** What a member may have written when the host cuts it off: setting, the host then, and the act. */
const BEFORE_A_CUT: readonly (readonly [string, string, ExampleAct])[] = [
  ['asked', 'A', act('B', 'engagement-requested', invite('E'))],
  ['asked', 'A', act('B', 'info-requested', answerOf('B', 'A2'))],
  ['asked', 'A', act('B', 'engagement-completed', worked('A2'))],
  ['asked', 'A', act('B', 'member-proposed', { member: '@E' })],
  ['asked', 'A', act('B', 'participant-left', other)],
  ['asked', 'A', act('B', 'keys-rotated', keys)],
  ['asked', 'A', act('B', 'slot-set', { key: 'case-number', value: 'B-1' })],
  ['twice', 'A', act('B', 'engagement-withdrawn', { engagement: '$B3', ...other })],
  ['twice', 'A', act('B', 'engagement-lapsed', { engagement: '$B3' })],
  ['offered', 'A', act('B', 'baton-accepted', { offer: '$A5' })],
  ['offered', 'A', act('B', 'baton-declined', { offer: '$A5', ...other })],
  ['offered', 'A', act('C', 'host-accepted', { offer: '$A6' })],
  ['offered', 'A', act('C', 'host-declined', { offer: '$A6' })],
  ['settled', 'C', act('A', 'completion-confirmed', { engagement: '$A3' })],
  ['settled', 'C', act('B', 'baton-offered', { to: '@C', ...epoch(1) })],
  ['settled', 'C', act('B', 'baton-offer-withdrawn', { offer: '$B4' })],
  ['settled', 'C', act('B', 'baton-passed', { to: '@A', ...epoch(1), offer: '$B4' })],
  ['asked', 'A', act('B', 'engagement-acknowledged', answerOf('B', 'A2'))],
  ['noticed', 'A', act('B', 'notice-acknowledged', answerOf('B', 'A2'))],
  ['asked', 'A', act('B', 'clock-paused', { engagement: '$A2', ...paused })],
  ['handled', 'A', act('B', 'clock-resumed', { engagement: '$A2', pause: '$B4' })],
  ['asked', 'A', act('B', 'clock-missed', { engagement: '$A2', clock: 'resolve', due: 900 })],
  ['handled', 'A', act('B', 'lowering-refused', { member: '@C', claim: '$C4' })],
  ['asked', 'A', act('B', 'escalation-raised', { reason: 'no-progress' })],
  ['escalated', 'A', act('B', 'escalation-restated', { ...onB3, reason: 'security' })],
  ['escalated', 'A', act('B', 'escalation-plan-agreed', { ...onB3, plan: '$A6' })],
  ['escalated', 'A', act('B', 'escalation-ended', { ...onB3, checklist })],
  ['escalated', 'A', act('B', 'escalation-withdrawn', onB3)],
  ['escalated', 'A', act('B', 'escalation-objected', objected)],
  ['escalated', 'A', act('C', 'escalation-answered', { ...onB3, word: 'acknowledged' })],
  ['escalated', 'A', act('C', 'escalation-plan-proposed', { ...onB3, version: 2 })],
  ['escalated', 'A', act('C', 'escalation-on-track', { ...onB3, onTrack: true })],
  ['escalated', 'A', act('C', 'escalation-end-proposed', { ...onB3, criteria })],
  ['escalated', 'A', act('C', 'escalation-ended-by-silence', silent)],
  ['handled', 'A', act('B', 'plan-agreed', { plan: '$A6' })],
  ['handled', 'A', act('B', 'action-added', { assignee: '@A' })],
  ['handled', 'A', act('B', 'action-withdrawn', { action: '$B3' })],
  ['handled', 'A', act('B', 'action-answered', { action: '$C3', word: 'done' })],
  ['asked', 'A', act('B', 'resolution-stated', { cause: 'defect' })],
  ['asked', 'A', act('B', 'effort-shared', effort)],
]

const CUT_PAIRS = BEFORE_A_CUT.flatMap(([setting, host, y]) =>
  (['member-removed', 'author-cut'] as const).map((type) => {
    const body = { member: `@${y.author}`, ...(type === 'member-removed' ? other : {}) }
    return pair('x', 'What the cut had not seen is beyond it.', setting, act(host, type, body), y)
  }),
)

/** What contests a close that had not seen it. */
const CONTESTING: readonly (readonly [string, string, ExampleAct])[] = [
  ['asked', 'A', act('D', 'engagement-accepted', answerOf('D', 'A6'))],
  ['asked', 'A', act('D', 'engagement-declined', declining('D', 'A6'))],
  ['asked', 'A', act('D', 'info-requested', answerOf('D', 'A6'))],
  ['asked', 'A', act('B', 'engagement-completed', worked('A2'))],
  ['asked', 'A', act('B', 'severity-claimed', gravestClaim)],
  ['offered', 'A', act('B', 'baton-accepted', { offer: '$A5' })],
  ['offered', 'A', act('B', 'baton-declined', { offer: '$A5', ...other })],
  ['settled', 'C', act('B', 'baton-offered', { to: '@C', ...epoch(1) })],
  ['settled', 'C', act('B', 'baton-offer-withdrawn', { offer: '$B4' })],
  ['settled', 'C', act('B', 'baton-passed', { to: '@A', ...epoch(1), offer: '$B4' })],
  ['asked', 'A', act('B', 'escalation-raised', { reason: 'no-progress' })],
  ['silenced', 'A', act('B', 'escalation-objected', objected)],
  ['handled', 'A', act('B', 'lowering-refused', { member: '@C', claim: '$C4' })],
]

const CLOSE_PAIRS = CONTESTING.map(([setting, host, y]) =>
  pair(
    'contested',
    'A close covers its own past and nothing else.',
    setting,
    act(host, 'case-closed', { code: 'solved' }),
    y,
  ),
)

/** Words of an invitee that are no answer yet. */
const FIRST_WORDS = [
  ['asked', 'A6', act('D', 'engagement-acknowledged', answerOf('D', 'A6'))],
  ['noticed', 'A3', act('C', 'notice-acknowledged', answerOf('C', 'A3'))],
  ['handled', 'A5', act('D', 'call-confirmed', confirmed)],
] as const

const FIRST_WORD_PAIRS = FIRST_WORDS.flatMap(([setting, engagement, y]) =>
  [
    act('A', 'engagement-withdrawn', { engagement: `$${engagement}`, ...other }),
    act('A', 'engagement-lapsed', { engagement: `$${engagement}` }),
  ].map((x) => pair('x', 'An invitation taken back needs no answer.', setting, x, y)),
)

/** One escalation ends, another is raised; nobody's end is another's. */
const ESCALATION_PAIRS = [
  ...[
    act('B', 'escalation-ended', { ...onB3, checklist }),
    act('B', 'escalation-withdrawn', onB3),
    act('C', 'escalation-ended-by-silence', silent),
    act('B', 'participant-left', other),
  ].map((y) =>
    pair(
      'both',
      'One escalation is over; the other stays open.',
      'escalated',
      act('A', 'escalation-raised', { reason: 'no-progress' }),
      y,
    ),
  ),
  pair(
    'both',
    'One escalation is over; the other stays open.',
    'escalated',
    act('A', 'member-removed', { member: '@B', ...other }),
    act('C', 'escalation-raised', { reason: 'no-progress' }),
  ),
  pair(
    'both',
    'Open wins: an end by silence does not hold against an objection.',
    'escalated',
    act('C', 'escalation-ended-by-silence', silent),
    act('B', 'escalation-objected', objected),
  ),
  pair(
    'both',
    'Refusing to follow a claim that was replaced disputes nothing.',
    'handled',
    act('C', 'severity-claimed', gravestClaim),
    act('B', 'lowering-refused', { member: '@C', claim: '$C4' }),
  ),
  pair(
    'x',
    'An agreement to a plan that was replaced goes nowhere.',
    'handled',
    act('A', 'plan-proposed', { version: 2, rhythmMinutes: 60, channel: 'mail' }),
    act('B', 'plan-agreed', { plan: '$A6' }),
  ),
]

/** Taking an invitation back, in both ways. */
const WITHDRAWAL_PAIRS = [
  act('A', 'engagement-withdrawn', { engagement: '$A6', ...other }),
  act('A', 'engagement-lapsed', { engagement: '$A6' }),
].flatMap((x) => [
  pair(
    'x-flagged',
    'Taking an invitation back beats accepting it: no access, one click to invite again.',
    'asked',
    x,
    act('D', 'engagement-accepted', answerOf('D', 'A6')),
  ),
  pair(
    'x',
    'An invitation taken back needs no answer.',
    'asked',
    x,
    act('D', 'engagement-declined', declining('D', 'A6')),
  ),
  pair(
    'x',
    'An invitation taken back needs no answer.',
    'asked',
    x,
    act('D', 'info-requested', answerOf('D', 'A6')),
  ),
  ...['engagement-withdrawn', 'engagement-lapsed'].filter((type) => type >= x.type).map((type) =>
    pair(
      'both',
      'Both invitations are taken back; none is left.',
      'twice',
      x,
      act('B', type, { engagement: '$B3', ...(type.endsWith('drawn') ? other : {}) }),
    ),
  ),
])

export const CROSSING_PAIRS: readonly CrossingPair[] = [
  ...CUT_PAIRS,
  ...['member-removed', 'author-cut'].map((type) =>
    pair(
      'claim-stands',
      'A claim that the cut had not seen stands, marked.',
      'asked',
      act('A', type, { member: '@B', ...(type === 'member-removed' ? other : {}) }),
      act('B', 'severity-claimed', gravestClaim),
    ),
  ),
  pair(
    'x',
    'A frozen invitee’s acceptance is beyond the cut.',
    'asked',
    act('A', 'author-cut', { member: '@D' }),
    act('D', 'engagement-accepted', answerOf('D', 'A6')),
  ),
  pair(
    'x',
    'A frozen invitee’s refusal is beyond the cut.',
    'asked',
    act('A', 'author-cut', { member: '@D' }),
    act('D', 'engagement-declined', declining('D', 'A6')),
  ),
  ...WITHDRAWAL_PAIRS,
  ...FIRST_WORD_PAIRS,
  pair(
    'x',
    'A frozen invitee’s word is beyond the cut.',
    'handled',
    act('A', 'author-cut', { member: '@D' }),
    act('D', 'call-confirmed', confirmed),
  ),
  ...CLOSE_PAIRS,
  ...ESCALATION_PAIRS,
  pair(
    'both',
    'Two invitations of one member stand side by side; either can be accepted.',
    'asked',
    act('A', 'engagement-requested', invite('E')),
    act('B', 'engagement-requested', invite('E')),
  ),
  pair(
    'both',
    'The gravest claim counts.',
    'offered',
    act('A', 'severity-claimed', gravestClaim),
    act('B', 'severity-claimed', lowClaim),
  ),
  pair(
    'x',
    'A completion that the confirmation had not seen waits for another.',
    'offered',
    act('C', 'engagement-completed', worked('A3')),
    act('A', 'completion-confirmed', { engagement: '$A3' }),
  ),
  ...(['baton-accepted', 'baton-declined'] as const).flatMap((type) => [
    pair(
      'x',
      'An answer to an offer that was replaced goes nowhere.',
      'offered',
      act('A', 'baton-offered', { to: '@C', ...epoch(0) }),
      act('B', type, { offer: '$A5', ...(type === 'baton-declined' ? other : {}) }),
    ),
    pair(
      'x',
      'An answer to an offer that was taken back goes nowhere.',
      'offered',
      act('A', 'baton-offer-withdrawn', { offer: '$A5' }),
      act('B', type, { offer: '$A5', ...(type === 'baton-declined' ? other : {}) }),
    ),
    pair(
      'x',
      'A reclaim ends the offers of the term before; the answer goes nowhere.',
      'offering',
      act('A', 'baton-reclaimed', { term: 1 }),
      act('C', type, { offer: '$B4', ...(type === 'baton-declined' ? other : {}) }),
    ),
  ]),
  ...(['host-accepted', 'host-declined'] as const).flatMap((type) => [
    pair(
      'x',
      'An answer to an offer that was replaced goes nowhere.',
      'offered',
      act('A', 'host-offered', { to: '@B' }),
      act('C', type, { offer: '$A6' }),
    ),
    pair(
      'x',
      'An answer to an offer that was taken back goes nowhere.',
      'offered',
      act('A', 'host-offer-withdrawn', { offer: '$A6' }),
      act('C', type, { offer: '$A6' }),
    ),
  ]),
  pair(
    'x',
    'A reclaim starts a new term and beats the pass of an older one.',
    'settled',
    act('C', 'baton-reclaimed', { term: 1 }),
    act('B', 'baton-passed', { to: '@A', ...epoch(1), offer: '$B4' }),
  ),
  pair(
    'x',
    'A reclaim starts a new term; an offer of an older one is void.',
    'settled',
    act('C', 'baton-reclaimed', { term: 1 }),
    act('B', 'baton-offered', { to: '@C', ...epoch(1) }),
  ),
  pair(
    'both',
    'The host has the baton back; that its holder left matters no more.',
    'settled',
    act('C', 'baton-reclaimed', { term: 1 }),
    act('B', 'participant-left', other),
  ),
  pair(
    'holder-gone',
    'The baton was passed to a member that left; the host stands in.',
    'accepted',
    act('A', 'baton-passed', { to: '@B', ...epoch(0), offer: '$A5' }),
    act('B', 'participant-left', other),
  ),
  pair(
    'holder-gone',
    'The baton was passed to a member that was removed; the host stands in.',
    'settled',
    act('B', 'baton-passed', { to: '@A', ...epoch(1), offer: '$B4' }),
    act('C', 'member-removed', { member: '@A', ...other }),
  ),
  pair(
    'not-host',
    'The case was handed to a member that left; the old host is host again.',
    'accepted',
    act('A', 'host-transferred', { to: '@C', offer: '$A6', engagement: '$A3' }),
    act('C', 'participant-left', other),
  ),
  pair(
    'both',
    'The new host stands in for the holder that left.',
    'offering',
    act('A', 'host-transferred', { to: '@C', offer: '$A6', engagement: '$A3' }),
    act('B', 'participant-left', other),
  ),
]

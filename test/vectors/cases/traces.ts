// The nine traces of the design (fold.md §3) and the graphs that came after, with what must come of them. What is expected is
// written by hand from the rules; nothing here runs the program. `write.ts` makes the JSON files of this folder from it.
import type { Summary } from '../../kit/case-desk.ts'
import { answerOf, beginning, Graph } from '../../kit/case-graph.ts'

export type Trace = {
  readonly name: string
  readonly about: string
  readonly graph: Graph
  /** Verdicts other than `effect`. */
  readonly words?: Readonly<Record<string, string>>
  readonly state: Partial<Summary>
  /** What the last event overturns when it arrives last: register, before, after. */
  readonly overturned?: readonly (readonly [string, string, string])[]
}

const START: Summary = {
  host: 'A',
  holder: 'A',
  epoch: '0.0',
  standings: { A: 'accepted', B: 'accepted', C: 'accepted' },
  claims: {},
  level: null,
  status: 'open',
  flags: [],
}
export const expected = (state: Partial<Summary>): Summary => ({ ...START, ...state })

const BEGUN = ['B2', 'C2']
const left = { code: 'other' }
const restart = (author: string) => ({
  member: `@${author}`,
  incarnation: 1,
  keys: [`#k${author}`],
})
const anew = { incarnation: 1, seq: 1 }
const claim = (level: number) => ({ level, reason: 'initial' })
const offer = (to: string, epoch = [0, 0]) => ({
  to: `@${to}`,
  epoch: { term: epoch[0] ?? 0, n: epoch[1] ?? 0 },
})
const invitation = () =>
  new Graph()
    .open('A1')
    .invite('A2', 'B')
    .invite('A3', 'C')
    .accept('B1', 'A2', { sees: ['A3'] })

/** Four members: B may engage, and A and B ask D without having seen each other. */
const twoInviters = () =>
  beginning()
    .add('A5', 'may-engage-granted', { member: '@B', granted: true })
    .invite('A6', 'D', { sees: ['A5'] })
    .invite('B3', 'D', { sees: ['A5'] })

const onB3 = { escalation: '$B3' }
const escalated = () => beginning().add('B3', 'escalation-raised', { reason: 'no-progress' })
const criteria = { planDoneOrOnCourse: true, analysisOnCourse: true, customerAgreed: true }
const silence = { ...onB3, proposal: '$A5' }
const objection = { ...onB3, member: '@A', proposal: '$A5' }
/** A proposes in second 1090 that it may end, and says so many seconds later that nobody objected. */
const silenced = (after: number) =>
  escalated()
    .add('A5', 'escalation-end-proposed', { ...onB3, criteria, notice: 86_400 })
    .add('A6', 'escalation-ended-by-silence', silence, { iat: 1090 + after })
const called = { invitee: '@B', keys: ['#kB'], phone: { at: 900 }, levelDuties: ['call'] }

export const TRACES: readonly Trace[] = [
  {
    name: 't1-accept-after-settled-withdrawal',
    about: 'An acceptance that had not seen a settled withdrawal gives no access and is flagged.',
    graph: invitation()
      .add('A4', 'engagement-withdrawn', { engagement: '$A3', code: 'not-needed' })
      .add('B2', 'received')
      .accept('C1', 'A3', { sees: ['A3'] }),
    state: { standings: { A: 'accepted', B: 'accepted', C: 'withdrawn' }, flags: ['crossed'] },
  },
  {
    name: 't2-second-branch-leaves',
    about: 'A claim that all have confirmed stands although its author shows another branch later.',
    graph: beginning()
      .claim('B3z', 1, { sees: BEGUN })
      .add('A5', 'received', {}, { sees: ['B3z'] })
      .add('C3', 'received', {}, { sees: ['B3z'] })
      .add('B3', 'participant-left', left, { prev: 'B2', sees: BEGUN }),
    state: { claims: { B: 1 }, level: 1, flags: ['equivocation'] },
  },
  {
    name: 't3-second-branch-returns',
    about: 'A member whose leaving all have confirmed is not brought back by another branch.',
    graph: beginning()
      .add('B3z', 'participant-left', left, { sees: BEGUN })
      .add('A5', 'received', {}, { sees: ['B3z'] })
      .add('C3', 'received', {}, { sees: ['B3z'] })
      .add('B3', 'severity-claimed', claim(1), { prev: 'B2', sees: BEGUN }),
    state: {
      standings: { A: 'accepted', B: 'left', C: 'accepted' },
      flags: ['equivocation'],
    },
  },
  {
    name: 't4-two-offers-two-acceptances',
    about: 'Accepting moves no baton: two accepted offers leave it where it is.',
    graph: beginning()
      .add('A5', 'baton-offered', offer('B'))
      .add('A6', 'baton-offered', offer('C'))
      .add('B3', 'baton-accepted', { offer: '$A5' }, { sees: ['A5'] })
      .add('C3', 'baton-accepted', { offer: '$A6' }, { sees: ['A6'] }),
    state: {},
  },
  {
    name: 't5-new-host-left-unseen',
    about: 'Nobody leaves until the new host wrote; a new host that had left gives the case back.',
    graph: beginning()
      .add('A5', 'host-offered', { to: '@B' })
      .add('B3', 'host-accepted', { offer: '$A5' })
      .add('A6', 'host-transferred', { to: '@B', offer: '$A5', engagement: '$A2' })
      .add('A7', 'participant-left', left)
      .add('B4', 'participant-left', left, { sees: ['B3'] }),
    words: { A7: 'transfer-unsettled' },
    state: { standings: { A: 'accepted', B: 'left', C: 'accepted' } },
    overturned: [['host', 'B', 'A']],
  },
  {
    name: 't6-removal-and-unseen-claim',
    about: 'A claim that the removal of its author had not seen stands, marked.',
    graph: beginning()
      .claim('C3', 1, { sees: BEGUN })
      .add('A5', 'member-removed', { member: '@C', code: 'not-needed' }, { sees: BEGUN }),
    state: {
      standings: { A: 'accepted', B: 'accepted', C: 'removed' },
      claims: { C: 1 },
      level: 1,
      flags: ['claim-unseen'],
    },
  },
  {
    name: 't7-withdrawal-of-another-engagement',
    about: 'Withdrawing a second invitation cuts nothing that was written under the first.',
    graph: invitation()
      .accept('C1', 'A3', { sees: ['A3'] })
      .add('A4', 'received')
      .add('A5', 'member-removed', { member: '@C', code: 'not-needed' })
      .invite('A6', 'C')
      .claim('C2', 1, { sees: ['C1'] })
      .add('A7', 'engagement-withdrawn', { engagement: '$A6', code: 'mistake' }, { sees: ['A6'] }),
    state: {
      standings: { A: 'accepted', B: 'accepted', C: 'withdrawn' },
      claims: { C: 1 },
      level: 1,
      flags: ['claim-unseen'],
    },
  },
  {
    name: 't8-close-and-unseen-claim',
    about: 'A close covers its own past; a claim outside it contests the close.',
    graph: beginning()
      .add('A5', 'case-closed', { code: 'solved' }, { sees: BEGUN })
      .claim('B3', 1, { sees: BEGUN }),
    state: {
      claims: { B: 1 },
      level: 1,
      status: 'closed-contested',
      flags: ['closed-contested'],
    },
    overturned: [['status', 'closed', 'closed-contested']],
  },
  {
    name: 't9-three-branches-and-votes',
    about: 'Who had seen two branches votes for the one that counted there; a third cannot win.',
    graph: beginning()
      .add('B3m', 'participant-left', left, { sees: BEGUN })
      .add('B3y', 'participant-left', left, { prev: 'B2', sees: BEGUN })
      .add('A5', 'received', {}, { sees: ['B3m', 'B3y'] })
      .add('C3', 'received', {}, { sees: ['B3m', 'B3y'] })
      .add('B3', 'severity-claimed', claim(1), { prev: 'B2', sees: BEGUN }),
    state: {
      standings: { A: 'accepted', B: 'left', C: 'accepted' },
      flags: ['equivocation'],
    },
  },

  {
    name: 'fork-decided-by-one-vote',
    about: 'One confirmation outweighs the smaller id.',
    graph: beginning()
      .claim('B3z', 2, { sees: BEGUN })
      .add('A5', 'received', {}, { sees: ['B3z'] })
      .add('B3', 'severity-claimed', claim(4), { prev: 'B2', sees: BEGUN })
      .add('B4', 'severity-claimed', claim(3), { prev: 'B3', sees: ['B3'] }),
    state: { claims: { B: 2 }, level: 2, flags: ['equivocation'] },
  },
  {
    name: 'fork-decided-by-id',
    about: 'Without a vote the smaller id counts, and what hangs on the other does not.',
    graph: beginning()
      .claim('B3z', 1, { sees: BEGUN })
      .add('B4z', 'severity-claimed', claim(2), { prev: 'B3z', sees: ['B3z'] })
      .add('B3', 'severity-claimed', claim(4), { prev: 'B2', sees: BEGUN }),
    state: { claims: { B: 4 }, level: 4, flags: ['equivocation'] },
    overturned: [['severity:https://b.example', '2', '4']],
  },
  {
    name: 'fork-shown',
    about: 'Two siblings are shown as proof; two events that are none prove nothing.',
    graph: beginning()
      .claim('B3', 1, { sees: BEGUN })
      .add('B3z', 'severity-claimed', claim(2), { prev: 'B2', sees: BEGUN })
      .add('C3', 'equivocation-shown', { author: '@B', events: ['$B3', '$B3z'] })
      .add('C4', 'equivocation-shown', { author: '@B', events: ['$B2', '$B3z'] }),
    words: { C4: 'no-equivocation' },
    state: { claims: { B: 1 }, level: 1, flags: ['equivocation'] },
  },
  {
    name: 'host-handed-on-and-left',
    about: 'A host that handed on may leave, and the case stays with the one it handed on to.',
    graph: beginning()
      .add('A5', 'host-offered', { to: '@B' })
      .add('B3', 'host-accepted', { offer: '$A5' })
      .add('A6', 'host-transferred', { to: '@B', offer: '$A5', engagement: '$A2' })
      .add('B4', 'host-offered', { to: '@C' })
      .add('C3', 'host-accepted', { offer: '$B4' })
      .add('B5', 'host-transferred', { to: '@C', offer: '$B4', engagement: '$A3' })
      .add('C4', 'received')
      .add('B6', 'participant-left', left)
      .add('A7', 'participant-left', left),
    state: {
      host: 'C',
      holder: 'C',
      standings: { A: 'left', B: 'left', C: 'accepted' },
      flags: ['holder-gone'],
    },
  },
  {
    name: 'host-invited-again-is-not-host-again',
    about: 'A transfer holds for the engagement its receiver had then, not for a later one.',
    graph: beginning()
      .add('A5', 'host-offered', { to: '@B' })
      .add('B3', 'host-accepted', { offer: '$A5' })
      .add('B4', 'participant-left', left)
      .add('A6', 'host-transferred', { to: '@B', offer: '$A5', engagement: '$A2' }, { sees: ['B3'] })
      .invite('A7', 'B')
      .accept('B5', 'A7'),
    state: {},
  },
  {
    name: 'baton-passed',
    about: 'Offer, acceptance and pass move the baton; an offer of the old epoch comes too late.',
    graph: beginning()
      .add('A5', 'baton-offered', offer('B'))
      .add('B3', 'baton-accepted', { offer: '$A5' })
      .add('A6', 'baton-passed', { ...offer('B'), offer: '$A5' })
      .add('A7', 'baton-offered', offer('C'))
      .add('B4', 'baton-offered', offer('C'))
      .add('B5', 'baton-offered', offer('C', [0, 1]))
      .add('C3', 'baton-declined', { offer: '$B5', code: 'no-capacity' })
      .add('B6', 'baton-passed', { ...offer('C', [0, 1]), offer: '$B5' }),
    words: { A7: 'not-holder', B4: 'epoch-stale', B6: 'offer-not-accepted' },
    state: { holder: 'B', epoch: '0.1' },
  },
  {
    name: 'baton-reclaimed-over-unseen-pass',
    about: 'A reclaim by the host starts a new term and beats a pass that it had not seen.',
    graph: beginning()
      .add('A5', 'baton-offered', offer('B'))
      .add('B3', 'baton-accepted', { offer: '$A5' })
      .add('A6', 'baton-passed', { ...offer('B'), offer: '$A5' })
      .add('B4', 'baton-offered', offer('C', [0, 1]))
      .add('C3', 'baton-accepted', { offer: '$B4' })
      .add('A7', 'baton-reclaimed', { term: 1 })
      .add('B5', 'baton-passed', { ...offer('C', [0, 1]), offer: '$B4' }, { sees: ['C3'] })
      .add('C4', 'baton-offered', offer('B', [0, 2]), { sees: ['B5'] }),
    state: { epoch: '1.0' },
  },
  {
    name: 'baton-holder-gone',
    about: 'The host stands in for a holder that left; only reclaiming lets it move the baton.',
    graph: beginning()
      .add('A5', 'baton-offered', offer('B'))
      .add('B3', 'baton-accepted', { offer: '$A5' })
      .add('A6', 'baton-passed', { ...offer('B'), offer: '$A5' })
      .add('B4', 'participant-left', left)
      .add('A7', 'baton-offered', offer('C', [0, 1])),
    words: { A7: 'not-holder' },
    state: {
      epoch: '0.1',
      standings: { A: 'accepted', B: 'left', C: 'accepted' },
      flags: ['holder-gone'],
    },
  },
  {
    name: 'baton-reclaimed-from-departed-holder',
    about: 'The host reclaims the baton of a member that left, whatever silence was agreed.',
    graph: new Graph()
      .open('A1', { batonSilence: 86_400 })
      .invite('A2', 'B')
      .accept('B1', 'A2')
      .add('A3', 'baton-offered', offer('B'))
      .add('B2', 'baton-accepted', { offer: '$A3' })
      .add('A4', 'baton-passed', { ...offer('B'), offer: '$A3' })
      .add('A5', 'baton-reclaimed', { term: 1 })
      .add('B3', 'participant-left', left)
      .add('A6', 'baton-reclaimed', { term: 1 }),
    words: { A5: 'silence-too-short' },
    state: { epoch: '1.0', standings: { A: 'accepted', B: 'left' } },
  },
  {
    name: 'contested-close-closed-again',
    about: 'The host ends a contested close by closing again, having seen what contests it.',
    graph: beginning()
      .add('A5', 'case-closed', { code: 'solved' }, { sees: BEGUN })
      .claim('B3', 2, { sees: BEGUN })
      .add('C3', 'baton-declined', { offer: '$A4', code: 'other' })
      .claim('B4', 1)
      .add('A6', 'case-closed', { code: 'solved' })
      .claim('C4', 1)
      .add('C5', 'reopen-requested', { code: 'returned' }),
    words: { C3: 'offer-unknown', C4: 'case-closed' },
    state: { claims: { B: 1 }, level: 1, status: 'closed' },
  },
  {
    name: 'two-inviters-one-withdraws',
    about: 'Of two invitations one is accepted; withdrawing the other takes nothing away.',
    graph: twoInviters()
      .accept('D1', 'B3', { sees: ['A6', 'B3'] })
      .claim('D2', 2, { sees: ['D1'] })
      .add('A7', 'engagement-withdrawn', { engagement: '$A6', code: 'mistake' }, { sees: ['A6'] }),
    state: {
      standings: { A: 'accepted', B: 'accepted', C: 'accepted', D: 'accepted' },
      claims: { D: 2 },
      level: 2,
    },
  },
  {
    name: 'two-inviters-one-declined',
    about: 'Of two invitations one is declined; the other can still be accepted.',
    graph: twoInviters()
      .add('D1', 'engagement-declined', {
        ...answerOf('D', 'B3'),
        code: 'duplicate',
      })
      .accept('D2', 'A6'),
    state: { standings: { A: 'accepted', B: 'accepted', C: 'accepted', D: 'accepted' } },
  },
  {
    name: 'two-inviters-both-withdraw',
    about: 'Both invitations were accepted and both withdrawn unseen: no access, nothing counts.',
    graph: twoInviters()
      .accept('D1', 'A6', { sees: ['A6', 'B3'] })
      .accept('D2', 'B3', { sees: ['D1'] })
      .claim('D3', 1, { sees: ['D2'] })
      .add('A7', 'engagement-withdrawn', { engagement: '$A6', code: 'mistake' }, { sees: ['A6'] })
      .add('B4', 'engagement-lapsed', { engagement: '$B3' }, { sees: ['B3'] }),
    state: {
      standings: { A: 'accepted', B: 'accepted', C: 'accepted', D: 'lapsed' },
      flags: ['crossed'],
    },
    overturned: [
      ['standing:https://d.example', 'accepted', 'lapsed'],
      ['severity:https://d.example', '1', 'none'],
    ],
  },
  {
    name: 'invitation-beyond-the-cut',
    about: 'An invitation by a removed member is cut off; who followed it stays admissible and can be asked again.',
    graph: beginning()
      .add('A5', 'may-engage-granted', { member: '@B', granted: true })
      .invite('B3', 'D', { sees: ['A5'] })
      .accept('D1', 'B3', { sees: ['B3'] })
      .add('A6', 'member-removed', { member: '@B', code: 'other' }, { sees: ['A5'] })
      .add('D2', 'note-added', {}, { sees: ['A6', 'D1'] })
      .invite('A7', 'D')
      .accept('D3', 'A7'),
    words: { D2: 'not-active' },
    state: { standings: { A: 'accepted', B: 'removed', C: 'accepted', D: 'accepted' } },
  },
  {
    name: 'withdrawal-beyond-the-cut',
    about: 'A withdrawal by a removed member is cut off and takes no acceptance with it.',
    graph: beginning()
      .add('A5', 'may-engage-granted', { member: '@B', granted: true })
      .invite('B3', 'D', { sees: ['A5'] })
      .add('C3', 'received', {}, { sees: ['B3'] })
      .accept('D1', 'B3', { sees: ['B3'] })
      .add('B4', 'engagement-withdrawn', { engagement: '$B3', code: 'other' }, { sees: ['B3'] })
      .add('A6', 'member-removed', { member: '@B', code: 'other' }, { sees: ['C3'] }),
    state: { standings: { A: 'accepted', B: 'removed', C: 'accepted', D: 'accepted' } },
    overturned: [['standing:https://d.example', 'withdrawn', 'accepted']],
  },
  {
    name: 'left-and-invited-again',
    about: 'A new engagement is judged apart from the one that ended; its claim goes on.',
    graph: beginning()
      .claim('C3', 2)
      .add('C4', 'participant-left', left)
      .add('C5', 'note-added', {})
      .invite('A5', 'C')
      .accept('C6', 'A5')
      .claim('C7', 3),
    words: { C5: 'not-active' },
    state: { claims: { C: 3 }, level: 3 },
  },
  {
    name: 'author-cut-and-resumed',
    about: 'A cut freezes its author, drops what it had not seen, and a new incarnation goes on.',
    graph: beginning()
      .claim('C3', 3, { sees: BEGUN })
      .add('A5', 'author-cut', { member: '@C' }, { sees: ['C3'] })
      .add('C4', 'slot-set', { key: 'case-number', value: 'X-1' }, { sees: ['C3'] })
      .add('C5', 'severity-claimed', claim(2), { sees: ['C4'] })
      .add('C6', 'severity-claimed', claim(1), { sees: ['A5'] })
      .add('A6', 'author-resumed', { member: '@C', incarnation: 1, keys: ['#kC2'] })
      .add(
        'C10',
        'keys-rotated',
        { keys: [{ kid: '#kC2' }] },
        { incarnation: 1, prev: null, kid: '#kC2', sees: ['A6'] },
      )
      .add('C11', 'slot-set', { key: 'case-number', value: 'X-2' }, { incarnation: 1, kid: '#kC2' }),
    words: { C6: 'author-frozen' },
    state: { claims: { C: 2 }, level: 2, flags: ['claim-unseen'] },
  },
  {
    name: 'restart-after-nothing-was-lost',
    about: 'An author that cannot know what it signed last begins a new incarnation and goes on.',
    graph: beginning()
      .claim('B3', 3)
      .add('B4', 'author-resumed', restart('B'), { ...anew, prev: 'B3' })
      .add('B5', 'severity-claimed', claim(2), { incarnation: 1 })
      .add('A5', 'received'),
    state: { claims: { B: 2 }, level: 2 },
  },
  {
    name: 'restart-before-what-others-had-seen',
    about: 'The event that a restart stands in for turns up, and others had built on it: it counts.',
    graph: beginning()
      .claim('B3', 1)
      .add('A5', 'received')
      .add('B2z', 'author-resumed', restart('B'), { ...anew, prev: 'B2', sees: BEGUN })
      .add('B3z', 'severity-claimed', claim(4), { incarnation: 1, sees: ['B2z'] }),
    state: { claims: { B: 1 }, level: 1, flags: ['equivocation'] },
  },
  {
    name: 'restart-that-others-had-seen-first',
    about: 'What was lost turns up after others had built on the restart: the restart counts.',
    graph: beginning()
      .add('B2z', 'author-resumed', restart('B'), { ...anew, prev: 'B2' })
      .add('B3z', 'severity-claimed', claim(4), { incarnation: 1 })
      .add('A5', 'received', {}, { sees: ['B3z'] })
      .add('C3', 'received', {}, { sees: ['B2z'] })
      .add('B3', 'severity-claimed', claim(1), { prev: 'B2', sees: BEGUN })
      .add('B4', 'participant-left', left, { prev: 'B3', sees: ['B3'] }),
    state: { claims: { B: 4 }, level: 4, flags: ['equivocation'] },
  },
  {
    name: 'restart-does-not-undo-a-cut',
    about: 'A frozen author cannot begin anew by itself; the host resumes it.',
    graph: beginning()
      .add('A5', 'author-cut', { member: '@B' })
      .add('B2z', 'author-resumed', restart('B'), { ...anew, prev: 'B2' })
      .add('A6', 'received'),
    words: { B2z: 'author-frozen' },
    state: { flags: ['author-frozen'] },
  },
  {
    name: 'keys-rotated-in-the-case',
    about: 'After rotation the new key signs; what had not seen it is judged by the old one.',
    graph: beginning()
      .add('B3', 'keys-rotated', { keys: [{ kid: '#kB2' }] })
      .claim('B4', 2, { kid: '#kB2' })
      .add('B4z', 'note-added', {}, { prev: 'B3', kid: '#kB2', sees: ['B3'] }),
    state: { claims: { B: 2 }, level: 2, flags: ['equivocation'] },
  },
  {
    name: 't8-close-and-escalation',
    about: 'An escalation that a close had not seen contests it, and is open until its raiser ends it.',
    graph: beginning()
      .add('A5', 'case-closed', { code: 'solved' }, { sees: BEGUN })
      .add('B3', 'escalation-raised', { reason: 'no-progress' }, { sees: BEGUN }),
    state: { status: 'closed-contested', flags: ['closed-contested', 'escalated'] },
    overturned: [['status', 'closed', 'closed-contested']],
  },
  {
    name: 'escalation-bars-the-close',
    about: 'While an escalation is open the case is not closed; once it is withdrawn it is.',
    graph: escalated()
      .add('A5', 'case-closed', { code: 'solved' })
      .add('B4', 'escalation-withdrawn', onB3)
      .add('A6', 'case-closed', { code: 'solved' }),
    words: { A5: 'escalation-open' },
    state: { status: 'closed' },
  },
  {
    name: 'escalation-ended-by-silence',
    about: 'Silence ends an escalation from the exact second of the notice, and the case may be closed.',
    graph: silenced(86_399).add('A7', 'escalation-ended-by-silence', silence, { iat: 87_490 }).add('A8', 'case-closed', { code: 'solved' }),
    words: { A6: 'silence-too-short' },
    state: { status: 'closed' },
  },
  {
    name: 'silence-and-objection-crossed',
    about: 'Open wins: an end by silence does not hold against an objection, whichever comes first.',
    graph: silenced(86_400).add('B4', 'escalation-objected', objection, { sees: ['A5'] }),
    state: { flags: ['escalated'] },
    overturned: [['escalation:B3', 'ended', 'open']],
  },
  {
    name: 'objection-over-a-close',
    about: 'An objection that had seen neither the end by silence nor the close contests the close.',
    graph: silenced(86_400)
      .add('A7', 'case-closed', { code: 'solved' })
      .add('B4', 'escalation-objected', objection, { sees: ['A5'] }),
    state: { status: 'closed-contested', flags: ['closed-contested', 'escalated'] },
    overturned: [
      ['status', 'closed', 'closed-contested'],
      ['escalation:B3', 'ended', 'open'],
    ],
  },
  {
    name: 'escalation-left-behind',
    about: 'What a member raised that left binds nobody.',
    graph: escalated()
      .add('B4', 'participant-left', left)
      .add('A5', 'case-closed', { code: 'solved' }),
    state: { standings: { A: 'accepted', B: 'left', C: 'accepted' }, status: 'closed' },
  },
  {
    name: 'lowering-refused',
    about: 'Who does not follow a milder claim says so; the gravest counts until its claimant follows.',
    graph: beginning()
      .claim('A5', 2)
      .claim('B3', 4)
      .add('A6', 'lowering-refused', { member: '@B', claim: '$B3' })
      .add('C3', 'lowering-refused', { member: '@B', claim: '$B3' }),
    words: { C3: 'claim-not-graver' },
    state: { claims: { A: 2, B: 4 }, level: 2, flags: ['severity-disputed'] },
  },
  {
    name: 'gravest-claim-unsupported',
    about: 'A partner’s gravest claim without impact or contact stands, flagged.',
    graph: beginning().add('B3', 'severity-claimed', claim(1), { texts: { impact: 'case' } }),
    state: { claims: { B: 1 }, level: 1, flags: ['claim-unsupported'] },
  },
  {
    name: 'phone-hand-off',
    about: 'A hand-off by phone waits for the invitee’s word, and for what the level asks of the inviter.',
    graph: new Graph()
      .open('A1')
      .add('A2', 'engagement-requested', called)
      .add('B1', 'call-confirmed', { ...answerOf('B', 'A2'), confirmed: false }),
    state: {
      standings: { A: 'accepted', B: 'requested' },
      flags: ['level-duty-unmet', 'phone-disputed'],
    },
  },
  {
    name: 'acknowledged-and-withdrawn',
    about: 'Taking back an invitation does not wait for an acknowledgment that crosses it.',
    graph: invitation()
      .add('C1', 'engagement-acknowledged', answerOf('C', 'A3'), { sees: ['A3'] })
      .add('A4', 'engagement-withdrawn', { engagement: '$A3', code: 'mistake' }, { sees: ['B1'] }),
    state: { standings: { A: 'accepted', B: 'accepted', C: 'withdrawn' } },
  },
  {
    name: 'change-notice',
    about: 'A change notice stays one; seeing it asks for no more.',
    graph: new Graph()
      .open('A1', { kind: 'change', window: { from: 5000, until: 9000 } })
      .invite('A2', 'B')
      .add('B1', 'notice-acknowledged', answerOf('B', 'A2'))
      .add('A3', 'problem-restated', { kind: 'fault' })
      .add('A4', 'case-closed', { code: 'expired' }),
    words: { A3: 'kind-fixed' },
    state: { standings: { A: 'accepted', B: 'requested' }, status: 'closed' },
  },
  {
    name: 'plan-agreed-across-versions',
    about: 'Agreeing to a plan that was replaced meanwhile agrees to nothing; nor can an old one be agreed to.',
    graph: beginning()
      .add('A5', 'plan-proposed', { version: 1, rhythmMinutes: 60, channel: 'mail' })
      .add('A6', 'plan-proposed', { version: 2, rhythmMinutes: 30, channel: 'conference' })
      .add('B3', 'plan-agreed', { plan: '$A5' }, { sees: ['A5'] })
      .add('C3', 'plan-agreed', { plan: '$A5' }),
    words: { C3: 'target-unknown' },
    state: {},
  },
  {
    name: 'unknown-types-and-bodies',
    about: 'What the rules do not know is kept, has no effect and blocks nothing.',
    graph: beginning()
      .add('B3', 'https://c.example/events/weather', { rain: true })
      .add('B4', 'note-edited', { note: '$B3' })
      .add('B5', 'severity-claimed', { level: 9, reason: 'initial' })
      .add('B6', 'severity-claimed', { level: 2, reason: 'initial', mood: 'bad' }),
    words: { B3: 'type-unknown', B4: 'type-unknown', B5: 'body-invalid' },
    state: { claims: { B: 2 }, level: 2 },
  },
  {
    name: 'rules-raised',
    about: 'Rules are raised once every active member has announced them.',
    graph: beginning()
      .add('A5', 'rules-raised', { rules: 2 })
      .add('A6', 'slot-set', { key: 'rules-max', value: 2 })
      .add('B3', 'slot-set', { key: 'rules-max', value: 2 })
      .add('A7', 'rules-raised', { rules: 2 })
      .add('C3', 'slot-set', { key: 'rules-max', value: 3 })
      .add('A8', 'rules-raised', { rules: 2 })
      .add('A9', 'rules-raised', { rules: 1 }),
    words: { A5: 'rules-not-supported', A7: 'rules-not-supported', A9: 'unchanged' },
    state: {},
  },
  {
    name: 'successor-case',
    about: 'With the host dark anybody opens a successor case that names the old one.',
    graph: new Graph()
      .open('B1', { continues: { case: '$A1', heads: ['$A4', '$B2', '$C2'] } })
      .invite('B2', 'C')
      .accept('C1', 'B2'),
    state: { host: 'B', holder: 'B', standings: { B: 'accepted', C: 'accepted' } },
  },
]

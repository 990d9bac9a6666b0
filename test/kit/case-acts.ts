// Everything that a member might do in a case as it stands: one act or more for every event type, whether or not it would have an
// effect. For searching, for pairs that cross, and for random histories.
import type { CaseState, Engagement } from '../../src/core/cases/case.ts'
import { ruleOf } from '../../src/core/cases/registry.ts'
import type { MemberId } from '../../src/core/kernel/id.ts'
import { keyOf, letterOf, resolved } from './case-graph.ts'
import type { Body } from './case-graph.ts'

export type Act = { readonly type: string; readonly body: Body }

const act = (type: string, body: Body = {}): Act => ({ type, body })

/** Acts of a member. `world` are all members there are, in the case or not. */
export function actsOf(s: CaseState, by: MemberId, world: readonly MemberId[]): Act[] {
  const others = world.filter((member) => member !== by)
  return [
    ...engagementActs(s, by, others),
    ...membershipActs(s, others),
    ...batonActs(s, others),
    ...hostActs(s, others),
    ...ownActs(s, by),
    ...escalationActs(s, by),
    ...handlingActs(s, by, others),
    act('problem-restated', { kind: 'question' }),
    act('case-closed', { code: 'solved' }),
    act('case-reopened', { code: 'returned' }),
    act('rules-raised', { rules: s.rules + 1 }),
  ].filter(({ type }) => ruleOf(type) !== undefined)
}

function engagementActs(s: CaseState, by: MemberId, others: readonly MemberId[]): Act[] {
  const engagements = Object.values(s.engagements)
  const keys = [{ ...keyOf(`k${letterOf(by)}`) }]
  const answer = (e: Engagement): Body => ({ engagement: e.id, keys, algs: ['ES256'] })
  return [
    ...others.map((member) =>
      act('engagement-requested', {
        invitee: member,
        keys: [resolved(`#k${letterOf(member)}`)],
      }),
    ),
    ...engagements
      .filter((e) => e.invitee === by)
      .flatMap((e) => [
        act('engagement-accepted', answer(e)),
        act('engagement-declined', { ...answer(e), code: 'no-capacity' }),
        act('info-requested', answer(e)),
        act('engagement-completed', { engagement: e.id, outcome: 'solved' }),
        act('engagement-acknowledged', answer(e)),
        act('notice-acknowledged', answer(e)),
        act('call-confirmed', { ...answer(e), confirmed: true }),
        act('level-duty-met', { engagement: e.id, duty: 'call' }),
        act('clock-paused', { engagement: e.id, clock: 'all', reason: 'monitoring' }),
        ...Object.keys(e.pauses ?? {}).map((pause) =>
          act('clock-resumed', { engagement: e.id, pause }),
        ),
        act('clock-missed', { engagement: e.id, clock: 'resolve', due: 900 }),
      ]),
    ...engagements
      .filter((e) => e.inviter === by && e.invitee !== by)
      .flatMap((e) => [
        act('info-provided', { engagement: e.id }),
        act('engagement-withdrawn', { engagement: e.id, code: 'not-needed' }),
        act('engagement-lapsed', { engagement: e.id }),
        act('completion-confirmed', { engagement: e.id }),
        act('level-duty-met', { engagement: e.id, duty: 'call' }),
      ]),
  ]
}

const membershipActs = (s: CaseState, others: readonly MemberId[]): Act[] => [
  act('participant-left', { code: 'other' }),
  ...others.flatMap((member) => [
    act('member-removed', { member, code: 'not-needed' }),
    act('may-engage-granted', { member, granted: !s.participants[member]?.mayEngage }),
    act('member-proposed', { member }),
    act('author-cut', { member }),
    act('author-resumed', {
      member,
      incarnation: Object.keys(s.participants[member]?.resumedKeys ?? {}).length + 1,
      keys: [resolved(`#k${letterOf(member)}`)],
    }),
  ]),
]

function batonActs(s: CaseState, others: readonly MemberId[]): Act[] {
  const epoch = { term: s.baton.term, n: s.baton.n }
  const offer = s.baton.offer
  return [
    ...others.map((to) => act('baton-offered', { to, epoch })),
    ...(offer
      ? [
          act('baton-offer-withdrawn', { offer: offer.event }),
          act('baton-accepted', { offer: offer.event }),
          act('baton-declined', { offer: offer.event, code: 'no-capacity' }),
          act('baton-passed', { to: offer.to, epoch, offer: offer.event }),
        ]
      : []),
    act('baton-reclaimed', { term: s.baton.term + 1 }),
  ]
}

function hostActs(s: CaseState, others: readonly MemberId[]): Act[] {
  const offer = s.hostOffer
  const engagement = offer && s.participants[offer.to]?.engagement
  return [
    ...others.map((to) => act('host-offered', { to })),
    ...(offer
      ? [
          act('host-offer-withdrawn', { offer: offer.event }),
          act('host-accepted', { offer: offer.event }),
          act('host-declined', { offer: offer.event }),
          ...(engagement
            ? [act('host-transferred', { to: offer.to, offer: offer.event, engagement })]
            : []),
        ]
      : []),
  ]
}

/** On every escalation there is: what its raiser may do, and the others. */
function escalationActs(s: CaseState, by: MemberId): Act[] {
  const acts = Object.entries(s.escalations ?? {}).flatMap(([escalation, e]) => {
    const sides = Object.entries(e.sides)
    const own = e.sides[by]
    const criteria = { planDoneOrOnCourse: true, analysisOnCourse: true, customerAgreed: true }
    const checklist = { planDoneOrOnCourse: true, analysisOnCourse: true, agreed: true }
    const asRaiser = [
      act('escalation-restated', { escalation, reason: 'security', level: 'regional' }),
      act('escalation-ended', { escalation, checklist }),
      act('escalation-withdrawn', { escalation }),
      ...sides.flatMap(([member, { plan, proposal }]) => [
        ...(plan ? [act('escalation-plan-agreed', { escalation, plan: plan.event })] : []),
        ...(proposal
          ? [act('escalation-objected', { escalation, member, proposal: proposal.event })]
          : []),
      ]),
    ]
    const asOther = [
      act('escalation-answered', { escalation, word: 'acknowledged' }),
      act('escalation-answered', { escalation, word: 'declined', code: 'other' }),
      act('escalation-plan-proposed', { escalation, version: (own?.plan?.version ?? 0) + 1 }),
      act('escalation-on-track', { escalation, onTrack: true }),
      ...(own?.proposal
        ? [act('escalation-ended-by-silence', { escalation, proposal: own.proposal.event })]
        : []),
    ]
    const proposed = act('escalation-end-proposed', { escalation, criteria, notice: 86_400 })
    return [...(e.by === by ? asRaiser : asOther), proposed]
  })
  return [act('escalation-raised', { reason: 'no-progress' }), ...acts]
}

const handlingActs = (s: CaseState, by: MemberId, others: readonly MemberId[]): Act[] => [
  act('plan-proposed', { version: (s.plan?.version ?? 0) + 1, rhythmMinutes: 60, channel: 'mail' }),
  ...(s.plan ? [act('plan-agreed', { plan: s.plan.event })] : []),
  ...others.slice(0, 2).map((assignee) => act('action-added', { assignee })),
  ...Object.entries(s.actions ?? {}).flatMap(([action, { by: creator, assignee }]) => [
    ...(creator === by ? [act('action-withdrawn', { action })] : []),
    ...(assignee === by ? [act('action-answered', { action, word: 'done' })] : []),
  ]),
  ...Object.values(s.participants).flatMap(({ id, claim }) =>
    claim && id !== by ? [act('lowering-refused', { member: id, claim: claim.event })] : [],
  ),
  act('resolution-stated', { cause: 'defect' }),
  act('effort-shared', { minutes: 30, activity: 'analysis', day: '2026-11-22' }),
]

const ownActs = (s: CaseState, by: MemberId): Act[] => [
  ...[1, 3].map((level) => act('severity-claimed', { level, reason: 'initial' })),
  ...Object.values(s.participants)
    .filter((p) => p.id !== by)
    .map((p) => act('claim-released', { member: p.id })),
  act('reopen-requested', { code: 'returned' }),
  act('keys-rotated', { keys: [{ ...keyOf(`k${letterOf(by)}`) }] }),
  act('slot-set', { key: 'rules-max', value: s.rules + 1 }),
  act('slot-set', { key: 'work-state', value: 'monitoring' }),
  act('slot-set', { key: 'case-number', value: `${letterOf(by)}-1` }),
  act('note-added'),
  act('note-withdrawn', { note: s.opened.event }),
  act('received'),
  ...s.equivocations.map(({ author, ids }) =>
    act('equivocation-shown', { author, events: ids.slice(0, 2) }),
  ),
]

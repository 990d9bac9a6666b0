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
      ]),
    ...engagements
      .filter((e) => e.inviter === by && e.invitee !== by)
      .flatMap((e) => [
        act('info-provided', { engagement: e.id }),
        act('engagement-withdrawn', { engagement: e.id, code: 'not-needed' }),
        act('engagement-lapsed', { engagement: e.id }),
        act('completion-confirmed', { engagement: e.id }),
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

const ownActs = (s: CaseState, by: MemberId): Act[] => [
  ...[1, 3].map((level) => act('severity-claimed', { level, reason: 'initial' })),
  ...Object.values(s.participants)
    .filter((p) => p.id !== by)
    .map((p) => act('claim-released', { member: p.id })),
  act('reopen-requested', { code: 'returned' }),
  act('keys-rotated', { keys: [{ ...keyOf(`k${letterOf(by)}`) }] }),
  act('slot-set', { key: 'rules-max', value: s.rules + 1 }),
  act('slot-set', { key: 'case-number', value: `${letterOf(by)}-1` }),
  act('note-added'),
  act('note-withdrawn', { note: s.opened.event }),
  act('received'),
  ...s.equivocations.map(({ author, ids }) =>
    act('equivocation-shown', { author, events: ids.slice(0, 2) }),
  ),
]

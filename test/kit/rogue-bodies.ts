// Everything a malicious member might put into an event, allowed to it or not, with what the case at hand has to name.
import type { CaseState } from '../../src/core/cases/case.ts'
import type { CaseEvent } from '../../src/core/cases/event.ts'
import type { MemberId } from '../../src/core/kernel/id.ts'

type Body = readonly [type: string, body: Readonly<Record<string, unknown>>]

export function roguishBodies(
  s: CaseState,
  self: MemberId,
  all: readonly CaseEvent[],
): readonly Body[] {
  return [
    ...ordinary(s, self),
    ...Object.keys(s.participants).flatMap((member) => against(s, member as MemberId)),
    ...Object.values(s.engagements).flatMap(({ id }) => about(id, s, self)),
    ['equivocation-shown', { author: self, events: all.slice(-2).map((event) => event.id) }],
    ['something-new', { of: 'no known rules' }],
    ['slot-set', { key: 'no-such-slot', value: { deep: [[[[[[[[1]]]]]]]] } }],
    ['note-added', { kind: 7, re: 'nothing' }],
  ]
}

const ordinary = (s: CaseState, self: MemberId): readonly Body[] => [
  ['note-added', { kind: 'update', re: null }],
  ['received', {}],
  ['severity-claimed', claim(1)],
  ['severity-claimed', claim(4)],
  ['slot-set', { key: 'case-number', value: 'R-1' }],
  ['participant-left', { code: 'other' }],
  ['case-closed', { code: 'solved' }],
  ['case-reopened', { code: 'returned' }],
  ['baton-reclaimed', { term: s.baton.term + 1 }],
  ['baton-accepted', { offer: s.baton.offer?.event ?? s.opened.event }],
  ['host-accepted', { offer: s.hostOffer?.event ?? s.opened.event }],
  ['keys-rotated', { keys: s.participants[self]?.keys ?? [] }],
  // Under the keys of all others its own signature would count no more, and theirs would not count for it.
  ['keys-rotated', { keys: Object.values(s.participants).flatMap((p) => p.keys) }],
  ['rules-raised', { rules: 2 }],
]

const claim = (level: number) => ({
  level,
  native: null,
  mapping: null,
  rounded: 'exact',
  reason: 'initial',
})

function against(s: CaseState, member: MemberId): readonly Body[] {
  const epoch = { term: s.baton.term, n: s.baton.n }
  const offer = s.baton.offer?.event ?? s.opened.event
  const hand = s.hostOffer?.event ?? s.opened.event
  const participant = s.participants[member]
  const keys = participant?.keys.map((key) => key.kid) ?? []
  return [
    ['member-removed', { member, code: 'other' }],
    ['author-cut', { member }],
    ['author-resumed', { member, incarnation: 1, keys }],
    ['may-engage-granted', { member, granted: true }],
    ['baton-offered', { to: member, epoch }],
    ['baton-passed', { to: member, epoch, offer }],
    ['host-offered', { to: member }],
    ['host-transferred', { to: member, offer: hand, engagement: participant?.engagement }],
    ['claim-released', { member }],
    ['engagement-requested', { invitee: member, keys, participants: [], ask: 'assist' }],
  ]
}

const about = (engagement: string, s: CaseState, self: MemberId): readonly Body[] => [
  ['engagement-withdrawn', { engagement, code: 'other' }],
  ['engagement-lapsed', { engagement }],
  ['engagement-accepted', { engagement, ...answer(s, self) }],
  ['engagement-declined', { engagement, ...answer(s, self), code: 'other' }],
  ['engagement-completed', { engagement, outcome: 'solved' }],
  ['info-provided', { engagement, answers: null }],
]

const answer = (s: CaseState, self: MemberId) => ({
  keys: s.participants[self]?.keys ?? [],
  algs: s.algs,
  rulesMax: 1,
})

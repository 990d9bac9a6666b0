// Completes commands: what an event needs that the command leaves out (epochs, offers, engagements) is read from the state, and
// texts get their slots and readers. What a draft may do is not asked here.
import { RULES } from './integrity.ts'
import type { MemberId } from '../kernel/id.ts'
import { Refusal } from '../kernel/refusal.ts'
import { engagementOf, isActive, participantOf } from './case.ts'
import type { CaseState } from './case.ts'
import type { CaseCommand, Draft, Invitation, Json, Problem, Text } from './command.ts'
import { draftHandling } from './draft-handling.ts'
import { between, draft, prose, textsToAll, toAll } from './draft-parts.ts'
import { incarnationOf } from './membership.ts'
import { TEXT_SLOT_KEYS } from './note.ts'

/** The event that a command means, by a member in a state; a refusal where the state has nothing for it to name. */
export function draftOf(s: CaseState, c: CaseCommand, by: MemberId): Draft | Refusal {
  switch (c.type) {
    case 'restate-problem':
      return draft('problem-restated', clearProblem(c.problem), problemTexts(c.problem))
    case 'request-engagement':
      return requestEngagement(s, c, by)
    case 'accept-engagement':
      return draft(
        'engagement-accepted',
        {
          engagement: c.engagement,
          keys: c.keys,
          algs: s.algs,
          rulesMax: RULES,
          automatic: c.automatic ?? false,
        },
        { ...prose('note', c.note), ...(c.engineer ? { engineer: toAll(c.engineer) } : {}) },
      )
    case 'decline-engagement':
      return draft(
        'engagement-declined',
        { engagement: c.engagement, keys: c.keys, algs: s.algs, code: c.code },
        prose('reason', c.text),
      )
    case 'request-information':
      return draft(
        'info-requested',
        { engagement: c.engagement, keys: c.keys, algs: s.algs, fields: c.fields },
        prose('question', c.text, c.readers),
      )
    case 'provide-information':
      return draft(
        'info-provided',
        { engagement: c.engagement, answers: c.answers },
        {
          ...prose('answer', c.text, c.readers),
          ...(c.form === undefined ? {} : { form: between(engagementOf(s, c.engagement), c.form) }),
        },
      )
    case 'withdraw-engagement':
      return draft(
        'engagement-withdrawn',
        { engagement: c.engagement, code: c.code },
        prose('reason', c.text),
      )
    case 'lapse-engagement':
      return draft('engagement-lapsed', { engagement: c.engagement })
    case 'complete-engagement':
      return draft(
        'engagement-completed',
        { engagement: c.engagement, outcome: c.outcome },
        prose('summary', c.text, c.readers),
      )
    case 'confirm-completion':
      return draft('completion-confirmed', { engagement: c.engagement }, prose('note', c.text))
    case 'leave-case':
      return draft('participant-left', { code: c.code }, prose('reason', c.text))
    case 'remove-member':
      return draft('member-removed', { member: c.member, code: c.code }, prose('reason', c.text))
    case 'grant-may-engage':
      return draft('may-engage-granted', { member: c.member, granted: c.granted })
    case 'propose-member':
      return draft('member-proposed', { member: c.member }, prose('reason', c.text, c.readers))
    case 'cut-author':
      return draft('author-cut', { member: c.member }, prose('reason', c.text))
    case 'resume-author':
      return resumeAuthor(s, c)
    case 'restart-author':
      return restartAuthor(s, c, by)
    case 'rotate-keys':
      return draft('keys-rotated', { keys: c.keys })
    case 'offer-baton':
      return draft(
        'baton-offered',
        { to: c.to, epoch: epochOf(s) },
        prose('ask', c.text, c.readers),
      )
    case 'withdraw-baton-offer':
      return onOffer(s.baton.offer, (offer) => draft('baton-offer-withdrawn', { offer }))
    case 'accept-baton':
      return onOffer(s.baton.offer, (offer) =>
        draft('baton-accepted', { offer }, prose('note', c.text)),
      )
    case 'decline-baton':
      return onOffer(s.baton.offer, (offer) =>
        draft('baton-declined', { offer, code: c.code }, prose('reason', c.text)),
      )
    case 'pass-baton':
      return onOffer(s.baton.offer, (offer, to) =>
        draft('baton-passed', { to, epoch: epochOf(s), offer }),
      )
    case 'reclaim-baton':
      return draft('baton-reclaimed', { term: s.baton.term + 1 }, prose('reason', c.text))
    case 'offer-host':
      return draft('host-offered', { to: c.to }, prose('ask', c.text, c.readers))
    case 'withdraw-host-offer':
      return onOffer(s.hostOffer, (offer) => draft('host-offer-withdrawn', { offer }))
    case 'accept-host':
      return onOffer(s.hostOffer, (offer) =>
        draft('host-accepted', { offer }, prose('note', c.text)),
      )
    case 'decline-host':
      return onOffer(s.hostOffer, (offer) =>
        draft('host-declined', { offer }, prose('reason', c.text)),
      )
    case 'transfer-host':
      return onOffer(s.hostOffer, (offer, to) =>
        draft('host-transferred', {
          to,
          offer,
          engagement: participantOf(s, to)?.engagement ?? s.opened.event,
        }),
      )
    case 'claim-severity':
      return draft(
        'severity-claimed',
        {
          level: c.level,
          native: c.native,
          mapping: c.mapping,
          rounded: c.rounded,
          reason: c.reason,
        },
        textsToAll({ note: c.note, impact: c.impact, contact: c.contact }),
      )
    case 'release-claim':
      return draft('claim-released', { member: c.member }, prose('reason', c.text))
    case 'set-slot':
      return setSlot(c)
    case 'add-note':
      return draft('note-added', { kind: c.kind, re: c.re }, prose('note', c.text, c.readers))
    case 'withdraw-note':
      return draft('note-withdrawn', { note: c.note }, prose('reason', c.text))
    case 'close-case':
      return draft(
        'case-closed',
        { code: c.code, counts: c.counts ?? null },
        prose('summary', c.text),
      )
    case 'reopen-case':
      return draft('case-reopened', { code: c.code }, prose('reason', c.text))
    case 'request-reopening':
      return draft('reopen-requested', { code: c.code }, prose('reason', c.text))
    case 'show-equivocation':
      return draft('equivocation-shown', { author: c.author, events: c.events })
    case 'raise-rules':
      return draft('rules-raised', { rules: c.rules })
    case 'confirm-received':
      return draft('received', {})
    default:
      return draftHandling(s, c, by)
  }
}

const epochOf = (s: CaseState): Json => ({ term: s.baton.term, n: s.baton.n })

export const clearProblem = ({ product, kind, review, window }: Problem): Record<string, Json> => ({
  product,
  kind,
  review,
  ...(window ? { window } : {}),
})

export const problemTexts = (problem: Problem): Record<string, Text> =>
  Object.fromEntries(Object.entries(problem.texts).map(([slot, value]) => [slot, toAll(value)]))

function onOffer(
  offer: { readonly event: string; readonly to: MemberId } | null,
  make: (offer: string, to: MemberId) => Draft,
): Draft | Refusal {
  return offer ? make(offer.event, offer.to) : new Refusal('offer-unknown')
}

function requestEngagement(s: CaseState, c: Invitation, by: MemberId): Draft | Refusal {
  if (c.invitee === by) return new Refusal('target-is-self')
  const claim = participantOf(s, by)?.claim
  const pair = { inviter: by, invitee: c.invitee }
  const texts = Object.entries(c.texts).map(([slot, value]) => [
    slot,
    slot === 'summary' || slot === 'ask' ? toAll(value) : between(pair, value),
  ])
  return draft(
    'engagement-requested',
    {
      invitee: c.invitee,
      keys: c.keys,
      participants: Object.keys(s.participants).filter((m) => isActive(s, m as MemberId)),
      ask: c.ask,
      due: c.due,
      kind: s.kind,
      product: c.product === undefined ? s.product : { code: c.product, version: null },
      level: claim?.level ?? null,
      ...(claim?.defaulted ? { defaulted: true } : {}),
      native: claim?.native ?? null,
      form: c.form,
      test: s.test,
      plan: c.plan ?? null,
      channel: c.channel ?? 'api',
      support: c.support ?? null,
      projected: c.projected ?? null,
      levelDuties: c.levelDuties ?? [],
      phone: c.phone ?? null,
      ...(s.window ? { window: s.window } : {}),
    },
    Object.fromEntries(texts),
  )
}

function resumeAuthor(
  s: CaseState,
  c: Extract<CaseCommand, { type: 'resume-author' }>,
): Draft | Refusal {
  const target = participantOf(s, c.member)
  if (!target) return new Refusal('target-unknown')
  const incarnation = incarnationOf(target) + 1
  return draft(
    'author-resumed',
    { member: c.member, incarnation, keys: c.keys },
    prose('reason', c.text),
  )
}

/** Names the keys that are in force for us: what is lost in a restore are events, not keys. */
function restartAuthor(
  s: CaseState,
  c: Extract<CaseCommand, { type: 'restart-author' }>,
  by: MemberId,
): Draft | Refusal {
  const own = participantOf(s, by)
  if (!own) return new Refusal('not-active')
  const inForce = own.rotated ? own.keys : own.keys.filter(({ kid }) => own.vouched.includes(kid))
  return draft(
    'author-resumed',
    { member: by, incarnation: incarnationOf(own) + 1, keys: inForce.map(({ kid }) => kid) },
    prose('reason', c.text),
  )
}

function setSlot(c: Extract<CaseCommand, { type: 'set-slot' }>): Draft {
  if (!TEXT_SLOT_KEYS.includes(c.key)) return draft('slot-set', { key: c.key, value: c.value })
  const texts = c.value === null ? {} : { value: { readers: c.readers ?? 'case', value: c.value } }
  return draft('slot-set', { key: c.key, value: null }, texts)
}

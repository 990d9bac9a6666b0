// What our own side may do next: a command and the state become one event draft, or a refusal. The twin of `admit`: what a draft
// may do is judged by the very rules a partner's event meets; this file only completes commands and checks what texts need.
import type { MemberId } from '../kernel/id.ts'
import { Refusal } from '../kernel/refusal.ts'
import { engagementOf, isActive, participantOf, presentMembers } from './case.ts'
import type { CaseState, Engagement } from './case.ts'
import type { CaseCommand, Draft, Invitation, Json, OpenCommand, Problem, Text } from './command.ts'
import type { CaseEvent, Readers } from './event.ts'
import { judge } from './judge.ts'
import { TEXT_SLOT_KEYS } from './note.ts'
import { ruleOf } from './registry.ts'

export type Doing = { readonly by: MemberId; readonly incarnation: number; readonly at: number }

/** The draft of an opening event. It has no state to be judged by; its shape is checked as any opening's. */
export function decideOpening(command: OpenCommand): Draft {
  return {
    type: 'case-opened',
    body: {
      rules: command.rules,
      algs: command.algs,
      keys: command.keys,
      test: command.test,
      batonSilence: command.batonSilence,
      continues: command.continues,
      ...clearProblem(command.problem),
    },
    texts: problemTexts(command.problem),
  }
}

/** The draft for a command, judged to have an effect on `state`; or the word that a partner would be given for it. */
export function decide(state: CaseState, command: CaseCommand, doing: Doing): Draft | Refusal {
  const draft = draftOf(state, command, doing)
  if (draft instanceof Refusal) return draft
  return judgeDraft(state, draft, doing) ?? checkTexts(state, draft, doing) ?? draft
}

function judgeDraft(
  state: CaseState,
  draft: Draft,
  { by, incarnation, at }: Doing,
): Refusal | null {
  const event: CaseEvent = {
    id: state.opened.event,
    caseId: state.id,
    author: by,
    incarnation,
    seq: 0,
    prev: null,
    heads: [],
    type: draft.type,
    body: draft.body,
    texts: {},
    iat: at,
    at: Math.max(at, ...state.heads.map((head) => head.at)),
    depth: 0,
  }
  const body = ruleOf(draft.type)?.body.safeParse(draft.body)
  const issue = body?.success === false ? body.error.issues[0] : undefined
  if (issue) return new Refusal('invalid-field', issue.message, issue.path.join('.'))
  const verdict = judge(state, event)
  return verdict === 'effect' ? null : new Refusal(verdict)
}

/** A limited reader must take part or be the invitee of the engagement that the event speaks of (D7c). */
function checkTexts(state: CaseState, draft: Draft, { by }: Doing): Refusal | null {
  const allowed = new Set<string>([...presentMembers(state), by])
  if (typeof draft.body['invitee'] === 'string') allowed.add(draft.body['invitee'])
  for (const [slot, { readers }] of Object.entries(draft.texts)) {
    if (readers === 'case') continue
    const stranger = readers.find((reader) => !allowed.has(reader))
    if (stranger) return new Refusal('reader-not-participant', undefined, `texts.${slot}.readers`)
  }
  return null
}

/** The rules in which texts and states complete a command. One entry a command. */
function draftOf(s: CaseState, c: CaseCommand, { by }: Doing): Draft | Refusal {
  switch (c.type) {
    case 'restate-problem':
      return draft('problem-restated', clearProblem(c.problem), problemTexts(c.problem))
    case 'request-engagement':
      return requestEngagement(s, c, by)
    case 'accept-engagement':
      return draft(
        'engagement-accepted',
        { engagement: c.engagement, keys: c.keys, algs: s.algs, rulesMax: s.rules },
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
        prose('note', c.note),
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
      return draft('case-closed', { code: c.code }, prose('summary', c.text))
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
  }
}

const draft = (
  type: Draft['type'],
  body: Readonly<Record<string, Json>>,
  texts: Readonly<Record<string, Text>> = {},
): Draft => ({ type, body, texts })

const toAll = (value: Json): Text => ({ readers: 'case', value })

const prose = (slot: string, value: string | undefined, readers: Readers = 'case') =>
  value === undefined ? {} : { [slot]: { readers, value } }

/** For inviter and invitee only, as what a customer's contract says or an intake form holds. */
const between = (e: Pick<Engagement, 'inviter' | 'invitee'> | undefined, value: Json): Text => ({
  readers: e ? [...new Set([e.inviter, e.invitee])] : 'case',
  value,
})

const epochOf = (s: CaseState): Json => ({ term: s.baton.term, n: s.baton.n })

const clearProblem = ({ product, kind, review }: Problem): Record<string, Json> => ({
  product,
  kind,
  review,
})

const problemTexts = (problem: Problem): Record<string, Text> =>
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
      product: s.product,
      level: claim?.level ?? null,
      native: claim?.native ?? null,
      form: c.form,
      test: s.test,
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
  const incarnation = Math.max(0, ...Object.keys(target.resumedKeys).map(Number)) + 1
  return draft(
    'author-resumed',
    { member: c.member, incarnation, keys: c.keys },
    prose('reason', c.text),
  )
}

function setSlot(c: Extract<CaseCommand, { type: 'set-slot' }>): Draft {
  if (!TEXT_SLOT_KEYS.includes(c.key)) return draft('slot-set', { key: c.key, value: c.value })
  const texts = c.value === null ? {} : { value: { readers: c.readers ?? 'case', value: c.value } }
  return draft('slot-set', { key: c.key, value: null }, texts)
}

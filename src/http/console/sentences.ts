// What happened, in one sentence per event type. Bodies are a partner's words: nothing in them is relied on.
import { ASKS } from '../../core/cases/engagement.ts'
import { type EventType, ruleOf } from '../../core/cases/registry.ts'
import { SharedLevel } from '../../core/severity/scale.ts'
import { HANDLING_SENTENCES } from './handling-sentences.ts'
import { say, type Sentence } from './sentence.ts'
import {
  type Around,
  because,
  by,
  invitee,
  inviter,
  moment,
  named,
  quoted,
  type Teller,
  type Told,
} from './telling.ts'
import * as words from './words.ts'
import { wordFor } from './words.ts'

const NOTE_WORDS: Readonly<Record<string, string>> = {
  update: 'wrote a note',
  question: 'asked a question',
  answer: 'answered',
  workaround: 'described a workaround',
  plan: 'wrote down a plan',
  other: 'wrote a note',
}

const SLOT_TELLERS: Readonly<Record<string, (value: unknown) => Sentence>> = {
  'case-number': (value) =>
    value === null ? say`cleared its case number` : say`has its own case number ${quoted(value)}`,
  'native-severity': (value) => say`calls the severity ${quoted(value)}`,
  'native-priority': (value) => say`calls the priority ${quoted(value)}`,
  'work-state': (value) => say`${wordFor(words.WORK_STATE_WORDS, value)}`,
  'next-update': (value) => {
    const due = moment(value)
    return due ? say`promised its next update by ${{ at: due }}` : say`cleared its next update`
  },
  engineer: () => say`named its engineer`,
  contacts: () => say`stated its contacts`,
  'onward-wish': () => say`said whom it would like in`,
  link: () => say`added a link`,
  'rules-max': () => say`stated which rules its gateway knows`,
  'duty-manager': () => say`named its duty manager`,
  'escalation-manager': () => say`named its escalation manager`,
  'escalation-engineer': () => say`named its escalation engineer`,
  'technical-owner': () => say`named its technical owner`,
  'communication-owner': () => say`named who keeps others informed`,
}

function slotSentence(event: Told): Sentence {
  const { key, value = null } = event.body
  const teller = Object.hasOwn(SLOT_TELLERS, String(key)) ? SLOT_TELLERS[String(key)] : undefined
  return teller ? say`${by(event)} ${teller(value)}.` : say`${by(event)} stated ${quoted(key)}.`
}

function severitySentence(event: Told): Sentence {
  const { level, native, reason } = event.body
  const word = wordFor(words.LEVEL_WORDS, String(level)).toLowerCase()
  const code = (native as { readonly code?: unknown } | null | undefined)?.code
  const own = code === undefined || code === null ? '' : say`, in its own words ${quoted(code)}`
  const why =
    reason === 'initial' || reason === undefined ? '' : `: ${wordFor(words.CLAIM_WORDS, reason)}`
  return say`${by(event)} set the severity to ${word}${own}${why}.`
}

const isLevel = (level: unknown): level is SharedLevel => SharedLevel.safeParse(level).success

function invitationSentence(event: Told): Sentence {
  const { ask, due, level } = event.body
  const at = moment(due)
  const byPhone = moment((event.body['phone'] as { readonly at?: unknown } | null | undefined)?.at)
  const known = ASKS.find((word) => word === ask) ?? 'assist'
  return say`${by(event)} asked ${named(event, 'invitee')} ${words.ASK_WORDS[known]}${
    isLevel(level) ? `, at severity ${words.LEVEL_WORDS[level].toLowerCase()}` : ''
  }${at === null ? '' : say`, with an answer by ${{ at }}`}${
    byPhone === null ? '' : say`, by phone at ${{ at: byPhone }}`
  }.`
}

export const EVENT_SENTENCES = {
  'case-opened': (e) =>
    say`${by(e)} opened the case${e.body['test'] === true ? ', as a test' : ''}${
      e.body['continues'] ? ', continuing an earlier one' : ''
    }.`,
  'problem-restated': (e) => say`${by(e)} stated the problem anew.`,
  'engagement-requested': invitationSentence,
  'engagement-withdrawn': (e, around) =>
    say`${by(e)} took back the invitation of ${invitee(e, around)}${because(words.WITHDRAW_WORDS, e)}.`,
  'engagement-lapsed': (e, around) =>
    say`${by(e)} let the invitation of ${invitee(e, around)} lapse, since no answer came.`,
  'engagement-accepted': (e) =>
    say`${by(e)} accepted and takes part${e.body['automatic'] === true ? ', by a rule of its own' : ''}.`,
  'engagement-declined': (e) => say`${by(e)} declined${because(words.DECLINE_WORDS, e)}.`,
  'info-requested': (e, around) => say`${by(e)} asked ${inviter(e, around)} for information.`,
  'info-provided': (e, around) =>
    say`${by(e)} gave ${invitee(e, around)} the information it had asked for.`,
  'engagement-completed': (e) =>
    say`${by(e)} reported its part done: ${wordFor(words.OUTCOME_WORDS, e.body['outcome'])}.`,
  'completion-confirmed': (e, around) =>
    say`${by(e)} confirmed that the part of ${invitee(e, around)} is done.`,
  'participant-left': (e) => say`${by(e)} left the case${because(words.LEAVE_WORDS, e)}.`,
  'member-removed': (e) =>
    say`${by(e)} removed ${named(e, 'member')} from the case${because(words.REMOVE_WORDS, e)}.`,
  'may-engage-granted': (e) =>
    e.body['granted'] === false
      ? say`${by(e)} no longer lets ${named(e, 'member')} ask further vendors in.`
      : say`${by(e)} lets ${named(e, 'member')} ask further vendors in.`,
  'member-proposed': (e) => say`${by(e)} proposed to ask ${named(e, 'member')} in.`,
  'author-cut': (e) =>
    say`${by(e)} froze what ${named(e, 'member')} writes; from here on it has no effect.`,
  'author-resumed': (e) =>
    e.body['member'] === e.author
      ? say`${by(e)} was restored from a backup and goes on without what nobody gave back to it.`
      : say`${by(e)} let ${named(e, 'member')} write again, under keys it named.`,
  'keys-rotated': (e) => say`${by(e)} signs with other keys from here on.`,
  'baton-offered': (e) => say`${by(e)} offered the next step to ${named(e, 'to')}.`,
  'baton-offer-withdrawn': (e) => say`${by(e)} took back its offer of the next step.`,
  'baton-accepted': (e) => say`${by(e)} is ready to take the next step.`,
  'baton-declined': (e) =>
    say`${by(e)} does not take the next step${because(words.BATON_DECLINE_WORDS, e)}.`,
  'baton-passed': (e) => say`${by(e)} handed the next step to ${named(e, 'to')}.`,
  'baton-reclaimed': (e) => say`${by(e)}, leading the case, took the next step back.`,
  'host-offered': (e) => say`${by(e)} offered the lead of the case to ${named(e, 'to')}.`,
  'host-offer-withdrawn': (e) => say`${by(e)} took back its offer of the lead.`,
  'host-accepted': (e) => say`${by(e)} is ready to lead the case.`,
  'host-declined': (e) => say`${by(e)} does not take the lead of the case.`,
  'host-transferred': (e) => say`${by(e)} handed the lead of the case to ${named(e, 'to')}.`,
  'case-closed': (e) => say`${by(e)} closed the case${because(words.CLOSE_WORDS, e)}.`,
  'case-reopened': (e) => say`${by(e)} reopened the case${because(words.REOPEN_WORDS, e)}.`,
  'reopen-requested': (e) =>
    say`${by(e)} asked for the case to be reopened${because(words.REOPEN_WORDS, e)}.`,
  'severity-claimed': severitySentence,
  'claim-released': (e) =>
    say`${by(e)} lifted the severity that ${named(e, 'member')} had left behind.`,
  'note-added': (e) =>
    say`${by(e)} ${NOTE_WORDS[String(e.body['kind'] ?? 'update')] ?? 'wrote a note'}.`,
  'note-withdrawn': (e) => say`${by(e)} withdrew a note.`,
  'slot-set': slotSentence,
  received: (e) => say`${by(e)} confirmed what it has seen so far.`,
  'equivocation-shown': (e) =>
    say`${by(e)} showed that ${named(e, 'author')} signed two different versions of one entry.`,
  'rules-raised': (e) => say`${by(e)} raised the rules of the case.`,
  ...HANDLING_SENTENCES,
} as const satisfies Record<EventType, Teller>

/** The sentence of any event, also of a type that this program does not know (D10c). */
export function sentenceOf(event: Told, around: Around): Sentence {
  if (ruleOf(event.type) === undefined)
    return say`${by(event)} wrote an entry of a kind that this gateway does not know: ${quoted(event.type)}.`
  const teller: Teller = EVENT_SENTENCES[event.type as EventType]
  return teller(event, around)
}

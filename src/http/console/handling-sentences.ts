// What happened in how a case is handled, in one sentence per event type. Bodies are a partner's words: nothing in them is relied on.
import { type Part, say, type Sentence } from './sentence.ts'
import { because, by, invitee, moment, named, type Teller, type Told } from './telling.ts'
import * as words from './handling-words.ts'
import { wordFor } from './words.ts'

const automatic = ({ body }: Told): string => (body['automatic'] === true ? ', automatically' : '')

const until = (value: unknown): Sentence | Part => {
  const at = moment(value)
  return at === null ? '' : say`, by ${{ at }}`
}

/** A count that a partner wrote, if it is one. */
const number = (value: unknown): string =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? String(value) : 'some'

const reasonOf = ({ body }: Told): string => wordFor(words.ESCALATION_WORDS, body['reason'])
const levelOf = ({ body }: Told): string =>
  wordFor(words.ESCALATION_LEVEL_WORDS, body['level'] ?? 'duty-manager')

export const HANDLING_SENTENCES = {
  'engagement-acknowledged': (e) => say`${by(e)} has seen what it was asked${automatic(e)}.`,
  'notice-acknowledged': (e) => say`${by(e)} has seen the notice.`,
  'call-confirmed': (e) =>
    e.body['confirmed'] === false
      ? say`${by(e)} says that the phone call was not as written.`
      : say`${by(e)} confirmed the phone call.`,
  'level-duty-met': (e) =>
    say`${by(e)} says that ${wordFor(words.LEVEL_DUTY_WORDS, e.body['duty'])} was given.`,
  'clock-paused': (e) =>
    say`${by(e)} stopped ${wordFor(words.CLOCK_WORDS, e.body['clock'])}: ${wordFor(words.PAUSE_WORDS, e.body['reason'])}.`,
  'clock-resumed': (e) => say`${by(e)} let its clock run again.`,
  'clock-missed': (e) => {
    const at = moment(e.body['due'])
    return say`${by(e)} let ${wordFor(words.CLOCK_WORDS, e.body['clock'])} run out${
      at === null ? '' : say`, which was due at ${{ at }}`
    }.`
  },
  'lowering-refused': (e) =>
    say`${by(e)} does not agree that the severity be lowered as ${named(e, 'member')} wants.`,
  'escalation-raised': (e) =>
    e.body['oneSided'] === true
      ? say`${by(e)} escalated on its own side, to ${levelOf(e)}, since ${reasonOf(e)}.`
      : say`${by(e)} escalated to ${levelOf(e)}, since ${reasonOf(e)}.`,
  'escalation-restated': (e) =>
    say`${by(e)} stated its escalation anew: to ${levelOf(e)}, since ${reasonOf(e)}.`,
  'escalation-answered': (e) =>
    e.body['word'] === 'declined'
      ? say`${by(e)} does not take up the escalation${because(words.ESCALATION_DECLINE_WORDS, e)}.`
      : say`${by(e)} takes up the escalation.`,
  'escalation-plan-proposed': (e) => say`${by(e)} proposed a plan for the escalation.`,
  'escalation-plan-agreed': (e) => say`${by(e)} agreed to a plan for the escalation.`,
  'escalation-on-track': (e) =>
    e.body['onTrack'] === false
      ? say`${by(e)} says that the escalation is no longer on track.`
      : say`${by(e)} says that the escalation is on track.`,
  'escalation-end-proposed': (e) => say`${by(e)} proposed to end the escalation.`,
  'escalation-ended': (e) => say`${by(e)} ended the escalation.`,
  'escalation-ended-by-silence': (e) =>
    say`${by(e)} ended the escalation, since nobody objected in time.`,
  'escalation-withdrawn': (e) => say`${by(e)} withdrew the escalation.`,
  'escalation-objected': (e) =>
    say`${by(e)} objected to ending the escalation as ${named(e, 'member')} proposed.`,
  'plan-proposed': (e) =>
    say`${by(e)} proposed how to keep each other informed: every ${number(e.body['rhythmMinutes'])} minutes, ${wordFor(words.PLAN_CHANNEL_WORDS, e.body['channel'])}.`,
  'plan-agreed': (e) => say`${by(e)} agreed to how they keep each other informed.`,
  'action-added': (e) =>
    say`${by(e)} wrote down an action for ${named(e, 'assignee')}${until(e.body['due'])}.`,
  'action-withdrawn': (e) => say`${by(e)} withdrew an action.`,
  'action-answered': (e) => say`${by(e)} ${wordFor(words.ACTION_ANSWER_WORDS, e.body['word'])}.`,
  'resolution-stated': (e) =>
    say`${by(e)} stated what it was: ${wordFor(words.CAUSE_WORDS, e.body['cause'])}.`,
  'effort-shared': (e, around) =>
    say`${by(e)} booked ${number(e.body['minutes'])} minutes${
      around.engagements.has(String(e.body['engagement']))
        ? say` on the part of ${invitee(e, around)}`
        : ''
    }.`,
} as const satisfies Readonly<Record<string, Teller>>

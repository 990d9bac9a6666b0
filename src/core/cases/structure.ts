// The structural checks of D9a that need an event's past, as named checks: parents, chain, author, incarnation, limits, algorithm,
// key. Failing one is refusal for ever, at every gateway alike. A check relies on earlier ones only as far as not to throw when
// one was switched off, which only a test does.
import { MAX_EVENTS_PER_AUTHOR, MAX_EVENTS_PER_CASE, MAX_HEADS } from '../exchange/limits.ts'
import { nameOfCheck, skipChecks } from '../kernel/checks.ts'
import type { Check, CheckSwitches, Finding } from '../kernel/checks.ts'
import type { CaseId } from '../kernel/id.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { OpenedEvent } from './admit.ts'
import type { CaseState, Participant, PublicKey } from './case.ts'
import type { CaseEvent } from './event.ts'
import { CaseOpened } from './opening.ts'
import { isRestart } from './restart.ts'
import { PublicKeys } from './shapes.ts'

type CheckNow<C> = Omit<Check<C>, 'holds'> & { readonly holds: (context: C) => Finding }

/** As `runChecks`, for checks that need not wait. */
export function firstRefusal<C>(
  checks: readonly CheckNow<C>[],
  context: C,
  switches: CheckSwitches,
): Refusal | null {
  const skip = switches[skipChecks]
  for (const check of checks) {
    if (skip?.has(nameOfCheck(check))) continue
    const finding = check.holds(context)
    if (finding === true) continue
    return finding === false ? new Refusal(check.word) : new Refusal(check.word, finding)
  }
  return null
}

type Naming = { readonly opened: OpenedEvent; readonly caseId: CaseId }

/** What the event names, before anything is looked up. */
export const PARENT_CHECKS: readonly CheckNow<Naming>[] = [
  {
    word: 'event-parents-invalid',
    part: 'case',
    holds: ({ opened, caseId }) => opened.caseId === caseId || 'the event is of another case',
  },
  {
    word: 'event-parents-invalid',
    part: 'number',
    holds: ({ opened }) => opened.heads.length <= MAX_HEADS || 'too many heads',
  },
  {
    word: 'event-parents-invalid',
    part: 'twice',
    holds: ({ opened: { heads, prev } }) =>
      new Set([...heads, prev]).size === heads.length + 1 || 'a parent is named twice',
  },
]

type Chaining = { readonly opened: OpenedEvent; readonly before: CaseEvent | undefined }

/** Whether the event follows its author's previous one. */
export const CHAIN_CHECKS: readonly CheckNow<Chaining>[] = [
  {
    word: 'event-sequence-broken',
    part: 'author',
    holds: ({ opened, before }) => !before || before.author === opened.author,
  },
  {
    word: 'event-sequence-broken',
    part: 'incarnation',
    holds: ({ opened, before }) =>
      !before ||
      before.incarnation === opened.incarnation ||
      (isRestart(opened) && before.incarnation < opened.incarnation),
  },
  {
    word: 'event-sequence-broken',
    part: 'number',
    holds: ({ opened, before }) => isRestart(opened) || opened.seq === (before?.seq ?? 0) + 1,
  },
]

export const PAST_CHECKS: readonly CheckNow<{ readonly seen: CaseState | null }>[] = [
  {
    word: 'event-parents-invalid',
    part: 'opening',
    holds: ({ seen }) => seen !== null || 'the event does not descend from an opening',
  },
]

type Authoring = {
  readonly opened: OpenedEvent
  readonly seen: CaseState
  readonly author: Participant | undefined
  readonly keys: readonly PublicKey[]
}

/** Whether the author could write it, judged by the state it had seen. */
export const AUTHOR_CHECKS: readonly CheckNow<Authoring>[] = [
  { word: 'event-author-not-invited', holds: ({ author }) => author !== undefined },
  {
    word: 'event-incarnation-unknown',
    holds: ({ opened, author }) =>
      opened.incarnation === 0 ||
      isRestart(opened) !== (author?.resumedKeys[opened.incarnation] !== undefined),
  },
  { word: 'case-full', part: 'case', holds: ({ seen }) => seen.size < MAX_EVENTS_PER_CASE },
  {
    word: 'case-full',
    part: 'author',
    holds: ({ author }) => (author?.count ?? 0) < MAX_EVENTS_PER_AUTHOR,
  },
  {
    word: 'event-algorithm-not-allowed',
    part: 'case',
    holds: ({ opened, seen }) => seen.algs.includes(opened.alg),
  },
  {
    word: 'event-key-unknown',
    holds: ({ opened, author, keys }) => !author || keys.some((key) => key.kid === opened.kid),
  },
]

type Opening = {
  readonly opened: OpenedEvent
  readonly keys: readonly PublicKey[]
  readonly algs: readonly unknown[]
}

/** An opening event has no past: rules, algorithms and keys are in itself. */
export const OPENING_CHECKS: readonly CheckNow<Opening>[] = [
  {
    word: 'event-parents-invalid',
    part: 'first',
    holds: ({ opened: { type, prev, heads, seq, incarnation } }) =>
      (type === 'case-opened' &&
        prev === null &&
        heads.length === 0 &&
        seq === 1 &&
        incarnation === 0) ||
      'an opening event has no parents and number 1',
  },
  {
    word: 'event-claims-invalid',
    part: 'opening',
    holds: ({ opened }) =>
      CaseOpened.safeParse(opened.body).success || 'the opening’s body has a wrong shape',
  },
  {
    word: 'event-algorithm-not-allowed',
    part: 'es256',
    holds: ({ algs }) => algs.includes('ES256') || 'every case allows ES256',
  },
  {
    word: 'event-algorithm-not-allowed',
    part: 'opening',
    holds: ({ opened, algs }) => algs.includes(opened.alg),
  },
  {
    word: 'event-key-unknown',
    part: 'opening',
    holds: ({ opened, keys }) => keys.some((key) => key.kid === opened.kid),
  },
]

/** The keys that an event shows in its body; whether they count is another question. */
export function shownKeys({ body }: Pick<CaseEvent, 'body'>): readonly PublicKey[] {
  const shown = PublicKeys.safeParse(body['keys'])
  return shown.success ? shown.data : []
}

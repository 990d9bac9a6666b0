// Who answers at a member, until when, and who then, in one call. Ours: by rota. A partner: its gateway is asked and remembered for half a
// minute; where it does not answer in time, or another moment is asked for, its published support profile tells the region. Where it came
// from, and how old it is, is always said.
import { z } from 'zod'
import type { MemberId } from '../../core/kernel/id.ts'
import { type Instant, millisOf } from '../../core/kernel/instant.ts'
import { Refusal, type RefusalCode, SENTENCES } from '../../core/kernel/refusal.ts'
import {
  answerFrom,
  NO_STAFF,
  readDutyAnswer,
  type WhoAnswersNow,
} from '../../core/support/duty-answer.ts'
import type { Concern } from '../../core/support/who-answers.ts'
import { callPartner } from '../exchange/call-partner.ts'
import type { MemberStore, Partner } from '../member-ports.ts'
import { ShortMemory } from '../members/partner-memory.ts'
import { resolvePartner } from '../members/resolve-partner.ts'
import type { Deps } from '../ports.ts'
import { ownAnswer } from './own-answer.ts'
import { currentSupport } from './support-profile-of.ts'

export type DutySource = 'live' | 'document' | 'none'

export type FoundAnswer = WhoAnswersNow & {
  readonly source: DutySource
  /** Why a partner's gateway did not say so; null where it did, or was not to be asked. */
  readonly notLive: RefusalCode | null
  /** When that was so; null where nothing is known. */
  readonly asOf: Instant | null
}

export type AnswerQuestion = {
  /** Another moment than now: nobody is asked. */
  readonly at?: Instant
  readonly concern: Concern
  /** Whether our own people are named. */
  readonly nameOurs: boolean
}

/** Somebody may be waiting with the phone in hand. */
const TIMEOUT_MILLIS = 2_000
const MAX_BYTES = 32 * 1024
/** Milliseconds for which an answer, or that there was none, is taken for still true. */
const KEPT_MILLIS = 30_000

/** Refuses what `resolvePartner` refuses. @param of the member itself, or a partner */
export async function findWhoAnswers(
  deps: Deps,
  member: MemberId,
  of: MemberId,
  { at, concern, nameOurs }: AnswerQuestion,
): Promise<FoundAnswer | Refusal> {
  const now = deps.clock.now()
  if (of === member) {
    const answer = await ownAnswer(deps, member, at ?? now, concern, nameOurs)
    return answer === null ? NOTHING_KNOWN : { ...answer, source: 'live', notLive: null, asOf: now }
  }
  const resolved = await resolvePartner(deps, member, of)
  if (resolved instanceof Refusal) return resolved
  const live = at === undefined ? await askLive(deps, member, resolved.partner, concern) : null
  if (live !== null && 'answer' in live)
    return { ...live.answer, source: 'live', notLive: null, asOf: live.at }
  const notLive = live?.failed ?? null
  const published = await currentSupport(deps, member, of)
  if (published === null) return { ...NOTHING_KNOWN, notLive }
  const { profile, asOf } = published
  return { ...answerFrom(profile, NO_STAFF, at ?? now, concern), source: 'document', notLive, asOf }
}

const NOTHING_KNOWN: FoundAnswer = {
  now: null,
  until: null,
  next: null,
  hotline: null,
  source: 'none',
  notLive: null,
  asOf: null,
}

type Live =
  { readonly answer: WhoAnswersNow; readonly at: Instant } | { readonly failed: RefusalCode }

const memories = new WeakMap<MemberStore, ShortMemory<Live>>()

/** Null where the partner does not say whom to ask. An answer is kept no longer than it says it holds. */
async function askLive(
  deps: Deps,
  member: MemberId,
  { id, metadata }: Partner,
  concern: Concern,
): Promise<Live | null> {
  if (metadata?.duty_endpoint === undefined) return null
  const memory = memories.get(deps.members) ?? new ShortMemory<Live>(KEPT_MILLIS, 2_000)
  memories.set(deps.members, memory)
  const at = deps.clock.now()
  const name = JSON.stringify([member, id, concern.product, concern.level])
  const known = memory.recall(name, millisOf(at))
  if (known !== undefined && !isOver(known, at)) return known
  const live = await ask(deps, member, id, concern, at)
  memory.keep(name, live, millisOf(at))
  return live
}

const isOver = (live: Live, at: Instant): boolean =>
  'answer' in live && live.answer.until !== null && live.answer.until <= at

async function ask(
  deps: Deps,
  member: MemberId,
  partner: MemberId,
  concern: Concern,
  at: Instant,
): Promise<Live> {
  const said = await callPartner(deps, member, partner, {
    endpoint: 'duty_endpoint',
    body: concern,
    signed: true,
    timeoutMs: TIMEOUT_MILLIS,
    maxBytes: MAX_BYTES,
  })
  if (said instanceof Refusal) return { failed: said.code }
  const answer = said.status === 200 ? readDutyAnswer(said.body) : null
  return answer === null ? { failed: wordIn(said.body) } : { answer, at }
}

/** The word in which a partner said no. */
function wordIn(body: unknown): RefusalCode {
  const word = z.object({ word: z.string() }).safeParse(body).data?.word
  return word !== undefined && Object.hasOwn(SENTENCES, word)
    ? (word as RefusalCode)
    : 'partner-unreachable'
}

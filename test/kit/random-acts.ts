// Random acts of vendors in a case, from a seeded draw: mostly such as the rules allow now, every kind as likely as another; now and
// then one that they may refuse, which is part of the game.
import type { CaseCommand } from '../../src/core/cases/command.ts'
import type { CaseState, PublicKey } from '../../src/core/cases/case.ts'
import { decide } from '../../src/core/cases/decide.ts'
import type { EventId, MemberId } from '../../src/core/kernel/id.ts'
import { Refusal } from '../../src/core/kernel/refusal.ts'
import { problem } from './case-inputs.ts'

type Draw = () => number

/** Who acts, when, with which keys, and on what. */
export type Actor = {
  readonly self: MemberId
  readonly keys: readonly PublicKey[]
  /** Seconds since 1970. */
  readonly at: number
  /** Everybody who could be proposed or engaged. */
  readonly world: readonly MemberId[]
  /** Notes of its own, which it may withdraw. */
  readonly notes: readonly EventId[]
}

export const pick = <T>(draw: Draw, list: readonly T[]): T | undefined =>
  list[Math.floor(draw() * list.length)]

/** Acts that end much of a story, and so are rare. */
const RARE: readonly string[] = [
  'leave-case',
  'remove-member',
  'cut-author',
  'close-case',
  'decline-engagement',
  'withdraw-engagement',
  'lapse-engagement',
]
/** Left out of the rules now and then: what people try that is not theirs to do. */
const RECKLESS = 0.08

/** One act that the actor might try next. */
export function randomAct(draw: Draw, s: CaseState, actor: Actor): CaseCommand {
  const all = actsOf(draw, s, actor)
  const resumed = Object.keys(s.participants[actor.self]?.resumedKeys ?? {}).map(Number)
  const doing = { by: actor.self, incarnation: Math.max(0, ...resumed), at: actor.at }
  const reckless = draw() < RECKLESS
  const possible = reckless ? all : all.filter((act) => !(decide(s, act, doing) instanceof Refusal))
  const joining = possible.find((act) => act.type === 'accept-engagement')
  if (joining && draw() < 0.5) return joining
  const types = [...new Set(possible.map((act) => act.type))]
  const type = pick(
    draw,
    types.filter((word) => !RARE.includes(word) || draw() < 0.2),
  )
  const act = pick(
    draw,
    possible.filter((one) => one.type === type),
  )
  return act ?? { type: 'confirm-received' }
}

function actsOf(draw: Draw, s: CaseState, actor: Actor): CaseCommand[] {
  const others = Object.values(s.participants)
    .map((p) => p.id)
    .filter((m) => m !== actor.self)
  return [
    ...ownActs(draw, s, actor, others),
    ...sharedActs(),
    ...engagementActs(s, actor.self),
    ...others.flatMap((other) => actsOn(s, other)),
    ...s.equivocations.map(({ author, ids }): CaseCommand => {
      const [one, two = one] = ids
      return {
        type: 'show-equivocation',
        author,
        events: [one ?? s.opened.event, two ?? s.opened.event],
      }
    }),
  ]
}

function ownActs(
  draw: Draw,
  s: CaseState,
  { self, keys, world, notes }: Actor,
  others: readonly MemberId[],
): CaseCommand[] {
  const other = pick(draw, others) ?? self
  const level = pick(draw, [1, 2, 3, 4] as const) ?? 3
  const said = `note ${Math.floor(draw() * 1e9)}`
  const number = `N-${Math.floor(draw() * 1000)}`
  return [
    { type: 'add-note', kind: 'update', re: null, text: said, readers: 'case' },
    { type: 'add-note', kind: 'plan', re: null, text: said, readers: [self, other] },
    ...notes.map((note): CaseCommand => ({ type: 'withdraw-note', note, text: 'mistaken' })),
    {
      type: 'claim-severity',
      level,
      native: null,
      mapping: null,
      rounded: 'exact',
      reason: 'impact-changed',
    },
    { type: 'set-slot', key: 'case-number', value: number },
    { type: 'set-slot', key: 'engineer', value: { name: 'On duty' } },
    { type: 'rotate-keys', keys },
    { type: 'leave-case', code: 'work-done' },
    ...world.map((member): CaseCommand => ({ type: 'propose-member', member })),
    ...(s.opener === self
      ? [
          {
            type: 'restate-problem' as const,
            problem: { ...problem.problem, kind: 'fault' as const },
          },
        ]
      : []),
  ]
}

const sharedActs = (): CaseCommand[] => [
  { type: 'withdraw-baton-offer' },
  { type: 'accept-baton' },
  { type: 'decline-baton', code: 'other' },
  { type: 'pass-baton' },
  { type: 'reclaim-baton' },
  { type: 'withdraw-host-offer' },
  { type: 'accept-host' },
  { type: 'decline-host' },
  { type: 'transfer-host' },
  { type: 'close-case', code: 'solved' },
  { type: 'reopen-case', code: 'returned' },
  { type: 'request-reopening', code: 'not-solved' },
  { type: 'confirm-received' },
]

function engagementActs(s: CaseState, self: MemberId): CaseCommand[] {
  return Object.values(s.engagements).flatMap(({ id, inviter, invitee, questions }) => {
    const asked: CaseCommand[] = [
      { type: 'accept-engagement', engagement: id, keys: [] },
      { type: 'decline-engagement', engagement: id, keys: [], code: 'other' },
      { type: 'request-information', engagement: id, keys: [], fields: [], text: 'more?' },
      { type: 'complete-engagement', engagement: id, outcome: 'solved' },
    ]
    const answers = questions.find((q) => !q.answered)?.event ?? null
    const asking: CaseCommand[] = [
      { type: 'provide-information', engagement: id, answers, text: 'more.' },
      { type: 'withdraw-engagement', engagement: id, code: 'not-needed' },
      { type: 'lapse-engagement', engagement: id },
      { type: 'confirm-completion', engagement: id },
    ]
    return [...(invitee === self ? asked : []), ...(inviter === self ? asking : [])]
  })
}

function actsOn(s: CaseState, member: MemberId): CaseCommand[] {
  const participant = s.participants[member]
  const keys = participant?.keys.map((key) => key.kid) ?? []
  const granted = participant?.mayEngage !== true
  return [
    { type: 'offer-baton', to: member },
    { type: 'offer-host', to: member },
    { type: 'grant-may-engage', member, granted },
    { type: 'release-claim', member },
    { type: 'remove-member', member, code: 'not-needed' },
    { type: 'cut-author', member },
    ...(participant?.frozen?.resumed === null
      ? [{ type: 'resume-author' as const, member, keys }]
      : []),
  ]
}

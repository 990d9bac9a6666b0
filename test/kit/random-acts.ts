// Random but possible acts of vendors in a case, from a seeded draw. What the rules refuse is part of the game.
import type { CaseCommand } from '../../src/core/cases/command.ts'
import type { CaseState } from '../../src/core/cases/case.ts'
import type { MemberId } from '../../src/core/kernel/id.ts'

type Draw = () => number

const pick = <T>(draw: Draw, list: readonly T[]): T | undefined =>
  list[Math.floor(draw() * list.length)]

/** One act that `self` might try next. */
export function randomAct(draw: Draw, s: CaseState, self: MemberId): CaseCommand {
  const others = Object.values(s.participants)
    .map((p) => p.id)
    .filter((m) => m !== self)
  const other = pick(draw, others) ?? self
  const own = s.participants[self]?.engagement
  const level = pick(draw, [1, 2, 3, 4] as const) ?? 3
  const acts: CaseCommand[] = [
    {
      type: 'add-note',
      kind: 'update',
      re: null,
      text: `note ${Math.floor(draw() * 1e6)}`,
      readers: 'case',
    },
    { type: 'add-note', kind: 'plan', re: null, text: 'between two', readers: [self, other] },
    {
      type: 'claim-severity',
      level,
      native: null,
      mapping: null,
      rounded: 'exact',
      reason: 'impact-changed',
    },
    { type: 'set-slot', key: 'case-number', value: `N-${Math.floor(draw() * 1000)}` },
    { type: 'set-slot', key: 'engineer', value: { name: 'On duty' } },
    { type: 'offer-baton', to: other },
    { type: 'accept-baton' },
    { type: 'decline-baton', code: 'other' },
    { type: 'reclaim-baton' },
    { type: 'offer-host', to: other },
    { type: 'accept-host' },
    { type: 'close-case', code: 'solved' },
    { type: 'reopen-case', code: 'returned' },
    { type: 'request-reopening', code: 'not-solved' },
    { type: 'propose-member', member: other },
    { type: 'grant-may-engage', member: other, granted: draw() < 0.5 },
    { type: 'confirm-received' },
  ]
  if (own !== undefined) {
    acts.push(
      { type: 'accept-engagement', engagement: own, keys: [] },
      { type: 'accept-engagement', engagement: own, keys: [] },
      { type: 'accept-engagement', engagement: own, keys: [] },
      { type: 'request-information', engagement: own, keys: [], fields: [], text: 'more?' },
      { type: 'complete-engagement', engagement: own, outcome: 'solved' },
    )
    if (draw() < 0.15)
      acts.push({ type: 'decline-engagement', engagement: own, keys: [], code: 'other' })
    if (draw() < 0.15) acts.push({ type: 'leave-case', code: 'work-done' })
  }
  const theirs = s.participants[other]?.engagement
  if (theirs !== undefined) {
    acts.push({ type: 'provide-information', engagement: theirs, answers: null, text: 'more.' })
    if (draw() < 0.2)
      acts.push({ type: 'withdraw-engagement', engagement: theirs, code: 'not-needed' })
    if (draw() < 0.1) acts.push({ type: 'remove-member', member: other, code: 'not-needed' })
  }
  return pick(draw, acts) ?? { type: 'confirm-received' }
}

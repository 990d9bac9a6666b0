// Closing, reopening and asking for it. The host writes the status; a close covers its own past and nothing else (D11b).
import { z } from 'zod'
import type { CaseState } from './case.ts'
import { hostOf, openEscalations, participantOf, statusOf } from './case.ts'
import { eventRule } from './event.ts'
import { amendParticipant } from './membership.ts'
import { present } from './registers.ts'
import { resolutionBy } from './resolution.ts'
import { Event } from './shapes.ts'

export const CLOSE_CODES = [
  'solved',
  'workaround',
  'no-fault-found',
  'given-up',
  'duplicate',
  'expired',
  'handed-off',
  'other',
] as const
export const REOPEN_CODES = [
  'returned',
  'not-solved',
  'new-information',
  'mistake',
  'other',
] as const

/** Turns remembered: 32 closings with their reopenings; of more than that the oldest count as if the case had stayed open. */
const MAX_TURNS = 64

/** When it was closed and opened again. Closing a contested case again moves its close: until then it was open. */
function turned({ status }: CaseState, word: 'open' | 'closed', at: number): number[] {
  const { turns = [] } = status
  const kept = status.word === word ? turns.slice(0, -1) : turns
  return [...kept.slice(kept.length >= MAX_TURNS ? 2 : 0), at]
}

export const statusRules = {
  'case-closed': eventRule({
    body: z.object({ code: z.enum(CLOSE_CODES), counts: Event.nullable().default(null) }),
    slots: ['summary'],
    decision: true,
    judge: (s, e, { counts }) => {
      if (hostOf(s) !== e.author) return 'not-host'
      if (statusOf(s) === 'closed') return 'case-closed'
      if (openEscalations(s).length > 0) return 'escalation-open'
      return counts === null || resolutionBy(s, counts) ? null : 'target-unknown'
    },
    evolve: (s, e, { code, counts }) => ({
      ...s,
      status: {
        event: e.id,
        at: e.at,
        word: 'closed',
        by: e.author,
        code,
        turns: turned(s, 'closed', e.at),
        ...present({ counts }),
      },
      contestedBy: [],
    }),
  }),

  'case-reopened': eventRule({
    body: z.object({ code: z.enum(REOPEN_CODES) }),
    slots: ['reason'],
    decision: true,
    whileClosed: true,
    judge: (s, e) => {
      if (hostOf(s) !== e.author) return 'not-host'
      return statusOf(s) === 'open' ? 'case-not-closed' : null
    },
    evolve: (s, e, { code }, sees) => ({
      ...s,
      status: {
        event: e.id,
        at: e.at,
        word: 'open',
        by: e.author,
        code,
        turns: turned(s, 'open', e.at),
      },
      contestedBy: [],
      participants: Object.fromEntries(
        Object.entries(s.participants).map(([id, p]) => [
          id,
          p.reopenRequested && sees(p.reopenRequested.event) ? { ...p, reopenRequested: null } : p,
        ]),
      ),
    }),
  }),

  'reopen-requested': eventRule({
    body: z.object({ code: z.enum(REOPEN_CODES) }),
    slots: ['reason'],
    decision: true,
    whileClosed: true,
    judge: (s, e) => {
      if (statusOf(s) === 'open') return 'case-not-closed'
      return participantOf(s, e.author)?.reopenRequested ? 'unchanged' : null
    },
    evolve: (s, e) =>
      amendParticipant(s, e.author, () => ({ reopenRequested: { event: e.id, at: e.at } })),
  }),
}

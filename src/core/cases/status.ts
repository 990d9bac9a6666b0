// Closing, reopening and asking for it. The host writes the status; a close covers its own past and nothing else (D11b).
import { z } from 'zod'
import { hostOf, participantOf, statusOf } from './case.ts'
import { eventRule } from './event.ts'
import { amendParticipant } from './membership.ts'

export const CLOSE_CODES = [
  'solved',
  'workaround',
  'no-fault-found',
  'given-up',
  'duplicate',
  'other',
] as const
export const REOPEN_CODES = [
  'returned',
  'not-solved',
  'new-information',
  'mistake',
  'other',
] as const

export const statusRules = {
  'case-closed': eventRule({
    body: z.object({ code: z.enum(CLOSE_CODES) }),
    slots: ['summary'],
    decision: true,
    judge: (s, e) => {
      if (hostOf(s) !== e.author) return 'not-host'
      return statusOf(s) === 'closed' ? 'case-closed' : null
    },
    evolve: (s, e, { code }) => ({
      ...s,
      status: { event: e.id, at: e.at, word: 'closed', by: e.author, code },
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
      status: { event: e.id, at: e.at, word: 'open', by: e.author, code },
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

// Action items: somebody writes down who does what by when. The creator may withdraw it, the assignee says how it goes; each writes
// its own register, and the word of the action is computed from both.
import { z } from 'zod'
import { MAX_ACTIONS } from '../exchange/limits.ts'
import type { EventId } from '../kernel/id.ts'
import { isActive, isOpenEscalation } from './case.ts'
import type { CaseState } from './case.ts'
import { markOf } from './engagement.ts'
import { escalationOf } from './escalation.ts'
import { eventRule } from './event.ts'
import { type Action, present } from './registers.ts'
import { Event, Member, Seconds } from './shapes.ts'

export const ACTION_WORDS = ['taken', 'done', 'cannot'] as const
export type ActionWord = 'open' | (typeof ACTION_WORDS)[number] | 'withdrawn'

export const actionWord = ({ withdrawn, answer }: Action): ActionWord =>
  withdrawn === undefined ? (answer?.word ?? 'open') : 'withdrawn'

export const actionOf = (s: CaseState, id: EventId): Action | undefined =>
  s.actions && Object.hasOwn(s.actions, id) ? s.actions[id] : undefined

function amend(s: CaseState, id: EventId, change: Partial<Action>): CaseState {
  const found = actionOf(s, id)
  return found ? { ...s, actions: { ...s.actions, [id]: { ...found, ...change } } } : s
}

export const actionRules = {
  'action-added': eventRule({
    body: z.object({
      escalation: Event.nullable().default(null),
      assignee: Member,
      due: Seconds.nullable().default(null),
    }),
    slots: ['text'],
    decision: true,
    judge: (s, _e, { escalation, assignee }) => {
      if (!isActive(s, assignee)) return 'target-not-active'
      if (Object.keys(s.actions ?? {}).length >= MAX_ACTIONS) return 'limit-reached'
      if (escalation === null) return null
      const found = escalationOf(s, escalation)
      if (!found) return 'escalation-unknown'
      return isOpenEscalation(s, found) ? null : 'escalation-not-open'
    },
    evolve: (s, e, { escalation, assignee, due }) => ({
      ...s,
      actions: {
        ...s.actions,
        [e.id]: { by: e.author, at: e.at, assignee, due, ...present({ escalation }) },
      },
    }),
  }),

  'action-withdrawn': eventRule({
    body: z.object({ action: Event }),
    slots: ['reason'],
    decision: true,
    judge: (s, e, { action }) => {
      const found = actionOf(s, action)
      if (!found) return 'target-unknown'
      if (found.by !== e.author) return 'not-author'
      return found.withdrawn === undefined ? null : 'unchanged'
    },
    evolve: (s, e, { action }) => amend(s, action, { withdrawn: e.at }),
  }),

  'action-answered': eventRule({
    body: z.object({ action: Event, word: z.enum(ACTION_WORDS) }),
    slots: ['note'],
    decision: true,
    judge: (s, e, { action, word }) => {
      const found = actionOf(s, action)
      if (!found) return 'target-unknown'
      if (found.assignee !== e.author) return 'not-assignee'
      if (found.withdrawn !== undefined) return 'action-not-open'
      return found.answer?.word === word ? 'unchanged' : null
    },
    evolve: (s, e, { action, word }) => amend(s, action, { answer: { ...markOf(e), word } }),
  }),
}

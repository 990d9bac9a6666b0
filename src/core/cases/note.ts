// Notes, and the slots in which each member states its own side of the case (fold.md §2). Notes are add-only and withdrawn by
// their author alone; a note for one's own organisation is no event and never comes here (D16).
import { z } from 'zod'
import { participantOf } from './case.ts'
import { eventRule } from './event.ts'
import { amendParticipant } from './membership.ts'
import { isUpdate, promised, updated, workedRound } from './promise.ts'
import { Code, Event } from './shapes.ts'

export const NOTE_KINDS = ['update', 'question', 'answer', 'workaround', 'plan', 'other'] as const
/** Who plays which part at a member; each names its own. */
export const ROLES = [
  'duty-manager',
  'escalation-manager',
  'escalation-engineer',
  'technical-owner',
  'communication-owner',
] as const
export const SLOT_KEYS = [
  'case-number',
  'native-severity',
  'native-priority',
  'work-state',
  'next-update',
  'engineer',
  'contacts',
  'onward-wish',
  'link',
  'rules-max',
  ...ROLES,
] as const
/** Keys whose value is personal data or prose and so stands as an erasable text, never in the clear (D7). */
export const TEXT_SLOT_KEYS: readonly string[] = [
  'engineer',
  'contacts',
  'onward-wish',
  'link',
  ...ROLES,
]

export const WORK_STATES = [
  'not-started',
  'investigating',
  'waiting-for-customer',
  'waiting-for-partner',
  'fix-in-progress',
  'monitoring',
  'done',
] as const

export const noteRules = {
  'note-added': eventRule({
    body: z.object({
      kind: z.enum(NOTE_KINDS).default('update'),
      re: Event.nullable().default(null),
    }),
    slots: ['note'],
    whileClosed: true,
    judge: () => null,
    evolve: (s, e, { kind }) => {
      const p = participantOf(s, e.author)
      if (!p || !isUpdate(s, p, e, kind)) return s
      const told = amendParticipant(s, e.author, () => updated(p, e.at))
      return kind === 'workaround' ? workedRound(told, p, e.at) : told
    },
  }),

  // Whether the note is the author's own is seen where notes are shown: a withdrawal of somebody else's note shows nothing.
  'note-withdrawn': eventRule({
    body: z.object({ note: Event }),
    slots: ['reason'],
    whileClosed: true,
    judge: () => null,
    evolve: (s) => s,
  }),

  'slot-set': eventRule({
    body: z
      .object({
        key: z.enum(SLOT_KEYS),
        value: z.union([Code, z.number().int().nonnegative()]).nullable().default(null),
      })
      .refine(
        (b) => b.key !== 'work-state' || b.value === null || WORK_STATES.includes(b.value as never),
        { path: ['value'], message: `one of ${WORK_STATES.join(', ')}` },
      ),
    slots: ['value'],
    decision: true,
    judge: () => null,
    evolve: (s, e, { key, value }) =>
      amendParticipant(s, e.author, (p) => ({
        slots: {
          ...p.slots,
          [key]: { event: e.id, at: e.at, value, text: e.texts['value']?.digest ?? null },
        },
        ...(key === 'rules-max' && typeof value === 'number' ? { rulesMax: value } : {}),
        ...(key === 'work-state' ? updated(p, e.at) : {}),
        ...(key === 'next-update' && typeof value === 'number' ? promised(p, value, e.at) : {}),
      })),
  }),
}

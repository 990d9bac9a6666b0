// How a case is handled by all: the communication plan, actions, what was found out in the end, and effort that is shared.
import { Hono } from 'hono'
import { z } from 'zod'
import { ACTION_WORDS } from '../../core/cases/action.ts'
import { PLAN_CHANNELS } from '../../core/cases/plan.ts'
import { CAUSES, REFERENCE_KINDS } from '../../core/cases/resolution.ts'
import { EventId } from '../../core/kernel/id.ts'
import { scoped } from '../caller.ts'
import { code, contact, line, member, moment, prose } from '../text.ts'
import { present } from './present.ts'
import { acts, type Api, noted, Remark, said } from './write.ts'

const Plan = z.strictObject({
  rhythmMinutes: z.int().min(1).max(100_000),
  channel: z.enum(PLAN_CHANNELS),
  nextUpdate: moment.nullable().default(null),
  bridge: prose(2000).optional(),
  attendees: z.array(line(200)).min(1).max(100).optional(),
  speaker: contact.optional(),
})
const Action = z.strictObject({
  assignee: member,
  text: prose(4000),
  due: moment.nullable().default(null),
  escalation: EventId.nullable().default(null),
})
const AnswerAction = z.strictObject({ word: z.enum(ACTION_WORDS), text: prose().optional() })
const Resolution = z.strictObject({
  cause: z.enum(CAUSES),
  fixOwner: member.nullable().default(null),
  references: z
    .array(z.strictObject({ kind: z.enum(REFERENCE_KINDS), id: code }))
    .max(32)
    .default([]),
  fieldFeedback: z.boolean().default(false),
  summary: prose().optional(),
  fix: prose().optional(),
})
const Effort = z.strictObject({
  minutes: z.int().min(1).max(10_080),
  activity: code,
  day: z.iso.date(),
  engagement: EventId.nullable().default(null),
  text: prose(2000).optional(),
})

export function handlingRoutes(api: Api): Hono {
  const app = new Hono()
  const writes = scoped('cases:write')

  app.put(
    '/cases/:caseId/plan',
    writes,
    acts(api, Plan, ({ body: { speaker, ...body } }) => ({
      type: 'propose-plan',
      ...present(body),
      ...(speaker === undefined ? {} : { speaker: present(speaker) }),
    })),
  )
  app.post(
    '/cases/:caseId/plan/agree',
    writes,
    acts(api, Remark, ({ body }) => ({ type: 'agree-plan', ...noted(body.text) })),
  )
  app.post(
    '/cases/:caseId/actions',
    writes,
    acts(api, Action, ({ body }) => ({ type: 'add-action', ...body }), 201),
  )
  app.post(
    '/cases/:caseId/actions/:actionId/withdraw',
    writes,
    acts(api, Remark, ({ body, target }) => ({
      type: 'withdraw-action',
      action: target,
      ...said(body.text),
    })),
  )
  app.post(
    '/cases/:caseId/actions/:actionId/answer',
    writes,
    acts(api, AnswerAction, ({ body, target }) => ({
      type: 'answer-action',
      action: target,
      word: body.word,
      ...noted(body.text),
    })),
  )
  app.put(
    '/cases/:caseId/resolution',
    writes,
    acts(api, Resolution, ({ body }) => ({ type: 'state-resolution', ...present(body) })),
  )
  app.post(
    '/cases/:caseId/share-effort',
    writes,
    acts(api, Effort, ({ body: { text, ...body } }) => ({
      type: 'share-effort',
      ...body,
      ...noted(text),
    })),
  )
  return app
}

// Escalation: management attention is asked for, taken up or declined, planned, reported on and ended. No severity moves with it.
import { Hono } from 'hono'
import { z } from 'zod'
import {
  ESCALATION_DECLINE_CODES,
  ESCALATION_LEVELS,
  ESCALATION_REASONS,
} from '../../core/cases/escalation-state.ts'
import { EventId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { readEscalations } from '../../flows/cases/read-escalations.ts'
import { scoped } from '../caller.ts'
import { refuse } from '../problem.ts'
import { cursor, limit, readQuery } from '../read-query.ts'
import { contact, member, prose } from '../text.ts'
import { present } from './present.ts'
import { acts, type Api, noted, Remark, said } from './write.ts'

const Questions = z.strictObject({
  problemConfirmed: z.boolean(),
  impactDescribed: z.boolean(),
  workaround: z.enum(['none', 'unusable', 'usable', 'not-tried']),
  milestone: z.iso.date().nullable().default(null),
})
const asked = {
  reason: z.enum(ESCALATION_REASONS),
  level: z.enum(ESCALATION_LEVELS).default('duty-manager'),
  criticalDate: z.iso.date().nullable().default(null),
  justification: prose(),
  impact: prose().optional(),
  exitCriteria: prose().optional(),
}
const Raise = z.strictObject({
  ...asked,
  questions: Questions,
  coupled: z.boolean().default(false),
  oneSided: z.boolean().default(false),
})
const Restate = z.strictObject(asked)
const Acknowledge = z.strictObject({ manager: contact, text: prose().optional() })
const Decline = z.strictObject({
  code: z.enum(ESCALATION_DECLINE_CODES),
  text: prose().optional(),
})
const ProposePlan = z.strictObject({ plan: prose() })
const AgreePlan = z.strictObject({ plan: EventId, text: prose().optional() })
const Report = z.strictObject({ onTrack: z.boolean(), text: prose().optional() })
const ProposeEnd = z.strictObject({
  planDoneOrOnCourse: z.boolean(),
  analysisOnCourse: z.boolean(),
  customerAgreed: z.boolean(),
  notice: z.int().min(86_400).max(7_776_000).nullable().default(null),
  text: prose().optional(),
})
const End = z.strictObject({
  planDoneOrOnCourse: z.boolean(),
  analysisOnCourse: z.boolean(),
  agreement: prose(2000),
  proposal: EventId.nullable().default(null),
})
const Objection = z.strictObject({ member, text: prose().optional() })

const Listed = z.strictObject({ after: cursor, limit })

export function escalationRoutes(api: Api): Hono {
  const app = new Hono()
  const base = '/cases/:caseId/escalations'
  const one = `${base}/:escalationId`
  app.get('/escalations', scoped('cases:read'), async (c) => {
    const query = readQuery(c, Listed)
    if (query instanceof Refusal) return refuse(c, query)
    const { after = null, limit: most } = query
    const page = await readEscalations(api.deps, c.var.caller.member, { after, limit: most })
    return page instanceof Refusal ? refuse(c, page) : c.json(page)
  })

  app.use(base, scoped('cases:write'))
  app.use(`${base}/*`, scoped('cases:write'))

  app.post(
    base,
    acts(
      api,
      Raise,
      ({ body: { questions, coupled, oneSided, ...body } }) => ({
        type: 'raise-escalation',
        questions,
        coupled,
        oneSided,
        ...present(body),
      }),
      201,
    ),
  )
  app.post(
    `${one}/restate`,
    acts(api, Restate, ({ body, target }) => ({
      type: 'restate-escalation',
      escalation: target,
      ...present(body),
    })),
  )
  app.post(
    `${one}/acknowledge`,
    acts(api, Acknowledge, ({ body, target }) => ({
      type: 'answer-escalation',
      escalation: target,
      word: 'acknowledged',
      manager: present(body.manager),
      ...noted(body.text),
    })),
  )
  app.post(
    `${one}/decline`,
    acts(api, Decline, ({ body, target }) => ({
      type: 'answer-escalation',
      escalation: target,
      word: 'declined',
      code: body.code,
      ...noted(body.text),
    })),
  )
  app.post(
    `${one}/propose-plan`,
    acts(api, ProposePlan, ({ body, target }) => ({
      type: 'propose-escalation-plan',
      escalation: target,
      plan: body.plan,
    })),
  )
  app.post(
    `${one}/agree-plan`,
    acts(api, AgreePlan, ({ body, target }) => ({
      type: 'agree-escalation-plan',
      escalation: target,
      plan: body.plan,
      ...noted(body.text),
    })),
  )
  app.post(
    `${one}/report`,
    acts(api, Report, ({ body, target }) => ({
      type: 'report-on-track',
      escalation: target,
      onTrack: body.onTrack,
      ...noted(body.text),
    })),
  )
  app.post(
    `${one}/propose-end`,
    acts(api, ProposeEnd, ({ body: { notice, text, ...criteria }, target }) => ({
      type: 'propose-escalation-end',
      escalation: target,
      criteria,
      notice,
      ...noted(text),
    })),
  )
  app.post(
    `${one}/end`,
    acts(api, End, ({ body, target }) => ({ type: 'end-escalation', escalation: target, ...body })),
  )
  app.post(
    `${one}/end-by-silence`,
    acts(api, Remark, ({ body, target }) => ({
      type: 'end-escalation-by-silence',
      escalation: target,
      ...noted(body.text),
    })),
  )
  app.post(
    `${one}/object`,
    acts(api, Objection, ({ body, target }) => ({
      type: 'object-to-escalation-end',
      escalation: target,
      member: body.member,
      ...said(body.text),
    })),
  )
  app.post(
    `${one}/withdraw`,
    acts(api, Remark, ({ body, target }) => ({
      type: 'withdraw-escalation',
      escalation: target,
      ...said(body.text),
    })),
  )
  return app
}

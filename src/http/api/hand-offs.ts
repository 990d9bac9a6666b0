// What follows an invitation, beside its answer: acknowledged, the phone call confirmed, duties of the level met, clocks stopped and
// running again; and what asking would mean, before anybody is asked.
import { Hono } from 'hono'
import { z } from 'zod'
import { LEVEL_DUTIES, PAUSABLE, PAUSE_REASONS } from '../../core/cases/registers.ts'
import { EventId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { acknowledge } from '../../flows/cases/acknowledge.ts'
import { previewEngagement } from '../../flows/cases/preview-engagement.ts'
import { scoped } from '../caller.ts'
import { refuse } from '../problem.ts'
import { readJson } from '../read-json.ts'
import { line, prose } from '../text.ts'
import { EngagementPreview, termsOf } from './engagement-request.ts'
import { viewSent } from './sent.ts'
import { severityOf } from './severity-claim.ts'
import { viewAnswer } from './who-answers.ts'
import { acts, type Api, noted, Remark, writesCase } from './write.ts'

const ConfirmCall = z.strictObject({ confirmed: z.boolean(), text: prose().optional() })
const MeetDuty = z.strictObject({ duty: z.enum(LEVEL_DUTIES), reference: line(300).optional() })
const Pause = z.strictObject({
  clock: z.enum(PAUSABLE).default('all'),
  reason: z.enum(PAUSE_REASONS),
  text: prose().optional(),
})
const Resume = z.strictObject({ pause: EventId, text: prose().optional() })

export function handOffRoutes(api: Api): Hono {
  const app = new Hono()
  const writes = scoped('cases:write')
  const one = '/cases/:caseId/engagements/:engagementId'

  app.post('/engagements/preview', scoped('partners:read'), async (c) => {
    const body = await readJson(c, EngagementPreview)
    if (body instanceof Refusal) return refuse(c, body)
    const { severity, byPhone } = body
    const found = await previewEngagement(api.deps, c.var.caller.member, {
      ...termsOf(body),
      ...(byPhone ? { phone: {} } : {}),
      severity: severityOf(severity),
    })
    if (found instanceof Refusal) return refuse(c, found)
    const { report, targets, answers } = found
    const now = api.deps.clock.now()
    const whoAnswers = { ...viewAnswer(body.partner, now, answers), at: now }
    return c.json({ severity: viewSent(report), targets, whoAnswers })
  })

  app.post(
    `${one}/acknowledge`,
    writes,
    writesCase(api, Remark, ({ body, us, caseId, target }, options) =>
      acknowledge(api.deps, us, caseId, { engagement: target, ...noted(body.text) }, options),
    ),
  )
  app.post(
    `${one}/confirm-call`,
    writes,
    acts(api, ConfirmCall, ({ body, target }) => ({
      type: 'confirm-call',
      engagement: target,
      keys: [],
      confirmed: body.confirmed,
      ...noted(body.text),
    })),
  )
  app.post(
    `${one}/meet-duty`,
    writes,
    acts(api, MeetDuty, ({ body, target }) => ({
      type: 'meet-level-duty',
      engagement: target,
      duty: body.duty,
      ...(body.reference === undefined ? {} : { reference: body.reference }),
    })),
  )
  app.post(
    `${one}/pause`,
    writes,
    acts(api, Pause, ({ body, target }) => ({
      type: 'pause-clock',
      engagement: target,
      clock: body.clock,
      reason: body.reason,
      ...noted(body.text),
    })),
  )
  app.post(
    `${one}/resume`,
    writes,
    acts(api, Resume, ({ body, target }) => ({
      type: 'resume-clock',
      engagement: target,
      pause: body.pause,
      ...noted(body.text),
    })),
  )
  return app
}

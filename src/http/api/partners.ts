// Partners: find them, see what they say about themselves and who vouches, what they want to know, whether they answer.
import { Hono } from 'hono'
import { z } from 'zod'
import type { Instant } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { footingOf } from '../../core/members/trust.ts'
import { type ShownAnswer, shownAnswer } from '../../flows/duty/shown-answer.ts'
import { currentSupport } from '../../flows/duty/support-profile-of.ts'
import { isUnreachable } from '../../flows/exchange/unreachable.ts'
import { intakeFormOf } from '../../flows/members/intake-form.ts'
import { resolvePartner, standingOf } from '../../flows/members/resolve-partner.ts'
import { searchPartners } from '../../flows/members/search-partners.ts'
import type { Partner } from '../../flows/member-ports.ts'
import type { PartnerQueue } from '../../flows/work-ports.ts'
import { scoped } from '../caller.ts'
import { refuse } from '../problem.ts'
import { cursor, limit, readQuery } from '../read-query.ts'
import { line, member } from '../text.ts'
import type { Api } from './write.ts'

const Search = z.strictObject({ words: line(200).optional(), after: cursor, limit })
export const OnePartner = z.strictObject({ partner: member })

export function partnerRoutes({ deps }: Api): Hono {
  const app = new Hono()
  const reads = scoped('partners:read')

  app.get('/partners', reads, async (c) => {
    const query = readQuery(c, Search)
    if (query instanceof Refusal) return refuse(c, query)
    const page = { after: query.after ?? null, limit: query.limit }
    const found = await searchPartners(deps, c.var.caller.member, query.words ?? null, page)
    if (found instanceof Refusal) return refuse(c, found)
    const at = deps.clock.now()
    const items = await Promise.all(
      found.items.map(async (partner) =>
        viewPartner(partner, at, await shownAnswer(deps, c.var.caller.member, partner)),
      ),
    )
    return c.json({ ...found, items })
  })

  app.get('/partners/profile', reads, async (c) => {
    const query = readQuery(c, OnePartner)
    if (query instanceof Refusal) return refuse(c, query)
    const { member: us } = c.var.caller
    const found = await resolvePartner(deps, us, query.partner)
    if (found instanceof Refusal) return refuseLookup(found)(c)
    await currentSupport(deps, us, query.partner)
    const answering = await shownAnswer(deps, us, found.partner)
    return c.json(viewPartner(found.partner, deps.clock.now(), answering))
  })

  app.get('/partners/intake-form', reads, async (c) => {
    const query = readQuery(c, OnePartner)
    if (query instanceof Refusal) return refuse(c, query)
    const { member: us } = c.var.caller
    const found = await resolvePartner(deps, us, query.partner)
    if (found instanceof Refusal) return refuseLookup(found)(c)
    const form = await intakeFormOf(deps, us, found.partner)
    return c.json({ partner: query.partner, form: form?.form ?? null })
  })

  app.get('/partners/queues', reads, async (c) => {
    const queues = await deps.work.partnerQueues(c.var.caller.member)
    const at = deps.clock.now()
    return c.json({ items: queues.map((queue) => viewQueue(queue, at)) })
  })
  return app
}

type Refusing = (c: Parameters<typeof refuse>[0]) => Response

/** A partner that was asked for by its address and is not there: 404, not a fault of a field. */
export const refuseLookup =
  (refusal: Refusal): Refusing =>
  (c) =>
    refuse(c, refusal, refusal.code === 'member-unknown' ? { status: 404 } : {})

export function viewPartner(partner: Partner, at: Instant, answering: ShownAnswer | null) {
  const { metadata } = partner
  return {
    id: partner.id,
    name: partner.name,
    via: partner.via,
    anchor: partner.anchor,
    footing: metadata === null ? 'unknown' : footingOf(standingOf(partner), at),
    expiresAt: partner.expiresAt,
    resolvedAt: partner.resolvedAt,
    clockOffsetSeconds: partner.clockOffset,
    lastError: partner.lastError,
    products: (metadata?.products ?? []).map(({ code, name }) => ({ code, name })),
    supportHours: metadata?.support_hours ?? null,
    contacts: (metadata?.contacts ?? []).map(contactOf),
    departments: (metadata?.departments ?? []).map(contactOf),
    severityScheme: metadata?.severity_scheme?.uri ?? null,
    answering,
    hasIntakeForm: metadata?.intake_form !== undefined,
  }
}

/** Only what the contract names: a partner's metadata may hold more. */
const contactOf = ({
  name,
  phone,
  email,
}: {
  readonly name: string
  readonly phone?: string | undefined
  readonly email?: string | undefined
}) => ({ name, phone, email })

function viewQueue(queue: PartnerQueue, at: Instant) {
  const { member: _member, ...shown } = queue
  return { ...shown, state: stateOf(queue, at) }
}

function stateOf(
  queue: Pick<PartnerQueue, 'failingSince' | 'waiting'>,
  at: Instant,
): 'idle' | 'delivering' | 'failing' | 'unreachable' {
  if (queue.failingSince === null) return queue.waiting === 0 ? 'idle' : 'delivering'
  return isUnreachable(queue, at) ? 'unreachable' : 'failing'
}

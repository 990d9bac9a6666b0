// Everything the page of a case shows, read through the same flows as the API's answers, and arranged for people.
import type { CaseView } from '../../core/cases/view.ts'
import type { EventView } from '../../core/cases/view-event.ts'
import type { CaseId, MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { SharedLevel } from '../../core/severity/scale.ts'
import { readCase } from '../../flows/cases/read-case.ts'
import { readHistory } from '../../flows/cases/read-history.ts'
import { readNotes } from '../../flows/cases/read-notes.ts'
import { readOverturned } from '../../flows/cases/read-records.ts'
import { type KnownPartner, knownPartners } from '../../flows/members/known-partners.ts'
import type { CaseStore } from '../../flows/case-ports.ts'
import type { Deps } from '../../flows/ports.ts'
import { deliveriesByPartner, type PartnerDelivery } from './delivery.ts'
import { type Dot, type Lanes, lanesOf } from './lanes.ts'
import { plainSentence } from './sentence.ts'
import { sentenceOf } from './sentences.ts'
import type { Around } from './telling.ts'
import { type Share, sharesOf, spansOf } from './spans.ts'
import { boundsOf, type Day, daysOf, momentOf } from './timeline.ts'
import { dayAndTimeOf, timeOf } from './times.ts'
import { namesOf } from './reader.ts'

/** Entries of one page of the timeline. */
export const PAGE_EVENTS = 200
const MOST_NOTES = 1_000

export type Asked = {
  readonly newestFirst: boolean
  readonly after: string | null
  /** The moment that the page before had reached. */
  readonly reached: Instant | null
}

export type CaseRead = {
  readonly view: CaseView
  readonly partners: ReadonlyMap<MemberId, KnownPartner>
  readonly nameOf: (member: MemberId) => string
  readonly deliveries: readonly PartnerDelivery[]
  readonly overturned: Awaited<ReturnType<CaseStore['listOverturned']>>
  readonly around: Around
  /** The severity in the invitation, while we are only invited. */
  readonly asked: SharedLevel | null
  readonly days: readonly Day[]
  readonly newestFirst: boolean
  /** Whether the page ends at the present. */
  readonly isLatest: boolean
  readonly next: { readonly after: string; readonly reached: Instant } | null
  readonly lanes: Lanes | null
  readonly extent: string
  readonly shares: readonly Share[] | null
}

/** Refuses `case-not-found`, `cursor-invalid`. */
export async function readCasePage(
  deps: Deps,
  us: MemberId,
  caseId: CaseId,
  asked: Asked,
  zone: string,
): Promise<CaseRead | Refusal> {
  const { newestFirst, after, reached } = asked
  const page = { newestFirst, after, limit: PAGE_EVENTS, withToken: false }
  const view = await readCase(deps, us, caseId)
  if (view instanceof Refusal) return view
  const history = await readHistory(deps, us, caseId, page)
  if (history instanceof Refusal) return history
  const notes = await readNotes(deps, us, caseId, {
    after: null,
    limit: MOST_NOTES,
    newestFirst: true,
  })
  if (notes instanceof Refusal) return notes
  const overturned = await readOverturned(deps, us, caseId)
  if (overturned instanceof Refusal) return overturned
  const deliveries = await deliveriesOf(deps, view)

  const partners = await knownPartners(deps, us, membersOf(view, deliveries))
  const names = new Map([...partners].map(([member, { name }]) => [member, name]))
  const nameOf = namesOf(names, membersOf(view, deliveries))
  const { items: events, next } = history
  const bounds = boundsOf(events, { newestFirst, hasMore: next !== null, reached })
  const last = events.at(-1)
  return {
    view,
    partners,
    nameOf,
    deliveries,
    overturned,
    around: aroundOf(view),
    asked: askedLevel(events, us),
    days: daysOf({ events, notes: notes.items, newestFirst, bounds }, zone),
    newestFirst,
    isLatest: newestFirst ? after === null : next === null,
    next: next !== null && last ? { after: next, reached: momentOf(last) } : null,
    ...pictureOf({
      view,
      events,
      nameOf,
      zone,
      asked,
      now: deps.clock.now(),
      hasMore: next !== null,
    }),
  }
}

async function deliveriesOf(deps: Deps, view: CaseView): Promise<PartnerDelivery[]> {
  const sums = await deps.cases.sumDeliveries(view.us, view.caseId)
  const queues = await deps.work.partnerQueues(view.us)
  const others = view.participants
    .filter(({ isUs, standing }) => !isUs && standing === 'accepted')
    .map(({ member }) => member)
  return deliveriesByPartner(sums, queues, others, deps.clock.now())
}

const membersOf = (view: CaseView, deliveries: readonly PartnerDelivery[]): MemberId[] => [
  view.us,
  ...view.participants.map(({ member }) => member),
  ...view.proposals.map(({ member }) => member),
  ...deliveries.map(({ partner }) => partner),
]

const aroundOf = (view: CaseView): Around => ({
  engagements: new Map(view.engagements.map((engagement) => [engagement.id, engagement])),
})

function askedLevel(events: readonly EventView[], us: MemberId): SharedLevel | null {
  const invitation = events.find(
    ({ type, body }) => type === 'engagement-requested' && body['invitee'] === us,
  )
  return SharedLevel.safeParse(invitation?.body['level']).data ?? null
}

type Drawn = {
  readonly view: CaseView
  /** In the order of the page. */
  readonly events: readonly EventView[]
  readonly nameOf: (member: MemberId) => string
  readonly zone: string
  readonly asked: Asked
  readonly now: Instant
  readonly hasMore: boolean
}

function pictureOf({ view, events, nameOf, zone, asked, now, hasMore }: Drawn) {
  const inOrder = asked.newestFirst ? events.toReversed() : events
  const isWhole = asked.after === null && !hasMore && view.stage === 'shared'
  const isLatest = asked.newestFirst ? asked.after === null : !hasMore
  const until = view.status.word !== 'closed' && isLatest ? now : null
  const spans = isWhole ? spansOf(inOrder, now) : []
  const around = aroundOf(view)
  const dots = inOrder.map((event): Dot => {
    const at = momentOf(event)
    const said = plainSentence(sentenceOf(event, around), nameOf, (t) => dayAndTimeOf(t, zone))
    const title = `${timeOf(at, zone)} ${said}`
    return { member: event.author, at, effect: event.verdict === 'effect', title }
  })
  const members = view.participants.map(({ member }) => member)
  return {
    lanes:
      dots.length === 0 || view.stage === 'invited' ? null : lanesOf(members, dots, spans, until),
    extent: isWhole
      ? `All ${events.length} entries.`
      : `${events.length} of ${view.counts.events} entries.`,
    shares: isWhole ? sharesOf(spans) : null,
  }
}

// One case, whole: what must be noticed, who owns the next step, who takes part and how grave it is to each, what was asked of whom, the
// problem, whether what we wrote arrived, and what happened.
import type { CaseView } from '../../../core/cases/view.ts'
import type { MemberId } from '../../../core/kernel/id.ts'
import { Chip, Level, StatusChip, TestChip } from '../parts/chips.tsx'
import { Delivery } from '../parts/delivery.tsx'
import { Engagements } from '../parts/engagements.tsx'
import { LanesPicture } from '../parts/lanes.tsx'
import { Frame } from '../parts/layout.tsx'
import { DayAndTime, Name } from '../parts/moment.tsx'
import { NextStep } from '../parts/next-step.tsx'
import { Notices } from '../parts/notices.tsx'
import { Problem } from '../parts/problem.tsx'
import { Severity } from '../parts/severity.tsx'
import { Words } from '../parts/text.tsx'
import { Timeline } from '../parts/timeline.tsx'
import { Vendors } from '../parts/vendors.tsx'
import { titleOf } from '../problem-texts.ts'
import type { CaseRead } from '../read-page.ts'
import type { Reader } from '../reader.ts'

/** Colours there are; with more vendors they come again, and names tell them apart. */
const COLOURS = 8

export const lanesFor = (view: CaseView): ((member: MemberId) => number) => {
  const members = view.participants.map(({ member }) => member)
  return (member) => (Math.max(members.indexOf(member), 0) % COLOURS) + 1
}

type CasePageProps = {
  readonly read: CaseRead
  readonly reader: Reader
  readonly links: { readonly live: string; readonly turn: string; readonly more: string | null }
}

export const CasePage = ({ read, reader, links }: CasePageProps) => {
  const { view, partners, deliveries } = read
  const laneOf = lanesFor(view)
  const parts = { view, partners, laneOf, reader }
  return (
    <Frame
      title={`${view.reference} ${titleOf(view)}`}
      base={reader.base}
      reader={reader}
      live={links.live}
    >
      <Head view={view} reader={reader} />
      <div id="notices" data-region>
        <Notices {...parts} overturned={read.overturned} deliveries={deliveries} />
      </div>
      <div class="pair">
        <NextStep {...parts} shares={read.shares} />
        <Severity {...parts} asked={read.asked} />
      </div>
      <Vendors {...parts} />
      <div class="columns">
        <div class="side">
          <Engagements {...parts} />
          <Problem {...parts} />
          <Delivery deliveries={deliveries} partners={partners} reader={reader} />
        </div>
        <div class="story">
          {read.lanes === null ? null : (
            <LanesPicture
              lanes={read.lanes}
              extent={read.extent}
              isOpen={view.status.word !== 'closed' && read.isLatest}
              laneOf={laneOf}
              reader={reader}
            />
          )}
          <Timeline
            days={read.days}
            around={read.around}
            stage={view.stage}
            laneOf={laneOf}
            reader={reader}
            order={{ newestFirst: read.newestFirst, turnHref: links.turn }}
            moreHref={links.more}
          />
        </div>
      </div>
    </Frame>
  )
}

const Head = ({ view, reader }: { readonly view: CaseView; readonly reader: Reader }) => (
  <div class="case-head" id="case-head" data-region>
    <p class="reference">
      <a href={`${reader.base}/cases`} id="back">
        Cases
      </a>{' '}
      / {view.reference}
    </p>
    <h1 dir="auto">
      <Words text={titleOf(view)} />
    </h1>
    <p class="chips">
      <StatusChip status={view.status.word} stage={view.stage} />
      {view.severity.effective === null ? null : <Level level={view.severity.effective} />}
      {view.test ? <TestChip /> : null}
      {view.waitingOnUs ? <Chip tone="warn">Waits for you</Chip> : null}
    </p>
    <p class="quiet">
      Opened by <Name reader={reader} member={view.openedBy} />{' '}
      <DayAndTime reader={reader} at={view.openedAt} />
      {view.host === view.openedBy ? null : (
        <>
          , led by <Name reader={reader} member={view.host} />
        </>
      )}
      {view.hostOffer === null || view.hostOffer.answer === 'declined' ? null : (
        <>
          , the lead is offered to <Name reader={reader} member={view.hostOffer.to} />
        </>
      )}
      , last changed <DayAndTime reader={reader} at={view.updatedAt} />
      {view.continues === null ? null : (
        <>
          ; continues{' '}
          <a href={`${reader.base}/cases/${view.continues}`} id="continues">
            an earlier case
          </a>
        </>
      )}
    </p>
  </div>
)

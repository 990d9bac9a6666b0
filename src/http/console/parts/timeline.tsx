// The timeline: days of entries, from either end.
import type { Day } from '../timeline.ts'
import { type EntryProps, OneEntry } from './entry.tsx'

export type TimelineProps = EntryProps & {
  readonly days: readonly Day[]
  readonly order: { readonly newestFirst: boolean; readonly turnHref: string }
  readonly moreHref: string | null
}

export const Timeline = ({ days, order, moreHref, ...props }: TimelineProps) => (
  <section class="card" id="timeline" data-region aria-labelledby="timeline-title">
    <div class="head">
      <h2 id="timeline-title">Timeline</h2>
      <p>
        {order.newestFirst ? 'Newest first. ' : 'Oldest first. '}
        <a href={order.turnHref} id="timeline-turn">
          {order.newestFirst ? 'Show the oldest first' : 'Show the newest first'}
        </a>
      </p>
    </div>
    {days.length === 0 ? <p class="quiet">Nothing here.</p> : null}
    {days.map(({ day, entries }) => (
      <>
        <h3 class="day">{day}</h3>
        <ol class="entries">
          {entries.map((entry) => (
            <OneEntry entry={entry} {...props} />
          ))}
        </ol>
      </>
    ))}
    {moreHref === null ? null : (
      <p class="more">
        <a href={moreHref} id="timeline-more">
          {order.newestFirst ? 'Earlier entries' : 'Later entries'}
        </a>
      </p>
    )}
  </section>
)

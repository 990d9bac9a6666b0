// The picture of a case: a lane for each vendor, a mark for each entry, a band where it owned the next step. The same in a table below.
import type { MemberId } from '../../../core/kernel/id.ts'
import type { Lane, Lanes, Mark, Silence } from '../lanes.ts'
import { plainWords } from '../marks.ts'
import type { Reader } from '../reader.ts'
import { dayAndTimeOf, spanOf } from '../times.ts'
import { DayAndTime, Name } from './moment.tsx'

type Props = {
  readonly lanes: Lanes
  readonly laneOf: (member: MemberId) => number
  /** What of the history is drawn. */
  readonly extent: string
  readonly isOpen: boolean
  readonly reader: Reader
}

const LANE_HEIGHT = 46
const LINE = 32
const AXIS_HEIGHT = 34

export const LanesPicture = ({ lanes, laneOf, extent, isOpen, reader }: Props) => {
  const height = lanes.lanes.length * LANE_HEIGHT
  return (
    <section class="card" id="picture" data-region aria-labelledby="picture-title">
      <h2 id="picture-title">At a glance</h2>
      <p class="quiet" id="picture-text">
        {extent} Each mark is an entry, a ring one without effect; the thick band shows who owned
        the next step. Long silences are cut short.
      </p>
      <div class="picture">
        <svg
          role="img"
          aria-labelledby="picture-title picture-text"
          width="100%"
          height={height + AXIS_HEIGHT}
        >
          {lanes.silences.map((silence) => (
            <Cut silence={silence} height={height} />
          ))}
          {lanes.lanes.map((lane, i) => (
            <LaneDrawing
              lane={lane}
              y={i * LANE_HEIGHT}
              number={laneOf(lane.member)}
              reader={reader}
            />
          ))}
          <text class="tick" x="0" y={height + 24}>
            {dayAndTimeOf(lanes.from, reader.zone)}
          </text>
          <text class="tick" x="100%" y={height + 24} text-anchor="end">
            {isOpen ? 'now' : dayAndTimeOf(lanes.to, reader.zone)}
          </text>
        </svg>
      </div>
      <details id="picture-table">
        <summary id="picture-summary">The same as a table</summary>
        <Table lanes={lanes} reader={reader} />
      </details>
    </section>
  )
}

const Cut = ({ silence, height }: { readonly silence: Silence; readonly height: number }) => (
  <g class="silence">
    <rect x={`${silence.from}%`} width={`${silence.to - silence.from}%`} y="0" height={height}>
      <title>{`Silence of ${spanOf(silence.ms)}`}</title>
    </rect>
    <text x={`${(silence.from + silence.to) / 2}%`} y={height + 10} text-anchor="middle">
      {spanOf(silence.ms)}
    </text>
  </g>
)

type DrawingProps = {
  readonly lane: Lane
  readonly y: number
  readonly number: number
  readonly reader: Reader
}

const LaneDrawing = ({ lane, y, number, reader }: DrawingProps) => (
  <g class={`lane lane-${number}`}>
    <text x="0" y={y + 14}>
      {plainWords(reader.nameOf(lane.member))}
    </text>
    <line x1="0" x2="100%" y1={y + LINE} y2={y + LINE} />
    {lane.held.map(({ from, to }) => (
      <rect
        class="held"
        x={`${from}%`}
        width={`${to - from}%`}
        y={y + LINE - 4}
        height="8"
        rx="4"
      />
    ))}
    {lane.marks.map((mark) => (
      <MarkDrawing mark={mark} y={y + LINE} />
    ))}
  </g>
)

const MOST_TITLES = 12

const MarkDrawing = ({ mark, y }: { readonly mark: Mark; readonly y: number }) => {
  const count = mark.dots.length
  const titles = mark.dots.slice(0, MOST_TITLES).map(({ title }) => title)
  const more = count > MOST_TITLES ? [`and ${count - MOST_TITLES} more`] : []
  const effect = mark.dots.some((dot) => dot.effect)
  return (
    <g class={effect ? 'mark' : 'mark ring'}>
      <circle cx={`${mark.x}%`} cy={y} r={count === 1 ? 5 : 9}>
        <title>{[...titles, ...more].join('\n')}</title>
      </circle>
      {count === 1 ? null : (
        <text x={`${mark.x}%`} y={y + 4} text-anchor="middle">
          {count}
        </text>
      )}
    </g>
  )
}

const Table = ({ lanes, reader }: { readonly lanes: Lanes; readonly reader: Reader }) => (
  <div
    class="scroll"
    tabindex={0}
    role="region"
    aria-label="The picture as a table"
    id="picture-scroll"
  >
    <table>
      <thead>
        <tr>
          <th scope="col">Vendor</th>
          <th scope="col">Entries</th>
          <th scope="col">First</th>
          <th scope="col">Last</th>
        </tr>
      </thead>
      <tbody>
        {lanes.lanes.map(({ member, marks }) => {
          const dots = marks.flatMap((mark) => mark.dots)
          const [first] = dots
          const last = dots.at(-1)
          return (
            <tr>
              <th scope="row">
                <Name reader={reader} member={member} />
              </th>
              <td>{dots.length}</td>
              <td>{first ? <DayAndTime reader={reader} at={first.at} /> : 'none'}</td>
              <td>{last ? <DayAndTime reader={reader} at={last.at} /> : 'none'}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  </div>
)

// Times, names and sentences as they stand on a page.
import type { MemberId } from '../../../core/kernel/id.ts'
import type { Instant } from '../../../core/kernel/instant.ts'
import type { Reader } from '../reader.ts'
import type { Sentence } from '../sentence.ts'
import { between, dayAndTimeOf, exactOf, shortOf, timeOf } from '../times.ts'
import { Words } from './text.tsx'

type Shown = { readonly reader: Reader; readonly at: Instant }

const Time = ({ reader, at, text }: Shown & { readonly text: string }) => (
  <time datetime={at} title={exactOf(at, reader.zone)}>
    {text}
  </time>
)

/** Day and time; the time alone where it is today. */
export const Moment = ({ reader, at }: Shown) => (
  <Time reader={reader} at={at} text={shortOf(at, reader.now, reader.zone)} />
)

/** Where the day stands above. */
export const TimeOfDay = ({ reader, at }: Shown) => (
  <Time reader={reader} at={at} text={timeOf(at, reader.zone)} />
)

export const DayAndTime = ({ reader, at }: Shown) => (
  <Time reader={reader} at={at} text={dayAndTimeOf(at, reader.zone)} />
)

/** `since 21:05 (12 min)` */
export const Since = ({ reader, at }: Shown) => (
  <span>
    since <Moment reader={reader} at={at} /> ({between(at, reader.now)})
  </span>
)

type Named = { readonly reader: Reader; readonly member: MemberId }

export const Name = ({ reader, member }: Named) => (
  <b class="name">
    <Words text={reader.nameOf(member)} />
  </b>
)

/** `Alpine, Basalt and Cedar` */
export const Names = ({
  reader,
  members,
}: {
  readonly reader: Reader
  readonly members: readonly MemberId[]
}) => (
  <span>
    {members.map((member, i) => (
      <>
        {i === 0 ? '' : i === members.length - 1 ? ' and ' : ', '}
        <Name reader={reader} member={member} />
      </>
    ))}
  </span>
)

export const Told = ({
  reader,
  sentence,
}: {
  readonly reader: Reader
  readonly sentence: Sentence
}) => (
  <span class="told">
    {sentence.map((part) => {
      if (typeof part === 'string') return part
      if ('member' in part) return <Name reader={reader} member={part.member} />
      if ('at' in part) return <Moment reader={reader} at={part.at} />
      return (
        <q>
          <Words text={part.quoted} />
        </q>
      )
    })}
  </span>
)

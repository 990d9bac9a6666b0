// Other people's words on our page. Every value comes as unknown and leaves as text: marks that would turn the direction of what
// follows, and other control characters, are shown by their number instead of obeyed.
import type { Child } from 'hono/jsx'
import { MARKS, numberOf } from '../marks.ts'

/** Nested as deep as forms and lists of people's words are; what lies deeper is shown as JSON. */
const DEEPEST = 4

/** One line of somebody's words, kept apart from the direction of the text around it. */
export const Words = ({ text }: { readonly text: string }) => <bdi>{withMarks(text)}</bdi>

/** Several lines, kept as they were written. */
export const Lines = ({ text }: { readonly text: string }) => (
  <p class="lines" dir="auto">
    {withMarks(text.replaceAll('\r\n', '\n'))}
  </p>
)

const withMarks = (text: string): Child =>
  text.split(MARKS).map((part, i) => (i % 2 === 1 ? <Mark mark={part} /> : part))

const Mark = ({ mark }: { readonly mark: string }) => (
  <span class="mark" title="An invisible character that stands here">
    {numberOf(mark)}
  </span>
)

/** A text of an event: a string, or what a form or a list holds. */
export function Value({ value, depth = 0 }: { readonly value: unknown; readonly depth?: number }) {
  if (value === null || value === undefined || value === '') return <p class="quiet">empty</p>
  if (typeof value === 'string') return <Lines text={value} />
  if (typeof value === 'boolean') return <p>{value ? 'yes' : 'no'}</p>
  if (typeof value !== 'object' || depth >= DEEPEST) return <Lines text={JSON.stringify(value)} />
  return Array.isArray(value) ? (
    <Items items={value} depth={depth} />
  ) : (
    <Fields value={value} depth={depth} />
  )
}

const Items = ({
  items,
  depth,
}: {
  readonly items: readonly unknown[]
  readonly depth: number
}) => (
  <ul class="values">
    {items.map((item) => (
      <li>{isPair(item) ? <Pair {...item} /> : <Value value={item} depth={depth + 1} />}</li>
    ))}
  </ul>
)

type NameAndValue = { readonly name: string; readonly value: string }

const isPair = (item: unknown): item is NameAndValue => {
  const { name, value, ...more } = (item ?? {}) as Partial<Record<string, unknown>>
  return typeof name === 'string' && typeof value === 'string' && Object.keys(more).length === 0
}

const Pair = ({ name, value }: NameAndValue) => (
  <p>
    <Words text={name} />: <Words text={value} />
  </p>
)

const Fields = ({ value, depth }: { readonly value: object; readonly depth: number }) => (
  <dl class="fields">
    {Object.entries(value).map(([name, field]) => (
      <div>
        <dt>
          <Words text={labelOf(name)} />
        </dt>
        <dd>
          <Value value={field} depth={depth + 1} />
        </dd>
      </div>
    ))}
  </dl>
)

/** `serialNumber` → `Serial number` */
const labelOf = (name: string): string => {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

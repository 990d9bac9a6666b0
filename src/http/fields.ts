// From what zod found wrong to one refusal that names the field by its path and says in one sentence what is wrong with it. Used by
// every door that takes JSON or a query.
import type { z } from 'zod'
import { Refusal } from '../core/kernel/refusal.ts'

type Issue = z.core.$ZodIssue

/** Any value → the parsed one, or `unknown-field`, `invalid-field`. @param path what stands before the field's own path */
export function parseFields<T>(shape: z.ZodType<T>, value: unknown, path = ''): T | Refusal {
  const parsed = shape.safeParse(value, { reportInput: true })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues.flatMap((found) => deepest(found))
  return issue ? refusalOf(issue, path) : new Refusal('invalid-field')
}

/** Of a choice between shapes, the fault in the one that came closest: whose fault lies deepest, or is no wrong type. */
function deepest(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const within = (issue.errors ?? [])
    .map((errors) => errors.flatMap(deepest))
    .filter((errors) => errors.length > 0)
    .toSorted((a, b) => closeness(b) - closeness(a))
  const [closest = []] = within
  const [first] = closest
  if (first === undefined || (closeness(closest) === 0 && within.length > 1)) return [issue]
  return [{ ...first, path: [...issue.path, ...first.path] }]
}

const closeness = ([first]: readonly Issue[]): number =>
  first === undefined ? 0 : first.path.length * 2 + (isOfWrongKind(first) ? 0 : 1)

/** A constant or a type that differs says only that this was not the shape meant. */
const isOfWrongKind = ({ code }: Issue): boolean =>
  code === 'invalid_type' || code === 'invalid_value'

function refusalOf(issue: Issue, before: string): Refusal {
  const field = (path: readonly PropertyKey[]): string =>
    [...(before === '' ? [] : [before]), ...path.map(String)].join('.')
  if (issue.code === 'unrecognized_keys') {
    const name = field([...issue.path, issue.keys[0] ?? ''])
    return new Refusal('unknown-field', `${name} is not part of the contract; remove it.`, name)
  }
  const name = field(issue.path)
  return new Refusal(
    'invalid-field',
    `${name === '' ? 'The body' : name} ${sentenceOf(issue)}.`,
    name,
  )
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

function sentenceOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'is missing'
        : `must be ${KINDS[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return issue.input === undefined
        ? 'is missing'
        : `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`
    case 'too_big':
      return `must be at most ${String(issue.maximum)}${unitOf(issue.origin)}`
    case 'too_small':
      return issue.origin === 'string' && Number(issue.minimum) === 1
        ? 'must not be empty'
        : `must be at least ${String(issue.minimum)}${unitOf(issue.origin)}`
    case 'invalid_format':
      return `must be ${FORMATS[issue.format] ?? issue.message}`
    case 'custom':
      return issue.message
    default:
      return 'has a value that is not allowed'
  }
}

const FORMATS: Readonly<Record<string, string>> = {
  email: 'an e-mail address',
  date: 'a date such as 2026-11-30',
  datetime: 'a moment such as 2026-11-21T03:04:05Z',
}

const UNITS: Readonly<Record<string, string>> = {
  string: ' characters long',
  array: ' items long',
  set: ' items long',
  record: ' fields',
  object: ' fields',
}
const unitOf = (origin: string): string => UNITS[origin] ?? ''

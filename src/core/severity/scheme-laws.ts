// What a scheme document must satisfy before anything is mapped through it (D30): P1 total both ways, P2 order-keeping, P3 the top
// reaches the top, P4 no text names two levels, P5 nothing rounds by more than one step. In: any value. Out: the scheme, or a
// refusal that names the levels at fault. Nothing is repaired.
import { Refusal } from '../kernel/refusal.ts'
import { couldBeConfused, indexLabels, type Label } from './label.ts'
import { WORDS } from './scale.ts'
import { type Scheme, type SchemeLevel, SchemeShape } from './scheme.ts'

type Fault = { readonly detail: string; readonly field: string }
type Law = (scheme: Scheme) => Fault | null

const named = (level: SchemeLevel): string =>
  `"${level.code}" (rank ${level.rank}, shared ${level.shared} ${WORDS[level.shared]})`

/** Neighbours in the order of the document, with the position of the second. */
const neighbours = ({ levels }: Scheme): [SchemeLevel, SchemeLevel, number][] =>
  levels.slice(1).flatMap((second, i) => {
    const first = levels[i]
    return first ? [[first, second, i + 1]] : []
  })

const ranksCount: Law = ({ levels }) => {
  const at = levels.findIndex((level, i) => level.rank !== i + 1)
  const level = levels[at]
  if (!level) return null
  return {
    detail: `${named(level)} stands at place ${at + 1}: list the levels from the gravest, ranked 1 to ${levels.length}.`,
    field: `levels.${at}.rank`,
  }
}

const topReachesTop: Law = ({ levels }) => {
  const top = levels[0]
  if (!top || top.shared === 1) return null
  return {
    detail: `${named(top)} is the gravest level and must map to shared 1: an outage could not be reported through it.`,
    field: 'levels.0.shared',
  }
}

const keepsOrder: Law = (scheme) => {
  const broken = neighbours(scheme).find(([graver, milder]) => milder.shared < graver.shared)
  if (!broken) return null
  const [graver, milder, at] = broken
  return {
    detail: `${named(graver)} is graver than ${named(milder)} but maps to a milder shared level: these two break the order.`,
    field: `levels.${at}.shared`,
  }
}

const roundsOneStep: Law = (scheme) => {
  const gap = neighbours(scheme).find(([graver, milder]) => milder.shared - graver.shared > 2)
  if (gap) {
    const [graver, milder, at] = gap
    return {
      detail: `Between ${named(graver)} and ${named(milder)} two shared levels are left out: one would round up by two steps.`,
      field: `levels.${at}.shared`,
    }
  }
  const mildest = scheme.levels.at(-1)
  if (!mildest || mildest.shared >= 3) return null
  const at = scheme.levels.length - 1
  return {
    detail: `${named(mildest)} is the mildest level and must map to shared 3 or 4: a question would round up by two steps.`,
    field: `levels.${at}.shared`,
  }
}

const owner = (label: Label): string =>
  label.kind === 'unset' ? 'the unset values' : `${label.kind} of ${named(label.level)}`

const labelsAreApart: Law = (scheme) => {
  for (const [folded, labels] of indexLabels(scheme))
    for (const [i, one] of labels.entries()) {
      const other = labels.slice(i + 1).find((candidate) => couldBeConfused(one, candidate))
      if (other)
        return {
          detail: `"${folded}" is read as ${owner(one)} and as ${owner(other)}: a text must name one level only.`,
          field: other.kind === 'unset' ? 'unsetValues' : `levels.${other.level.rank - 1}`,
        }
    }
  return null
}

const periodsRunForward: Law = ({ levels }) => {
  for (const [i, level] of levels.entries())
    for (const [k, { text, from, until }] of (level.aliases ?? []).entries())
      if (from !== undefined && until !== undefined && from > until)
        return {
          detail: `The alias "${text}" of ${named(level)} ends before it begins.`,
          field: `levels.${i}.aliases.${k}`,
        }
  return null
}

const namesOwnCodes: Law = ({ levels, defaultCode, planLimits }) => {
  const codes = new Set(levels.map((level) => level.code))
  if (defaultCode !== undefined && !codes.has(defaultCode))
    return { detail: `No level has the code "${defaultCode}".`, field: 'defaultCode' }
  for (const [i, { plan, lacks }] of (planLimits ?? []).entries()) {
    const stranger = lacks.findIndex((code) => !codes.has(code))
    if (stranger >= 0)
      return {
        detail: `The plan "${plan}" lacks "${lacks[stranger] ?? ''}", which no level has as its code.`,
        field: `planLimits.${i}.lacks.${stranger}`,
      }
  }
  return null
}

const cellsAreApart: Law = ({ levels, inputs, inputValues }) => {
  const seen = new Map<string, SchemeLevel>()
  for (const [i, level] of levels.entries())
    for (const [k, cell] of (level.cells ?? []).entries()) {
      const field = `levels.${i}.cells.${k}`
      if (!inputs)
        return { detail: 'Name the two inputs that the cells are made of.', field: 'inputs' }
      if (!inputValues)
        return {
          detail: 'List the values of both inputs, the gravest first.',
          field: 'inputValues',
        }
      const stranger = cell.find((value, n) => inputValues[n]?.includes(value) !== true)
      if (stranger !== undefined)
        return { detail: `"${stranger}" is not listed as a value of its input.`, field }
      const key = JSON.stringify(cell)
      const other = seen.get(key)
      if (other)
        return { detail: `One cell gives both ${named(other)} and ${named(level)}.`, field }
      seen.set(key, level)
    }
  return null
}

const matrixIsTotal: Law = ({ levels, inputValues }) => {
  if (!inputValues) return null
  for (const [n, values] of inputValues.entries())
    if (new Set(values).size < values.length)
      return { detail: 'A value is listed twice.', field: `inputValues.${n}` }
  const given = new Set(levels.flatMap(({ cells = [] }) => cells.map((cell) => cell.join('\n'))))
  const [first, second] = inputValues
  const missing = first.flatMap((one) =>
    second.filter((two) => !given.has(`${one}\n${two}`)).map((two) => `(${one}, ${two})`),
  )
  return missing.length === 0
    ? null
    : { detail: `No level is given for ${missing.join(', ')}.`, field: 'inputValues' }
}

const conditionsHaveSubjects: Law = ({ levels }) => {
  for (const [i, level] of levels.entries()) {
    if (level.phoneWhen !== undefined && level.requiresPhone !== true)
      return {
        detail: `${named(level)} says when a call is a duty, but requires none.`,
        field: `levels.${i}.phoneWhen`,
      }
    const lines = [level, ...(level.otherPlans ?? [])]
    for (const [k, { coverage, coverageWhen, response, responseWhen }] of lines.entries()) {
      const path = k === 0 ? `levels.${i}` : `levels.${i}.otherPlans.${k - 1}`
      if (coverageWhen !== undefined && coverage !== '24x7')
        return {
          detail: 'Only round-the-clock work can wait for a call.',
          field: `${path}.coverageWhen`,
        }
      if (responseWhen !== undefined && response === undefined)
        return { detail: 'There is no figure that could wait.', field: `${path}.responseWhen` }
    }
  }
  return null
}

/** In this order: later laws may rely on earlier ones. */
const LAWS: readonly Law[] = [
  ranksCount,
  topReachesTop,
  keepsOrder,
  roundsOneStep,
  labelsAreApart,
  periodsRunForward,
  namesOwnCodes,
  cellsAreApart,
  matrixIsTotal,
  conditionsHaveSubjects,
]

/**
 * Any value → a scheme that keeps the laws, or `scheme-invalid` with the path of the field (`levels.2.shared`) and a sentence that
 * names the levels at fault. The scheme is frozen.
 */
export function parseScheme(value: unknown): Scheme | Refusal {
  const parsed = SchemeShape.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const field = issue?.path.join('.') ?? ''
    return new Refusal('scheme-invalid', `${field || 'document'}: ${issue?.message ?? ''}`, field)
  }
  for (const law of LAWS) {
    const fault = law(parsed.data)
    if (fault) return new Refusal('scheme-invalid', fault.detail, fault.field)
  }
  return parsed.data
}

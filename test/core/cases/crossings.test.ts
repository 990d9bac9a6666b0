import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { judge } from '../../../src/core/cases/judge.ts'
import { Crossing, shortened, type Doing } from '../../kit/case-crossings.ts'
import { letterOf, memberOf, resolved } from '../../kit/case-graph.ts'
import type { Body } from '../../kit/case-graph.ts'
import { kindOf, Occurrences } from '../../kit/occurrences.ts'
import {
  CROSSING_PAIRS,
  type CrossingPair,
  type ExampleAct,
  type Outcome,
} from '../../vectors/cases/crossing-pairs.ts'
import { filesToWrite } from '../../vectors/cases/files.ts'
import { SETTINGS } from '../../vectors/cases/settings.ts'

const crossings = new Map(
  Object.entries(SETTINGS).map(([name, make]) => [name, new Crossing(make())] as const),
)

const doingOf = ({ author, type, body }: ExampleAct): Doing => ({
  by: memberOf(author),
  type,
  body: resolved(body) as Body,
})

/** Engagement that counts where there are several, and lists of proposals met by an invitation: which, not whether. */
const POINTER = /^participants\.[^ ]*\.(engagement|engagements)\b|^computed\./

type Found = ReadonlyMap<string, readonly [string, string]>

/** Whether what two acts came to is what the table says of them. */
function comesTo(outcome: Outcome, crossing: Crossing, x: Doing, y: Doing): boolean {
  const both = crossing.together(x, y)
  const alone = crossing.alone(x)
  const found: Found = crossing.interference(x, y)
  const paths = [...found.keys()]
  const invitee = `participants.${String(y.body['invitee'])}.`
  const differing = [...new Set([...both.keys(), ...alone.keys()])].filter(
    (path) => both.get(path) !== alone.get(path) && !path.startsWith(invitee),
  )
  if (differentEngagements(x, y)) return paths.every((path) => POINTER.test(path))
  switch (outcome) {
    case 'x':
      return differing.every((path) => path.startsWith('computed.standing.https://e'))
    case 'x-flagged':
      return differing.every((path) => /\.crossed$|flags "crossed"$|\.(keys|algs) /.test(path))
    case 'claim-stands':
      return both.get(`participants.${y.by}.claim.unseen`) === 'true'
    case 'contested':
      return (
        both.get('computed.status') === 'closed-contested' &&
        paths.every((path) => /^contestedBy|^computed\./.test(path))
      )
    case 'holder-gone':
      return (
        both.get('computed.holder') === both.get('computed.host') &&
        both.has('computed.flags "holder-gone"') &&
        paths.every((path) => path.startsWith('computed.'))
      )
    case 'not-host':
      return (
        both.get('computed.host') === x.by && paths.every((path) => path.startsWith('computed.'))
      )
    case 'both':
      return paths.every((path) => POINTER.test(path))
  }
}

/** Acts on two engagements of one member: each does what it does, and what counts is computed from both. */
const differentEngagements = (x: Doing, y: Doing): boolean =>
  typeof x.body['engagement'] === 'string' &&
  typeof y.body['engagement'] === 'string' &&
  x.body['engagement'] !== y.body['engagement']

const described = (x: Doing, y: Doing, found: Found): string =>
  shortened(
    `${letterOf(x.by)} ${x.type} × ${letterOf(y.by)} ${y.type}: ${[...found.keys()].join(', ')}`,
  )

/** The row that says what two acts come to. */
function rowFor(crossing: Crossing, one: Doing, two: Doing): CrossingPair | undefined {
  return CROSSING_PAIRS.find(
    ({ x, y, outcome }) =>
      (x.type === one.type && y.type === two.type && comesTo(outcome, crossing, one, two)) ||
      (x.type === two.type && y.type === one.type && comesTo(outcome, crossing, two, one)),
  )
}

describe('acts that cross on the way', () => {
  it('stand in the table as the script writes it', () => {
    const file = new URL('../../vectors/cases/crossings.json', import.meta.url)
    expect(readFileSync(file, 'utf8')).toBe(filesToWrite().get('crossings.json'))
  })

  it.each(CROSSING_PAIRS.map((row) => ({ kind: kindOf(row.x.type, row.y.type), ...row })))(
    '$kind: $outcome',
    ({ setting, outcome, x, y }) => {
      const crossing = crossings.get(setting)
      if (!crossing) throw new Error(`no setting ${setting}`)
      const [one, two] = [doingOf(x), doingOf(y)]
      expect(judge(crossing.state, crossing.eventOf(one))).toBe('effect')
      expect(judge(crossing.state, crossing.eventOf(two))).toBe('effect')
      expect(crossing.interference(one, two).size).toBeGreaterThan(0)
      expect(comesTo(outcome, crossing, one, two)).toBe(true)
    },
  )

  const occurrences = new Occurrences()
  let pairs = 0

  it.each([...crossings.keys()])('leave each other alone or come to what it says, %s', (name) => {
    const crossing = crossings.get(name)
    const acts = crossing?.effective() ?? []
    const unknown: string[] = []
    for (const x of acts) {
      occurrences.addType(x.type)
      for (const y of acts) {
        if (!crossing || x.by >= y.by) continue
        pairs++
        const found = crossing.interference(x, y)
        if (found.size === 0) continue
        const row = rowFor(crossing, x, y)
        if (row) occurrences.addPair(kindOf(row.x.type, row.y.type))
        else unknown.push(described(x, y, found))
      }
    }
    expect(unknown).toEqual([])
  })

  it('occur every one, and every type of event was tried', () => {
    occurrences.print(`${pairs} pairs of acts crossed`)
    expect(occurrences.neverPairs()).toEqual([])
    expect(occurrences.neverTypes()).toEqual(['case-opened', 'equivocation-shown'])
  })
})

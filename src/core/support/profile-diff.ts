// What changed from one version of a support profile to another. In: two profiles. Out: what came, went or changed, each thing whole with
// both values. Things are the same ones by their id, targets by what they answer; the order of regions counts, since the first answers.
import { sortedJson } from '../severity/scheme-diff.ts'
import type { SupportProfile, Target } from './support-profile.ts'

export type ProfilePart = 'calendar' | 'region' | 'plan' | 'product' | 'target'

export type ProfileChange = {
  readonly part: ProfilePart
  readonly key: string
  readonly change: 'added' | 'removed' | 'changed'
  /** Null for what was added. */
  readonly from: unknown
  /** Null for what was removed. */
  readonly to: unknown
}

const questionOf = ({ clock, level, plan, channel, product }: Target): string =>
  [
    `${clock} ${level}`,
    plan && `plan ${plan}`,
    channel && `channel ${channel}`,
    product && `product ${product}`,
  ]
    .filter(Boolean)
    .join(', ')

type Parts = readonly (readonly [ProfilePart, ReadonlyMap<string, unknown>])[]

const named = <T>(things: readonly T[], key: (thing: T) => string): ReadonlyMap<string, T> =>
  new Map(things.map((thing) => [key(thing), thing]))

const partsOf = (profile: SupportProfile): Parts => [
  ['calendar', named(profile.calendars, ({ id }) => id)],
  ['region', named(profile.regions, ({ id }) => id)],
  ['plan', named(profile.plans, ({ id }) => id)],
  ['product', named(profile.products ?? [], ({ code }) => code)],
  ['target', named(profile.targets, questionOf)],
]

/** In the order of the newer document; of each part, what went comes last. */
export function diffProfiles(older: SupportProfile, newer: SupportProfile): ProfileChange[] {
  const before = partsOf(older)
  const parts = partsOf(newer).flatMap(([part, after], place) =>
    partChanges(part, before[place]?.[1] ?? new Map(), after),
  )
  return [...parts, ...orderChange(older, newer)]
}

function partChanges(
  part: ProfilePart,
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): ProfileChange[] {
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key) => {
    const [from, to] = [before.get(key) ?? null, after.get(key) ?? null]
    if (sortedJson(from) === sortedJson(to)) return []
    const change = from === null ? 'added' : to === null ? 'removed' : 'changed'
    return [{ part, key, change, from, to }]
  })
}

const sharedRegions = ({ regions }: SupportProfile, other: SupportProfile): string[] =>
  regions.map(({ id }) => id).filter((id) => other.regions.some((one) => one.id === id))

/** Of the regions that both have. */
function orderChange(older: SupportProfile, newer: SupportProfile): ProfileChange[] {
  const [from, to] = [sharedRegions(older, newer), sharedRegions(newer, older)]
  return from.join(' ') === to.join(' ')
    ? []
    : [{ part: 'region', key: 'order', change: 'changed', from, to }]
}

// Who is on duty when. Local and personal: a rota is never published. People take shifts; each begins at
// a wall time, so that it keeps its hour when the clocks change; an override puts somebody else in for a span. In: a rota and an
// instant. Out: the one person on duty, until when, and who then. Before its start a rota runs backwards just the same.
import { z } from 'zod'
import { Instant, instantOf, millisOf } from '../kernel/instant.ts'
import { Refusal } from '../kernel/refusal.ts'
import { SharedLevel } from '../severity/scale.ts'
import { Id, line, ProductCode, TimeOfDay } from './shapes.ts'
import { DAY, dayOfDate, instantOfWall, isZone, timeOfDay, wallAt } from './zone.ts'

const PersonId = line(64)

const Override = z.strictObject({ from: Instant, to: Instant, person: PersonId }).readonly()

const RotaShape = z
  .strictObject({
    id: line(64),
    name: line(120),
    /** What it covers; absent: all of it. */
    region: z.exactOptional(Id),
    products: z.exactOptional(z.array(ProductCode).min(1).max(1000).readonly()),
    levels: z.exactOptional(z.array(SharedLevel).min(1).max(4).readonly()),
    zone: z.string().max(64),
    /** The local day on which the first person begins, at the hand-over. */
    start: z.iso.date(),
    handover: TimeOfDay,
    shiftDays: z.int().min(1).max(366),
    people: z.array(PersonId).min(1).max(200).readonly(),
    overrides: z.array(Override).max(1000).readonly(),
    /** Whom to tell when nobody on duty answers, one after another: the duty managers. */
    escalateTo: z.array(PersonId).max(50).readonly(),
  })
  .readonly()
export type Rota = z.infer<typeof RotaShape>

export type Duty = {
  readonly person: string
  readonly from: Instant
  readonly until: Instant
  /** Whether an override put this person in. */
  readonly override: boolean
  readonly next: { readonly person: string; readonly until: Instant }
}

function overrideFault({ overrides }: Rota): Refusal | null {
  for (const [i, { from, to }] of overrides.entries()) {
    const field = `overrides.${i}`
    if (from >= to)
      return new Refusal('rota-invalid', 'The override ends before it begins.', `${field}.to`)
    const other = overrides.findIndex((o, k) => k < i && o.from < to && from < o.to)
    if (other >= 0)
      return new Refusal('rota-invalid', `The override meets overrides.${other}.`, field)
  }
  return null
}

/** Any value → a rota, or `rota-invalid` with the path of the field: unknown zone, empty or crossing overrides. */
export function parseRota(value: unknown): Rota | Refusal {
  const { data, error } = RotaShape.safeParse(value)
  if (!data) {
    const [issue] = error.issues
    const field = issue?.path.join('.') ?? ''
    return new Refusal('rota-invalid', `${field || 'rota'}: ${issue?.message ?? ''}`, field)
  }
  if (!isZone(data.zone))
    return new Refusal('rota-invalid', 'No zone of the IANA database has this name here.', 'zone')
  return overrideFault(data) ?? data
}

type Shift = { readonly person: string; readonly from: number; readonly until: number }

/** The shift as the rota itself gives it. */
function shiftAt({ zone, start, handover, shiftDays, people }: Rota, at: number): Shift {
  const origin = dayOfDate(start) * DAY + timeOfDay(handover)
  const beginning = (k: number): number => instantOfWall(zone, origin + k * shiftDays * DAY)
  let k = Math.floor((wallAt(zone, at) - origin) / (shiftDays * DAY))
  while (beginning(k) > at) k--
  while (beginning(k + 1) <= at) k++
  const person = people[((k % people.length) + people.length) % people.length] ?? ''
  return { person, from: beginning(k), until: beginning(k + 1) }
}

type Span = Shift & { readonly override: boolean }

/** The shift with the overrides laid over it. */
function spanAt(rota: Rota, at: number): Span {
  const shift = shiftAt(rota, at)
  let { from, until } = shift
  for (const override of rota.overrides) {
    const [begins, ends] = [millisOf(override.from), millisOf(override.to)]
    if (begins <= at && at < ends)
      return { person: override.person, from: begins, until: ends, override: true }
    if (ends <= at) from = Math.max(from, ends)
    else until = Math.min(until, begins)
  }
  return { person: shift.person, from, until, override: false }
}

/** Who is on duty at an instant: always exactly one person. */
export function onDuty(rota: Rota, at: Instant): Duty {
  const { person, from, until, override } = spanAt(rota, millisOf(at))
  const next = spanAt(rota, until)
  return {
    person,
    from: instantOf(from),
    until: instantOf(until),
    override,
    next: { person: next.person, until: instantOf(next.until) },
  }
}

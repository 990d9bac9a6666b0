// Rotas: who of ours is on duty when (local, never shared). In: a rota without its id, and the version that was read. Out: the rota with
// the next version; everybody in it is one of our people, and no two overrides meet.
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { parseRota, type Rota } from '../../core/support/rota.ts'
import type { StoredRota } from '../duty-ports.ts'
import type { Deps } from '../ports.ts'
import { besideSetting, type SettingOptions } from './setting.ts'

type RotaDeps = Pick<Deps, 'members' | 'clock' | 'random'>

/** Refuses `rota-invalid`, `person-unknown`, each with the field at fault. */
export async function addRota(
  deps: RotaDeps,
  member: MemberId,
  value: object,
  options: SettingOptions<StoredRota> = {},
): Promise<StoredRota | Refusal> {
  return write(deps, member, { ...value, id: deps.random.id() }, 0, options)
}

/** Refuses `not-found`, `precondition-failed`, `rota-invalid`, `person-unknown`. */
export async function saveRota(
  deps: RotaDeps,
  member: MemberId,
  id: string,
  value: object,
  expected: number,
  options: SettingOptions<StoredRota> = {},
): Promise<StoredRota | Refusal> {
  const known = await deps.members.findRota(member, id)
  if (known === null) return new Refusal('not-found')
  if (known.version !== expected) return new Refusal('precondition-failed')
  return write(deps, member, { ...value, id }, expected, options)
}

async function write(
  deps: RotaDeps,
  member: MemberId,
  value: object,
  expected: number,
  options: SettingOptions<StoredRota>,
): Promise<StoredRota | Refusal> {
  const rota = parseRota(value)
  if (rota instanceof Refusal) return rota
  const stranger = await strangerIn(deps, member, rota)
  if (stranger !== null) return new Refusal('person-unknown', undefined, stranger)
  const stored = { version: expected + 1, rota }
  const beside = await besideSetting(deps, { word: 'rota-saved', value: stored }, stored, options)
  const done = await deps.members.saveRota(member, rota, expected, beside)
  if (done === 'done') return stored
  return new Refusal(done === 'moved-on' ? 'precondition-failed' : 'person-unknown')
}

/** The field that names nobody of ours. */
async function strangerIn(
  { members }: RotaDeps,
  member: MemberId,
  { people, overrides, escalateTo }: Rota,
): Promise<string | null> {
  const known = new Set((await members.listPeople(member)).map(({ id }) => id))
  const named = [
    ...people.map((person, i) => [person, `people.${i}`] as const),
    ...overrides.map(({ person }, i) => [person, `overrides.${i}.person`] as const),
    ...escalateTo.map((person, i) => [person, `escalateTo.${i}`] as const),
  ]
  return named.find(([person]) => !known.has(person))?.[1] ?? null
}

/** Refuses `not-found`, `precondition-failed`. */
export async function removeRota(
  deps: RotaDeps,
  member: MemberId,
  id: string,
  expected: number,
  options: SettingOptions<string> = {},
): Promise<string | Refusal> {
  if ((await deps.members.findRota(member, id)) === null) return new Refusal('not-found')
  const beside = await besideSetting(deps, { word: 'rota-removed', value: { id } }, id, options)
  const done = await deps.members.removeRota(member, id, expected, beside)
  return done === 'done' ? id : new Refusal('precondition-failed')
}

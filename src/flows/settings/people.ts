// People of ours who can be told (PROTOCOL.md 16: local, never shared). In: what is said about one, and the version that was read. Out: the
// person with the next version. Whoever is deleted is gone: nothing but the hash in the log remains.
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { parsePerson } from '../../core/support/person.ts'
import type { StoredPerson } from '../duty-ports.ts'
import type { Deps } from '../ports.ts'
import { besideSetting, type SettingOptions } from './setting.ts'

type PeopleDeps = Pick<Deps, 'members' | 'clock' | 'random'>

/** Refuses `person-invalid`. */
export async function addPerson(
  deps: PeopleDeps,
  member: MemberId,
  value: unknown,
  options: SettingOptions<StoredPerson> = {},
): Promise<StoredPerson | Refusal> {
  return write(deps, member, deps.random.id(), value, 0, options)
}

/** Refuses `not-found`, `person-invalid`, `precondition-failed`. */
export async function savePerson(
  deps: PeopleDeps,
  member: MemberId,
  id: string,
  value: unknown,
  expected: number,
  options: SettingOptions<StoredPerson> = {},
): Promise<StoredPerson | Refusal> {
  const known = await deps.members.findPerson(member, id)
  if (known === null) return new Refusal('not-found')
  if (known.version !== expected) return new Refusal('precondition-failed')
  return write(deps, member, id, value, expected, options)
}

async function write(
  deps: PeopleDeps,
  member: MemberId,
  id: string,
  value: unknown,
  expected: number,
  options: SettingOptions<StoredPerson>,
): Promise<StoredPerson | Refusal> {
  const person = parsePerson(value)
  if (person instanceof Refusal) return person
  const stored = { id, version: expected + 1, person }
  const beside = await besideSetting(deps, { word: 'person-saved', value: stored }, stored, options)
  const done = await deps.members.savePerson(member, { id, person }, expected, beside)
  return done === 'done' ? stored : new Refusal('precondition-failed')
}

/** Refuses `not-found`, `precondition-failed`, `person-in-rota` with the rotas by name. */
export async function removePerson(
  deps: PeopleDeps,
  member: MemberId,
  id: string,
  expected: number,
  options: SettingOptions<string> = {},
): Promise<string | Refusal> {
  if ((await deps.members.findPerson(member, id)) === null) return new Refusal('not-found')
  const beside = await besideSetting(deps, { word: 'person-removed', value: { id } }, id, options)
  const done = await deps.members.removePerson(member, id, expected, beside)
  if (done === 'done') return id
  return done === 'moved-on'
    ? new Refusal('precondition-failed')
    : new Refusal('person-in-rota', await rotasWith(deps, member, id))
}

async function rotasWith({ members }: PeopleDeps, member: MemberId, id: string): Promise<string> {
  const rotas = await members.listRotas(member)
  const names = rotas
    .filter(({ rota: { people, overrides, escalateTo } }) =>
      [...people, ...escalateTo, ...overrides.map(({ person }) => person)].includes(id),
    )
    .map(({ rota }) => rota.name)
  return `This person stands in ${names.join(', ')}; take the person out first.`
}

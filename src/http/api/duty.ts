// People who can be told, and who of them is on duty when. Both are replaced whole, so both need the version that was read.
import { type Context, type Handler, Hono } from 'hono'
import { z } from 'zod'
import { instantOf } from '../../core/kernel/instant.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { SharedLevel } from '../../core/severity/scale.ts'
import { PersonRole } from '../../core/support/person.ts'
import type { StoredPerson, StoredRota } from '../../flows/duty-ports.ts'
import { addPerson, removePerson, savePerson } from '../../flows/settings/people.ts'
import { addRota, removeRota, saveRota } from '../../flows/settings/rotas.ts'
import type { SettingOptions } from '../../flows/settings/setting.ts'
import { scoped } from '../caller.ts'
import { requireIfMatch } from '../if-match.ts'
import { refuse } from '../problem.ts'
import { readJson, readText } from '../read-json.ts'
import { code, email, line, phone } from '../text.ts'
import { present } from './present.ts'
import { answersSetting } from './settings.ts'
import type { Api } from './write.ts'

const Id = line(64)
const zone = line(64)
const time = line(5)

const SavePerson = z.strictObject({
  name: line(120),
  roles: z.array(PersonRole).min(1).max(PersonRole.options.length),
  email: email.nullable().default(null),
  phone: phone.nullable().default(null),
  zone,
  language: line(35).default('en'),
  quietHours: z
    .strictObject({ from: time, to: time, zone, untilLevel: SharedLevel })
    .nullable()
    .default(null),
})

/** A moment with `Z` or an offset, to the millisecond. */
const moment = z.iso
  .datetime({ offset: true })
  .max(40)
  .transform((text) => instantOf(Date.parse(text)))

const SaveRota = z.strictObject({
  name: line(120),
  region: line(64).optional(),
  products: z.array(code).min(1).max(1000).optional(),
  levels: z.array(SharedLevel).min(1).max(4).optional(),
  zone,
  start: z.iso.date(),
  handover: time,
  shiftDays: z.int().min(1).max(366),
  people: z.array(Id).min(1).max(200),
  overrides: z
    .array(z.strictObject({ from: moment, to: moment, person: Id }))
    .max(1000)
    .default([]),
  escalateTo: z.array(Id).max(50).default([]),
})

export function dutyRoutes(api: Api): Hono {
  const { deps } = api
  const app = new Hono()
  const [reads, writes] = [scoped('duty:read'), scoped('duty:write')]

  app.get('/people', reads, async (c) => {
    const people = await deps.members.listPeople(c.var.caller.member)
    return c.json({ items: people.map(viewPerson) })
  })
  app.post('/people', writes, async (c) => {
    const body = await readJson(c, SavePerson)
    if (body instanceof Refusal) return refuse(c, body)
    const { member: us } = c.var.caller
    return answersSetting(api, c, viewPerson, (options) => addPerson(deps, us, body, options), 201)
  })
  app.get('/people/:personId', reads, async (c) => {
    const found = await one(c, 'personId', (us, id) => deps.members.findPerson(us, id))
    return found instanceof Refusal ? refuse(c, found) : versioned(c, viewPerson(found))
  })
  app.put('/people/:personId', writes, async (c) => {
    const body = await readJson(c, SavePerson)
    if (body instanceof Refusal) return refuse(c, body)
    const asked = targetOf(c, 'personId')
    if (asked instanceof Refusal) return refuse(c, asked)
    const { us, id, expected } = asked
    return answersSetting(api, c, viewPerson, (options) =>
      savePerson(deps, us, id, body, expected, options),
    )
  })
  app.delete('/people/:personId', writes, removes(api, 'personId', removePerson))

  app.get('/rotas', reads, async (c) => {
    const rotas = await deps.members.listRotas(c.var.caller.member)
    return c.json({ items: rotas.map(viewRota) })
  })
  app.post('/rotas', writes, async (c) => {
    const body = await readJson(c, SaveRota)
    if (body instanceof Refusal) return refuse(c, body)
    const { member: us } = c.var.caller
    const rota = present(body)
    return answersSetting(api, c, viewRota, (options) => addRota(deps, us, rota, options), 201)
  })
  app.get('/rotas/:rotaId', reads, async (c) => {
    const found = await one(c, 'rotaId', (us, id) => deps.members.findRota(us, id))
    return found instanceof Refusal ? refuse(c, found) : versioned(c, viewRota(found))
  })
  app.put('/rotas/:rotaId', writes, async (c) => {
    const body = await readJson(c, SaveRota)
    if (body instanceof Refusal) return refuse(c, body)
    const asked = targetOf(c, 'rotaId')
    if (asked instanceof Refusal) return refuse(c, asked)
    const { us, id, expected } = asked
    return answersSetting(api, c, viewRota, (options) =>
      saveRota(deps, us, id, present(body), expected, options),
    )
  })
  app.delete('/rotas/:rotaId', writes, removes(api, 'rotaId', removeRota))
  return app
}

const viewPerson = ({ id, version, person }: StoredPerson) => ({ id, version, ...person })
const viewRota = ({ version, rota }: StoredRota) => ({ ...rota, version })

function versioned(c: Context, view: { readonly version: number }): Response {
  c.header('ETag', `"${view.version}"`)
  return c.json(view)
}

/** What is no id names nobody. */
function idOf(c: Context, name: string): string | Refusal {
  const id = Id.safeParse(c.req.param(name))
  return id.success ? id.data : new Refusal('not-found')
}

async function one<T>(
  c: Context,
  name: string,
  find: (us: MemberId, id: string) => Promise<T | null>,
): Promise<T | Refusal> {
  const id = idOf(c, name)
  if (id instanceof Refusal) return id
  return (await find(c.var.caller.member, id)) ?? new Refusal('not-found')
}

type Target = { readonly us: MemberId; readonly id: string; readonly expected: number }

function targetOf(c: Context, name: string): Target | Refusal {
  const id = idOf(c, name)
  if (id instanceof Refusal) return id
  const expected = requireIfMatch(c.req.header('if-match'))
  return expected instanceof Refusal ? expected : { us: c.var.caller.member, id, expected }
}

type Remove = (
  deps: Api['deps'],
  us: MemberId,
  id: string,
  expected: number,
  options: SettingOptions<string>,
) => Promise<string | Refusal>

function removes(api: Api, name: string, remove: Remove): Handler {
  return async (c) => {
    const read = await readText(c)
    const asked = read instanceof Refusal ? read : targetOf(c, name)
    if (asked instanceof Refusal) return refuse(c, asked)
    const { us, id, expected } = asked
    const removedAt = api.deps.clock.now()
    return answersSetting(
      api,
      c,
      () => ({ id, removedAt }),
      (options) => remove(api.deps, us, id, expected, options),
    )
  }
}

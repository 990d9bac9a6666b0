// Every text that the contract names, sent as nobody should: with NUL, half a character, too long, of another kind. Nothing comes of it
// but a word that names the field; nothing is stored.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FreshPostgres } from '../kit/database.ts'
import { type System, systemOf } from '../kit/api.ts'
import { contract, type ContractRoute, routes } from '../kit/contract.ts'
import { network, type Network, vendorOf } from '../kit/network.ts'

type Schema = { readonly [name: string]: unknown }
type Path = readonly (string | number)[]
type Field = { readonly path: Path; readonly schema: Schema; readonly example: unknown }

const { schemas } = contract.components
const parameters = (contract.components as unknown as { parameters: Record<string, Schema> })
  .parameters

/** Documents of somebody's own making: judged as a whole, so a fault in them names a place within. */
const DOCUMENTS = ['addScheme', 'addSupportProfile', 'confirmScheme', 'previewScheme']

function resolved(schema: Schema): Schema {
  const name = String(schema['$ref'] ?? '').split('/')
  if (name.length < 2) return schema
  const kind = name.at(-2) === 'parameters' ? parameters : schemas
  return resolved(kind[name.at(-1) ?? ''] ?? {})
}

const choices = (schema: Schema): Schema[] =>
  ((schema['oneOf'] ?? schema['anyOf'] ?? [schema]) as Schema[]).map(resolved)

/** Any value that fits. */
function sample(given: Schema): unknown {
  const schema = resolved(given)
  if (schema['example'] !== undefined) return schema['example']
  if (schema['const'] !== undefined) return schema['const']
  if (Array.isArray(schema['enum'])) return schema['enum'][0]
  const [choice] = choices(schema)
  if (choice !== undefined && choice !== schema) return sample(choice)
  switch ([schema['type']].flat()[0]) {
    case 'object':
      return Object.fromEntries(
        ((schema['required'] ?? []) as string[]).map((name) => [
          name,
          sample((schema['properties'] as Record<string, Schema>)[name] ?? {}),
        ]),
      )
    case 'array':
      return [sample(schema['items'] as Schema)]
    case 'integer':
    case 'number':
      return schema['minimum'] ?? 1
    case 'boolean':
      return true
    default:
      return schema['format'] === 'date-time' ? '2026-11-30T10:00:00Z' : 'x'
  }
}

/** Every field below a schema that takes text, each with a value around it that fits. */
function* textsIn(given: Schema, example: unknown, path: Path = []): Generator<Field> {
  for (const schema of choices(resolved(given))) {
    const types = [schema['type'] ?? (schema['enum'] || schema['const'] ? 'string' : [])].flat()
    if (types.includes('string')) yield { path, schema, example }
    if (types.includes('array')) {
      const items = schema['items'] as Schema
      const [first] = Array.isArray(example) ? (example as unknown[]) : []
      yield* textsIn(items, first ?? sample(items), [...path, 0])
    }
    const properties = (schema['properties'] ?? {}) as Record<string, Schema>
    for (const [name, property] of Object.entries(properties)) {
      const held = (example as Record<string, unknown> | null | undefined)?.[name]
      yield* textsIn(property, held ?? sample(property), [...path, name])
    }
  }
}

/** The value with another in one place, and what is missing on the way there filled in. */
function withAt(value: unknown, schema: Schema, path: Path, bad: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return bad
  const kinds = choices(resolved(schema))
  if (typeof step === 'number') {
    const items = (kinds.find((kind) => kind['items'])?.['items'] ?? {}) as Schema
    const [first] = Array.isArray(value) ? (value as unknown[]) : []
    return [withAt(first ?? sample(items), items, rest, bad)]
  }
  const holder = kinds.find((kind) => (kind['properties'] as Schema | undefined)?.[step])
  const property = ((holder?.['properties'] ?? {}) as Record<string, Schema>)[step] ?? {}
  const whole = (value ?? sample(holder ?? {})) as Record<string, unknown>
  return { ...whole, [step]: withAt(whole[step], property, rest, bad) }
}

/** What no text may be, and whether the door can say which field it was. */
function hostile({ schema }: Field): [string, unknown][] {
  const longest = Number(schema['maxLength'] ?? 300_000)
  return [
    ['NUL', 'a\u0000b'],
    ['half a character', 'a\ud800b'],
    ['a text too long', 'x'.repeat(longest + 1)],
    ['an object for a text', { nonsense: [[]] }],
    ['a truth for a text', true],
  ]
}

const addressOf = ({ path }: ContractRoute, slot = 'case-number'): string => {
  const id = String(schemas['CaseId']?.['example'])
  const query = path === '/api/agreement' ? '?partner=https%3A%2F%2Fnobody.example' : ''
  return (
    path
      .replace('{slot}', slot)
      .replace('{scheme}', 'redhat-premium')
      .replaceAll(/\{\w+\}/g, id) + query
  )
}

const bodies = routes.flatMap((route) => {
  const schema = route.operation.requestBody?.content['application/json']?.schema
  return schema === undefined ? [] : [[route.operation.operationId, route, schema] as const]
})
const queries = routes.flatMap((route) =>
  ((route.operation.parameters ?? []) as readonly Schema[])
    .map(resolved)
    .filter((parameter) => parameter['in'] === 'query')
    .map(
      (parameter) =>
        [`${route.operation.operationId} ${String(parameter['name'])}`, route, parameter] as const,
    ),
)

describe('hostile input', () => {
  let net: Network
  let alpine: System
  beforeAll(async () => {
    net = await network([1])
    alpine = await systemOf(vendorOf(net, 0))
  })
  afterAll(() => net[Symbol.asyncDispose]())

  /** As often as a client may. */
  const slowly = (path: string, init: RequestInit = {}): ReturnType<System['send']> => {
    net.clock.advance(150)
    return alpine.send(path, init)
  }

  /** How much is stored. */
  const stored = async (): Promise<unknown> => {
    const { database } = alpine.vendor.host.database as FreshPostgres
    const [row] = await database.query<Record<string, unknown>>(
      `select (select count(*) from case_event) as events, (select count(*) from audit_leaf) as leaves,
        (select count(*) from idempotency_key) as answers, (select count(*) from local_note) as notes`,
      [],
    )
    return row
  }

  it.each(bodies)('in the body of %s is named and not stored', async (id, route, schema) => {
    const before = await stored()
    const example = sample(schema)
    for (const field of textsIn(schema, example)) {
      const name = field.path.join('.')
      for (const [what, bad] of hostile(field)) {
        const body = withAt(example, schema, field.path, bad)
        const said = await slowly(addressOf(route), {
          method: route.method,
          headers: {
            'content-type': 'application/json',
            'if-match': '"99"',
            'idempotency-key': `hostile ${id} ${name}`.slice(0, 200).replaceAll(' ', '-'),
          },
          body: JSON.stringify(body),
        })
        const about = `${what} in ${name}: ${said.status} ${said.text.slice(0, 200)}`
        expect([400, 413, 422], about).toContain(said.status)
        // I-JSON has no half characters: the document is refused before anybody reads fields.
        if (what === 'half a character' || DOCUMENTS.includes(id)) continue
        const named = String(said.body.field ?? '')
        expect(named !== '' && (name.startsWith(named) || named.startsWith(name)), about).toBe(true)
      }
    }
    expect(await stored()).toEqual(before)
  })

  it.each(queries)('in the query of %s is refused by name', async (_, route, parameter) => {
    const name = String(parameter['name'])
    const { schema } = parameter as { schema: Schema }
    const address = addressOf(route).split('?')[0] ?? ''
    const others = new URLSearchParams(
      ((route.operation.parameters ?? []) as readonly Schema[])
        .map(resolved)
        .filter((other) => other['in'] === 'query' && other['required'] === true)
        .map((other) => [String(other['name']), String(sample(other['schema'] as Schema))]),
    )
    for (const bad of ['a%00b', 'x'.repeat(Number(resolved(schema)['maxLength'] ?? 4_000) + 1)]) {
      others.delete(name)
      const rest = others.size > 0 ? `&${others}` : ''
      const said = await slowly(`${address}?${name}=${bad}${rest}`)
      const about = `${bad.slice(0, 20)}: ${said.status} ${said.text.slice(0, 200)}`
      expect([400, 404, 422], about).toContain(said.status)
      if (said.status !== 404) expect(String(said.body.field).split('.')[0], about).toBe(name)
    }
    const half = await slowly(`${address}?${name}=a%ED%A0%80b&${others}`)
    if (half.status >= 500) expect(half.body.type).toBe('urn:entente:problem:partner-unreachable')
  })

  it.each(
    routes
      .filter(({ path }) => path.includes('{'))
      .map((route) => [`${route.method} ${route.path}`, route] as const),
  )('in the path of %s leads nowhere', async (_, route) => {
    for (const bad of ['a%00b', '%ED%A0%80', 'x'.repeat(5_000), '%E2%80%AE']) {
      const address = route.path.replaceAll(/\{\w+\}/g, bad)
      const said = await slowly(address, {
        method: route.method,
        headers: { 'content-type': 'application/json', 'if-match': '"1"' },
        ...(route.method === 'GET' ? {} : { body: '{}' }),
      })
      expect([400, 404, 422], `${bad.slice(0, 20)}: ${said.text.slice(0, 200)}`).toContain(
        said.status,
      )
    }
  })
})

import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SCOPES } from '../../src/core/access/scope.ts'
import type { Scope } from '../../src/core/access/scope.ts'
import { SENTENCES } from '../../src/core/kernel/refusal.ts'
import { generateContract, generateTypes, withWords } from '../../src/http/generate-contract.ts'
import { STATUS } from '../../src/http/status.ts'
import { type System, systemOf } from '../kit/api.ts'
import {
  ALL_WORDS,
  COMMON_WORDS,
  contract,
  type ContractRoute,
  judgeAnswer,
  judgeRequest,
  refusalsOf,
  routeOf,
  routes,
} from '../kit/contract.ts'
import { network, type Network, vendorOf } from '../kit/network.ts'

const read = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const named = routes.map((route) => [route.operation.operationId, route] as const)
const { schemas } = contract.components

describe('the contract by itself', () => {
  it('names every operation once', () => {
    const ids = named.map(([id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('has the very words the program has', () => {
    expect(ALL_WORDS).toEqual(Object.keys(SENTENCES))
    const yaml = read('openapi/gateway.yaml')
    expect(withWords(yaml) === yaml).toBe(true)
  })

  it('is what the program carries with it, and what the client’s types are made from', async () => {
    const yaml = read('openapi/gateway.yaml')
    expect(read('src/http/contract.generated.ts') === generateContract(yaml)).toBe(true)
    expect(read('src/client.generated.ts') === (await generateTypes(yaml))).toBe(true)
  })

  it.each(Object.entries(schemas).filter(([, schema]) => schema['example'] !== undefined))(
    'has an example of %s that fits it',
    (name, schema) => {
      const ref = { $ref: `#/components/schemas/${name}` }
      expect(judgeRequest(ref, schema['example'])).toBeNull()
      expect(judgeAnswer(ref, schema['example'])).toBeNull()
    },
  )

  it.each(named)(
    'says of %s who may ask, what it answers, and how it says no',
    (_, { operation }) => {
      expect(operation.security).toBeDefined()
      const statuses = Object.keys(operation.responses)
      expect(statuses.some((status) => status.startsWith('2'))).toBe(true)
      const words = refusalsOf(operation)
      const unknown = words.filter((word) => !Object.hasOwn(STATUS, word))
      expect(unknown).toEqual([])
      for (const word of words) {
        const range = `${String(STATUS[word as keyof typeof STATUS])[0]}XX`
        expect([word, statuses]).toEqual([word, expect.arrayContaining([range])])
      }
      for (const [, answer] of Object.entries(operation.responses)) {
        const schema = answer.content?.['application/json']?.schema
        const example = schema?.['$ref'] && schemas[String(schema['$ref']).split('/').at(-1) ?? '']
        if (example) expect(example).toHaveProperty('type')
      }
    },
  )

  it('counts as common only words that exist', () => {
    expect([...COMMON_WORDS].filter((word) => !Object.hasOwn(SENTENCES, word))).toEqual([])
  })
})

const addressOf = ({ path }: ContractRoute): string => {
  const id = String(schemas['CaseId']?.['example'])
  const filled = path
    .replace('{slot}', 'case-number')
    .replace('{scheme}', 'redhat-premium')
    .replaceAll(/\{\w+\}/g, id)
  const partner = `?partner=${encodeURIComponent('https://gateway-0.test/members/nobody')}`
  const query: Readonly<Record<string, string>> = {
    '/api/agreement': partner,
    '/api/partners/profile': partner,
    '/api/partners/intake-form': partner,
    '/api/severity/translate': '?level=1&to=redhat-premium',
    '/api/support-profiles/changes': '?from=1',
    '/api/who-answers': partner.replace('partner', 'member'),
  }
  return filled + (query[path] ?? '')
}
const scopeOf = ({ operation }: ContractRoute): Scope | undefined =>
  operation.security?.flatMap((by) => Object.values(by).flat() as Scope[])[0]

describe('contract and program', () => {
  let net: Network
  let alpine: System
  beforeAll(async () => {
    net = await network([1])
    alpine = await systemOf(vendorOf(net, 0))
  })
  afterAll(() => net[Symbol.asyncDispose]())

  /** What other contracts and the pages for people are held to elsewhere. */
  const ELSEWHERE = [
    /^\/members\//,
    /^\/console/,
    /openid-federation$/,
    /^\/exchange/,
    /\/style\.css$/,
    /\*/,
  ]

  it('have the same routes', () => {
    const built = vendorOf(net, 0)
      .host.gateway.app.routes.filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)(?:\{[^}]*\})?/g, '{$1}')}`)
      .filter((route) => !ELSEWHERE.some((pattern) => pattern.test(route.split(' ')[1] ?? '')))
    const written = routes.map(({ method, path }) => `${method} ${path}`)
    expect([...new Set(built)].toSorted()).toEqual(written.toSorted())
  })

  const guarded = named.filter(([, route]) => scopeOf(route) !== undefined)
  const withBody = named.flatMap(([id, route]) => {
    const schema = route.operation.requestBody?.content['application/json']?.schema
    const name =
      String(schema?.['$ref'] ?? '')
        .split('/')
        .at(-1) ?? ''
    return schemas[name] === undefined ? [] : [[id, route, schemas[name]] as const]
  })
  const send = (route: ContractRoute, body: unknown) =>
    alpine.send(addressOf(route), {
      method: route.method,
      headers: { 'content-type': 'application/json', 'if-match': '"99"' },
      body: JSON.stringify(body),
    })

  it.each(guarded)('let nobody ask %s without a token', async (_, route) => {
    const said = await alpine.send(addressOf(route), {
      method: route.method,
      headers: { authorization: '' },
    })
    expect([said.status, said.body.type]).toEqual([401, 'urn:entente:problem:unauthenticated'])
    expect(said.headers.get('www-authenticate')).toMatch(/^Bearer /)
  })

  it('let nobody ask without the scope that the operation names', async () => {
    for (const scope of SCOPES) {
      const others = await systemOf(
        alpine.vendor,
        SCOPES.filter((other) => other !== scope),
      )
      for (const [id, route] of guarded.filter(([, one]) => scopeOf(one) === scope)) {
        const said = await others.send(addressOf(route), { method: route.method })
        expect([id, said.status, said.body.type]).toEqual([
          id,
          403,
          'urn:entente:problem:scope-missing',
        ])
      }
    }
  })

  it.each(withBody)('agree on the example of %s', async (id, route, schema) => {
    const said = await send(route, schema['example'])
    const word = String(said.body?.type).split(':').at(-1) ?? ''
    expect([id, ['invalid-field', 'unknown-field', 'malformed-request'].includes(word)]).toEqual([
      id,
      false,
    ])
  })

  it.each(withBody)('agree on the fields of %s', async (id, route, schema) => {
    if (['addScheme', 'addSupportProfile'].includes(id)) return
    const properties = schema['properties'] as Readonly<Record<string, unknown>>
    const example = schema['example'] as Readonly<Record<string, unknown>>
    const more = await send(route, { ...example, surprise: 1 })
    expect([more.status, more.body.field]).toEqual([400, 'surprise'])
    for (const name of (schema['required'] ?? []) as string[]) {
      const { [name]: _, ...less } = example
      const said = await send(route, less)
      expect([name, said.status, said.body.field]).toEqual([name, 422, name])
    }
    for (const name of Object.keys(properties)) {
      const said = await send(route, { ...example, [name]: { nonsense: [[]] } })
      expect([400, 422]).toContain(said.status)
      expect(String(said.body.field).split('.')[0]).toBe(name)
    }
  })

  it.each(withBody)('agree on the words that fields of %s take', async (_, route, schema) => {
    const example = schema['example'] as Readonly<Record<string, unknown>>
    for (const [name, given] of Object.entries(
      schema['properties'] as Record<string, { enum?: unknown[] }>,
    ))
      for (const word of given.enum ?? []) {
        const said = await send(route, { ...example, [name]: word })
        expect([name, word, said.body?.field]).not.toEqual([name, word, name])
      }
  })
})

describe('the kit that holds answers to the contract', () => {
  it('finds the operation of an address', () => {
    expect(routeOf('GET', '/api/partners/queues')?.operation.operationId).toBe('listQueues')
    expect(routeOf('GET', '/api/cases/x/history/y')?.operation.operationId).toBe('readEvent')
    expect(routeOf('GET', '/nowhere')).toBeUndefined()
  })

  it('would notice a field too many, a field too few and a wrong kind', () => {
    const receipt = { $ref: '#/components/schemas/Receipt' }
    const good = schemas['Receipt']?.['example'] as Readonly<Record<string, unknown>>
    expect(judgeAnswer(receipt, good)).toBeNull()
    expect(judgeAnswer(receipt, { ...good, extra: 1 })).toMatch(/additional/)
    expect(judgeAnswer(receipt, { ...good, version: '7' })).toMatch(/integer/)
    const { caseId: _, ...less } = good
    expect(judgeAnswer(receipt, less)).toMatch(/required/)
  })
})

// openapi/exchange.yaml says what the exchange door answers: every route stands in it, and every operation has a route.
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ENDPOINT_PATHS } from '../../../src/core/members/endpoints.ts'
import { CaseGatewayMetadata } from '../../../src/core/members/metadata.ts'
import type { Deps } from '../../../src/flows/ports.ts'
import { exchangeRoutes } from '../../../src/http/exchange/routes.ts'
import { exchangeTrustRoutes } from '../../../src/http/exchange/trust-routes.ts'

type Json = Readonly<Record<string, unknown>>
type Operation = Json & { readonly operationId: string }

const file = new URL('../../../openapi/exchange.yaml', import.meta.url)
const contract = parse(readFileSync(file, 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Json }
}
const operations = Object.entries(contract.paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, operation]) =>
    method === 'parameters' ? [] : [{ path, method, operation }],
  ),
)

describe('the exchange contract', () => {
  it('names every route, and no other', () => {
    // Routes are only listed here, never called: nothing is asked of the world.
    const nowhere = {} as Deps
    const site = { publicUrl: 'https://gateway.example' }
    const routes = [exchangeRoutes(nowhere, site), exchangeTrustRoutes(nowhere, site)]
      .flatMap((app) => app.routes)
      .filter(({ path }) => path.startsWith('/members/'))
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(':handle', '{handle}')}`)
    const written = operations.map(({ path, method }) => `${method} ${path}`)
    expect([...new Set(routes)].toSorted()).toEqual(written.toSorted())
  })

  it('names each operation once', () => {
    const ids = operations.map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('uses the addresses that members publish', () => {
    const paths = Object.values(ENDPOINT_PATHS).map((path) => `/members/{handle}${path}`)
    for (const path of paths) expect(Object.keys(contract.paths)).toContain(path)
  })

  it('describes the metadata as it is judged', () => {
    const described = contract.components.schemas['CaseGateway'] as {
      readonly properties: Json
      readonly required: readonly string[]
    }
    const { shape } = CaseGatewayMetadata
    const required = Object.entries(shape).filter(
      ([, field]) => !field.safeParse(undefined).success,
    )
    expect(Object.keys(described.properties).toSorted()).toEqual(Object.keys(shape).toSorted())
    expect(described.required.toSorted()).toEqual(required.map(([name]) => name).toSorted())
  })

  it('has examples that fit their schemas', () => {
    const ajv = addFormats.default(new Ajv2020({ strict: false, discriminator: true }))
    ajv.addSchema(contract, 'exchange')
    const examples = mediaIn(contract, '#')
    expect(examples.length).toBeGreaterThan(15)
    for (const { pointer, value } of examples) {
      const valid = ajv.validate({ $ref: `exchange${pointer}/schema` }, value)
      expect(`${pointer}: ${valid ? '' : ajv.errorsText()}`).toBe(`${pointer}: `)
    }
  })
})

/** Every example beside a schema, with the place of both. */
function mediaIn(node: unknown, pointer: string): { pointer: string; value: unknown }[] {
  if (typeof node !== 'object' || node === null) return []
  const { schema, examples } = node as { schema?: unknown; examples?: unknown }
  const own =
    schema !== undefined && typeof examples === 'object' && examples !== null
      ? Object.values(examples as Record<string, { value: unknown }>).map(({ value }) => ({
          pointer,
          value,
        }))
      : []
  const below = Object.entries(node).flatMap(([key, child]) =>
    mediaIn(child, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  )
  return [...own, ...below]
}

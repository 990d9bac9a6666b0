// Holds answers to openapi/gateway.yaml: every answer seen in any test must be one that the contract names, in shape, status, headers
// and word. Shapes are taken at their word: a field that the contract does not name fails here, though clients would ignore it.
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'

type Json = { readonly [name: string]: unknown }
type Content = Readonly<Record<string, { readonly schema: Json }>>
type Answer = { readonly $ref?: string; readonly headers?: Json; readonly content?: Content }
export type Operation = {
  readonly operationId: string
  readonly 'x-refusals'?: readonly string[]
  /** A schema that lists more of them. */
  readonly 'x-refusals-of'?: string
  readonly security?: readonly Json[]
  readonly requestBody?: { readonly content: Content }
  readonly parameters?: readonly Json[]
  readonly responses: Readonly<Record<string, Answer>>
}
export type ContractRoute = {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

const BASE = 'https://contract.test/gateway'
const text = readFileSync(new URL('../../openapi/gateway.yaml', import.meta.url), 'utf8')
export const contract = parse(text) as Json & {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, Json>>
    readonly responses: Readonly<Record<string, Answer>>
  }
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch']
export const routes: readonly ContractRoute[] = Object.entries(contract.paths).flatMap(
  ([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method]
      return operation ? [{ method: method.toUpperCase(), path, operation }] : []
    }),
)

const wordsOf = (name: string): readonly string[] =>
  contract.components.schemas[name]?.['enum'] as readonly string[]
export const COMMON_WORDS = new Set(wordsOf('CommonRefusalWord'))
export const ALL_WORDS = wordsOf('RefusalWord')

/** Objects of answers may hold what they name and nothing else. */
function strict(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strict)
  if (value === null || typeof value !== 'object') return value
  const object = Object.fromEntries(Object.entries(value).map(([key, v]) => [key, strict(v)]))
  const isObject = object['properties'] !== undefined && object['type'] === 'object'
  return isObject && object['additionalProperties'] === undefined
    ? { ...object, additionalProperties: false }
    : object
}

function compiler(id: string, document: unknown): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema({ $id: id, ...(document as Json) })
  return ajv
}
const answers = compiler(BASE, strict({ components: contract.components }))
const requests = compiler(BASE, { components: contract.components })

const compiled = new Map<string, ValidateFunction>()
/** @param pointer a JSON pointer into the contract's components, such as `schemas/Case` */
function validatorOf(ajv: Ajv2020, kind: string, schema: Json): ValidateFunction {
  const name = `${kind} ${JSON.stringify(schema)}`
  const known = compiled.get(name)
  if (known) return known
  const made = ajv.compile(absolute(schema) as Json)
  compiled.set(name, made)
  return made
}

/** References of a schema that stands alone, made to point into the contract. */
function absolute(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(absolute)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, v]) => [
      key,
      key === '$ref' && typeof v === 'string' && v.startsWith('#') ? BASE + v : absolute(v),
    ]),
  )
}

const told = (validate: ValidateFunction): string =>
  (validate.errors ?? [])
    .map((e) => `${e.instancePath || '/'} ${e.message ?? ''} ${JSON.stringify(e.params)}`)
    .join('; ')

/** What is wrong with a request's body by its schema; null when nothing is. */
export function judgeRequest(schema: Json, value: unknown): string | null {
  const validate = validatorOf(requests, 'request', schema)
  return validate(value) ? null : told(validate)
}
export function judgeAnswer(schema: Json, value: unknown): string | null {
  const validate = validatorOf(answers, 'answer', strict(schema) as Json)
  return validate(value) ? null : told(validate)
}

/** The route of the contract that an address belongs to: the one with the most literal parts. */
export function routeOf(method: string, pathname: string): ContractRoute | undefined {
  const parts = pathname.split('/')
  return routes
    .filter((route) => route.method === method && matches(route.path.split('/'), parts))
    .toSorted((a, b) => (a.path.match(/\{/g)?.length ?? 0) - (b.path.match(/\{/g)?.length ?? 0))[0]
}

const matches = (template: readonly string[], parts: readonly string[]): boolean =>
  template.length === parts.length &&
  template.every((part, i) => part.startsWith('{') || part === parts[i])

/** Operations of which some test saw an answer. */
export const seenOperations = new Set<string>()

/** What is wrong with an answer by the contract; null when nothing is. Reads a copy. */
export async function judgeResponse(
  method: string,
  url: string,
  res: Response,
): Promise<string | null> {
  const route = routeOf(method, new URL(url).pathname)
  if (!route) return null
  const { operation } = route
  seenOperations.add(operation.operationId)
  const status = String(res.status)
  const given = operation.responses[status] ?? operation.responses[`${status[0] ?? ''}XX`]
  if (!given) return `${operation.operationId} answers ${status}, which the contract does not name`
  const answer = given.$ref ? resolveAnswer(given.$ref) : given
  const fault = await judgeContent(answer, res)
  return (
    (fault && `${operation.operationId} ${status}: ${fault}`) ||
    (await judgeWord(operation, res)) ||
    judgeHeaders(operation, answer, res)
  )
}

const resolveAnswer = (ref: string): Answer =>
  contract.components.responses[ref.split('/').at(-1) ?? ''] ?? { content: {} }

async function judgeContent({ content }: Answer, res: Response): Promise<string | null> {
  const body = await res.clone().text()
  if (!content) return body === '' ? null : 'a body where the contract has none'
  const type = res.headers.get('content-type')?.split(';')[0] ?? ''
  const media = content[type]
  if (!media) return `content type ${type}`
  return type.includes('json') ? judgeAnswer(media.schema, JSON.parse(body)) : null
}

/** The words of an operation's own. */
export const refusalsOf = (operation: Operation): readonly string[] => [
  ...(operation['x-refusals'] ?? []),
  ...(operation['x-refusals-of'] === undefined ? [] : wordsOf(operation['x-refusals-of'])),
]

async function judgeWord(operation: Operation, res: Response): Promise<string | null> {
  const type = res.headers.get('content-type') ?? ''
  if (!type.includes('problem+json')) return null
  const { type: uri } = (await res.clone().json()) as { type: string }
  const word = uri.replace('urn:entente:problem:', '')
  if (word === 'fault' || COMMON_WORDS.has(word)) return null
  return refusalsOf(operation).includes(word)
    ? null
    : `${operation.operationId} refuses with ${word}, which its x-refusals lack`
}

function judgeHeaders(operation: Operation, answer: Answer, res: Response): string | null {
  if (!res.headers.has('request-id')) return 'no Request-Id'
  const needsEtag = res.ok && answer.headers?.['ETag'] !== undefined
  if (needsEtag && !res.headers.has('etag')) return `${operation.operationId}: no ETag`
  const asked = (operation.security ?? []).length > 0
  const isKnown = res.status !== 401
  return asked && isKnown && !res.headers.has('ratelimit') ? 'no RateLimit' : null
}

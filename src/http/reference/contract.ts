// The contract as the reference page reads it: only the parts of OpenAPI 3.1 that openapi/gateway.yaml uses.
import { CONTRACT_JSON } from '../contract.generated.ts'

export type Schema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly example?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly additionalProperties?: boolean | Schema
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
}
type Content = Readonly<Record<string, { readonly schema: Schema }>>
type Ref = { readonly $ref?: string }
export type Parameter = Ref & {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly description?: string
  readonly schema: Schema
}
export type Answer = Ref & {
  readonly description: string
  readonly headers?: Readonly<Record<string, Ref & { readonly description?: string }>>
  readonly content?: Content
}
export type Operation = {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description?: string
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly 'x-refusals'?: readonly string[]
  readonly 'x-refusals-of'?: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly required?: boolean; readonly content: Content }
  readonly responses: Readonly<Record<string, Answer>>
}
const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const
type Method = (typeof METHODS)[number]
type PathItem = { readonly parameters?: readonly Parameter[] } & {
  readonly [method in Method]?: Operation
}
export type Contract = {
  readonly info: {
    readonly title: string
    readonly version: string
    readonly summary: string
    readonly description: string
  }
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, PathItem>>
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

export const contract = JSON.parse(CONTRACT_JSON) as Contract

/** What a reference points to, with what stands beside it; a value without one as it is. */
export function resolve<T extends Ref>(value: T): T {
  if (value.$ref === undefined) return value
  const [, , kind = '', name = ''] = value.$ref.split('/')
  const found = contract.components[kind]?.[name]
  if (found === undefined) throw new Error(`the contract has no ${value.$ref}`)
  const { $ref: _, ...beside } = value
  return resolve({ ...(found as T), ...beside })
}

export type Route = {
  readonly method: Method
  readonly path: string
  readonly operation: Operation
  /** Those of the path first. */
  readonly parameters: readonly Parameter[]
}

/** Every operation, in the order of the contract. */
export const routes: readonly Route[] = Object.entries(contract.paths).flatMap(([path, item]) =>
  METHODS.flatMap((method) => {
    const operation = item[method]
    if (operation === undefined) return []
    const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])]
    return [{ method, path, operation, parameters: parameters.map(resolve) }]
  }),
)

/** Every word that an operation names as its own. */
export function refusalsOf(operation: Operation): readonly string[] {
  const list = operation['x-refusals-of']
  const more = list === undefined ? [] : wordsOf(list)
  return [...(operation['x-refusals'] ?? []), ...more]
}

/** The words of a schema that lists some. */
export const wordsOf = (schema: string): readonly string[] =>
  (resolve<Schema>({ $ref: `#/components/schemas/${schema}` }).enum ?? []).map(String)

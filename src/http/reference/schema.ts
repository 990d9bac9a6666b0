// A schema as people read it: one line for its kind, a list of its fields, each with what it must be.
import { html } from 'hono/html'
import { resolve, type Schema } from './contract.ts'
import { type Html, inline, nothing } from './prose.ts'

/** Deeper than this a field shows its kind alone: the thing has a place of its own in the page. */
const DEEPEST = 4

/** The fields of an object, or of the objects in a list; nothing for other kinds. */
export function fieldsOf(given: Schema, depth = 0): Html {
  const schema = resolve(given)
  const inner = objectIn(schema)
  const fields = Object.entries(inner?.properties ?? {})
  if (fields.length === 0 || depth >= DEEPEST) return nothing
  return html`<dl class="fields">
    ${fields.map(
      ([name, field]) =>
        html`<div>
          <dt>
            <code>${name}</code> ${
              inner?.required?.includes(name) ? html`<b class="required">required</b>` : nothing
            }
            <span class="kind">${kindOf(field)}</span>
          </dt>
          <dd>${describe(field)} ${limitsOf(resolve(field))} ${nested(field, depth)}</dd>
        </div>`,
    )}
  </dl>`
}

function nested(field: Schema, depth: number): Html {
  const schema = resolve(field)
  if (objectIn(schema)?.properties === undefined || depth + 1 >= DEEPEST) return nothing
  return html`<details>
    <summary>Fields</summary>
    ${fieldsOf(schema, depth + 1)}
  </details>`
}

const describe = (field: Schema): Html => {
  const { description } = resolve(field)
  return description === undefined ? nothing : html`<p>${inline(description)}</p>`
}

/** The object whose fields are to be shown: the schema itself, the items of a list, the one choice that is no null. */
function objectIn(given: Schema): Schema | undefined {
  const schema = resolve(given)
  if (schema.properties !== undefined) return schema
  if (schema.items !== undefined) return objectIn(schema.items)
  const choices = (schema.oneOf ?? []).map(resolve).filter(({ type }) => type !== 'null')
  return choices.map(objectIn).find((choice) => choice !== undefined)
}

/** `text`, `list of text`, `a, b or c`. */
export function kindOf(given: Schema): string {
  const schema = resolve(given)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum !== undefined) return schema.enum.map(String).join(' · ')
  const choices = schema.oneOf
  if (choices !== undefined && schema.properties === undefined)
    return [...new Set(choices.map(kindOf))].join(' or ')
  if (schema.type === 'array') return `list of ${schema.items ? kindOf(schema.items) : 'anything'}`
  const types = Array.isArray(schema.type) ? schema.type : [schema.type ?? 'anything']
  return types
    .map((type) => KINDS[`${type} ${schema.format ?? ''}`.trim()] ?? KINDS[type] ?? type)
    .join(' or ')
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  'string date-time': 'moment',
  'string date': 'date',
  'string email': 'e-mail address',
  integer: 'whole number',
  boolean: 'true or false',
  null: 'null',
}

/** What the value must keep beside its kind. */
export function limitsOf(schema: Schema): Html {
  const limits = [
    schema.minimum === undefined ? '' : `at least ${schema.minimum}`,
    schema.maximum === undefined ? '' : `at most ${schema.maximum}`,
    schema.maxLength === undefined ? '' : `at most ${schema.maxLength} characters`,
    schema.maxItems === undefined ? '' : `at most ${schema.maxItems} items`,
    schema.default === undefined ? '' : `otherwise ${JSON.stringify(schema.default)}`,
  ].filter((limit) => limit !== '')
  return limits.length === 0 ? nothing : html`<p class="limits">${limits.join(', ')}</p>`
}

/** An example of the whole, if the contract has one. */
export const exampleOf = (schema: Schema): unknown => resolve(schema).example

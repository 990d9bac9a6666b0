// One operation in the reference: address, what it does, what it takes, what it answers, and every word it may refuse with.
import { html } from 'hono/html'
import { SENTENCES } from '../../core/kernel/refusal.ts'
import { type Answer, type Parameter, refusalsOf, resolve } from './contract.ts'
import type { Route, Schema } from './contract.ts'
import { type Html, inline, json, nothing, paragraphs } from './prose.ts'
import { exampleOf, fieldsOf, kindOf, limitsOf } from './schema.ts'

export function operationSection({ method, path, operation, parameters }: Route): Html {
  const scopes = operation.security.flatMap((by) => Object.values(by).flat())
  return html`<section class="operation" id="${operation.operationId}">
    <h3><a href="#${operation.operationId}">${operation.summary}</a></h3>
    <p class="address">
      <span class="method ${method}">${method.toUpperCase()}</span> <code>${path}</code>
    </p>
    ${operation.description === undefined ? nothing : paragraphs(operation.description)}
    <p class="scopes">
      ${
        scopes.length === 0
          ? 'Open to everybody.'
          : html`Needs ${scopes.map((scope) => html`<code>${scope}</code> `)}`
      }
    </p>
    ${parameterList(parameters)} ${requestPart(operation.requestBody?.content)}
    ${Object.entries(operation.responses)
      .filter(([status]) => status.startsWith('2'))
      .map(([status, answer]) => answerPart(status, resolve(answer)))}
    ${refusalList(refusalsOf(operation))}
  </section>`
}

function parameterList(parameters: readonly Parameter[]): Html {
  if (parameters.length === 0) return nothing
  return html`<h4>Parameters</h4>
    <dl class="fields">
      ${parameters.map(
        (parameter) =>
          html`<div>
            <dt>
              <code>${parameter.name}</code> ${
                parameter.required ? html`<b class="required">required</b>` : nothing
              }
              <span class="kind">${parameter.in}, ${kindOf(parameter.schema)}</span>
            </dt>
            <dd>
              ${
                parameter.description === undefined
                  ? nothing
                  : html`<p>${inline(parameter.description)}</p>`
              }
              ${limitsOf(resolve(parameter.schema))}
            </dd>
          </div>`,
      )}
    </dl>`
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>

const requestPart = (content: Content | undefined): Html =>
  content === undefined
    ? nothing
    : html`${Object.entries(content).map(
        ([type, { schema }]) =>
          html`<h4>Body <span class="kind">${type}</span></h4>
            ${schemaPart(schema)}`,
      )}`

const answerPart = (status: string, { description, content }: Answer): Html =>
  html`<h4>Answer <span class="kind">${status}</span></h4>
    <p>${inline(description)}</p>
    ${Object.values(content ?? {}).map(({ schema }) => schemaPart(schema))}`

function schemaPart(schema: Schema): Html {
  const example = exampleOf(schema)
  const { description } = resolve(schema)
  return html`${description === undefined ? nothing : html`<p>${inline(description)}</p>`}
  ${fieldsOf(schema)}
  ${
    example === undefined
      ? nothing
      : html`<details>
          <summary>Example</summary>
          ${json(example)}
        </details>`
  }`
}

function refusalList(words: readonly string[]): Html {
  if (words.length === 0) return nothing
  return html`<h4>Refuses</h4>
    <ul class="refusals">
      ${words.map((word) => html`<li><code>${word}</code> ${sentenceOf(word)}</li>`)}
    </ul>`
}

export const sentenceOf = (word: string): string =>
  Object.hasOwn(SENTENCES, word) ? SENTENCES[word as keyof typeof SENTENCES] : ''

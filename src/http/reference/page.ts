// The reference of the API as one page, made from the contract on the server. It needs no script, and nothing from anywhere else.
import { html } from 'hono/html'
import { STATUS } from '../status.ts'
import { contract, routes, wordsOf } from './contract.ts'
import { operationSection, sentenceOf } from './operation.ts'
import { type Html, paragraphs } from './prose.ts'

const routesOf = (tag: string) => routes.filter(({ operation }) => operation.tags.includes(tag))

export const referencePage = (): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${contract.info.title}: API reference</title>
        <link rel="stylesheet" href="docs/style.css" />
      </head>
      <body>
        <a class="skip" href="#content">To the content</a>
        <nav aria-label="Contents">
          <p class="brand"><a href="#content">${contract.info.title}</a></p>
          <ul>
            <li><a href="#overview">Overview</a></li>
            ${contract.tags.map(
              ({ name }) =>
                html`<li>
                  <a href="#tag-${name}">${name}</a>
                  <ul>
                    ${routesOf(name).map(
                      ({ operation }) =>
                        html`<li><a href="#${operation.operationId}">${operation.summary}</a></li>`,
                    )}
                  </ul>
                </li>`,
            )}
            <li><a href="#words">Every word of refusal</a></li>
          </ul>
        </nav>
        <main id="content">
          <header id="overview">
            <h1>${contract.info.title}</h1>
            <p class="lead">${contract.info.summary}</p>
            <p class="links">
              Version ${contract.info.version}, as <a href="openapi.yaml">YAML</a> and
              <a href="openapi.json">JSON</a>
            </p>
            ${paragraphs(contract.info.description)}
            <h2>Words that any operation may refuse with</h2>
            ${wordList(wordsOf('CommonRefusalWord'))}
          </header>
          ${contract.tags.map(
            ({ name, description }) =>
              html`<section class="tag" id="tag-${name}" aria-labelledby="title-${name}">
                <h2 id="title-${name}">${name}</h2>
                <p class="lead">${description}</p>
                ${routesOf(name).map(operationSection)}
              </section>`,
          )}
          <section id="words">
            <h2>Every word of refusal</h2>
            ${wordList(Object.keys(STATUS))}
          </section>
        </main>
      </body>
    </html>`

const statusOf = (word: string): number | string =>
  Object.hasOwn(STATUS, word) ? STATUS[word as keyof typeof STATUS] : ''

const wordList = (words: readonly string[]): Html =>
  html`<ul class="refusals">
    ${words.map(
      (word) =>
        html`<li>
          <code>${word}</code> <span class="kind">${statusOf(word)}</span> ${sentenceOf(word)}
        </li>`,
    )}
  </ul>`

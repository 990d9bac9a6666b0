// The little of Markdown that the contract's descriptions use: paragraphs, *emphasis*, **bold** and `code`. Everything else is text.
import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** Descriptions with paragraphs. */
export const paragraphs = (text: string): Html =>
  html`${text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => html`<p>${inline(paragraph)}</p>`)}`

const MARKS = /(`[^`]+`|\*\*[^*]+\*\*|\*[^* ]+\*)/

/** One line. */
export const inline = (text: string): Html =>
  html`${text
    .replace(/\s+/g, ' ')
    .split(MARKS)
    .map((part) => {
      if (part.startsWith('`')) return html`<code>${part.slice(1, -1)}</code>`
      if (part.startsWith('**')) return html`<strong>${part.slice(2, -2)}</strong>`
      if (part.length > 2 && part.startsWith('*')) return html`<em>${part.slice(1, -1)}</em>`
      return part
    })}`

/** A value as JSON that people read. */
export const json = (value: unknown): Html =>
  html`<pre tabindex="0"><code>${JSON.stringify(value, null, 2)}</code></pre>`

export const nothing: Html = raw('')

import { beforeAll, describe, expect, it } from 'vitest'
import { SENTENCES } from '../../../src/core/kernel/refusal.ts'
import { resolve, routes } from '../../../src/http/reference/contract.ts'
import { inline, paragraphs } from '../../../src/http/reference/prose.ts'
import { referenceRoutes } from '../../../src/http/reference/routes.ts'
import { kindOf } from '../../../src/http/reference/schema.ts'

const app = referenceRoutes()
const get = async (path: string) => {
  const res = await app.request(path)
  return { res, text: await res.text() }
}
let page: string
beforeAll(async () => {
  page = (await get('/docs')).text
})

describe('the page', () => {
  it('shows every operation once, with a way to it', () => {
    for (const { operation, path } of routes) {
      const { operationId } = operation
      expect(page.split(`id="${operationId}"`)).toHaveLength(2)
      expect(page).toContain(`<a href="#${operationId}">`)
      expect(page).toContain(`<code>${path}</code>`)
    }
  })

  it('says what every word of refusal means', () => {
    for (const word of Object.keys(SENTENCES)) expect(page).toContain(`<code>${word}</code>`)
  })

  it('has one place for every address within it, and no empty heading', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, to] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(to)
    expect(page).not.toMatch(/<h\d[^>]*>\s*<\/h\d>/)
  })

  it('runs no script, and takes nothing from anywhere else', async () => {
    expect(page).not.toMatch(
      /<script|javascript:|\son\w+=|\sstyle=|https?:\/\/[^"<]*\.(?:js|css|woff)/i,
    )
    const { res } = await get('/docs')
    const policy = res.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
  })

  it('is for readers of every kind: a language, a way past the contents, two schemes of colours', async () => {
    expect(page).toMatch(/<html lang="en">/)
    expect(page).toMatch(/<a class="skip" href="#content">/)
    expect(page).toMatch(/<nav aria-label="Contents">/)
    expect((await get('/docs/style.css')).text).toContain('prefers-color-scheme: dark')
  })
})

describe('the contract is served', () => {
  it('as it was written and as JSON', async () => {
    const yaml = await get('/openapi.yaml')
    expect(yaml.res.headers.get('content-type')).toContain('application/yaml')
    expect(yaml.text).toContain('operationId: openCase')
    const { text } = await get('/openapi.json')
    const json = JSON.parse(text)
    expect(json.openapi).toMatch(/^3\.1/)
    expect(json).not.toHaveProperty('x-parts')
  })
})

describe('its parts', () => {
  it('write marks of emphasis and leave the rest as text', async () => {
    expect(String(await inline('a **b** `c` <d> *e*'))).toBe(
      'a <strong>b</strong> <code>c</code> &lt;d&gt; <em>e</em>',
    )
    expect(String(await paragraphs('one\n\ntwo'))).toContain('<p>two</p>')
  })

  it('name kinds as people do', () => {
    expect(kindOf({ type: 'array', items: { type: 'string' } })).toBe('list of text')
    expect(kindOf({ oneOf: [{ type: 'string', format: 'date' }, { type: 'null' }] })).toBe(
      'date or null',
    )
    expect(kindOf({ type: ['string', 'null'] })).toBe('text or null')
    expect(kindOf({ type: 'string', enum: ['a', 'b'] })).toBe('a · b')
  })

  it('do not pass over a reference that leads nowhere', () => {
    expect(() => resolve({ $ref: '#/components/schemas/Nothing' })).toThrow('Nothing')
  })
})

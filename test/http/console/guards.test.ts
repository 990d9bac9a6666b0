// What stands between a partner's words and our people's browsers.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Problem } from '../../../src/core/cases/command.ts'
import { createApp } from '../../../src/http/app.ts'
import { begin, linkFor, type Story } from '../../console/story.ts'
import { act, note, problem } from '../../kit/case-inputs.ts'
import { openCase } from '../../../src/flows/cases/open-case.ts'
import { sure } from '../../kit/network.ts'
import { enter, type Visit } from './visit.ts'

const HTML = '</title><script>alert(1)</script><img src=x onerror=alert(1)>'
const TURNED = 'SR-\u202e1174\u202c'

let story: Story
let visitor: Visit
let html: string
let list: string
beforeAll(async () => {
  story = await begin()
  const { deps } = story.alpine.host.gateway
  const slots = ['summary', 'symptoms', 'environment', 'messages', 'tried', 'impact', 'customer']
  const texts = Object.fromEntries(slots.map((slot) => [slot, { [HTML]: [HTML, { a: HTML }] }]))
  const hostile: Problem = { ...problem.problem, texts: { ...texts, summary: HTML } }
  const { caseId } = sure(
    await openCase(deps, story.alpine.id, {
      ...problem,
      problem: hostile,
      caseNumber: TURNED,
      severity: { level: 1, reason: 'initial', note: HTML, impact: HTML, contact: { name: HTML } },
    }),
  )
  await note(story.alpine, caseId, `${HTML} ${TURNED}`)
  await act(story.alpine, caseId, { type: 'set-slot', key: 'link', value: 'javascript:alert(1)' })
  await act(story.alpine, caseId, {
    type: 'set-slot',
    key: 'engineer',
    value: { isEscaped: true, name: HTML },
  })
  const { path } = await linkFor(story.alpine, caseId, HTML.slice(0, 100))
  visitor = await enter(story.alpine.host.gateway.app, story.alpine.host.origin, path)
  html = await visitor.page(`/console/cases/${caseId}`)
  list = await visitor.page('/console/cases')
})
afterAll(() => story[Symbol.asyncDispose]())

describe('a partner’s words', () => {
  it('open no element and no attribute of ours', () => {
    for (const page of [html, list]) {
      expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
      expect(page).not.toMatch(/<script>|<img|<\/title><script/)
      expect(page.match(/<script/g)).toHaveLength(1)
      const head = page.slice(0, page.indexOf('</head>'))
      expect(head.match(/<\/title>/g)).toHaveLength(1)
    }
  })

  it('turn nothing around', () => {
    for (const page of [html, list]) {
      expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
      expect(page).toContain('U+202E')
    }
  })

  it('are no links', () => {
    expect(html).toContain('javascript:alert(1)')
    const links = [...html.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, to]) => to ?? '')
    expect(links.filter((to) => !/^(?:\/console|#|tel:)/.test(to))).toEqual([])
  })
})

describe('a page', () => {
  it('allows the browser its own script by a nonce of its own, and nothing of anybody else', async () => {
    const policies = await Promise.all([1, 2].map(() => visitor.get('/console/cases')))
    const [one, other] = policies.map(
      (answer) => answer.headers.get('content-security-policy') ?? '',
    )
    expect(one).not.toBe(other)
    expect(one).toMatch(
      /^default-src 'none'; script-src 'nonce-[\w-]{22}'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'$/,
    )
    const nonce = /nonce-([\w-]+)/.exec(one ?? '')?.[1]
    expect(await policies[0]?.text()).toContain(`<script nonce="${nonce}">`)
  })

  it('has no handler, no style and no script beside that one', () => {
    for (const page of [html, list]) {
      const tags = [...page.matchAll(/<[a-z][^>]*>/g)].map(([tag]) => tag)
      expect(tags.length).toBeGreaterThan(20)
      expect(tags.filter((tag) => /\s(?:on\w+|style)=|^<style/.test(tag))).toEqual([])
    }
  })

  it('is framed by nobody, kept by nobody, and tells nobody where it was', async () => {
    const { headers } = await visitor.get('/console/cases')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  })

  it('is a page also when something breaks, and says nothing of what broke', async () => {
    const { deps, site } = story.alpine.host.gateway
    const broken = createApp(
      {
        ...deps,
        cases: new Proxy(deps.cases, {
          get: () => async () => {
            throw new Error('password of the database')
          },
        }),
      },
      site,
    )
    const { path } = await linkFor(story.alpine, null)
    const inside = await enter(broken, story.alpine.host.origin, path)
    const answer = await inside.get('/console/cases')
    expect(answer.status).toBe(500)
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    const text = await answer.text()
    expect(text).toContain('incident')
    expect(text).not.toContain('password')
  })
})

// The console in a browser, as people meet it.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { note } from '../kit/case-inputs.ts'
import { type Desk, desk, newsBoard } from './browser.ts'
import { begin, consoleOf, linkFor, play, playOthers, type Story } from './story.ts'

const HTML = '<script>alert(1)</script><img src=x onerror=alert(1)>'
const news = newsBoard()
let story: Story
let place: Desk
beforeAll(async () => {
  story = await begin()
  await playOthers(story)
  await play(story)
  place = await desk(consoleOf(story.alpine, { waitForNews: news.wait }))
})
afterAll(async () => {
  await place[Symbol.asyncDispose]()
  await story[Symbol.asyncDispose]()
})

async function comeIn(page: Page, atCase = true): Promise<void> {
  const { path } = await linkFor(story.alpine, atCase ? story.caseId : null)
  await page.goto(place.origin + path)
  await page.getByRole('button', { name: 'Open the console' }).click()
  await page.getByText('This page keeps itself current.').waitFor()
}

const LOOKS = [1440, 390].flatMap((width) =>
  (['light', 'dark'] as const).map((scheme) => ({ width, scheme })),
)

describe.each(LOOKS)('at $width pixels, $scheme', { timeout: 90_000 }, (look) => {
  const PAGES = [
    ['the case', (page: Page) => comeIn(page)],
    ['the list', (page: Page) => comeIn(page, false)],
    ['the way in', (page: Page) => page.goto(`${place.origin}/console/sign-in`)],
    [
      'what a link shows',
      async (page: Page) => page.goto(place.origin + (await linkFor(story.alpine, null)).path),
    ],
  ] as const

  it.each(PAGES)('%s is fit for everybody', async (_name, go) => {
    await using window = await place.open(look)
    const { page } = window
    await go(page)
    for (const details of await page.locator('details').all())
      await details.evaluate((part: HTMLDetailsElement) => (part.open = true))
    const { violations } = await new AxeBuilder({ page })
      .options({ resultTypes: ['violations'] })
      .analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
  })
})

describe('a reader', () => {
  it('sees times in the own zone from the first look on, with the exact moment on pointing', async () => {
    await using window = await place.open()
    await comeIn(window.page)
    expect(await window.page.locator('footer').innerText()).toContain('Europe/Berlin')
    const first = window.page.locator('.case-head time').first()
    expect(await first.innerText()).toBe('21 Nov 2026, 21:00')
    expect(await first.getAttribute('title')).toMatch(
      /^21 November 2026 at 21:00:\d\d CET \(2026-11-21T20/,
    )
  })

  it('gets what is new by itself, and keeps place, focus and what was opened', async () => {
    await using window = await place.open()
    const { page, complaints } = window
    await comeIn(page)
    const summary = page.locator('#timeline summary').last()
    await summary.scrollIntoViewIfNeeded()
    await summary.click()
    const where = async () => [
      await summary.evaluate((part) => Math.round(part.getBoundingClientRect().top)),
      await page.evaluate(() => document.activeElement?.id),
      await summary.evaluate((part) => (part.parentElement as HTMLDetailsElement).open),
    ]
    const before = await where()
    expect(before[1]).toMatch(/^texts-summary-/)
    expect(before[2]).toBe(true)
    await note(story.alpine, story.caseId, `The bridge opens at 04:30. ${HTML}`)
    news.tell()
    await page.getByText('The bridge opens at 04:30.').waitFor({ state: 'attached' })
    expect(await where()).toEqual(before)
    await page.waitForFunction(() => document.querySelector('#live-news')?.textContent !== '')
    expect(await page.locator('#live-news').textContent()).toBe('Alpine Hypervisor wrote a note.')
    expect(await page.locator('#timeline img, #timeline script').count()).toBe(0)
    expect(complaints).toEqual([])
  })

  it('is told when the page is not current, and when it is again', async () => {
    await using window = await place.open()
    const { page } = window
    await comeIn(page)
    place.setDown(true)
    await page.getByText('Not connected; trying again.').waitFor()
    place.setDown(false)
    await page.getByText('This page keeps itself current.').waitFor()
    await note(story.alpine, story.caseId, 'We are back.')
    news.tell()
    await page.getByText('We are back.').waitFor()
  })

  it('is told when the session is over, and keeps what is on the screen', async () => {
    await using window = await place.open()
    const { page } = window
    await comeIn(page)
    await page.context().clearCookies()
    await note(story.alpine, story.caseId, 'Nobody sees this.')
    news.tell()
    await page.getByText('You are signed out.').waitFor()
    expect(await page.locator('h1').innerText()).toContain('freeze for 40 s')
    expect(await page.getByText('Nobody sees this.').count()).toBe(0)
  })

  it('gets everywhere with the keyboard alone', async () => {
    await using window = await place.open()
    const { page } = window
    await comeIn(page, false)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'Skip to the content',
    )
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-text')
    await page.keyboard.type('freeze')
    await page.keyboard.press('Enter')
    await page.waitForURL(/text=freeze/)
    const link = page.getByRole('link', { name: /freeze for 40 s/ }).first()
    await link.focus()
    const outline = await link.evaluate((part) => getComputedStyle(part).outlineStyle)
    await page.keyboard.press('Enter')
    await page.waitForURL(/console\/cases\/[\w-]{43}/)
    expect(outline).toBe('solid')
  })

  it('can read everything without the script, in UTC', async () => {
    const { path } = await linkFor(story.alpine, story.caseId)
    await using window = await place.open()
    await using plain = await place.open()
    const { page } = plain
    const token = new URL(path, place.origin).searchParams.get('token') ?? ''
    const answer = await window.page.request.post(`${place.origin}/console/sign-in`, {
      form: { token },
    })
    await page.setContent((await answer.text()).replace(/<script[^]*<\/script>/, ''))
    expect(await page.locator('footer').innerText()).toContain('Times are in UTC')
    expect(await page.locator('#timeline .entry').count()).toBeGreaterThan(20)
  })

  it('signs out, and is out', async () => {
    await using window = await place.open()
    const { page } = window
    await comeIn(page)
    const address = page.url()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'You are not signed in' }).waitFor()
    expect((await page.goto(address))?.status()).toBe(401)
  })
})

it('shows pictures that say in words what they show', async () => {
  await using window = await place.open()
  const { page } = window
  await comeIn(page)
  const picture = page.getByRole('img', { name: /At a glance All \d+ entries/ })
  expect(await picture.count()).toBe(1)
  await page.getByText('The same as a table').click()
  const rows = await page.locator('#picture tbody tr').allInnerTexts()
  expect(rows.map((row) => row.split('\t')[0])).toEqual([
    'Alpine Hypervisor',
    'Basalt Storage',
    'Cedar Linux',
  ])
})

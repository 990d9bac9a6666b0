import { createApp } from '../../../src/http/app.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { begin, linkFor, play, type Story } from '../../console/story.ts'
import { open } from '../../kit/case-inputs.ts'
import { enter, press, visit, type Visit } from './visit.ts'

const HOUR = 3_600_000

let story: Story
let alpine: Visit
let caseUrl: string
beforeAll(async () => {
  story = await begin()
  await play(story)
  alpine = await come()
  caseUrl = `/console/cases/${story.caseId}`
})
afterAll(() => story[Symbol.asyncDispose]())

const app = () => story.alpine.host.gateway.app
const origin = (): string => story.alpine.host.origin

/** Whether the opening stands below the latest entries: positive, if so. */
const ageOf = (html: string): number => {
  const timeline = html.slice(html.indexOf('id="timeline"'))
  return timeline.indexOf('opened the case') - timeline.indexOf('withdrew a note')
}

async function come(vendor = story.alpine): Promise<Visit> {
  return enter(vendor.host.gateway.app, vendor.host.origin, (await linkFor(vendor, null)).path)
}

describe('the console serves', () => {
  it('whoever comes by a link, at the case it names', async () => {
    const { path } = await linkFor(story.alpine, story.caseId)
    const answer = await press(visit(app(), origin()), path)
    expect(answer.headers.get('location')).toBe(caseUrl)
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^console-session=[^;]+; Max-Age=3600; Path=\/console; HttpOnly; Secure; SameSite=Lax$/,
    )
  })

  it('the list: what, how grave, with whom, whose turn', async () => {
    const html = await alpine.page('/console/cases')
    for (const words of ['freeze for 40 s', 'Critical', 'Basalt Storage', 'BA-20931', 'SR 4400812'])
      expect(html).toContain(words)
    expect((await alpine.get('/console')).headers.get('location')).toBe('/console/cases')
  })

  it.each([
    ['text=freeze', true],
    ['text=unheard', false],
    ['number=ba-20931', true],
    ['number=EN-0000-0000', false],
    ['status=open&text=&number=', true],
    ['status=closed', false],
    ['ours=yes', false],
  ])('the list filtered by %s', async (query, found) => {
    const html = await alpine.page(`/console/cases?${query}`)
    expect(html.includes('freeze for 40 s')).toBe(found)
    expect(html.includes('No case fits')).toBe(!found)
  })

  it('the list filtered by partner, with what was asked in the form again', async () => {
    const query = new URLSearchParams({ partner: story.cedar.id, text: 'guests "stop"' })
    const html = await alpine.page(`/console/cases?${query}`)
    expect(html).toContain(`<option value="${story.cedar.id}" selected="">Cedar Linux</option>`)
    expect(html).toContain('value="guests &quot;stop&quot;"')
  })

  it('the case: severities side by side, whose turn, who is waited for, what did not arrive', async () => {
    const html = await alpine.page(caseUrl)
    for (const words of [
      'Critical (On Premise Severity 1)',
      'P2',
      '2 (High)',
      'the gravest and the mildest are one level apart',
      'was offered it',
      'the work that was asked for',
      'Order intake of the customer stands still',
      '3 entries waiting',
      '+46 8 555 0172',
      'not yet seen by',
    ])
      expect(html).toContain(words)
  })

  it('own notes to the own organisation, marked, and to nobody else', async () => {
    expect(await alpine.page(caseUrl)).toMatch(/Ines Prado[^]*?Only your organisation[^]*?renewal/)
    const basalt = await come(story.basalt)
    expect(await basalt.page(caseUrl)).not.toContain('renewal')
  })

  it('texts for some as withheld from the others', async () => {
    const cedar = await come(story.cedar)
    const html = await cedar.page(caseUrl)
    expect(html).not.toContain('contract with you ended')
    expect(html).toMatch(/Something was written here for[^]*?Alpine Hypervisor[^]*?only/)
  })

  it('the timeline from either end', async () => {
    const [newest, oldest] = [
      await alpine.page(caseUrl),
      await alpine.page(`${caseUrl}?order=oldest`),
    ]
    expect(ageOf(newest)).toBeGreaterThan(0)
    expect(ageOf(oldest)).toBeLessThan(0)
  })

  it('times in the reader’s zone', async () => {
    const away = await come()
    expect(await away.page(caseUrl)).toContain('Times are in UTC')
    away.cookies.set('console-zone', encodeURIComponent('Asia/Tokyo'))
    const html = await away.page(caseUrl)
    expect(html).toContain('Times are in Asia/Tokyo')
    expect(html).toContain('title="22 November 2026 at 05:00:0')
  })

  it('its style and its mark to anybody', async () => {
    const stranger = visit(app(), origin())
    expect((await stranger.get('/console/style.css')).headers.get('content-type')).toMatch(
      /^text\/css/,
    )
    expect((await stranger.get('/console/icon.svg')).status).toBe(200)
  })
})

describe('the console refuses', () => {
  it('who is not signed in, and says how to come in', async () => {
    for (const path of [
      '/console',
      '/console/cases',
      caseUrl,
      `${caseUrl}/live`,
      '/console/other',
    ]) {
      const answer = await visit(app(), origin()).get(path)
      expect(answer.status).toBe(401)
      expect(await answer.text()).toContain('You are not signed in')
    }
  })

  it('a link that was used, but lets the same browser come back with it', async () => {
    const { path } = await linkFor(story.alpine, null)
    const visitor = await enter(app(), origin(), path)
    expect((await visitor.get(path)).status).toBe(303)
    const thief = await visit(app(), origin()).get(path)
    expect(thief.status).toBe(401)
    expect(await thief.text()).toContain('used up or too old')
  })

  it('to use a link up when somebody only looks at it', async () => {
    const { path } = await linkFor(story.alpine, null, 'Ines <b>Prado</b>')
    const early = visit(app(), origin())
    for (const method of ['GET', 'HEAD', 'GET'])
      expect((await app().request(`${origin()}${path}`, { method })).status).toBe(200)
    const asked = await early.page(path)
    expect(asked).toContain('Ines &lt;b&gt;Prado')
    expect(early.cookies.size).toBe(0)
    expect((await early.get('/console/cases')).status).toBe(401)
    expect((await press(early, path)).status).toBe(303)
    expect((await early.get('/console/cases')).status).toBe(200)
  })

  it('to open twice, even if two press the button at once', async () => {
    const { path } = await linkFor(story.alpine, null)
    const token = new URL(path, origin()).searchParams.get('token') ?? ''
    const two = [1, 2].map(() => visit(app(), origin()).post('/console/sign-in', { token }))
    const answers = await Promise.all(two)
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 401])
  })

  it('what another site sends', async () => {
    const { path } = await linkFor(story.alpine, null)
    const token = new URL(path, origin()).searchParams.get('token') ?? ''
    const from = (site: string) =>
      visit(app(), origin()).post('/console/sign-in', { token }, { 'sec-fetch-site': site })
    expect((await from('cross-site')).status).toBe(401)
    expect((await from('same-site')).status).toBe(401)
    expect((await from('same-origin')).status).toBe(303)
  })

  it.each([undefined, {}, { token: '' }, { token: 'a.b.c' }, { token: 'x'.repeat(9_000) }])(
    'a form that holds no link: %j',
    async (form) => {
      const answer = await visit(app(), origin()).post('/console/sign-in', form)
      expect([401, 413]).toContain(answer.status)
    },
  )

  it.each(['', 'x', 'a.b.c'])('a link that is none: %j', async (token) => {
    const answer = await visit(app(), origin()).get(`/console/sign-in?token=${token}`)
    expect(answer.status).toBe(401)
  })

  it('a link of another gateway', async () => {
    const { path } = await linkFor(story.cedar, null)
    expect((await visit(app(), origin()).get(path)).status).toBe(401)
  })

  it('an access token or a link instead of a session', async () => {
    const { path } = await linkFor(story.alpine, null)
    const visitor = visit(app(), origin())
    visitor.cookies.set('console-session', path.split('token=')[1] ?? '')
    expect((await visitor.get('/console/cases')).status).toBe(401)
  })

  it('a case of somebody else as one that does not exist', async () => {
    const { caseId } = await open(story.alpine, [])
    const basalt = await come(story.basalt)
    for (const id of [caseId, 'A'.repeat(43), 'nonsense', '..%2f..']) {
      expect((await basalt.get(`/console/cases/${id}`)).status).toBe(404)
      expect((await basalt.get(`/console/cases/${id}/live`)).status).toBe(404)
    }
    expect((await alpine.get(`/console/cases/${caseId}`)).status).toBe(200)
  })

  it.each(['?order=sideways', '?after=xyz', '?reached=yesterday'])(
    'what it cannot read, in words: %s',
    async (query) => {
      const answer = await alpine.get(`${caseUrl}${query}`)
      expect([400, 422]).toContain(answer.status)
      expect(await answer.text()).toContain('That could not be read')
    },
  )

  it.each(['status=sideways', 'partner=nobody', 'after=xyz', `text=${'x'.repeat(201)}`])(
    'a filter that is none, and keeps the form: %s',
    async (query) => {
      const answer = await alpine.get(`/console/cases?${query}`)
      expect(answer.status).toBe(422)
      expect(await answer.text()).toMatch(/<form[^]*class="notice bad"/)
    },
  )

  it('a page it does not have', async () => {
    const answer = await alpine.get('/console/other')
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
  })

  it('everybody whose system may not open the console any more, within seconds', async () => {
    const { path, client } = await linkFor(story.alpine, null)
    const visitor = await enter(app(), origin(), path)
    const { deps } = story.alpine.host.gateway
    const at = deps.clock.now()
    await deps.members.saveClient({ ...client, disabledAt: at }, { leaf: null, answer: null, at })
    story.net.clock.advance(6_000)
    expect((await visitor.get('/console/cases')).status).toBe(401)
  })
})

describe('a session', () => {
  it('goes on while it is used, up to twelve hours', async () => {
    const visitor = await come()
    for (let hours = 0.9; hours < 11.9; hours += 0.9) {
      story.net.clock.advance(0.9 * HOUR)
      expect((await visitor.get('/console/cases')).status).toBe(200)
    }
    story.net.clock.advance(0.9 * HOUR)
    expect((await visitor.get('/console/cases')).status).toBe(401)
  })

  it('is renewed now and then, not with every page', async () => {
    const visitor = await come()
    const renewed = async () => (await visitor.get('/console/cases')).headers.has('set-cookie')
    expect(await renewed()).toBe(false)
    story.net.clock.advance(HOUR / 10)
    expect(await renewed()).toBe(true)
    expect(await renewed()).toBe(false)
  })

  it('is over after an hour that nobody used it', async () => {
    const visitor = await come()
    story.net.clock.advance(HOUR)
    const answer = await visitor.get('/console/cases')
    expect(await answer.text()).toContain('Your session is over')
  })

  it('is given up by signing out', async () => {
    const visitor = await come()
    expect((await visitor.post('/console/sign-out')).headers.get('location')).toBe(
      '/console/sign-in',
    )
    expect(visitor.cookies.has('console-session')).toBe(false)
    expect((await visitor.get('/console/sign-in')).status).toBe(401)
  })

  it('that was signed out of opens nothing any more, for no copy and at no process', async () => {
    const visitor = await come()
    const copy = visitor.cookies.get('console-session') ?? ''
    const other = await come()
    story.net.clock.advance(HOUR / 10)
    await visitor.get('/console/cases')
    await visitor.post('/console/sign-out')
    const { deps, site } = story.alpine.host.gateway
    for (const process of [app(), createApp(deps, site)]) {
      const thief = visit(process, origin())
      thief.cookies.set('console-session', copy)
      expect((await thief.get('/console/cases')).status).toBe(401)
    }
    expect((await other.get('/console/cases')).status).toBe(200)
  })
})

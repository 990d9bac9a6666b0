import { describe, expect, it } from 'vitest'
import type { EventView } from '../../../../src/core/cases/view-event.ts'
import { viewCase } from '../../../../src/core/cases/view.ts'
import type { Stage } from '../../../../src/core/cases/consequences.ts'
import { Instant, instantOfSeconds } from '../../../../src/core/kernel/instant.ts'
import { CasePage } from '../../../../src/http/console/pages/case.tsx'
import { overturnedSentence } from '../../../../src/http/console/parts/notices.tsx'
import type { CaseRead } from '../../../../src/http/console/read-page.ts'
import type { Reader } from '../../../../src/http/console/reader.ts'
import { plainSentence } from '../../../../src/http/console/sentence.ts'
import { daysOf } from '../../../../src/http/console/timeline.ts'
import { Desk } from '../../../kit/case-desk.ts'
import { beginning, Graph, idOf, letterOf, memberOf, openedAll } from '../../../kit/case-graph.ts'

const [A, B, C] = [memberOf('A'), memberOf('B'), memberOf('C')]
const NOW = Instant.parse('1970-01-01T03:00:00.000Z')
const NAMES: Readonly<Record<string, string>> = { A: 'Alpine', B: 'Basalt', C: 'Cedar', D: 'Delta' }
const nameOf = (member: typeof A): string => NAMES[letterOf(member)] ?? member
const EPOCH = { epoch: { term: 0, n: 0 } }

type Seen = {
  readonly us?: typeof A
  readonly stage?: Stage
  readonly texts?: Readonly<Record<string, Record<string, unknown>>>
} & Partial<Omit<CaseRead, 'view'>>

function page(graph: Graph, { us = A, stage = 'shared', texts = {}, ...more }: Seen = {}): string {
  const { state } = new Desk().receiveAll(openedAll(graph.events))
  if (state === null) throw new Error('the graph opens no case')
  const opened = new Map(Object.entries(texts).map(([name, slots]) => [idOf(name), slots]))
  const view = viewCase(
    { caseId: state.id, version: 7, stage, state, bundle: null, updatedAt: NOW, fenced: false },
    { us, texts: opened, review: null, mapping: null },
  )
  const reader: Reader = {
    us,
    name: 'Ines',
    now: NOW,
    zone: 'UTC',
    base: '/console',
    nonce: 'n',
    nameOf,
  }
  const read: CaseRead = {
    view,
    partners: new Map(),
    nameOf,
    deliveries: [],
    overturned: [],
    asked: null,
    around: { engagements: new Map(view.engagements.map((e) => [e.id, e])) },
    days: [],
    newestFirst: true,
    isLatest: true,
    next: null,
    lanes: null,
    extent: '',
    shares: null,
    ...more,
  }
  const links = { live: '/live', turn: '/turn', more: null }
  return String(<CasePage read={read} reader={reader} links={links} />)
}

/** What people read: no tags, one blank between words. */
const words = (html: string): string =>
  html
    .slice(html.indexOf('<main'), html.indexOf('<footer'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([,.:])/g, '$1')

const section = (html: string, id: string): string => {
  const from = html.indexOf(`id="${id}"`)
  return words(`<main${html.slice(from, html.indexOf('data-region', from + 200))}<footer`)
}

describe('the page of a case', () => {
  it('says whose turn it is, to whom it is offered, and what became of the offer', () => {
    const offered = beginning().add('A5', 'baton-offered', { to: '@B', ...EPOCH })
    const shown = section(page(offered, { texts: { A5: { ask: 'Yours now?' } } }), 'next-step')
    expect(shown).toMatch(/Alpine Yours: your organisation owns the next step since/)
    expect(shown).toMatch(/Basalt was offered it since 00:18 .* Yours now\?/)
    const accepted = offered.add('B3', 'baton-accepted', { offer: '$A5' })
    expect(section(page(accepted, { us: B }), 'next-step')).toMatch(
      /Alpine Owns the next step .* Basalt is ready/,
    )
    const declined = beginning()
      .add('A5', 'baton-offered', { to: '@B', ...EPOCH })
      .add('B3', 'baton-declined', { offer: '$A5', code: 'no-capacity' })
    expect(section(page(declined), 'next-step')).toContain('Basalt did not take it')
  })

  it('says that a closed case has no next step, and why it was closed', () => {
    const closed = beginning().add('A5', 'case-closed', { code: 'solved' })
    const shown = section(page(closed, { texts: { A5: { summary: 'Firmware.' } } }), 'next-step')
    expect(shown).toMatch(
      /Closed Alpine closed the case at 00:18. Nobody owes a next step. Firmware\./,
    )
  })

  it('says that a closing is contested, and that somebody asks for reopening', () => {
    const contested = beginning()
      .add('A5', 'case-closed', { code: 'solved' }, { sees: ['B2', 'C2'] })
      .add('B3', 'severity-claimed', { level: 1, reason: 'initial' }, { sees: ['C2'] })
      .add('C3', 'reopen-requested', { code: 'returned' })
    const shown = words(page(contested))
    expect(shown).toContain('something was written that the closing had not seen')
    expect(shown).toContain('Closed, contested')
    expect(shown).toContain('Asks to reopen')
  })

  it('says what a vendor that was only invited may not see yet', () => {
    const invited = new Graph().open('A1').invite('A2', 'B')
    expect(words(page(invited, { us: B, stage: 'invited' }))).toMatch(
      /Invited .* Your organisation was asked in.* Waits for you: an answer to the invitation/,
    )
    const problem = { symptoms: 'Guests stop', unknown: 'x' }
    const texts = { A2: { summary: 'Paths fail over slowly', problem } }
    const asked = words(page(invited, { us: B, stage: 'invited', texts, asked: 2 }))
    expect(asked).toContain('Paths fail over slowly')
    expect(asked).toContain('The invitation states: High')
    expect(asked).toMatch(/Problem Fault, stated .* Symptoms Guests stop/)
    expect(words(page(invited, { us: B, stage: 'joining' }))).toContain('The history is on its way')
  })

  it('says who answers at a vendor now, until when, who then, and the number', () => {
    const answering = {
      region: 'EMEA <x>',
      until: Instant.parse('1970-01-01T17:00:00.000Z'),
      next: 'Americas',
      hotline: '+353 1 555 0100',
    }
    const partner = { name: 'Basalt', supportHours: null, contacts: [], footing: 'good' } as const
    const of = (answer: typeof answering | null): string => {
      const partners = new Map([[A, { ...partner, answering: answer }]])
      return page(beginning(), { partners })
    }
    expect(of(answering)).toContain('EMEA &lt;x&gt; answers now')
    expect(of(answering)).toContain(', then Americas')
    expect(of(answering)).toContain('href="tel:+35315550100"')
    expect(of(null)).not.toContain('answers now')
  })

  it('shows a severity nobody stated as none, and a gap in words', () => {
    expect(words(page(beginning()))).toContain('Nobody has stated a severity yet')
    const apart = beginning().claim('A5', 1).claim('B3', 4).claim('C3', 2)
    expect(section(page(apart), 'severity')).toMatch(
      /Critical Alpine High Cedar Normal Low Basalt In effect critical, .* Asked for critical, .* Accepted low, .* 3 levels apart/,
    )
  })

  it('warns of a partner that signed two versions, and of one that was frozen', () => {
    const forked = beginning()
      .add('B3', 'note-added', {})
      .add('B3x', 'note-added', {}, { prev: 'B2', seq: 3, sees: ['C2'] })
      .add('A5', 'author-cut', { member: '@B' })
    const shown = words(page(forked))
    expect(shown).toContain('signed two different versions')
    expect(shown).toContain('frozen what one of the vendors writes')
    expect(shown).toContain('Frozen')
  })

  it('shows who was proposed, who leads after a hand-over, and who may ask others in', () => {
    const graph = beginning()
      .add('B3', 'member-proposed', { member: '@D' })
      .add('A5', 'may-engage-granted', { member: '@C', granted: true })
      .add('A6', 'host-offered', { to: '@B' })
    const shown = words(page(graph, { texts: { B3: { reason: 'Their driver.' } } }))
    expect(shown).toMatch(/Basalt proposed to ask Delta in, .* Their driver\./)
    expect(shown).toContain('May ask others in')
    expect(shown).toContain('the lead is offered to Basalt')
  })

  it('shows every way a request to a vendor ends', () => {
    const declined = new Graph()
      .open('A1')
      .invite('A2', 'B')
      .add('B1', 'engagement-declined', {
        engagement: '$A2',
        keys: [{ kid: '#kB' }],
        algs: ['ES256'],
        code: 'no-entitlement',
      })
    expect(section(page(declined), 'engagements')).toMatch(
      /Alpine asked Basalt to help declined .* no entitlement/,
    )
    const removed = beginning().add('A5', 'member-removed', { member: '@C', code: 'unresponsive' })
    expect(section(page(removed), 'engagements')).toMatch(/removed .* no answer came/)
    const done = beginning().add('B3', 'engagement-completed', {
      engagement: '$A2',
      outcome: 'workaround',
    })
    expect(section(page(done), 'engagements')).toMatch(
      /reported done Waits for you: a confirmation that it is done, .* there is a workaround/,
    )
  })
})

const told = (name: string, more: Partial<EventView>): EventView => ({
  id: idOf(name),
  type: 'note-added',
  author: B,
  at: instantOfSeconds(3600),
  claimedAt: instantOfSeconds(3600),
  receivedAt: instantOfSeconds(3600),
  receivedFrom: B,
  seq: 1,
  incarnation: 0,
  depth: 1,
  verdict: 'effect',
  trust: 'vouched',
  settled: null,
  notSeenBy: [],
  body: {},
  texts: [],
  ...more,
})

const entry = (more: Partial<EventView>, stage: Stage = 'shared'): string => {
  const bounds = { from: null, before: null }
  const days = daysOf({ events: [told('B3', more)], notes: [], newestFirst: true, bounds }, 'UTC')
  return words(page(beginning(), { days, stage })).replace(/.*Timeline/, '')
}

const entryWithText = (held: 'held' | 'withheld' | 'awaited') =>
  entry({
    texts: [{ slot: 'note', audience: [A, B], held, value: held === 'held' ? 'hush' : null }],
  })

describe('an entry of the timeline', () => {
  it('says why it had no effect', () => {
    expect(entry({ type: 'case-closed', verdict: 'not-host' })).toContain(
      'Had no effect: Only the host of the case can do this.',
    )
  })

  it('says that it waits for what it builds on', () => {
    const held = { at: null, depth: null, verdict: null }
    expect(entry(held)).toContain('have not arrived yet')
    expect(entry(held, 'invited')).not.toContain('have not arrived yet')
  })

  it('says what of its signature cannot be relied on', () => {
    expect(entry({ trust: 'not-vouched' })).toContain('key not vouched for')
    expect(entry({ trust: 'revoked' })).toContain('key revoked')
    expect(entry({})).toContain('✓ vouched for')
  })

  it('says who has not seen it, and that it came late', () => {
    expect(entry({ notSeenBy: [A, C] })).toContain('not yet seen by Alpine and Cedar')
    expect(entry({ receivedAt: instantOfSeconds(3600 + 26 * 60) })).toContain(
      'arrived 01:26, 26 min later',
    )
    expect(entry({ receivedAt: instantOfSeconds(3610) })).not.toContain('later')
  })

  it('says of each text whom it is for, and why it is not here', () => {
    expect(entryWithText('held')).toMatch(/Only for Alpine and Basalt hush/)
    expect(entryWithText('withheld')).toContain(
      'Something was written here for Alpine and Basalt only.',
    )
    expect(entryWithText('awaited')).toContain('has not arrived yet')
  })
})

const read = (register: string, before: string, after: string, settled = false): string => {
  const record = { register, before, after, settled, decider: idOf('A1'), by: idOf('B1') }
  return plainSentence(overturnedSentence(record), nameOf, (at) => at)
}

describe('what was overturned', () => {
  it.each([
    ['host', A, B, 'Basalt leads the case, not Alpine.'],
    ['baton', `0.1 ${A}`, `1.0 ${B}`, 'the next step is owned by Basalt; before it read Alpine.'],
    ['status', 'closed', 'closed-contested', 'the case is closed, contested, not closed.'],
    [
      `standing:${B}`,
      'accepted',
      'withdrawn',
      'Basalt: invitation taken back; before it read: takes part.',
    ],
    [`standing:${B}`, 'accepted', 'none', 'Basalt: not part of it; before it read: takes part.'],
    [`severity:${C}`, '1', 'none', 'Cedar states no severity; before it read critical.'],
    ['weather', 'fair', 'foul', '“weather” is “foul”, not “fair”.'],
  ])('reads: %s from %s to %s', (register, before, after, sentence) => {
    expect(read(register, before, after)).toBe(sentence)
  })

  it('tells if everybody had confirmed it', () => {
    expect(read('host', A, B, true)).toMatch(/Everybody had confirmed it before\.$/)
  })
})

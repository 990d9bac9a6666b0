import { describe, expect, it } from 'vitest'
import type { CaseState } from '../../../src/core/cases/case.ts'
import { textEventsOf, viewCase } from '../../../src/core/cases/view.ts'
import type { CaseView, Seen } from '../../../src/core/cases/view.ts'
import type { EventId } from '../../../src/core/kernel/id.ts'
import { Instant } from '../../../src/core/kernel/instant.ts'
import { openPreset } from '../../../src/core/severity/preset.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { Desk } from '../../kit/case-desk.ts'
import { beginning, Graph, idOf, memberOf, openedAll } from '../../kit/case-graph.ts'

const A = memberOf('A')
const B = memberOf('B')
const C = memberOf('C')
const AT = Instant.parse('2026-11-21T10:00:00.000Z')
const EPOCH = { epoch: { term: 0, n: 0 } }

function stateOf(graph: Graph): CaseState {
  const { state } = new Desk().receiveAll(openedAll(graph.events))
  if (state === null) throw new Error('the graph opens no case')
  return state
}

function view(graph: Graph, seen: Partial<Seen> = {}): CaseView {
  const state = stateOf(graph)
  const held = {
    caseId: state.id,
    version: 7,
    stage: 'shared',
    bundle: null,
    updatedAt: AT,
    fenced: false,
  } as const
  return viewCase(
    { ...held, state },
    { us: A, texts: new Map(), review: null, mapping: null, ...seen },
  )
}

const textsOf = (texts: Record<string, Record<string, unknown>>): Seen['texts'] =>
  new Map(Object.entries(texts).map(([name, slots]) => [idOf(name) as EventId, slots]))

describe('viewCase', () => {
  it('says who takes part, who leads and who holds the baton', () => {
    const shown = view(beginning())
    expect(shown.host).toBe(A)
    expect(shown.baton).toMatchObject({ holder: A, term: 0, pass: 0, offer: null })
    expect(shown.participants.map((p) => [p.member, p.standing, p.isUs, p.isHost])).toEqual([
      [A, 'accepted', true, true],
      [B, 'accepted', false, false],
      [C, 'accepted', false, false],
    ])
    expect(shown.counts).toEqual({ events: 8, participants: 3, engagements: 2 })
    expect(shown.reference).toMatch(/^EN-/)
    expect(shown.openedAt).toBe('1970-01-01T00:16:40.000Z')
  })

  it('shows severities side by side: the host’s, the mildest of the others, the gravest in effect', () => {
    const graph = beginning().claim('A5', 1).claim('B3', 3).claim('C3', 2)
    expect(view(graph).severity).toEqual({
      effective: 1,
      word: 'critical',
      requested: 1,
      accepted: 3,
      gap: 2,
      accord: 'open',
      disputes: [],
      inOurScheme: null,
    })
    const [first] = view(graph).engagements
    expect(first?.severity).toEqual({ requested: 1, accepted: 3, gap: 2, accord: 'open' })
  })

  it('shows no severity while nobody claimed any', () => {
    expect(view(beginning()).severity).toMatchObject({ effective: null, word: null, gap: 0 })
  })

  it('says the effective level in our own words: as we said it, else by the rounding rule', async () => {
    const mapping = await openPreset('redhat-premium')
    if (mapping instanceof Refusal) throw new Error(mapping.detail)
    const native = { scheme: 'redhat-premium', version: '1', code: 'severity 1 (URGENT)' }
    const own = beginning().add('A5', 'severity-claimed', { level: 1, native, reason: 'initial' })
    expect(view(own, { mapping }).severity.inOurScheme).toMatchObject({
      code: 'severity 1 (URGENT)',
      result: 'as-claimed',
    })
    const theirs = beginning().claim('B3', 2)
    expect(view(theirs, { mapping }).severity.inOurScheme).toMatchObject({
      code: 'Severity 2 (high)',
      name: 'High',
      result: 'exact',
    })
  })

  it('shows an offered baton as held by one and offered to another', () => {
    const graph = beginning().add('A5', 'baton-offered', { to: '@B', ...EPOCH })
    const texts = textsOf({ A5: { ask: 'Yours now?' } })
    expect(view(graph, { texts }).baton).toMatchObject({
      holder: A,
      offer: { by: A, to: B, text: 'Yours now?', answer: null, answeredAt: null },
    })
    const answered = graph.add('B3', 'baton-accepted', { offer: '$A5' })
    expect(view(answered).baton.offer).toMatchObject({ answer: 'accepted' })
  })

  it('says who has not seen a decision yet', () => {
    const graph = beginning().add('A5', 'case-closed', { code: 'solved' })
    expect(view(graph).unsettled).toMatchObject([{ type: 'case-closed', by: A, notSeenBy: [B, C] }])
    const seen = graph.add('B3', 'received')
    expect(view(seen).unsettled).toMatchObject([{ notSeenBy: [C] }])
    expect(view(seen.add('C3', 'received')).unsettled).toEqual([])
  })

  it('shows a close with its words, and what contests it', () => {
    const graph = beginning()
      .add('A5', 'case-closed', { code: 'solved' }, { sees: ['B2', 'C2'] })
      .add('B3', 'severity-claimed', { level: 1, reason: 'initial' }, { sees: ['C2'] })
    const texts = textsOf({ A5: { summary: 'Firmware.' } })
    const shown = view(graph, { texts })
    expect(shown.status).toMatchObject({
      word: 'closed-contested',
      code: 'solved',
      text: 'Firmware.',
    })
    expect(shown.contestedBy).toEqual([idOf('B3')])
    expect(shown.flags).toContain('closed-contested')
  })

  it('shows the invitation while there is no more', () => {
    const state = stateOf(beginning())
    const bundle = stateOf(new Graph().open('A1').invite('A2', 'B'))
    const shown = viewCase(
      {
        caseId: state.id,
        version: 1,
        stage: 'invited',
        state,
        bundle,
        updatedAt: AT,
        fenced: false,
      },
      { us: B, texts: new Map(), review: null, mapping: null },
    )
    expect(shown.participants).toHaveLength(2)
    expect(shown.waitingOnUs).toBe(true)
  })

  it('waits for us when we hold the baton, and for nobody once the case is closed', () => {
    expect(view(beginning()).waitingOnUs).toBe(true)
    expect(view(beginning(), { us: C }).waitingOnUs).toBe(true)
    const closed = beginning().add('A5', 'case-closed', { code: 'solved' })
    expect(view(closed).waitingOnUs).toBe(false)
  })

  it('keeps what the host proposed apart from who takes part', () => {
    const graph = beginning().add('B3', 'member-proposed', { member: '@D' })
    expect(view(graph, { texts: textsOf({ B3: { reason: 'Their driver.' } }) }).proposals).toEqual([
      {
        event: idOf('B3'),
        member: memberOf('D'),
        by: B,
        at: '1970-01-01T00:18:00.000Z',
        text: 'Their driver.',
      },
    ])
  })
})

describe('textEventsOf', () => {
  it('names every event whose text is shown, once, and no other', () => {
    const graph = beginning()
      .add('A5', 'slot-set', { key: 'case-number', value: 'SR-1' })
      .add('A6', 'slot-set', { key: 'engineer', value: null })
      .add('B3', 'note-added', {})
    const names = textEventsOf(stateOf(graph))
    expect(names).toContain(idOf('A6'))
    expect(names).not.toContain(idOf('A5'))
    expect(names).not.toContain(idOf('B3'))
    expect(names).toEqual(expect.arrayContaining(['A1', 'A2', 'A3', 'B1', 'C1'].map(idOf)))
    expect(new Set(names).size).toBe(names.length)
  })
})

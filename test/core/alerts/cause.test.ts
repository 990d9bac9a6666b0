import { describe, expect, it } from 'vitest'
import { type BesideCase, causesOf } from '../../../src/core/alerts/cause.ts'
import { DEFAULT_ALERT_SETTINGS } from '../../../src/core/alerts/settings.ts'
import { type Instant, instantOfSeconds } from '../../../src/core/kernel/instant.ts'
import { answerOf, beginning, Graph, idOf, memberOf } from '../../kit/case-graph.ts'
import { engagementIn, stateOf } from '../../kit/case-given.ts'

const NOTHING: BesideCase = { settings: DEFAULT_ALERT_SETTINGS, stages: [], cutOff: [] }
const causes = (graph: Graph, letter: string, beside: Partial<BesideCase> = {}) =>
  causesOf(stateOf(graph), memberOf(letter), { ...NOTHING, ...beside })
const kinds = (...given: Parameters<typeof causes>) => causes(...given).map(({ kind }) => kind)
const asked = (body: Parameters<Graph['add']>[2] = {}) =>
  new Graph()
    .open('A1')
    .add('A2', 'engagement-requested', { invitee: '@B', keys: ['#kB'], level: 1, ...body })

const disputed = () =>
  beginning()
    .claim('B3', 3)
    .claim('A5', 1, { sees: ['B3'] })

const raised = (body = {}) =>
  beginning()
    .claim('A5', 2)
    .add('B3', 'escalation-raised', { reason: 'security', ...body })

const called = () => asked({ phone: { at: 900 } })

describe('causes', () => {
  it('are an engagement asked of us, at the level it is asked at, until we answer in any way', () => {
    expect(causes(asked(), 'B')).toMatchObject([
      { kind: 'engagement-requested', level: 1, pages: true, whom: 'duty', partner: memberOf('A') },
    ])
    expect(kinds(asked(), 'A')).toEqual([])
    const ack = asked().add('B1', 'engagement-acknowledged', answerOf('B', 'A2'))
    expect(kinds(ack, 'B')).toEqual([])
    const question = asked().add('B1', 'info-requested', answerOf('B', 'A2'))
    expect(kinds(question, 'B')).toEqual([])
    expect(kinds(asked().accept('B1', 'A2'), 'B')).toEqual([])
  })

  it('page nobody on a level that nobody stated', () => {
    expect(causes(asked({ level: 3, defaulted: true }), 'B')).toMatchObject([
      { level: 3, pages: false },
    ])
    expect(causes(asked({ level: null }), 'B')).toMatchObject([{ level: 3, pages: false }])
  })

  it('are none of a test case, a notice of a change, a closed case, or one we left', () => {
    const state = stateOf(asked())
    for (const quiet of [{ test: true }, { kind: 'change' }])
      expect(causesOf({ ...state, ...quiet }, memberOf('B'), NOTHING)).toEqual([])
    expect(kinds(asked().add('A3', 'case-closed', { code: 'solved' }), 'B')).toEqual([])
    const taken = { engagement: '$A2', code: 'mistake' }
    expect(kinds(asked().add('A3', 'engagement-withdrawn', taken), 'B')).toEqual([])
  })

  it('are a partner’s graver claim, until we say something to it', () => {
    expect(kinds(disputed(), 'B')).toContain('level-raised')
    expect(kinds(disputed(), 'A')).not.toContain('level-raised')
    expect(kinds(disputed().claim('B4', 1, { sees: ['A5'] }), 'B')).toEqual([])
  })

  it('are levels that stand apart for an hour, to the managers of both', () => {
    const graph = beginning()
      .claim('B3', 3)
      .claim('A5', 2, { sees: ['B3'] })
    for (const letter of ['A', 'B']) {
      const gap = causes(graph, letter).find(({ kind }) => kind === 'severity-gap')
      const last = stateOf(graph).participants[memberOf('A')]?.claim?.at ?? 0
      expect(gap).toMatchObject({ whom: 'managers', from: instantOfSeconds(last + 3600) })
    }
    expect(kinds(graph.claim('B4', 2, { sees: ['A5'] }), 'A')).toEqual([])
  })

  it('are an escalation of another that we have not answered; one that asks nothing comes by mail', () => {
    const found = causes(raised(), 'A')
    expect(found).toMatchObject([{ kind: 'escalation-raised', whom: 'managers', pages: true }])
    expect(kinds(raised(), 'B')).not.toContain('escalation-raised')
    expect(causes(raised({ oneSided: true }), 'A')).toMatchObject([{ pages: false }])
    const answer = { escalation: '$B3', word: 'acknowledged', code: null }
    expect(kinds(raised().add('A6', 'escalation-answered', answer), 'A')).toEqual([])
    const ended = raised().add('B4', 'escalation-withdrawn', { escalation: '$B3' })
    expect(kinds(ended, 'A')).toEqual([])
  })

  it('are a hand-off by phone that stays unconfirmed for half an hour', () => {
    const { requested } = engagementIn(called(), 'A2')
    expect(causes(called(), 'B')).toMatchObject([
      { kind: 'engagement-requested' },
      { kind: 'phone-unconfirmed', from: instantOfSeconds(requested.at + 1800) },
    ])
    const confirmed = called().add('B1', 'call-confirmed', {
      ...answerOf('B', 'A2'),
      confirmed: true,
    })
    expect(kinds(confirmed, 'B')).not.toContain('phone-unconfirmed')
  })

  it('are stages that clocks of ours stand at, each under a key of its own', () => {
    const at = 4_000_000_000
    const stage = (word: 'warned' | 'breached', engagement = idOf('A2')) =>
      ({ engagement, clock: 'resolve', stage: word, due: at, at }) as const
    const stages = [
      stage('warned'),
      stage('breached'),
      stage('breached'),
      stage('warned', idOf('A3')),
    ]
    const found = causes(beginning(), 'B', { stages })
    expect(found.map(({ kind }) => kind)).toEqual(['clock-warned', 'clock-breached'])
    expect(new Set(found.map(({ key }) => key)).size).toBe(2)
  })

  it('are a partner of a critical case that cannot be reached, and of no other', () => {
    const since = '2026-11-21T20:00:00.000Z' as Instant
    const cutOff = [{ partner: memberOf('B'), since }]
    expect(causes(beginning().claim('A5', 1), 'A', { cutOff })).toMatchObject([
      { kind: 'partner-unreachable', from: '2026-11-21T20:15:00.000Z' },
    ])
    expect(kinds(beginning().claim('A5', 2), 'A', { cutOff })).toEqual([])
  })
})

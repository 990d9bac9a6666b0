// What has no effect among the events about how a case is handled: type, word, and the graph whose last event gets it.
import { answerOf, beginning, type Body, Graph, type Place } from '../../kit/case-graph.ts'
import { SETTINGS } from '../../vectors/cases/settings.ts'

export type Row = readonly [type: string, word: string, graph: Graph]

const row = (
  given: Graph,
  id: string,
  type: string,
  word: string,
  body: Body = {},
  place: Place = {},
): Row => [type, word, given.add(id, type, body, place)]

function given(name: string): Graph {
  const make = SETTINGS[name]
  if (!make) throw new Error(`no setting ${name}`)
  return make()
}

const escalated = (): Graph => given('escalated')
const handled = (): Graph => given('handled')
const noticed = (): Graph => given('noticed')
const raised = (): Graph => beginning().add('B3', 'escalation-raised', { reason: 'no-progress' })
const ended = (): Graph => raised().add('B4', 'escalation-withdrawn', { escalation: '$B3' })

const onB3 = { escalation: '$B3' }
const onA2 = { engagement: '$A2' }
const criteria = { planDoneOrOnCourse: true, analysisOnCourse: true, customerAgreed: true }
const checklist = { planDoneOrOnCourse: true, analysisOnCourse: true, agreed: true }
const pause = { ...onA2, clock: 'all', reason: 'monitoring' }
const missed = { ...onA2, clock: 'resolve', due: 1000 }
const paused = (): Graph => beginning().add('B3', 'clock-paused', pause)
const declined = (): Graph =>
  new Graph()
    .open('A1')
    .invite('A2', 'B')
    .add('B1', 'engagement-declined', { ...answerOf('B', 'A2'), code: 'other' })
const plan = { version: 1, rhythmMinutes: 60, channel: 'mail' }
const planned = (): Graph => beginning().add('A5', 'plan-proposed', plan)
const acting = (): Graph => beginning().add('B3', 'action-added', { assignee: '@C' })

function many(count: number, from: Graph, add: (graph: Graph, i: number) => Graph): Graph {
  let graph = from
  for (let i = 0; i < count; i++) graph = add(graph, i)
  return graph
}
const manyEscalations = (): Graph =>
  many(32, beginning(), (graph, i) =>
    graph
      .add(`B${3 + 2 * i}`, 'escalation-raised', { reason: 'expertise' })
      .add(`B${4 + 2 * i}`, 'escalation-withdrawn', { escalation: `$B${3 + 2 * i}` }),
  )
const manyActions = (): Graph =>
  many(128, beginning(), (graph, i) => graph.add(`B${3 + i}`, 'action-added', { assignee: '@C' }))
const manyPauses = (): Graph =>
  many(64, beginning(), (graph, i) =>
    graph
      .add(`B${3 + 2 * i}`, 'clock-paused', pause)
      .add(`B${4 + 2 * i}`, 'clock-resumed', { ...onA2, pause: `$B${3 + 2 * i}` }),
  )
const manyMisses = (): Graph =>
  many(64, beginning(), (graph, i) =>
    graph.add(`B${3 + i}`, 'clock-missed', { ...missed, due: 900 + i }),
  )

export const HANDLING_REFUSED: readonly Row[] = [
  row(noticed(), 'A6', 'problem-restated', 'kind-fixed', { kind: 'fault' }),
  row(beginning(), 'A5', 'problem-restated', 'kind-fixed', { kind: 'change' }),
  row(raised(), 'A5', 'case-closed', 'escalation-open', { code: 'solved' }),
  row(beginning(), 'A5', 'case-closed', 'target-unknown', { code: 'solved', counts: '$B2' }),

  row(beginning(), 'C3', 'engagement-acknowledged', 'not-invitee', answerOf('C', 'A2')),
  row(beginning(), 'B3', 'engagement-acknowledged', 'engagement-unknown', answerOf('B', 'A1')),
  row(declined(), 'B2', 'engagement-acknowledged', 'engagement-not-open', answerOf('B', 'A2')),
  row(
    beginning().add('B3', 'engagement-acknowledged', answerOf('B', 'A2')),
    'B4',
    'engagement-acknowledged',
    'unchanged',
    answerOf('B', 'A2'),
  ),
  row(beginning(), 'B3', 'notice-acknowledged', 'not-a-notice', answerOf('B', 'A2')),
  row(noticed(), 'C1', 'notice-acknowledged', 'not-invitee', answerOf('C', 'A2')),
  row(beginning(), 'B3', 'call-confirmed', 'call-unknown', {
    ...answerOf('B', 'A2'),
    confirmed: true,
  }),
  row(
    handled().add('D1', 'call-confirmed', { ...answerOf('D', 'A5'), confirmed: true }),
    'D2',
    'call-confirmed',
    'unchanged',
    { ...answerOf('D', 'A5'), confirmed: true },
  ),
  row(handled(), 'C5', 'level-duty-met', 'not-inviter', { engagement: '$A5', duty: 'call' }),
  row(handled(), 'A7', 'level-duty-met', 'duty-unknown', { engagement: '$A5', duty: 'contact' }),
  row(handled(), 'A7', 'level-duty-met', 'engagement-unknown', {
    engagement: '$A1',
    duty: 'call',
  }),
  row(
    handled().add('A7', 'level-duty-met', { engagement: '$A5', duty: 'call' }),
    'A8',
    'level-duty-met',
    'unchanged',
    { engagement: '$A5', duty: 'call' },
  ),

  row(beginning(), 'A5', 'clock-paused', 'not-invitee', pause),
  row(paused(), 'B4', 'clock-paused', 'unchanged', pause),
  row(manyPauses(), 'B999', 'clock-paused', 'limit-reached', pause),
  row(beginning(), 'B3', 'clock-paused', 'body-invalid', { ...pause, clock: 'acknowledge' }),
  row(paused(), 'B4', 'clock-resumed', 'target-unknown', { ...onA2, pause: '$A2' }),
  row(
    paused().add('B4', 'clock-resumed', { ...onA2, pause: '$B3' }),
    'B5',
    'clock-resumed',
    'unchanged',
    { ...onA2, pause: '$B3' },
  ),
  row(beginning(), 'B3', 'clock-missed', 'not-due-yet', { ...missed, due: 1081 }),
  row(beginning().add('B3', 'clock-missed', missed), 'B4', 'clock-missed', 'unchanged', missed),
  row(manyMisses(), 'B999', 'clock-missed', 'limit-reached', missed),

  row(beginning(), 'B3', 'lowering-refused', 'claim-unknown', { member: '@A', claim: '$A1' }),
  row(beginning().claim('A5', 3), 'B3', 'lowering-refused', 'claim-not-graver', {
    member: '@A',
    claim: '$A5',
  }),
  row(handled(), 'C5', 'lowering-refused', 'claim-not-graver', { member: '@B', claim: '$B5' }),
  row(
    handled().add('B6', 'lowering-refused', { member: '@C', claim: '$C4' }),
    'B7',
    'lowering-refused',
    'unchanged',
    { member: '@C', claim: '$C4' },
  ),

  row(raised(), 'B4', 'escalation-raised', 'escalation-open', { reason: 'security' }),
  row(manyEscalations(), 'B999', 'escalation-raised', 'limit-reached', { reason: 'security' }),
  row(raised(), 'A5', 'escalation-restated', 'not-raiser', { ...onB3, reason: 'security' }),
  row(beginning(), 'B3', 'escalation-restated', 'escalation-unknown', {
    escalation: '$B2',
    reason: 'security',
  }),
  row(ended(), 'B5', 'escalation-restated', 'escalation-not-open', {
    ...onB3,
    reason: 'security',
  }),
  row(escalated(), 'B5', 'escalation-plan-agreed', 'target-unknown', { ...onB3, plan: '$A5' }),
  row(
    escalated().add('B5', 'escalation-plan-agreed', { ...onB3, plan: '$A6' }),
    'B6',
    'escalation-plan-agreed',
    'unchanged',
    { ...onB3, plan: '$A6' },
  ),
  row(raised(), 'A5', 'escalation-ended', 'not-raiser', { ...onB3, checklist }),
  row(raised(), 'B4', 'escalation-ended', 'target-unknown', {
    ...onB3,
    checklist,
    proposal: '$A2',
  }),
  row(raised(), 'B4', 'escalation-ended', 'body-invalid', {
    ...onB3,
    checklist: { ...checklist, agreed: false },
  }),
  row(ended(), 'B5', 'escalation-withdrawn', 'escalation-not-open', onB3),
  row(escalated(), 'B5', 'escalation-objected', 'unchanged', {
    ...onB3,
    member: '@A',
    proposal: '$A7',
  }),
  row(escalated(), 'B5', 'escalation-objected', 'target-unknown', {
    ...onB3,
    member: '@C',
    proposal: '$A7',
  }),
  row(escalated(), 'B5', 'escalation-objected', 'target-is-self', {
    ...onB3,
    member: '@B',
    proposal: '$A7',
  }),
  row(escalated(), 'A8', 'escalation-objected', 'not-raiser', {
    ...onB3,
    member: '@C',
    proposal: '$C4',
  }),
  row(raised(), 'B4', 'escalation-answered', 'target-is-self', { ...onB3, word: 'acknowledged' }),
  row(raised(), 'A5', 'escalation-answered', 'body-invalid', { ...onB3, word: 'declined' }),
  row(
    raised().add('A5', 'escalation-answered', { ...onB3, word: 'declined', code: 'other' }),
    'A6',
    'escalation-answered',
    'unchanged',
    { ...onB3, word: 'declined', code: 'other' },
  ),
  row(escalated(), 'A8', 'escalation-plan-proposed', 'unchanged', { ...onB3, version: 1 }),
  row(
    raised().add('A5', 'escalation-on-track', { ...onB3, onTrack: true }),
    'A6',
    'escalation-on-track',
    'unchanged',
    { ...onB3, onTrack: true },
  ),
  row(ended(), 'A5', 'escalation-end-proposed', 'escalation-not-open', { ...onB3, criteria }),
  row(escalated(), 'A8', 'escalation-ended-by-silence', 'proposal-objected', {
    ...onB3,
    proposal: '$A7',
  }),
  row(escalated(), 'C6', 'escalation-ended-by-silence', 'target-unknown', {
    ...onB3,
    proposal: '$A7',
  }),
  row(
    raised().add('A5', 'escalation-end-proposed', { ...onB3, criteria }),
    'A6',
    'escalation-ended-by-silence',
    'silence-too-short',
    { ...onB3, proposal: '$A5' },
  ),

  row(beginning(), 'B3', 'plan-proposed', 'not-host', plan),
  row(planned(), 'A6', 'plan-proposed', 'unchanged', plan),
  row(planned(), 'A6', 'plan-agreed', 'target-is-self', { plan: '$A5' }),
  row(planned(), 'B3', 'plan-agreed', 'target-unknown', { plan: '$A4' }),
  row(planned().add('B3', 'plan-agreed', { plan: '$A5' }), 'B4', 'plan-agreed', 'unchanged', {
    plan: '$A5',
  }),
  row(beginning(), 'B3', 'action-added', 'target-not-active', { assignee: '@D' }),
  row(manyActions(), 'B999', 'action-added', 'limit-reached', { assignee: '@C' }),
  row(beginning(), 'B3', 'action-added', 'escalation-unknown', {
    assignee: '@C',
    escalation: '$A2',
  }),
  row(ended(), 'B5', 'action-added', 'escalation-not-open', { assignee: '@C', ...onB3 }),
  row(acting(), 'C3', 'action-withdrawn', 'not-author', { action: '$B3' }),
  row(acting(), 'B4', 'action-answered', 'not-assignee', { action: '$B3', word: 'done' }),
  row(
    acting().add('B4', 'action-withdrawn', { action: '$B3' }),
    'C3',
    'action-answered',
    'action-not-open',
    { action: '$B3', word: 'done' },
  ),
  row(beginning(), 'B3', 'resolution-stated', 'body-invalid', { cause: 'magic' }),
  row(beginning(), 'B3', 'effort-shared', 'engagement-unknown', {
    engagement: '$A4',
    minutes: 30,
    activity: 'analysis',
    day: '2026-11-22',
  }),
]

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isActive, participantOf, type CaseState } from '../../../src/core/cases/case.ts'
import type { CaseCommand, Problem } from '../../../src/core/cases/command.ts'
import { decide, decideOpening } from '../../../src/core/cases/decide.ts'
import { prepareOpening } from '../../../src/core/cases/admit.ts'
import type { CaseEvent } from '../../../src/core/cases/event.ts'
import { judge } from '../../../src/core/cases/judge.ts'
import { CaseOpened } from '../../../src/core/cases/opening.ts'
import { EVENT_TYPES } from '../../../src/core/cases/registry.ts'
import { EventId, MemberId } from '../../../src/core/kernel/id.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { actsOf } from '../../kit/case-acts.ts'
import { Desk } from '../../kit/case-desk.ts'
import { beginning, idOf, keyOf, memberOf, openedAll } from '../../kit/case-graph.ts'
import { Weather } from '../../kit/case-weather.ts'
import { SETTINGS } from '../../vectors/cases/settings.ts'

const WORLD = ['A', 'B', 'C', 'D', 'E'].map(memberOf)
const problem: Problem = { product: null, kind: 'fault', review: null, texts: { summary: 'down' } }
const native = { scheme: 'own', version: '1', code: 'P1' }

const criteria = { planDoneOrOnCourse: true, analysisOnCourse: true, customerAgreed: true }
const asked = {
  reason: 'no-progress',
  level: 'regional',
  criticalDate: null,
  justification: 'nothing moved for a day',
} as const

function escalationCommands(s: CaseState): CaseCommand[] {
  return Object.entries(s.escalations ?? {}).flatMap(([id, e]): CaseCommand[] => {
    const escalation = EventId.parse(id)
    const sides = Object.entries(e.sides)
    return [
      { type: 'restate-escalation', escalation, ...asked },
      { type: 'answer-escalation', escalation, word: 'acknowledged', manager: { name: 'Ada' } },
      { type: 'answer-escalation', escalation, word: 'declined', code: 'duplicate' },
      { type: 'propose-escalation-plan', escalation, plan: 'first this, then that' },
      ...sides.flatMap(([, { plan }]): CaseCommand[] =>
        plan ? [{ type: 'agree-escalation-plan', escalation, plan: plan.event }] : [],
      ),
      { type: 'report-on-track', escalation, onTrack: true },
      { type: 'propose-escalation-end', escalation, criteria, notice: 86_400 },
      {
        type: 'end-escalation',
        escalation,
        proposal: null,
        planDoneOrOnCourse: true,
        analysisOnCourse: true,
        agreement: 'J. Doe, on the phone',
      },
      { type: 'end-escalation-by-silence', escalation },
      { type: 'withdraw-escalation', escalation },
      ...sides.map(([member]): CaseCommand => ({
        type: 'object-to-escalation-end',
        escalation,
        member: MemberId.parse(member),
      })),
    ]
  })
}

const handlingCommands = (s: CaseState): CaseCommand[] => [
  ...escalationCommands(s),
  ...Object.keys(s.actions ?? {}).flatMap((id): CaseCommand[] => [
    { type: 'withdraw-action', action: EventId.parse(id) },
    { type: 'answer-action', action: EventId.parse(id), word: 'done' },
  ]),
  { type: 'raise-escalation', ...asked, questions: null },
  { type: 'propose-plan', rhythmMinutes: 30, channel: 'chat', nextUpdate: null, bridge: '#1' },
  { type: 'agree-plan' },
  {
    type: 'state-resolution',
    cause: 'defect',
    fixOwner: null,
    references: [{ kind: 'defect', id: 'D-1' }],
    fieldFeedback: false,
    summary: 'a race',
  },
  { type: 'share-effort', engagement: null, minutes: 30, activity: 'analysis', day: '2026-11-22' },
]

/** At least one of every command, for every target there is. */
function commandsOf(s: CaseState, by: MemberId): CaseCommand[] {
  const keys = [keyOf('kX')]
  const engagements = Object.values(s.engagements).map((e) => e.id)
  const others = WORLD.filter((member) => member !== by)
  const answers = engagements.flatMap((engagement): CaseCommand[] => [
    { type: 'accept-engagement', engagement, keys, note: 'yes' },
    { type: 'decline-engagement', engagement, keys, code: 'other', text: 'no' },
    { type: 'request-information', engagement, keys, fields: [], text: 'which?' },
    { type: 'provide-information', engagement, answers: null, text: 'that' },
    { type: 'withdraw-engagement', engagement, code: 'other' },
    { type: 'lapse-engagement', engagement },
    { type: 'complete-engagement', engagement, outcome: 'solved' },
    { type: 'confirm-completion', engagement },
    { type: 'acknowledge-engagement', engagement, keys },
    { type: 'acknowledge-notice', engagement, keys },
    { type: 'confirm-call', engagement, keys, confirmed: true },
    { type: 'meet-level-duty', engagement, duty: 'call', reference: 'T-1' },
    { type: 'pause-clock', engagement, clock: 'all', reason: 'monitoring' },
    ...Object.keys(s.engagements[engagement]?.pauses ?? {}).map((pause): CaseCommand => ({
      type: 'resume-clock',
      engagement,
      pause: EventId.parse(pause),
    })),
    { type: 'miss-clock', engagement, clock: 'resolve', due: 900 },
  ])
  const towards = others.flatMap((member): CaseCommand[] => [
    {
      type: 'request-engagement',
      invitee: member,
      keys: [idOf('kX')],
      ask: 'assist',
      due: null,
      form: null,
      texts: { summary: 'please', contact: { name: 'Ada' } },
    },
    { type: 'remove-member', member, code: 'other' },
    { type: 'grant-may-engage', member, granted: true },
    { type: 'propose-member', member },
    { type: 'cut-author', member },
    { type: 'resume-author', member, keys: [idOf('kX')] },
    { type: 'offer-baton', to: member, text: 'yours?' },
    { type: 'offer-host', to: member },
    { type: 'release-claim', member },
    { type: 'refuse-lowering', member, text: 'it is still down' },
    { type: 'add-action', escalation: null, assignee: member, due: null, text: 'look' },
  ])
  return [
    ...answers,
    ...towards,
    ...handlingCommands(s),
    { type: 'restate-problem', problem },
    { type: 'leave-case', code: 'other' },
    { type: 'rotate-keys', keys },
    { type: 'withdraw-baton-offer' },
    { type: 'accept-baton' },
    { type: 'decline-baton', code: 'other' },
    { type: 'pass-baton' },
    { type: 'reclaim-baton' },
    { type: 'withdraw-host-offer' },
    { type: 'accept-host' },
    { type: 'decline-host' },
    { type: 'transfer-host' },
    {
      type: 'claim-severity',
      level: 2,
      native,
      mapping: null,
      rounded: 'exact',
      reason: 'initial',
    },
    { type: 'set-slot', key: 'case-number', value: 'X-1' },
    { type: 'set-slot', key: 'engineer', value: { name: 'Ada' } },
    { type: 'add-note', kind: 'update', re: null, text: 'seen', readers: 'case' },
    { type: 'withdraw-note', note: s.opened.event },
    { type: 'close-case', code: 'solved' },
    { type: 'reopen-case', code: 'returned' },
    { type: 'request-reopening', code: 'returned' },
    { type: 'show-equivocation', author: by, events: [idOf('e1'), idOf('e2')] },
    { type: 'raise-rules', rules: s.rules + 1 },
    { type: 'confirm-received' },
  ]
}

/** The same act as a partner's event would bring it, on top of everything. */
function asEvent(s: CaseState, by: MemberId, at: number, draft: { type: string; body: unknown }) {
  const event: CaseEvent = {
    id: idOf('theirs'),
    caseId: s.id,
    author: by,
    incarnation: 0,
    seq: (participantOf(s, by)?.chains[0]?.seq ?? 0) + 1,
    prev: participantOf(s, by)?.chains[0]?.tip ?? null,
    heads: s.heads.map((head) => head.id),
    type: draft.type,
    body: JSON.parse(JSON.stringify(draft.body)) as CaseEvent['body'],
    texts: {},
    iat: at,
    at: Math.max(at, ...s.heads.map((head) => head.at)),
    depth: 99,
  }
  return event
}

const stateOf = (setting: string, seed: number, steps: number): CaseState => {
  const make = SETTINGS[setting]
  if (!make) throw new Error(`no setting ${setting}`)
  const weather = new Weather(make(), ['A', 'B', 'C', 'D'], seed, null)
  for (let i = 0; i < steps; i++) weather.blow()
  return new Desk().receiveAll(weather.events).replica.state
}

const count = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

const note = (readers: MemberId[]): CaseCommand => ({
  type: 'add-note',
  kind: 'update',
  re: null,
  text: 'between us',
  readers,
})

describe('what our own side may do', () => {
  it('is judged as a partner’s event would be, in any state and for every command; and the other way round', () => {
    const drafted = new Map<string, number>()
    const refused = new Map<string, number>()
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(SETTINGS)),
        fc.nat(100_000),
        fc.nat(15),
        (setting, seed, steps) => {
          const state = stateOf(setting, seed, steps)
          const at = 300_000
          for (const by of WORLD) {
            const possible = new Set<string>()
            for (const command of commandsOf(state, by)) {
              const result = decide(state, command, { by, incarnation: 0, at })
              if (result instanceof Refusal) count(refused, result.code)
              else {
                possible.add(result.type)
                count(drafted, result.type)
                expect(judge(state, asEvent(state, by, at, result))).toBe('effect')
              }
            }
            for (const act of actsOf(state, by, WORLD))
              if (act.type !== 'severity-claimed' && !possible.has(act.type))
                expect(judge(state, asEvent(state, by, at, act)), act.type).not.toBe('effect')
          }
        },
      ),
      { seed: 20_261_130, numRuns: 60, examples: Object.keys(SETTINGS).map((s) => [s, 7, 0]) },
    )
    console.log(`${drafted.size} types drafted, ${refused.size} words of refusal`)
    const never = EVENT_TYPES.filter((type) => !drafted.has(type))
    expect(never).toEqual(['case-opened', 'equivocation-shown'])
    expect(refused.size).toBeGreaterThan(20)
  })

  it('is refused by the very word that a partner’s event would be given', () => {
    const { state } = new Desk().receiveAll(openedAll(beginning().events)).replica
    const [a, b] = [memberOf('A'), memberOf('B')]
    const word = (command: CaseCommand, by: MemberId): string => {
      const result = decide(state, command, { by, incarnation: 0, at: 5000 })
      return result instanceof Refusal ? result.code : result.type
    }
    const theirs = (type: string, body: object, by: MemberId): string =>
      judge(state, asEvent(state, by, 5000, { type, body }))
    expect(word({ type: 'close-case', code: 'solved' }, b)).toBe('not-host')
    expect(theirs('case-closed', { code: 'solved' }, b)).toBe('not-host')
    expect(word({ type: 'reclaim-baton' }, a)).toBe('baton-held-by-host')
    expect(theirs('baton-reclaimed', { term: 1 }, a)).toBe('baton-held-by-host')
    expect(word({ type: 'leave-case', code: 'other' }, a)).toBe('host-cannot-leave')
    expect(theirs('participant-left', { code: 'other' }, a)).toBe('host-cannot-leave')
    expect(word({ type: 'offer-baton', to: memberOf('D') }, a)).toBe('target-not-active')
    expect(word({ type: 'accept-baton' }, b)).toBe('offer-unknown')
  })

  it('refuses text for a reader that does not take part, and names the field', () => {
    const { state } = new Desk().receiveAll(openedAll(beginning().events)).replica
    const by = { by: memberOf('A'), incarnation: 0, at: 5000 }
    expect(decide(state, note([memberOf('B')]), by)).not.toBeInstanceOf(Refusal)
    const refusal = decide(state, note([memberOf('B'), memberOf('D')]), by)
    expect(refusal).toMatchObject({ code: 'reader-not-participant', field: 'texts.note.readers' })
  })

  it('refuses a value that does not fit, and names the field', () => {
    const { state } = new Desk().receiveAll(openedAll(beginning().events)).replica
    const doing = { by: memberOf('B'), incarnation: 0, at: 5000 }
    const command: CaseCommand = { type: 'set-slot', key: 'work-state', value: 'asleep' }
    expect(decide(state, command, doing)).toMatchObject({ code: 'invalid-field', field: 'value' })
  })

  it('keeps personal data out of the clear: contract and contact reach the invitee alone', () => {
    const { state } = new Desk().receiveAll(openedAll(beginning().events)).replica
    const [a, d] = [memberOf('A'), memberOf('D')]
    const draft = decide(
      state,
      {
        type: 'request-engagement',
        invitee: d,
        keys: [idOf('kD')],
        ask: 'assist',
        due: null,
        form: null,
        texts: { summary: 'volumes lost', contact: 'Ada 555', entitlement: '4711' },
      },
      { by: a, incarnation: 0, at: 5000 },
    )
    if (draft instanceof Refusal) throw new Error(draft.code)
    expect(draft.texts['summary']?.readers).toBe('case')
    expect(draft.texts['contact']?.readers).toEqual([a, d])
    expect(draft.texts['entitlement']?.readers).toEqual([a, d])
    expect(JSON.stringify(draft.body)).not.toMatch(/Ada|4711/)
    expect(draft.body['participants']).toEqual(WORLD.filter((m) => isActive(state, m)))
  })

  it('opens a case that admission takes', () => {
    const draft = decideOpening({
      rules: 1,
      algs: ['ES256'],
      keys: [keyOf('kA')],
      test: false,
      batonSilence: null,
      continues: null,
      problem,
    })
    expect(CaseOpened.safeParse(draft.body).success).toBe(true)
    expect(draft.texts).toEqual({ summary: { readers: 'case', value: 'down' } })
    const [opening] = openedAll(beginning().events)
    if (!opening) throw new Error('no opening')
    expect(prepareOpening({ ...opening, body: draft.body })).toHaveProperty('key')
  })
})

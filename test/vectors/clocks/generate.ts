// Writes the clock vectors: histories chosen here, clocks computed by the program. `tsx test/vectors/clocks/generate.ts` writes the file;
// a test fails when it has drifted.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { engagementOf } from '../../../src/core/cases/case.ts'
import { clocksOf, type EngagementClock } from '../../../src/core/clocks/clocks.ts'
import { instantOfSeconds } from '../../../src/core/kernel/instant.ts'
import { SupportProfile } from '../../../src/core/support/support-profile.ts'
import { answerOf, Graph, idOf, type Place } from '../../kit/case-graph.ts'
import { stateOf } from '../../kit/case-given.ts'

const PROFILE = {
  version: '1',
  calendars: [
    {
      id: 'berlin',
      zone: 'Europe/Berlin',
      hours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '01:00', to: '05:00' }],
      holidays: [],
    },
  ],
  regions: [],
  plans: [{ id: 'gold', name: 'Gold' }],
  targets: [
    { clock: 'accept', level: 1, within: { minutes: 60 } },
    { clock: 'accept', level: 1, plan: 'gold', within: { minutes: 30 } },
    { clock: 'next-update', level: 1, within: { minutes: 120 } },
    { clock: 'resolve', level: 1, within: { minutes: 480 } },
    { clock: 'resolve', level: 2, within: { workingMinutes: 240 }, calendar: 'berlin' },
    { clock: 'resolve', level: 3, within: { businessDays: 1 }, calendar: 'berlin' },
  ],
}

/** In the night in which the clocks of Berlin go from two to three: 2026-03-29 at 01:00 there. */
const NIGHT = Date.parse('2026-03-29T00:00:00Z') / 1000
const at = (minutes: number): Place => ({ iat: NIGHT + 60 * minutes })

/** A asks B, at level 1 or what is said, at one o'clock; B accepts after ten minutes. */
const asked = (level = 1, body = {}): Graph =>
  new Graph()
    .add('A1', 'case-opened', { rules: 1, algs: ['ES256'], keys: [{ kid: '#kA' }] }, at(-5))
    .claim('A2', level, at(-5))
    .add('A3', 'engagement-requested', { invitee: '@B', keys: ['#kB'], ...body }, at(0))
const accepted = (level = 1, body = {}): Graph =>
  asked(level, body).accept('B1', 'A3', { ...at(10), sees: ['A3'] })
const pause = { engagement: '$A3', clock: 'resolve', reason: 'monitoring' }
const done = { engagement: '$A3', outcome: 'solved' }
const promise = (minutes: number) => ({ key: 'next-update', value: NIGHT + 60 * minutes })

const HISTORIES: readonly (readonly [what: string, graph: Graph, minutes: number])[] = [
  ['asked and not answered', asked(), 45],
  ['answered by nobody in time', asked(), 60],
  ['asked under a plan', asked(1, { plan: 'gold' }), 5],
  ['asked by phone half an hour before', asked(1, { phone: { at: NIGHT - 1800 } }), 5],
  ['asked at a level that wants a call, which did not come', asked(1, { levelDuties: ['call'] }), 90],
  ['accepted', accepted(), 20],
  ['accepted at a level of working hours, in the night that has no hour from two to three', accepted(2), 20],
  ['accepted at a level of business days', accepted(3), 20],
  ['accepted by a receiver that sees it one level milder', accepted().claim('B2', 2, at(10)), 20],
  [
    'paused for an hour of which the receiver works half',
    accepted(2)
      .add('B2', 'clock-paused', pause, at(30))
      .add('B3', 'clock-resumed', { engagement: '$A3', pause: '$B2' }, at(90)),
    120,
  ],
  ['a question that waits for its answer', accepted().add('B2', 'info-requested', answerOf('B', 'A3'), at(30)), 40],
  ['an update', accepted().add('B2', 'note-added', { kind: 'update' }, { ...at(60), texts: { note: 'case' } }), 70],
  ['a promise earlier than the rhythm, broken', accepted().add('B2', 'slot-set', promise(60), at(20)), 60],
  ['a workaround told', accepted().add('B2', 'note-added', { kind: 'workaround' }, { ...at(60), texts: { note: 'case' } }), 70],
  ['completed in time', accepted().add('B2', 'engagement-completed', done, at(490)), 600],
  ['completed a minute late', accepted().add('B2', 'engagement-completed', done, at(491)), 600],
  [
    'raised from 3 to 1 after the time of level 1 had passed',
    accepted(3).claim('A4', 1, at(600)),
    601,
  ],
  [
    'closed, and opened again an hour later',
    accepted()
      .add('A4', 'case-closed', { code: 'solved' }, at(100))
      .add('A5', 'case-reopened', { code: 'returned' }, at(160)),
    170,
  ],
]

const moment = (seconds: number | null): string | null =>
  seconds === null ? null : instantOfSeconds(seconds)

const shown = (c: EngagementClock): object => ({
  clock: c.clock,
  word: c.word,
  level: c.level.level,
  levelFrom: c.level.source,
  target: c.target && { source: c.target.source, field: c.target.field, within: c.target.within },
  started: c.started && { at: moment(c.started.at), by: c.started.cause },
  stopped: c.stopped && { at: moment(c.stopped.at), by: c.stopped.cause },
  holds: c.holds.map(({ from, until, reason }) => ({
    from: moment(from),
    until: moment(until),
    reason,
  })),
  ...c.time,
  warnAt: moment(c.warnAt),
  dueAt: moment(c.dueAt),
  remindAt: moment(c.remindAt),
})

function clocks(): object[] {
  const profile = SupportProfile.parse(PROFILE)
  return HISTORIES.map(([what, { events }, minutes]) => {
    const graph = new Graph()
    graph.events.push(...events)
    const s = stateOf(graph)
    const e = engagementOf(s, idOf('A3'))
    if (!e) throw new Error(`${what}: nobody was asked`)
    const now = NIGHT + 60 * minutes
    const expected = clocksOf(s, e, { profile, now }).map(shown)
    return { what, events, engagement: 'A3', now: moment(now), expect: expected }
  })
}

/** A JSON array with one case a line. */
const lines = (cases: readonly object[]): string =>
  `[\n${cases.map((one) => ` ${JSON.stringify(one)}`).join(',\n')}\n]\n`

/** File name → its text. */
export const clockVectors = (): Map<string, string> =>
  new Map([
    ['profile.json', `${JSON.stringify(PROFILE, null, 1)}\n`],
    ['clocks.json', lines(clocks())],
  ])

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [name, text] of clockVectors()) writeFileSync(new URL(name, import.meta.url), text)

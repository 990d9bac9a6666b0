// Writes the support vectors: inputs chosen here, answers computed by the program. `tsx test/vectors/support/generate.ts` writes the
// files. What working time must be is held against an independent watcher and against dates worked out by hand in test/core/support.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Instant, instantOf } from '../../../src/core/kernel/instant.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { LEVELS } from '../../../src/core/severity/scale.ts'
import type { Calendar } from '../../../src/core/support/calendar.ts'
import { dueAt } from '../../../src/core/support/figure.ts'
import { supportPresets } from '../../../src/core/support/preset.ts'
import { openSupportProfile } from '../../../src/core/support/profile-document.ts'
import { onDuty, parseRota } from '../../../src/core/support/rota.ts'
import { CLOCKS } from '../../../src/core/support/support-profile.ts'
import { targetFor, type TargetQuery } from '../../../src/core/support/target.ts'
import { whoAnswers } from '../../../src/core/support/who-answers.ts'
import {
  addBusinessDays,
  addWorking,
  isOpen,
  nextClosing,
  nextOpening,
  workingBetween,
} from '../../../src/core/support/working-time.ts'

const MINUTE = 60_000
const ms = (text: string): number => Date.parse(`${text}Z`)
const said = (at: number | null): Instant | null => (at === null ? null : instantOf(at))
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const
const everyDay = [...weekdays, 'sat', 'sun'] as const

const CALENDARS: readonly Calendar[] = [
  { id: 'always', zone: 'UTC', hours: '24x7', holidays: [] },
  {
    id: 'berlin',
    zone: 'Europe/Berlin',
    hours: [{ days: weekdays, from: '09:00', to: '17:00' }],
    holidays: [
      { date: '2026-04-03', name: 'Karfreitag' },
      { date: '2026-04-06', name: 'Ostermontag' },
      { date: '2026-12-24', name: 'Heiligabend', hours: [{ from: '09:00', to: '12:00' }] },
    ],
  },
  {
    id: 'by-hours',
    zone: 'America/New_York',
    hours: [{ days: everyDay, from: '00:00', to: '24:00' }],
    holidays: [],
  },
  {
    id: 'nights',
    zone: 'Australia/Lord_Howe',
    hours: [{ days: everyDay, from: '22:00', to: '06:00' }],
    holidays: [],
  },
  {
    id: 'in-the-gap',
    zone: 'Europe/Berlin',
    hours: [
      { days: everyDay, from: '01:00', to: '02:15' },
      { days: everyDay, from: '02:15', to: '02:45' },
      { days: everyDay, from: '02:45', to: '03:15' },
    ],
    holidays: [],
  },
]

/** Common days, week ends, Easter, and the nights in which clocks change in Berlin, New York and on Lord Howe Island. */
const STARTS = [
  '2026-03-07T22:00',
  '2026-03-08T06:59:59.999',
  '2026-03-28T23:30',
  '2026-03-29T00:59:59.999',
  '2026-03-29T01:00',
  '2026-04-02T15:00',
  '2026-04-04T12:00',
  '2026-10-03T14:00',
  '2026-10-24T22:00',
  '2026-10-25T00:30',
  '2026-10-25T01:15',
  '2026-11-01T05:30',
  '2026-11-20T15:30',
  '2026-12-23T16:30',
]
const SPANS = [1, 30, 90, 480, 1500, 6000]

const calendars = () => CALENDARS.map((calendar) => ({ ...calendar }))

const openings = () =>
  CALENDARS.flatMap((calendar) =>
    STARTS.map(ms).map((at) => ({
      calendar: calendar.id,
      at: instantOf(at),
      expect: {
        open: isOpen(calendar, at),
        opens: said(nextOpening(calendar, at)),
        closes: said(nextClosing(calendar, at)),
      },
    })),
  )

const additions = () =>
  CALENDARS.flatMap((calendar) =>
    STARTS.map(ms).flatMap((from) =>
      SPANS.map((minutes) => ({
        calendar: calendar.id,
        from: instantOf(from),
        minutes,
        expect: said(addWorking(calendar, from, minutes * MINUTE)),
      })),
    ),
  )

const spans = () =>
  CALENDARS.flatMap((calendar) =>
    STARTS.map(ms).flatMap((from, i) =>
      STARTS.slice(i + 1)
        .map(ms)
        .map((to) => ({
          calendar: calendar.id,
          from: instantOf(from),
          to: instantOf(to),
          expect: workingBetween(calendar, from, to),
        })),
    ),
  )

const businessDays = () =>
  CALENDARS.flatMap((calendar) =>
    STARTS.map(ms).flatMap((from) =>
      [1, 2, 5].map((days) => ({
        calendar: calendar.id,
        from: instantOf(from),
        days,
        expect: said(addBusinessDays(calendar, from, days)),
      })),
    ),
  )

const small = (change: object = {}) => ({
  version: '1',
  calendars: [
    { id: 'always', zone: 'UTC', hours: '24x7', holidays: [] },
    { id: 'office', zone: 'Europe/Berlin', hours: CALENDARS[1]?.hours, holidays: [] },
  ],
  regions: [{ id: 'desk', name: 'Desk', calendar: 'office', escalation: [] }],
  plans: [{ id: 'gold', name: 'Gold' }],
  targets: [],
  ...change,
})
const office = (hours: unknown, holidays: readonly unknown[] = []) =>
  small({ calendars: [{ id: 'office', zone: 'Europe/Berlin', hours, holidays }] })
const target = (level: number, within: object, more: object = {}) => ({
  clock: 'accept',
  level,
  within,
  ...more,
})
const targets = (...list: object[]) => small({ targets: list })
const OFFICE = { calendar: 'office' }

const DOCUMENTS: readonly (readonly [string, unknown])[] = [
  ['the smallest profile of use', small()],
  [
    'a zone that the IANA database lacks',
    small({ calendars: [{ id: 'office', zone: 'Europe/Bonn', hours: '24x7', holidays: [] }] }),
  ],
  ['no hours at all', office([])],
  ['holidays of a calendar that never closes', office('24x7', [{ date: '2026-12-25', name: 'X' }])],
  [
    'a holiday twice',
    office(
      [{ days: ['mon'], from: '09:00', to: '17:00' }],
      [
        { date: '2026-12-25', name: 'X' },
        { date: '2026-12-25', name: 'Y' },
      ],
    ),
  ],
  [
    'hours that overlap',
    office([
      { days: ['mon'], from: '09:00', to: '17:00' },
      { days: ['mon'], from: '16:59', to: '18:00' },
    ]),
  ],
  [
    'hours that meet',
    office([
      { days: ['mon'], from: '09:00', to: '17:00' },
      { days: ['mon'], from: '17:00', to: '18:00' },
    ]),
  ],
  [
    'hours that run into the next day’s',
    office([
      { days: ['sun'], from: '20:00', to: '01:00' },
      { days: ['mon'], from: '00:59', to: '18:00' },
    ]),
  ],
  [
    'a region on a calendar that is not there',
    small({ regions: [{ id: 'desk', name: 'Desk', calendar: 'lunar', escalation: [] }] }),
  ],
  ['a target for a plan that is not there', targets(target(1, { minutes: 60 }, { plan: 'iron' }))],
  ['working time on no calendar', targets(target(1, { workingMinutes: 60 }))],
  ['minutes on a calendar', targets(target(1, { minutes: 60 }, OFFICE))],
  ['two answers to one question', targets(target(1, { minutes: 60 }), target(1, { minutes: 60 }))],
  [
    'a milder level with fewer minutes',
    targets(target(1, { minutes: 60 }), target(2, { minutes: 59 })),
  ],
  [
    'a milder level round the clock below a graver one in working time',
    targets(target(1, { workingMinutes: 60 }, OFFICE), target(2, { minutes: 240 })),
  ],
  [
    'eight working hours, then one business day',
    targets(target(3, { workingMinutes: 480 }, OFFICE), target(4, { businessDays: 1 }, OFFICE)),
  ],
  [
    'nine working hours, then one business day',
    targets(target(3, { workingMinutes: 540 }, OFFICE), target(4, { businessDays: 1 }, OFFICE)),
  ],
  [
    'a general figure milder than a plan’s, but due earlier',
    targets(
      target(1, { businessDays: 1 }, { ...OFFICE, plan: 'gold' }),
      target(2, { minutes: 240 }),
    ),
  ],
  ['a member that is not part of the format', small({ slas: [] })],
]

const documents = () =>
  Promise.all(
    [
      ...DOCUMENTS.map(([what, value]) => [what, JSON.stringify(value)] as const),
      ...supportPresets().map(({ name, text }) => [name, text] as const),
      ['a key twice', JSON.stringify(small()).replace('{', '{"version":"2",')] as const,
    ].map(async ([what, text]) => {
      const answer = await openSupportProfile(text)
      const expect =
        answer instanceof Refusal
          ? { refused: answer.code, field: answer.field ?? null }
          : { digest: answer.digest }
      return { what, text, expect }
    }),
  )

const FROM = ms('2026-11-20T16:20')

function figure(preset: string | null, query: TargetQuery) {
  const profile = supportPresets().find(({ id }) => id === preset)?.profile ?? null
  const found = targetFor(profile, query)
  const expect = found && {
    source: found.source,
    within: found.within,
    calendar: found.calendar?.id ?? null,
    matched: found.matched,
    field: found.field,
    due: said(dueAt(found, FROM)),
  }
  return { profile: preset, ...query, from: instantOf(FROM), expect }
}

const figures = () =>
  [null, ...supportPresets().map(({ id }) => id)].flatMap((preset) =>
    CLOCKS.flatMap((clock) =>
      LEVELS.flatMap((level) => [
        figure(preset, { clock, level, plan: null, channel: null, product: null }),
        ...(preset === 'follow-the-sun'
          ? [
              figure(preset, {
                clock,
                level,
                plan: 'mission-critical',
                channel: 'api',
                product: null,
              }),
              figure(preset, {
                clock,
                level,
                plan: 'mission-critical',
                channel: 'api',
                product: 'sun-legacy',
              }),
            ]
          : []),
        ...(preset === 'twelve-hour-days'
          ? [figure(preset, { clock, level, plan: 'priority', channel: 'phone', product: null })]
          : []),
      ]),
    ),
  )

const answers = () =>
  supportPresets().flatMap(({ id, profile }) =>
    [...STARTS, '2026-11-23T08:00', '2026-11-23T17:00', '2026-12-25T12:00'].flatMap((at) =>
      [{}, ...(id === 'follow-the-sun' ? [{ product: 'sun-legacy' }] : [])].map((concern) => {
        const { now, until, next, hotline } = whoAnswers(profile, [], instantOf(ms(at)), concern)
        const expect = {
          now: now?.region.id ?? null,
          until,
          next: next && { region: next.region.id, from: next.from },
          hotline,
        }
        return { profile: id, at: instantOf(ms(at)), ...concern, expect }
      }),
    ),
  )

const ROTA = {
  id: 'weekly',
  name: 'Weekly',
  zone: 'Europe/Berlin',
  start: '2026-03-23',
  handover: '02:30',
  shiftDays: 1,
  people: ['ana', 'ben', 'cem'],
  overrides: [
    { from: '2026-03-28T12:00:00.000Z', to: '2026-03-30T12:00:00.000Z', person: 'eva' },
    { from: '2026-11-20T15:00:00.000Z', to: '2026-11-20T16:00:00.000Z', person: 'fay' },
  ],
  escalateTo: ['dora'],
}

function duties() {
  const rotas = [
    ROTA,
    { ...ROTA, id: 'plain', overrides: [] },
    { ...ROTA, id: 'fortnight', shiftDays: 14, handover: '09:00' },
  ]
  return rotas.flatMap((rota) =>
    STARTS.map((at) => {
      const parsed = parseRota(rota)
      if (parsed instanceof Refusal) throw new Error(parsed.detail)
      return { rota, at: instantOf(ms(at)), expect: onDuty(parsed, instantOf(ms(at))) }
    }),
  )
}

/** A JSON array with one case a line. */
const lines = (cases: readonly object[]): string =>
  `[\n${cases.map((one) => ` ${JSON.stringify(one)}`).join(',\n')}\n]\n`

/** File name → its text. */
export async function supportVectors(): Promise<Map<string, string>> {
  return new Map([
    ['calendars.json', lines(calendars())],
    ['openings.json', lines(openings())],
    ['additions.json', lines(additions())],
    ['spans.json', lines(spans())],
    ['business-days.json', lines(businessDays())],
    ['documents.json', lines(await documents())],
    ['targets.json', lines(figures())],
    ['who-answers.json', lines(answers())],
    ['rotas.json', lines(duties())],
  ])
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [name, text] of await supportVectors())
    writeFileSync(new URL(name, import.meta.url), text)

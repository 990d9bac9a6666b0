import { expect, it } from 'vitest'
import {
  answerMillis,
  DEFAULT_ALERT_SETTINGS,
  parseAlertSettings,
} from '../../../src/core/alerts/settings.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'

it('gives graver levels less time by default, and fills in what was not said', () => {
  const times = ([1, 2, 3, 4] as const).map((level) => answerMillis(DEFAULT_ALERT_SETTINGS, level))
  expect(times).toEqual([5, 15, 60, 240].map((minutes) => minutes * 60_000))
  expect(parseAlertSettings({ answerWithin: { 1: 2 } })).toEqual({
    ...DEFAULT_ALERT_SETTINGS,
    answerWithin: { 1: 2, 2: 15, 3: 60, 4: 240 },
  })
})

it('refuses what is unknown or without end', () => {
  for (const value of [{ gapMinutes: 0 }, { phoneMinutes: 10_081 }, { wake: true }, null])
    expect(parseAlertSettings(value)).toBeInstanceOf(Refusal)
})

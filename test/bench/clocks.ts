// tsx test/bench/clocks.ts — what it costs to reckon the due times of many engagements anew: per engagement, of 100,000 and 10,000 beside 1,000, each
// with hours in a zone, a pause and a changed level. Reckoning alone, without a database. --quick shows that it works.
import { SupportProfile } from '../../src/core/support/support-profile.ts'
import { clocksOf } from '../../src/core/clocks/clocks.ts'
import { nextChange } from '../../src/core/clocks/stage.ts'
import { at, caseWith, claim, engagement, mark, MONDAY } from '../core/clocks/kit.ts'
import { profile } from '../core/support/kit.ts'
import { printFigure, printMachine, printRatio, readAsked } from './kit/report.ts'

const { quick } = readAsked()
const [FEW = 0, ...MORE] = quick ? [100, 300, 1_000] : [1_000, 10_000, 100_000]
const ROUNDS = quick ? 2 : 5

const within = { workingMinutes: 960 }
const published = SupportProfile.parse(
  profile({
    targets: [1, 2].map((level) => ({ clock: 'resolve', level, within, calendar: 'berlin' })),
  }),
)

/** Engagements spread over ten weeks; half of them were paused, a third had their level raised. */
function made(count: number) {
  return Array.from({ length: count }, (_, n) => {
    const start = MONDAY + (n % 100_800) * 60
    const pause = {
      at: start + 7_200,
      clock: 'all',
      reason: 'monitoring',
      until: start + 9_000,
    } as const
    const e = engagement({
      requested: mark(start),
      accepted: mark(start + 600),
      ...(n % 2 === 0 ? { pauses: { p: pause } as never } : {}),
    })
    const levels = [
      { at: start, level: 2 as const },
      { at: start + 3_600, level: 1 as const },
    ]
    const us = n % 3 === 0 ? { ...claim(1, start + 3_600), levels } : claim(2, start)
    return { e, s: caseWith(e, { us }) }
  })
}

/** Milliseconds for one engagement. */
function reckon(cases: ReturnType<typeof made>): number {
  const begun = performance.now()
  const now = at(24 * 30)
  for (const { s, e } of cases) nextChange(clocksOf(s, e, { profile: published, now }), now)
  return (performance.now() - begun) / cases.length
}

const few = made(FEW)
reckon(few)
for (const count of MORE) {
  const many = made(count)
  const ratios = Array.from({ length: ROUNDS }, () => {
    const [one, other] = [reckon(few), reckon(many)]
    return other / one
  })
  const name = `${count.toLocaleString('en')} to ${FEW.toLocaleString('en')}`
  printRatio(`ratio: due times of an engagement, ${name}`, ratios, 'about 1')
}
printFigure('due times of an engagement, microseconds', (reckon(few) * 1_000).toFixed(0))
printMachine()

import { describe, expect, it } from 'vitest'
import { beginning, type Graph, idOf } from '../../kit/case-graph.ts'
import { engagementIn } from '../../kit/case-given.ts'

const pause = (clock: string) => ({ engagement: '$A2', clock, reason: 'waiting-for-customer' })
const paused = (): Graph => beginning().add('B3', 'clock-paused', pause('resolve'))

describe('a pause', () => {
  it('lasts from its own moment until its clock runs again', () => {
    expect(engagementIn(paused(), 'A2').pauses?.[idOf('B3')]).toEqual({
      at: 1080,
      clock: 'resolve',
      reason: 'waiting-for-customer',
      until: null,
    })
    const resumed = paused().add('B4', 'clock-resumed', { engagement: '$A2', pause: '$B3' })
    expect(engagementIn(resumed, 'A2').pauses?.[idOf('B3')]?.until).toBe(1090)
  })

  it('of one clock stands beside that of another, and can come again', () => {
    const graph = paused()
      .add('B4', 'clock-paused', pause('all'))
      .add('B5', 'clock-resumed', { engagement: '$A2', pause: '$B3' })
      .add('B6', 'clock-paused', pause('resolve'))
    const spans = Object.values(engagementIn(graph, 'A2').pauses ?? {})
    expect(spans.map(({ clock, until }) => [clock, until])).toEqual([
      ['resolve', 1100],
      ['all', null],
      ['resolve', null],
    ])
  })
})

describe('a clock that ran out', () => {
  it('is said once for a clock and a time, by its owner, at that time or later', () => {
    const missed = { engagement: '$A2', clock: 'next-update', due: 1080 }
    const graph = beginning().add('B3', 'clock-missed', missed).add('B4', 'clock-missed', missed)
    expect(engagementIn(graph, 'A2').missed).toEqual([
      { clock: 'next-update', due: 1080, at: 1080 },
    ])
  })
})

import { describe, expect, it } from 'vitest'
import {
  acknowledgedBy,
  viewHandOff,
  viewMissed,
  viewPauses,
} from '../../../src/core/cases/view-hand-off.ts'
import type { EventId } from '../../../src/core/kernel/id.ts'
import { answerOf, beginning, Graph, idOf } from '../../kit/case-graph.ts'
import { engagementIn } from '../../kit/case-given.ts'

const asked = (body = {}): Graph =>
  new Graph()
    .open('A1')
    .add('A2', 'engagement-requested', { invitee: '@B', keys: ['#kB'], ...body })

const pause = (clock: string) => ({ engagement: '$A2', clock, reason: 'monitoring' })

describe('a hand-off as people see it', () => {
  it('shows what was settled beforehand', () => {
    const projected = {
      scheme: 's',
      version: '1',
      code: 'B',
      rounded: 'down',
      reason: 'no-contact',
    }
    const graph = asked({
      plan: 'gold',
      channel: 'phone',
      projected,
      phone: { at: 900 },
      levelDuties: ['contact'],
    })
    const texts = new Map<EventId, Record<string, unknown>>([[idOf('A2'), { call: 'J called K' }]])
    expect(viewHandOff(engagementIn(graph, 'A2'), texts)).toEqual({
      plan: 'gold',
      channel: 'phone',
      supportProfile: null,
      projected,
      window: null,
      phone: {
        at: '1970-01-01T00:15:00.000Z',
        confirmed: null,
        answeredAt: null,
        text: 'J called K',
        note: null,
      },
      levelDuties: [{ duty: 'contact', metAt: null, reference: null }],
    })
  })

  it('takes the first word of an invitee, whichever it was, for an acknowledgment', () => {
    const question = asked().add('B1', 'info-requested', answerOf('B', 'A2'))
    expect(acknowledgedBy(engagementIn(asked(), 'A2'))).toBeNull()
    expect(acknowledgedBy(engagementIn(question.accept('B2', 'A2'), 'A2'))?.event).toBe(idOf('B1'))
  })

  it('lists pauses in their order, and what was missed', () => {
    const graph = beginning()
      .add('B4', 'clock-paused', pause('resolve'))
      .add('B3', 'clock-paused', pause('workaround'))
      .add('B5', 'clock-missed', { engagement: '$A2', clock: 'resolve', due: 1000 })
    const e = engagementIn(graph, 'A2')
    expect(viewPauses(e, new Map()).map(({ clock, until }) => [clock, until])).toEqual([
      ['resolve', null],
      ['workaround', null],
    ])
    expect(viewMissed(e)).toMatchObject([{ clock: 'resolve', due: '1970-01-01T00:16:40.000Z' }])
  })
})

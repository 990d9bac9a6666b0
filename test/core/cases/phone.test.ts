import { describe, expect, it } from 'vitest'
import { answerOf, Graph, idOf } from '../../kit/case-graph.ts'
import { engagementIn } from '../../kit/case-given.ts'

const called = (): Graph =>
  new Graph().open('A1').add('A2', 'engagement-requested', {
    invitee: '@B',
    keys: ['#kB'],
    channel: 'phone',
    phone: { at: 900 },
    levelDuties: ['call', 'contact'],
  })
const confirmed = (yes: boolean) => ({ ...answerOf('B', 'A2'), confirmed: yes })

describe('a hand-off by phone', () => {
  it('is unconfirmed until the invitee says something of it', () => {
    expect(engagementIn(called(), 'A2')).toMatchObject({
      channel: 'phone',
      phone: { at: 900, answer: null },
    })
  })

  it('is confirmed or not by the invitee, before or after it accepts, the last word counting', () => {
    const graph = called()
      .add('B1', 'call-confirmed', confirmed(false))
      .accept('B2', 'A2')
      .add('B3', 'call-confirmed', confirmed(true))
    expect(engagementIn(graph, 'A2').phone?.answer).toMatchObject({
      event: idOf('B3'),
      confirmed: true,
    })
  })
})

describe('a duty of the level', () => {
  it('is unmet until either side says it is met, and then for good', () => {
    expect(engagementIn(called(), 'A2').levelDuties).toEqual({ call: null, contact: null })
    const met = { engagement: '$A2', duty: 'call' }
    const graph = called().accept('B1', 'A2').add('A3', 'level-duty-met', met, { sees: [] })
    graph.add('B2', 'level-duty-met', met, { sees: [] })
    expect(engagementIn(graph, 'A2').levelDuties).toMatchObject({
      call: { event: idOf('A3') },
      contact: null,
    })
  })
})

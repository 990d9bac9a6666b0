import { describe, expect, it } from 'vitest'
import {
  activeMembers,
  engagementOf,
  hostOf,
  lastTransfer,
  participantOf,
  presentMembers,
  standing,
  standingOf,
  type Engagement,
} from '../../../src/core/cases/case.ts'
import type { Transfer } from '../../../src/core/cases/case-parts.ts'
import { beginning, idOf, memberOf } from '../../kit/case-graph.ts'
import { engagementIn, stateOf } from '../../kit/case-given.ts'

const mark = { event: idOf('m'), at: 1 }
const coded = { ...mark, code: 'other' }
const fresh: Engagement = { ...engagementIn(beginning(), 'A2'), accepted: null }

describe('the standing of an engagement', () => {
  const rows: readonly (readonly [Partial<Engagement>, string])[] = [
    [{}, 'requested'],
    [{ declined: coded }, 'declined'],
    [{ accepted: mark }, 'accepted'],
    [{ accepted: mark, declined: coded }, 'accepted'],
    [{ lapsed: mark }, 'lapsed'],
    [{ withdrawn: coded, lapsed: mark }, 'withdrawn'],
    [{ accepted: mark, left: coded }, 'left'],
    [{ accepted: mark, left: coded, removed: coded }, 'removed'],
    [{ removed: coded }, 'removed'],
    [{ declined: coded, removed: coded }, 'declined'],
    [{ withdrawn: coded, left: coded }, 'withdrawn'],
    [{ lapsed: mark, removed: coded }, 'lapsed'],
  ]
  it.each(rows)('%o: %s', (part, word) => {
    expect(standingOf({ ...fresh, ...part })).toBe(word)
  })
})

const transfer = (from: string, to: string, engagement: string): Transfer => ({
  ...mark,
  event: idOf(`${from}${to}`),
  from: memberOf(from),
  to: memberOf(to),
  engagement: idOf(engagement),
  confirmed: true,
})

describe('a case', () => {
  it('knows who takes part, and who is asked', () => {
    const state = stateOf(beginning().invite('A5', 'D'))
    expect(activeMembers(state)).toEqual(['A', 'B', 'C'].map(memberOf))
    expect(presentMembers(state)).toEqual(['A', 'B', 'C', 'D'].map(memberOf))
    expect(standing(state, memberOf('E'))).toBeNull()
  })

  it('finds nobody under the name of something every object has', () => {
    const state = stateOf(beginning())
    expect(participantOf(state, 'constructor' as ReturnType<typeof memberOf>)).toBeUndefined()
    expect(engagementOf(state, 'toString' as ReturnType<typeof idOf>)).toBeUndefined()
  })

  it('follows transfers that hold, and goes back over those that do not', () => {
    const state = stateOf(beginning())
    const host = (...transfers: Transfer[]): string => hostOf({ ...state, transfers })
    expect(host()).toBe(memberOf('A'))
    expect(host(transfer('A', 'B', 'A2'))).toBe(memberOf('B'))
    expect(host(transfer('A', 'B', 'A9'))).toBe(memberOf('A'))
    expect(host(transfer('A', 'B', 'A9'), transfer('A', 'C', 'A3'))).toBe(memberOf('C'))
    expect(host(transfer('A', 'B', 'A9'), transfer('B', 'C', 'A3'))).toBe(memberOf('C'))
    expect(host(transfer('A', 'B', 'A2'), transfer('A', 'C', 'A3'))).toBe(memberOf('B'))
    expect(lastTransfer(state)).toBeNull()
  })
})

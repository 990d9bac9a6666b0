import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Bits, History } from '../../../src/core/cases/history.ts'
import { Desk } from '../../kit/case-desk.ts'
import { beginning, idOf, nameOf, openedAll } from '../../kit/case-graph.ts'

const history = (): History => new Desk().receiveAll(openedAll(beginning().events)).history

describe('a set of nodes', () => {
  it('holds what was added to it, alone or with another set', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(900)), fc.array(fc.nat(900)), (some, others) => {
        const [one, two] = [new Bits(), new Bits()]
        for (const i of some) one.add(i)
        for (const i of others) two.add(i)
        one.addAll(two)
        const held = new Set([...some, ...others])
        for (let i = 0; i < 1000; i++) expect(one.has(i)).toBe(held.has(i))
      }),
      { seed: 1, numRuns: 30 },
    )
  })
})

describe('the history of a case', () => {
  it('knows what each event had in its past', () => {
    const h = history()
    const b1 = h.get(idOf('B1'))
    const names = b1 && h.select(h.pastOf(b1)).map((node) => nameOf(node.event.id))
    expect(names).toEqual(['A1', 'A2', 'A3'])
    expect(h.sees(idOf('B2'), idOf('C1'))).toBe(true)
    expect(h.sees(idOf('B1'), idOf('C1'))).toBe(false)
    expect(h.sees(idOf('B1'), idOf('B1'))).toBe(false)
    expect(h.sees(idOf('B1'), idOf('nobody'))).toBe(false)
  })

  it('names the parents that are missing', () => {
    const event = { prev: idOf('B2'), heads: [idOf('C2'), idOf('C9')] }
    expect(history().missing(event)).toEqual([idOf('C9')])
  })

  it('places an event below its deepest parent, and no earlier than any', () => {
    const h = history()
    expect(h.place({ prev: idOf('B2'), heads: [idOf('C2')], iat: 5 })).toEqual({
      depth: 6,
      at: 1070,
    })
    expect(h.place({ prev: null, heads: [], iat: 5 })).toEqual({ depth: 0, at: 5 })
  })

  it('takes an event once', () => {
    const h = history()
    const node = h.get(idOf('B2'))
    if (!node) throw new Error('B2 is there')
    expect(h.add(node.event, 'not-active')).toBe(node)
    expect(h.nodes.length).toBe(8)
  })
})

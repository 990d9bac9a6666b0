import { describe, expect, it } from 'vitest'
import { Graph, idOf, memberOf } from '../../kit/case-graph.ts'
import { stateOf } from '../../kit/case-given.ts'

describe('an opening', () => {
  it('makes its author host, holder and only participant, and fixes what holds for the whole case', () => {
    const state = stateOf(
      new Graph().open('A1', { test: true, batonSilence: 600, product: { code: 'arrays' } }),
    )
    expect(state).toMatchObject({
      id: idOf('A1'),
      rules: 1,
      algs: ['ES256'],
      test: true,
      batonSilence: 600,
      product: { code: 'arrays', version: null },
      opener: memberOf('A'),
      baton: { holder: memberOf('A') },
      status: { word: 'open' },
      size: 1,
    })
    expect(Object.keys(state.participants)).toEqual([memberOf('A')])
    expect(state.participants[memberOf('A')]).toMatchObject({
      rotated: true,
      chains: { 0: { seq: 1, tip: idOf('A1') } },
    })
  })

  it('names the case that it continues', () => {
    const graph = new Graph().open('A1', { continues: { case: '$Z1', heads: ['$Z9'] } })
    expect(stateOf(graph).continues).toEqual({ case: idOf('Z1'), heads: [idOf('Z9')] })
  })

  it('is restated by the host: the event that states the problem changes, the product only if named', () => {
    const graph = new Graph()
      .open('A1', { product: { code: 'arrays' } })
      .add('A2', 'problem-restated', { kind: 'question' })
    expect(stateOf(graph)).toMatchObject({
      kind: 'question',
      problem: { event: idOf('A2') },
      product: { code: 'arrays' },
    })
  })
})

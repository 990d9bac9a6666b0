import { describe, expect, it } from 'vitest'
import { columns, createTeller, took } from '../../../src/runtime/demo/tell.ts'

describe('the teller', () => {
  it('numbers scenes, dates acts, sets what came of them in, and falls silent', () => {
    const lines: string[] = []
    const teller = createTeller(
      (line) => lines.push(line),
      () => new Date(2026, 10, 22, 3, 4, 5),
    )
    teller.scene('An outage')
    teller.act('Alpine opens a case.')
    teller.more('EN-1', 'EN-2')
    teller.scene('Next')
    teller.fallSilent()
    teller.plain('nobody hears this')
    expect(lines.map((line) => line.trimEnd())).toEqual([
      '',
      expect.stringMatching(/^── 1 {2}An outage ─+$/),
      '03:04:05  Alpine opens a case.',
      '          EN-1',
      '          EN-2',
      '',
      expect.stringMatching(/^── 2 {2}Next ─+$/),
    ])
    expect(lines[1]).toHaveLength(96)
  })

  it('sets columns under one another and says times shortly', () => {
    expect(
      columns([
        ['a', 'b'],
        ['long', ''],
      ]),
    ).toEqual(['a      b', 'long'])
    expect(columns([])).toEqual([])
    expect([took(999.4), took(1_250)]).toEqual(['999 ms', '1.3 s'])
  })
})

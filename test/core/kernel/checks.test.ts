import { describe, expect, it } from 'vitest'
import { type Check, nameOfCheck, runChecks, skipChecks } from '../../../src/core/kernel/checks.ts'
import { SENTENCES } from '../../../src/core/kernel/refusal.ts'

type Asked = { seen: string[]; fails: ReadonlySet<string> }

const check = (word: 'chain-broken' | 'chain-too-long', part?: string): Check<Asked> => {
  const name = nameOfCheck({ word, ...(part === undefined ? {} : { part }) })
  return {
    word,
    ...(part === undefined ? {} : { part }),
    holds: (context) => {
      context.seen.push(name)
      return !context.fails.has(name)
    },
  }
}

const CHECKS = [
  check('chain-broken', 'first'),
  check('chain-broken', 'second'),
  check('chain-too-long'),
]
const asked = (...fails: string[]): Asked => ({ seen: [], fails: new Set(fails) })

describe('runChecks', () => {
  it('passes when every check holds, each asked once and in order', async () => {
    const context = asked()
    expect(await runChecks(CHECKS, context)).toBeUndefined()
    expect(context.seen).toEqual(['chain-broken/first', 'chain-broken/second', 'chain-too-long'])
  })

  it('stops at the first that fails and says its word and sentence', async () => {
    const context = asked('chain-broken/second', 'chain-too-long')
    const refusal = await runChecks(CHECKS, context)
    expect(refusal?.code).toBe('chain-broken')
    expect(refusal?.detail).toBe(SENTENCES['chain-broken'])
    expect(context.seen).toEqual(['chain-broken/first', 'chain-broken/second'])
  })

  it('carries the detail a check gives, also when it answers later', async () => {
    const later: Check<object> = { word: 'chain-broken', holds: () => Promise.resolve('at link 1') }
    expect((await runChecks([later], {}))?.detail).toBe('at link 1')
    expect((await runChecks([{ word: 'chain-broken', holds: () => '' }], {}))?.code).toBe(
      'chain-broken',
    )
  })

  it('leaves out one named part, or all parts of a word', async () => {
    const fails = ['chain-broken/first', 'chain-broken/second']
    const one = { [skipChecks]: new Set(['chain-broken/first']) }
    expect((await runChecks(CHECKS, asked(...fails), one))?.code).toBe('chain-broken')
    expect(await runChecks(CHECKS, asked('chain-broken/first'), one)).toBeUndefined()
    const all = { [skipChecks]: new Set(['chain-broken']) }
    expect(await runChecks(CHECKS, asked(...fails), all)).toBeUndefined()
  })

  it('cannot be weakened by anything read from JSON', async () => {
    const config = JSON.parse(
      '{"skipChecks":["chain-broken"],"Symbol(skipChecks)":["chain-broken"]}',
    )
    expect((await runChecks(CHECKS, asked('chain-broken/first'), config))?.code).toBe(
      'chain-broken',
    )
  })
})

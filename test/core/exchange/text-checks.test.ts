import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCompact } from '../../../src/core/exchange/compact-jws.ts'
import { TEXT_CHECKS, textsOf } from '../../../src/core/exchange/text-checks.ts'
import { runChecks } from '../../../src/core/kernel/checks.ts'
import { craft, hashOf } from '../../vectors/exchange/craft.ts'
import { body, claims, header, texts } from '../../vectors/exchange/event-kit.ts'

const judge = async (payload: Record<string, unknown>): Promise<string> => {
  const raw = readCompact(craft(header(), payload, 'atlas-event-ed25519'))
  if (typeof raw === 'string') throw new Error(raw)
  return (await runChecks(TEXT_CHECKS, raw))?.detail ?? 'holds'
}
const DIGEST = [{ '...': hashOf('a') }]

describe('TEXT_CHECKS', () => {
  it('hold for a body without texts, and with texts for the case or for named members', async () => {
    expect(await judge(body({ kind: 'x' }))).toBe('holds')
    expect(await judge(claims())).toBe('holds')
    expect(
      await judge(texts({ note: { readers: ['https://atlas.example'], value: DIGEST } })),
    ).toBe('holds')
  })

  it('find _sd and ... at any place but a slot’s value', async () => {
    const anywhere = fc.letrec((tie) => ({
      nest: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom({ _sd: [] }, { '...': hashOf('a') }, { a: { _sd: 1 } }),
        fc.array(tie('nest'), { minLength: 1, maxLength: 2 }),
        fc.dictionary(fc.constantFrom('text', 'note', 'value', 'kind'), tie('nest'), {
          minKeys: 1,
        }),
      ),
    })).nest
    await fc.assert(
      fc.asyncProperty(anywhere, async (hidden) => {
        expect(await judge(claims({ aux: hidden }))).toMatch('no text may stand')
        expect(await judge(body({ kind: hidden }))).toMatch('no text may stand')
      }),
      { numRuns: 200 },
    )
  })

  it('take a digest in a slot’s value only once', async () => {
    const note = { readers: 'case', value: DIGEST }
    expect(await judge(texts({ note, reason: note }))).toMatch('share one digest')
    expect(await judge(texts({ note: { ...note, value: [...DIGEST, ...DIGEST] } }))).toMatch(
      'text must be',
    )
    expect(await judge(texts({ note: { ...note, value: [DIGEST] } }))).toMatch('no text may stand')
  })
})

describe('textsOf', () => {
  it('gives readers and digest of every slot', () => {
    const members = ['https://atlas.example']
    expect(
      textsOf(
        texts({
          note: { readers: 'case', value: DIGEST },
          reason: { readers: members, value: [{ '...': hashOf('b') }] },
        }),
      ),
    ).toEqual({
      note: { readers: 'case', digest: hashOf('a') },
      reason: { readers: members, digest: hashOf('b') },
    })
  })

  it('gives nothing where there are no texts', () => {
    expect(Object.keys(textsOf(body({})))).toEqual([])
    expect(Object.keys(textsOf({}))).toEqual([])
  })
})

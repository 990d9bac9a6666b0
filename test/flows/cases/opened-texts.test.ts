import { expect, it } from 'vitest'
import { makeDisclosure } from '../../../src/core/exchange/disclosure.ts'
import { CaseId, EventId, MemberId } from '../../../src/core/kernel/id.ts'
import { openedTexts } from '../../../src/flows/cases/opened-texts.ts'
import type { Deps } from '../../../src/flows/ports.ts'

const hash = (letter: string): string => letter.repeat(42) + 'A'
const CASE = CaseId.parse(hash('c'))
const ONE = EventId.parse(hash('e'))
const OTHER = EventId.parse(hash('f'))
const US = MemberId.parse('https://a.example')

const text = async (event: EventId, slot: string, value: unknown) => ({
  event,
  slot,
  digest: '',
  readers: 'case' as const,
  disclosure: (await makeDisclosure(new Uint8Array(16), value)).disclosure,
})

it('texts are opened by event and slot; what does not open is as if it were not here', async () => {
  const asked: unknown[] = []
  const rows = [
    await text(ONE, 'summary', 'Guests freeze'),
    await text(ONE, '__proto__', 'a partner’s name for a slot'),
    await text(OTHER, 'note', { a: [1] }),
    { ...(await text(OTHER, 'reason', 'x')), disclosure: 'nonsense' },
  ]
  const loadTexts = async (...args: unknown[]) => {
    asked.push(args)
    return rows
  }
  const deps = { cases: { loadTexts } } as unknown as Pick<Deps, 'cases'>
  const texts = await openedTexts(deps, US, CASE, [ONE, OTHER])
  expect(texts.get(ONE)?.['summary']).toBe('Guests freeze')
  expect(Object.getPrototypeOf({ ...texts.get(ONE) })).toBe(Object.prototype)
  expect(texts.get(OTHER)).toEqual({ note: { a: [1] } })
  expect(asked).toEqual([[US, CASE, [ONE, OTHER]]])
})

it('nothing is read for no events', async () => {
  const deps = { cases: {} } as unknown as Pick<Deps, 'cases'>
  expect(await openedTexts(deps, US, CASE, [])).toEqual(new Map())
})

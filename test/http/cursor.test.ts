import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Refusal } from '../../src/core/kernel/refusal.ts'
import { openCursor, sealCursor } from '../../src/http/cursor.ts'

it('a cursor gives back its position to the list that made it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string(), async (position, list) => {
      if (!position.isWellFormed() || position === '') return
      expect(await openCursor(list, await sealCursor(list, position))).toBe(position)
    }),
  )
})

it('a cursor of another list is none', async () => {
  const cursor = await sealCursor('feed a', '12')
  expect(await openCursor('feed b', cursor)).toMatchObject({ code: 'cursor-invalid' })
})

it('neither is any other text', async () => {
  const good = await sealCursor('feed a', '12')
  for (const bad of [
    '',
    'x',
    '12',
    `${good}x`,
    good.slice(1),
    good.toUpperCase(),
    '!!!',
    `${good}=`,
  ])
    expect(await openCursor('feed a', bad)).toBeInstanceOf(Refusal)
})

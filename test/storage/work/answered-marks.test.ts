import { expect, test } from 'vitest'
import { createStores } from '../../../src/storage/stores.ts'
import { ALPINE, BASALT, CaseOnDesk, at } from '../../kit/case-rows.ts'
import { onBothDatabases } from '../../kit/database.ts'

onBothDatabases('answered marks', (make) => {
  test('are kept for their member, once', async () => {
    await using fresh = await make()
    const { work } = createStores(fresh.database)
    const desk = new CaseOnDesk(ALPINE)
    const [one, two] = ['one', 'two'].map((text) => desk.note(text).event.id)
    if (!one || !two) throw new Error('two notes were written')
    await work.answerMarks(ALPINE, [one], at(1))
    await work.answerMarks(ALPINE, [one], at(2))
    expect(await work.answeredMarks(ALPINE, [one, two])).toEqual(new Set([one]))
    expect(await work.answeredMarks(BASALT, [one, two])).toEqual(new Set())
  })
})

import { expect, test } from 'vitest'
import { compareNotes, listNotes } from '../../../src/core/cases/view-note.ts'
import type { NotePlace, NoteRef } from '../../../src/core/cases/view-note.ts'
import { NOTE_PAGES } from '../../../src/storage/cases/list-notes.ts'
import { createStores } from '../../../src/storage/stores.ts'
import { ALPINE, BASALT, CaseOnDesk, at } from '../../kit/case-rows.ts'
import { onBothDatabases } from '../../kit/database.ts'

const placeOf = ({ at: moment, depth, id }: NoteRef): NotePlace => ({ at: moment, depth, id })

onBothDatabases('notes of a case', (make) => {
  /** Nine shared notes and six of the own organisation, some within one second, one of each kind withdrawn or inert. */
  const withNotes = async () => {
    const fresh = await make()
    const { cases } = createStores(fresh.database)
    const desk = new CaseOnDesk(ALPINE)
    desk.join(BASALT)
    const start = Math.max(...desk.state.heads.map((head) => head.at))
    const added = Array.from({ length: 9 }, (_, i) =>
      desk.add({
        author: i % 2 === 0 ? ALPINE : BASALT,
        type: 'note-added',
        iat: start + 1 + Math.floor(i / 2),
        texts: { note: `note ${i}` },
      }),
    )
    const [first, second] = added
    desk.add({ type: 'note-withdrawn', body: { note: first?.event.id } })
    desk.add({ type: 'note-withdrawn', body: { note: second?.event.id } })
    desk.add({ author: BASALT, type: 'participant-left', body: { code: 'other' } })
    desk.add({ author: BASALT, type: 'note-added' })
    const offset = start - Date.parse(at(0)) / 1000
    const localNotes = [0.5, 1, 1, 1.25, 3, 9].map((second, i) => ({
      id: `n${9 - i}`,
      author: 'ada',
      text: 'for us',
      at: at(offset + second),
    }))
    await cases.commit(desk.commit(1, { localNotes }))
    return Object.assign(fresh, { cases, desk })
  }

  test('are found page by page from either end, each once, wherever a page ends', async () => {
    await using fresh = await withNotes()
    const { cases, desk } = fresh
    const read = async (after: NotePlace | null, limit: number, newestFirst: boolean) => {
      const page = { after, limit, newestFirst }
      const { shared, local } = await cases.findNotes(ALPINE, desk.id, page)
      const notes = listNotes(shared, local)
      return (newestFirst ? notes.toReversed() : notes).slice(0, limit)
    }
    const all = await read(null, 100, false)
    expect(all).toHaveLength(15)
    expect(all).toEqual(all.toSorted(compareNotes))
    expect(all.filter(({ withdrawn }) => withdrawn !== null)).toHaveLength(1)
    for (const newestFirst of [false, true]) {
      const wanted = newestFirst ? all.toReversed() : all
      for (const limit of [1, 2, 4]) {
        const found: NoteRef[] = []
        for (let more = true; more;) {
          const last = found.at(-1)
          const page = await read(last ? placeOf(last) : null, limit, newestFirst)
          found.push(...page)
          more = page.length > 0
        }
        expect(found).toEqual(wanted)
      }
    }
  })

  test('are found by their own order, without reading the rest of a case', async () => {
    await using fresh = await withNotes()
    const { text } = NOTE_PAGES.sharedBackwards
    const params = [ALPINE, fresh.desk.id, 5, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, '']
    const plan = await fresh.database.transaction(async (tx) => {
      await tx.script('set local enable_seqscan = off')
      return tx.query<{ 'QUERY PLAN': string }>(`explain ${text}`, params)
    })
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain(
      'Scan Backward using case_event_notes',
    )
  })
})

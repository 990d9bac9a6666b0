import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { foldHistory } from '../../../src/core/cases/fold.ts'
import { Desk, summaryOf } from '../../kit/case-desk.ts'
import { letterOf, nameOf, openedAll } from '../../kit/case-graph.ts'
import { filesToWrite, type FoldVector } from '../../vectors/cases/files.ts'

const folder = new URL('../../vectors/cases/', import.meta.url)
const files = readdirSync(new URL('fold/', folder)).filter((name) => name.endsWith('.json'))
const load = (path: string): string => readFileSync(new URL(path, folder), 'utf8')

describe('the vectors of the fold', () => {
  it('are as the script writes them', () => {
    const written = [...filesToWrite().keys()].filter((path) => path.startsWith('fold/'))
    expect(files.map((name) => `fold/${name}`).toSorted()).toEqual(written.toSorted())
    for (const [path, text] of filesToWrite()) expect(load(path), path).toBe(text)
  })

  for (const file of files) {
    const vector = JSON.parse(load(`fold/${file}`)) as FoldVector
    const events = openedAll(vector.events)
    const byName = new Map(events.map((event) => [nameOf(event.id), event]))
    const told = vector.events.map((event) => event.id)

    describe(file, () => {
      it.each([told, told.toReversed(), ...vector.orders])(
        'gives verdicts and state whatever comes first (%#)',
        (...order) => {
          const desk = new Desk()
          for (const name of order) {
            const event = byName.get(name)
            if (event) desk.receive(event)
            const whole = foldHistory(desk.history)
            expect(desk.state).toEqual(whole)
          }
          expect(desk.verdictsByName()).toEqual(vector.verdicts)
          expect(desk.refused.size + desk.parked.length).toBe(0)
          expect(desk.state && summaryOf(desk.state)).toEqual(vector.state)
        },
      )

      it('records what its last arrival overturns, and nothing else', () => {
        const desk = new Desk().receiveAll(events.slice(0, -1))
        const before = desk.overturned.length
        desk.receiveAll(events.slice(-1))
        const seen = desk.overturned
          .slice(before)
          .map(({ register, before: was, after }) => [
            register.replace(
              /^(escalation:)(.*)$/,
              (_, kind: string, id: string) => kind + nameOf(id),
            ),
            shortOf(was),
            shortOf(after),
          ])
        expect(seen).toEqual(vector.overturned)
      })
    })
  }
})

const shortOf = (value: string): string => (value.startsWith('https://') ? letterOf(value) : value)

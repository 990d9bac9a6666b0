import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { prepare, prepareOpening, type Replica } from '../../../src/core/cases/admit.ts'
import {
  AUTHOR_CHECKS,
  CHAIN_CHECKS,
  OPENING_CHECKS,
  PARENT_CHECKS,
  PAST_CHECKS,
} from '../../../src/core/cases/structure.ts'
import { nameOfCheck, skipChecks } from '../../../src/core/kernel/checks.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { Desk } from '../../kit/case-desk.ts'
import { memberOf, openedAll } from '../../kit/case-graph.ts'
import { filesToWrite } from '../../vectors/cases/files.ts'
import type { Refused } from '../../vectors/cases/refused.ts'

const folder = new URL('../../vectors/cases/invalid/', import.meta.url)
const vectors = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))
  .map(({ name, text }) => ({ ...(JSON.parse(text) as Refused), name, text }))

const CHECKS = [
  ...PARENT_CHECKS,
  ...CHAIN_CHECKS,
  ...PAST_CHECKS,
  ...AUTHOR_CHECKS,
  ...OPENING_CHECKS,
].map(nameOfCheck)

/** The replica that the vector's event comes to, counted up to what the vector says it holds. */
function replicaOf({ given, held, event }: Refused): Replica {
  const { state, history } = new Desk().receiveAll(openedAll(given)).replica
  const member = memberOf(event.author)
  const author = state.participants[member]
  const participants =
    author && held?.author
      ? { ...state.participants, [member]: { ...author, count: held.author } }
      : state.participants
  return { history, state: { ...state, participants, size: held?.case ?? state.size } }
}

/** The refusal's word, or `passes`. */
function outcomeOf(vector: Refused, off?: string): string {
  const switches = off === undefined ? {} : { [skipChecks]: new Set([off]) }
  const event = openedAll([...vector.given, vector.event]).at(-1)
  if (!event) return 'no event'
  const result =
    vector.given.length === 0
      ? prepareOpening(event, switches)
      : prepare(replicaOf(vector), event, switches)
  if (result instanceof Refusal) return result.code
  return 'key' in result ? 'passes' : 'waits'
}

describe('the structural checks', () => {
  it('have vectors as the script writes them, one at least for each check', () => {
    const written = [...filesToWrite()].filter(([path]) => path.startsWith('invalid/'))
    expect(vectors.map(({ name }) => `invalid/${name}`).toSorted()).toEqual(
      written.map(([path]) => path).toSorted(),
    )
    const texts = new Map(written)
    for (const { name, text } of vectors) expect(text, name).toBe(texts.get(`invalid/${name}`))
    expect(new Set(vectors.map(({ check }) => check))).toEqual(new Set(CHECKS))
  })

  it.each(vectors)('refuse $name by its own word', (vector) => {
    expect(outcomeOf(vector)).toBe(vector.check.split('/')[0])
  })

  it.each(CHECKS)('let pass exactly the vectors of %s when it is switched off', (check) => {
    for (const vector of vectors) {
      const word = vector.check.split('/')[0]
      expect(outcomeOf(vector, check), vector.name).toBe(vector.check === check ? 'passes' : word)
    }
  })
})

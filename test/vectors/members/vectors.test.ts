import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ANCHOR_CHECKS } from '../../../src/core/members/anchor.ts'
import { CHAIN_CHECKS } from '../../../src/core/members/chain.ts'
import { LIST_CHECKS } from '../../../src/core/members/historical-keys.ts'
import { MEMBER_CHECKS } from '../../../src/core/members/member.ts'
import { METADATA_CHECKS } from '../../../src/core/members/metadata.ts'
import { PIN_CHECKS } from '../../../src/core/members/pin.ts'
import { STATEMENT_CHECKS } from '../../../src/core/members/statement.ts'
import { nameOfCheck, skipChecks } from '../../../src/core/kernel/checks.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { allVectors } from './generate.ts'
import { openVector } from './open-vector.ts'
import type { Invalid, Valid, Vector } from './vector.ts'

const filesOf = (folder: string): string[] =>
  readdirSync(new URL(`${folder}/`, import.meta.url)).map(
    (file) => `${folder}/${file.replace('.json', '')}`,
  )
const read = (name: string): Vector =>
  JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8'))
const VALID = filesOf('valid').map((name) => ({ name, vector: read(name) as Valid }))
const INVALID = filesOf('invalid').map((name) => ({ name, vector: read(name) as Invalid }))

/** The checks that each kind of subject has to itself or composes anew. */
const CHECKS = {
  chain: [...STATEMENT_CHECKS, ...CHAIN_CHECKS, ...MEMBER_CHECKS, ...METADATA_CHECKS],
  pin: PIN_CHECKS,
  anchor: ANCHOR_CHECKS,
  history: LIST_CHECKS,
}
const ALL_CHECKS = [...new Set(Object.values(CHECKS).flat().map(nameOfCheck))]

const withoutSignatures = (vector: Vector) => ({
  ...vector,
  tokens: vector.tokens.map((token) => {
    const parts = token.split('.')
    return [...parts.slice(0, 2), parts.length, (parts[2] ?? '').length]
  }),
})

describe('the vectors of members', () => {
  it('are what the generator makes of them, but for the random signatures', async () => {
    const made = await allVectors()
    const onDisk = new Map(
      [...VALID, ...INVALID].map(({ name, vector }) => [name, vector] as const),
    )
    expect([...onDisk.keys()].toSorted()).toEqual([...made.keys()].toSorted())
    for (const [name, vector] of made) {
      const held = onDisk.get(name)
      expect(held && withoutSignatures(held), name).toEqual(
        withoutSignatures(JSON.parse(JSON.stringify(vector))),
      )
    }
  })

  it.each(VALID)('$name opens to what it says', async ({ vector }) => {
    expect(await openVector(vector, {})).toEqual(vector.opens)
  })

  it.each(INVALID)('$name is refused by its word', async ({ vector }) => {
    const opened = await openVector(vector, {})
    expect(opened).toBeInstanceOf(Refusal)
    expect(opened).toMatchObject({ code: vector.refused })
  })
})

describe('every check', () => {
  it.each(ALL_CHECKS)('lets exactly its own vectors pass when switched off: %s', async (name) => {
    const passed: string[] = []
    for (const { name: file, vector } of INVALID) {
      const opened = await openVector(vector, { [skipChecks]: new Set([name]) })
      if (!(opened instanceof Refusal)) passed.push(file)
    }
    const own = INVALID.filter(({ vector }) => vector.only === name).map(({ name: file }) => file)
    expect(passed).toEqual(own)
    expect(own.length).toBeGreaterThan(0)
  })

  it('that a vector names exists', () => {
    const named = INVALID.flatMap(({ vector }) => vector.only ?? [])
    expect(named.filter((name) => !ALL_CHECKS.includes(name))).toEqual([])
  })

  // A kid that names no published key cannot be pinned or trusted either, so that two checks see it there.
  it.each([
    ['chain', []],
    ['pin', ['statement-key-unknown']],
    ['anchor', ['statement-key-unknown']],
    ['history', []],
  ] as const)('has a vector of each kind that asks it: %s', (kind, seenTwice) => {
    const ofKind = INVALID.filter(({ vector }) => vector.open === kind)
    const own = new Set(ofKind.map(({ vector }) => vector.only))
    const missing = CHECKS[kind].map(nameOfCheck).filter((name) => !own.has(name))
    expect(missing).toEqual(seenTwice)
  })
})

import { describe, expect, it } from 'vitest'
import { SIZE_CHECKS, TOKEN_CHECKS } from '../../../src/core/exchange/event-checks.ts'
import {
  checkEventDate,
  DATE_CHECKS,
  parseEventToken,
  SIGNATURE_CHECKS,
  verifyEventSignature,
} from '../../../src/core/exchange/event-token.ts'
import { importKeys } from '../../../src/core/exchange/imported-key.ts'
import { type CheckSwitches, nameOfCheck, skipChecks } from '../../../src/core/kernel/checks.ts'
import { Instant } from '../../../src/core/kernel/instant.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { vectorFiles } from '../../vectors/exchange/generate.ts'
import type { EventVector } from '../../vectors/exchange/event-kit.ts'
import { readVectors } from '../../vectors/exchange/read.ts'

const VECTORS = readVectors('event')
const VALID = VECTORS.filter(({ expect: { ...e } }) => 'accepted' in e)
const INVALID = VECTORS.filter(({ expect: { ...e } }) => 'refused' in e)
const NAMES = [...SIZE_CHECKS, ...TOKEN_CHECKS, ...SIGNATURE_CHECKS, ...DATE_CHECKS].map(
  nameOfCheck,
)
const WORDS = NAMES.map((name) => name.split('/')[0] ?? name)
const SWITCHES = [...new Set([...NAMES, ...WORDS])]

/** The whole judgement on bytes: form, signature by the keys in force, date. */
async function judge(vector: EventVector, switches: CheckSwitches = {}) {
  const event = await parseEventToken(vector.jwt, switches)
  if (event instanceof Refusal) return event
  const keys = await importKeys({ keys: vector.keys })
  return (
    (await verifyEventSignature(event, keys, vector.algs, switches)) ??
    (await checkEventDate(event, Instant.parse(vector.at), switches)) ??
    event
  )
}
const wordOf = async (vector: EventVector, switches: CheckSwitches = {}): Promise<string> => {
  const answer = await judge(vector, switches)
  return answer instanceof Refusal ? answer.code : 'accepted'
}

describe('vectors of events', () => {
  it('are what their script makes, byte for byte', () => {
    const made = vectorFiles()
    const events = [...made].filter(([file]) => file.includes('/event-'))
    expect(VECTORS.map(({ name }) => `${name}.json`).toSorted()).toEqual(
      events.map(([file]) => file).toSorted(),
    )
    for (const { name, ...vector } of VECTORS)
      expect(`${JSON.stringify(vector, null, 2)}\n`).toBe(made.get(`${name}.json`))
  })

  it.each(VALID)('accepts $name', async (vector) => {
    const event = await judge(vector)
    if (event instanceof Refusal) throw new Error(event.detail)
    const { id, tokenHash, typeUri, texts } = event
    expect({
      accepted: { id, tokenHash, type: typeUri, slots: Object.keys(texts) },
    }).toEqual(vector.expect)
  })

  it.each(INVALID)('refuses $name', async (vector) => {
    const { expect: wanted } = vector
    expect(await wordOf(vector)).toBe('refused' in wanted && wanted.refused)
  })
})

describe('each check of an event', () => {
  it.each(NAMES)('%s has a vector that only it refuses', (name) => {
    const word = name.split('/')[0]
    const own = INVALID.flatMap(({ expect: e }) => ('check' in e ? [e.check] : []))
    const same = NAMES.filter((other) => other.startsWith(`${word}/`))
    expect(own.some((check) => check === name || (check === word && same.length > 1))).toBe(true)
  })

  it.each(SWITCHES)('when %s is switched off, exactly its vectors pass', async (name) => {
    const switches = { [skipChecks]: new Set([name]) }
    const passed: string[] = []
    for (const vector of INVALID)
      if ((await wordOf(vector, switches)) === 'accepted') passed.push(vector.name)
    const own = INVALID.filter(
      ({ expect: e }) =>
        'check' in e && (e.check === name || (e.check?.startsWith(`${name}/`) ?? false)),
    )
    expect(passed).toEqual(own.map((vector) => vector.name))
    expect(own.length + Number(name === 'event-algorithm-not-allowed/unknown')).toBeGreaterThan(0)
  })
})

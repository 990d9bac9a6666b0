import { describe, expect, it } from 'vitest'
import {
  addressOf,
  REQUEST_CHECKS,
  REQUEST_SIZE_CHECKS,
  REQUEST_TOKEN_CHECKS,
} from '../../../src/core/exchange/request-checks.ts'
import { importKeys } from '../../../src/core/exchange/imported-key.ts'
import { openRequestToken, parseRequestToken } from '../../../src/core/exchange/request-token.ts'
import { digestOf } from '../../../src/core/kernel/bytes.ts'
import { type CheckSwitches, nameOfCheck, skipChecks } from '../../../src/core/kernel/checks.ts'
import { MemberId } from '../../../src/core/kernel/id.ts'
import { Instant } from '../../../src/core/kernel/instant.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { vectorFiles } from '../../vectors/exchange/generate.ts'
import { readVectors } from '../../vectors/exchange/read.ts'
import type { RequestVector } from '../../vectors/exchange/requests.ts'

const VECTORS = readVectors('request')
const VALID = VECTORS.filter(({ expect: e }) => 'accepted' in e)
const INVALID = VECTORS.filter(({ expect: e }) => 'refused' in e)
const NAMES = [...REQUEST_SIZE_CHECKS, ...REQUEST_TOKEN_CHECKS, ...REQUEST_CHECKS].map(nameOfCheck)
const SWITCHES = [...new Set([...NAMES, ...NAMES.map((name) => name.split('/')[0] ?? name)])]

async function judge(vector: RequestVector, switches: CheckSwitches = {}) {
  const parsed = await parseRequestToken(vector.jwt, switches)
  if (parsed instanceof Refusal) return parsed
  const { audience, method, url, body, at } = vector.expected
  const expected = {
    audience: MemberId.parse(audience),
    method,
    url,
    bodyHash: await digestOf(body),
    at: Instant.parse(at),
  }
  return openRequestToken(parsed, await importKeys({ keys: vector.keys }), expected, switches)
}

describe('vectors of request tokens', () => {
  it('are what their script makes, byte for byte', () => {
    const made = vectorFiles()
    for (const { name, ...vector } of VECTORS)
      expect(`${JSON.stringify(vector, null, 2)}\n`).toBe(made.get(`${name}.json`))
    expect(VECTORS.length).toBe([...made.keys()].filter((f) => f.includes('/request-')).length)
  })

  it.each(VALID)('opens $name', async (vector) => {
    const opened = await judge(vector)
    if (opened instanceof Refusal) throw new Error(opened.detail)
    expect({ accepted: { iss: opened.iss, jti: opened.jti } }).toEqual(vector.expect)
  })

  it.each(INVALID)('refuses $name', async (vector) => {
    const answer = await judge(vector)
    expect(answer instanceof Refusal && answer.code).toBe(
      'refused' in vector.expect && vector.expect.refused,
    )
  })

  it.each(SWITCHES)('when %s is switched off, exactly its vectors pass', async (name) => {
    const passed: string[] = []
    for (const vector of INVALID) {
      const answer = await judge(vector, { [skipChecks]: new Set([name]) })
      if (!(answer instanceof Refusal)) passed.push(vector.name)
    }
    const own = INVALID.filter(
      ({ expect: e }) =>
        'check' in e && (e.check === name || (e.check?.startsWith(`${name}/`) ?? false)),
    )
    expect(passed).toEqual(own.map((vector) => vector.name))
  })

  it.each(NAMES)('%s has a vector that only it refuses', (name) => {
    const word = name.split('/')[0]
    const own = INVALID.flatMap(({ expect: e }) => ('check' in e ? [e.check] : []))
    // alg `none` breaks two parts of one word, so only the whole word lets it pass
    const wordAlone = name === 'request-algorithm-not-allowed/unknown' && own.includes(word ?? '')
    expect(wordAlone || own.includes(name)).toBe(true)
  })
})

describe('addressOf', () => {
  it.each([
    ['HTTPS://A.example:443/x/../y', 'https://a.example/y'],
    ['https://a.example', 'https://a.example/'],
    ['https://a.example/y?q=ä b#part', 'https://a.example/y?q=%C3%A4%20b'],
  ])('spells %s one way', (given, spelled) => {
    expect(addressOf(given)).toBe(spelled)
  })
})

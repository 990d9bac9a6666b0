import { describe, expect, it } from 'vitest'
import { isSeconds, tokenChecks } from '../../../src/core/access/jwt-checks.ts'
import { readCompact } from '../../../src/core/exchange/compact-jws.ts'
import { importKeys } from '../../../src/core/exchange/imported-key.ts'
import { runChecks } from '../../../src/core/kernel/checks.ts'
import { craft, kidOf, publicOf } from '../../vectors/exchange/craft.ts'

const HEADER = { alg: 'ES256', kid: kidOf('atlas-event'), typ: 'at+jwt' }

async function judge(token: string) {
  const raw = readCompact(token)
  if (typeof raw === 'string') throw new Error(raw)
  const keys = await importKeys({ keys: [publicOf('atlas-event')] })
  return (await runChecks(tokenChecks('unauthenticated', ['at+jwt']), { raw, keys }))?.detail
}

describe('tokenChecks', () => {
  it('let a token pass that is spelled and signed as it must be', async () => {
    expect(await judge(craft(HEADER, { a: 1 }, 'atlas-event'))).toBeUndefined()
  })

  it('refuse another spelling of the same signature bytes', async () => {
    const token = craft(HEADER, { a: 1 }, 'atlas-event')
    expect(await judge(`${token}=`)).toBe('its base64url is not canonical')
  })

  it('refuse JSON that readers could understand differently', async () => {
    const token = craft(HEADER, { a: 2 ** 60 }, 'atlas-event')
    expect(await judge(token)).toContain('integer')
  })

  it('say which header parameter they do not take', async () => {
    const token = craft({ ...HEADER, crit: ['b64'] }, { a: 1 }, 'atlas-event')
    expect(await judge(token)).toContain('crit')
  })

  it('refuse a key of another kind than the header says', async () => {
    const token = craft({ ...HEADER, alg: 'Ed25519' }, { a: 1 }, 'atlas-event')
    expect(await judge(token)).toBe('it is not signed with a key that is known here')
  })

  it('refuse a token with one character changed', async () => {
    const [header, , signature] = craft(HEADER, { a: 1 }, 'atlas-event').split('.')
    const other = craft(HEADER, { a: 2 }, 'atlas-event').split('.')[1]
    expect(await judge([header, other, signature].join('.'))).toBe('its signature does not verify')
  })
})

describe('isSeconds', () => {
  it('is a whole second of our era', () => {
    expect([0, 1_795_255_200].every(isSeconds)).toBe(true)
    expect([-1, 1.5, '7', null, undefined, 1e18, Number.NaN].some(isSeconds)).toBe(false)
  })
})

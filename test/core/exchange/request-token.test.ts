import { describe, expect, it } from 'vitest'
import { importKeys } from '../../../src/core/exchange/imported-key.ts'
import {
  EMPTY_BODY_HASH,
  openRequestToken,
  parseRequestToken,
  requestClaims,
} from '../../../src/core/exchange/request-token.ts'
import { digestOf } from '../../../src/core/kernel/bytes.ts'
import { MemberId } from '../../../src/core/kernel/id.ts'
import { Instant } from '../../../src/core/kernel/instant.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { craft, kidOf, publicOf } from '../../vectors/exchange/craft.ts'

const ATLAS = MemberId.parse('https://atlas.example')
const REQUEST = {
  audience: MemberId.parse('https://borealis.example'),
  method: 'GET',
  url: 'https://borealis.example/exchange/heads#top',
  bodyHash: EMPTY_BODY_HASH,
  at: Instant.parse('2026-11-21T10:00:00.900Z'),
}
const HEADER = { alg: 'ES256', kid: kidOf('atlas-event'), typ: 'entente-request+jwt' }

describe('requestClaims', () => {
  it('bind caller, callee, method, address and body for one minute', () => {
    expect(requestClaims(ATLAS, REQUEST, 'j-1')).toEqual({
      iss: ATLAS,
      aud: REQUEST.audience,
      iat: 1795255200,
      exp: 1795255260,
      jti: 'j-1',
      htm: 'GET',
      htu: 'https://borealis.example/exchange/heads',
      bsh: EMPTY_BODY_HASH,
    })
  })

  it('open at the callee once signed', async () => {
    const parsed = await parseRequestToken(
      craft(HEADER, requestClaims(ATLAS, REQUEST, 'j-1'), 'atlas-event'),
    )
    if (parsed instanceof Refusal) throw new Error(parsed.detail)
    expect([parsed.iss, parsed.kid]).toEqual([ATLAS, HEADER.kid])
    const keys = await importKeys({ keys: [publicOf('atlas-event')] })
    expect(await openRequestToken(parsed, keys, REQUEST)).toEqual({
      iss: ATLAS,
      jti: 'j-1',
      iat: 1795255200,
    })
  })
})

describe('EMPTY_BODY_HASH', () => {
  it('is the hash of no bytes', async () => {
    expect(EMPTY_BODY_HASH).toBe(await digestOf(''))
  })
})

describe('parseRequestToken', () => {
  it('names the issuer of a token whose signature nobody looked at, and opens nothing for it', async () => {
    const parsed = await parseRequestToken(
      craft(HEADER, requestClaims(ATLAS, REQUEST, 'j-1'), 'stranger'),
    )
    if (parsed instanceof Refusal) throw new Error(parsed.detail)
    const keys = await importKeys({ keys: [publicOf('atlas-event')] })
    const opened = await openRequestToken(parsed, keys, REQUEST)
    expect(opened instanceof Refusal && opened.code).toBe('request-signature-invalid')
  })
})

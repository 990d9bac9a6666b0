import { describe, expect, it } from 'vitest'
import { Instant } from '../../../src/core/kernel/instant.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { openMember } from '../../../src/core/members/member.ts'
import { readStatement, type Statement } from '../../../src/core/members/statement.ts'
import {
  AT,
  ATLAS,
  gatewayMetadata,
  type Json,
  kidOf,
  leafClaims,
  sign,
  superiorClaims,
} from '../../vectors/members/kit.ts'

const at = Instant.parse(AT)
async function read(claims: Json): Promise<Statement> {
  const found = await readStatement(await sign(claims, 'atlas-federation'), at)
  if (found instanceof Refusal) throw new Error(found.detail)
  return found
}
async function open(leaf: Json, superior: Json = {}) {
  const configuration = await read(leafClaims({ metadata: leaf }))
  const stated = await read(superiorClaims({ metadata: superior }))
  const federationKeys = configuration.keys
  return openMember(
    { configuration, superior: stated, federationKeys, anchor: null, expires: at },
    {},
  )
}
const HISTORY = 'federation_historical_keys_endpoint'

describe('openMember', () => {
  it('gives the subject, its keys, its metadata and the address of its retired keys', async () => {
    const address = 'https://gw.atlas.example/keys'
    const opened = await open({
      case_gateway: gatewayMetadata(),
      federation_entity: { [HISTORY]: address },
    })
    expect(opened).toMatchObject({
      member: ATLAS,
      metadata: gatewayMetadata(),
      eventKeys: [{ kid: kidOf('atlas-event') }],
      federationKeys: [{ kid: kidOf('atlas-federation') }],
      historyAddress: address,
    })
  })

  it('lets the superior override one member and leaves the others', async () => {
    const opened = await open(
      { case_gateway: gatewayMetadata() },
      { case_gateway: { organization_name: 'Atlas, by the alliance' } },
    )
    expect(opened).toMatchObject({
      metadata: { ...gatewayMetadata(), organization_name: 'Atlas, by the alliance' },
      historyAddress: undefined,
    })
  })

  it('judges what the superior states like what the leaf states', async () => {
    const opened = await open({ case_gateway: gatewayMetadata() }, { case_gateway: { rules: -1 } })
    expect(opened).toMatchObject({ code: 'metadata-malformed', field: 'rules' })
  })

  it('refuses an entity that does not declare itself a case gateway', async () => {
    const opened = await open({ openid_provider: {} }, { case_gateway: gatewayMetadata() })
    expect(opened).toMatchObject({ code: 'metadata-missing' })
  })
})

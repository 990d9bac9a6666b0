import { describe, expect, it } from 'vitest'
import { MemberId } from '../../../src/core/kernel/id.ts'
import { Instant } from '../../../src/core/kernel/instant.ts'
import { openAnchor, trustedKeys } from '../../../src/core/members/anchor.ts'
import { KeySet } from '../../../src/core/members/key.ts'
import {
  ALLIANCE,
  anchorClaims,
  AT,
  type Json,
  jwks,
  kidOf,
  sign,
} from '../../vectors/members/kit.ts'

const anchor = MemberId.parse(ALLIANCE)
const at = Instant.parse(AT)
const trusted = (...names: Parameters<typeof jwks>) => [
  { id: anchor, jwks: KeySet.parse(jwks(...names)) },
]
const open = async (
  claims: Json,
  anchors = trusted('alliance'),
  signer: 'alliance' | 'alliance-next' = 'alliance',
) => openAnchor({ anchor, configuration: await sign(claims, signer), anchors, at })

describe('openAnchor', () => {
  it('says where the anchor answers and which keys it announces', async () => {
    expect(await open(anchorClaims({ jwks: jwks('alliance', 'alliance-next') }))).toMatchObject({
      anchor: ALLIANCE,
      federationKeys: [{ kid: kidOf('alliance') }, { kid: kidOf('alliance-next') }],
      fetchAddress: 'https://alliance.example/federation/fetch',
      listAddress: 'https://alliance.example/federation/list',
    })
  })

  it('takes either key while both are configured, and only those', async () => {
    const claims = anchorClaims({ jwks: jwks('alliance', 'alliance-next') })
    const both = trusted('alliance', 'alliance-next')
    expect(await open(claims, both, 'alliance-next')).toMatchObject({ anchor: ALLIANCE })
    expect(await open(claims, trusted('alliance'), 'alliance-next')).toMatchObject({
      code: 'chain-anchor-unknown',
    })
    expect(await open(claims, [])).toMatchObject({ code: 'chain-anchor-unknown' })
  })

  it.each([undefined, 7, 'http://alliance.example/fetch', '/fetch'])(
    'refuses the fetch address %j',
    async (address) => {
      const metadata = {
        federation_entity: {
          federation_fetch_endpoint: address,
          federation_list_endpoint: 'https://alliance.example/list',
        },
      }
      expect(await open(anchorClaims({ metadata }))).toMatchObject({ code: 'metadata-malformed' })
    },
  )
})

describe('trustedKeys', () => {
  it('are those configured for this anchor', () => {
    expect(trustedKeys(trusted('alliance'), anchor).map(({ kid }) => kid)).toEqual([
      kidOf('alliance'),
    ])
    expect(trustedKeys(trusted('alliance'), MemberId.parse('https://a.example'))).toEqual([])
  })
})

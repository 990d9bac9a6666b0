import { describe, expect, it } from 'vitest'
import { MemberId, Thumbprint } from '../../../src/core/kernel/id.ts'
import { Instant, plusMillis } from '../../../src/core/kernel/instant.ts'
import { openAnchor } from '../../../src/core/members/anchor.ts'
import { openChain } from '../../../src/core/members/chain.ts'
import {
  type HistoricalKey,
  openHistoricalKeys,
} from '../../../src/core/members/historical-keys.ts'
import { KeySet, usableKeys } from '../../../src/core/members/key.ts'
import { CaseGatewayMetadata } from '../../../src/core/members/metadata.ts'
import { openPinned } from '../../../src/core/members/pin.ts'
import {
  anchorConfiguration,
  historicalKeys,
  memberConfiguration,
  subordinateStatement,
  type Unsigned,
} from '../../../src/core/members/publish.ts'
import {
  ALLIANCE,
  AT,
  ATLAS,
  gatewayMetadata,
  jwks,
  type KeyName,
  kidOf,
  sign,
} from '../../vectors/members/kit.ts'

const at = Instant.parse(AT)
const [atlas, alliance] = [MemberId.parse(ATLAS), MemberId.parse(ALLIANCE)]
const metadata = CaseGatewayMetadata.parse(gatewayMetadata())
const keysOf = (...names: KeyName[]) => usableKeys(KeySet.parse(jwks(...names)))
const seal = ({ type, claims }: Unsigned, key: KeyName) => sign(claims, key, { typ: type })
const HISTORY = 'https://gw.atlas.example/keys'
const day = { at, lifeSeconds: 86_400 }
const configured = (superiors: MemberId[]) =>
  memberConfiguration(
    atlas,
    keysOf('atlas-federation'),
    { superiors, metadata, historyAddress: HISTORY },
    day,
  )
const anchorsOwn = anchorConfiguration(
  alliance,
  keysOf('alliance'),
  {
    name: 'Example Support Alliance',
    fetchAddress: `${ALLIANCE}/fetch`,
    listAddress: `${ALLIANCE}/list`,
    historyAddress: `${ALLIANCE}/keys`,
  },
  day,
)
const anchors = [{ id: alliance, jwks: KeySet.parse(jwks('alliance')) }]

const stating = (lifeSeconds: number) => () =>
  subordinateStatement(alliance, atlas, keysOf('atlas-federation'), { at, lifeSeconds })

describe('what we publish', () => {
  it('opens as a chain at a partner', async () => {
    const chain = [
      await seal(configured([alliance]), 'atlas-federation'),
      await seal(
        subordinateStatement(alliance, atlas, keysOf('atlas-federation'), day),
        'alliance',
      ),
      await seal(anchorsOwn, 'alliance'),
    ]
    expect(await openChain({ member: atlas, chain, anchors, at })).toMatchObject({
      member: ATLAS,
      metadata,
      historyAddress: HISTORY,
      expires: plusMillis(at, 86_400_000),
    })
  })

  it('opens as a pinned partner, which needs no superior', async () => {
    expect(configured([]).claims).not.toHaveProperty('authority_hints')
    const configuration = await seal(configured([]), 'atlas-federation')
    const pin = new Set([Thumbprint.parse(kidOf('atlas-federation'))])
    expect(await openPinned({ member: atlas, configuration, pin, at })).toMatchObject({ metadata })
  })

  it('opens as an anchor', async () => {
    const configuration = await seal(anchorsOwn, 'alliance')
    expect(await openAnchor({ anchor: alliance, configuration, anchors, at })).toMatchObject({
      fetchAddress: `${ALLIANCE}/fetch`,
      listAddress: `${ALLIANCE}/list`,
    })
  })

  it('opens as the list of retired keys it was made of', async () => {
    const [event, federation] = keysOf('atlas-event-next', 'atlas-federation-next')
    if (event === undefined || federation === undefined) throw new Error('two keys')
    const retired: HistoricalKey[] = [
      { key: event, signs: 'events', retired: at, revoked: { at, reason: 'compromised' } },
      { key: federation, signs: 'statements', retired: at },
    ]
    const list = await seal(historicalKeys(atlas, retired, at), 'atlas-federation')
    const federationKeys = keysOf('atlas-federation')
    expect(await openHistoricalKeys({ entity: atlas, list, federationKeys, at })).toEqual(retired)
  })

  it('never states for more than 24 hours about a member', () => {
    expect(stating(86_400)).not.toThrow()
    expect(stating(86_401)).toThrow(RangeError)
  })

  it('holds no private member', () => {
    for (const { claims } of [configured([alliance]), anchorsOwn])
      expect(JSON.stringify(claims)).not.toMatch(/"d":/)
  })
})

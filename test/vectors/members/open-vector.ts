// Opens a vector with our code, in the words of the vector files.
import { openAnchor, type TrustedAnchor } from '../../../src/core/members/anchor.ts'
import { openChain } from '../../../src/core/members/chain.ts'
import { openHistoricalKeys } from '../../../src/core/members/historical-keys.ts'
import { KeySet, usableKeys, type VerifyingKey } from '../../../src/core/members/key.ts'
import type { OpenedMember } from '../../../src/core/members/member.ts'
import { openPinned } from '../../../src/core/members/pin.ts'
import type { CheckSwitches } from '../../../src/core/kernel/checks.ts'
import { MemberId, Thumbprint } from '../../../src/core/kernel/id.ts'
import { Instant } from '../../../src/core/kernel/instant.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import type { Vector } from './vector.ts'

type Opened = Readonly<Record<string, unknown>>

/** What the vector opens to, as its `opens` writes it, or the refusal. */
export async function openVector(
  vector: Vector,
  switches: CheckSwitches,
): Promise<Opened | Refusal> {
  const at = Instant.parse(vector.at)
  const member = MemberId.parse(vector.member)
  const [token = ''] = vector.tokens
  switch (vector.open) {
    case 'chain': {
      const anchors = trusted(vector.anchors)
      const opened = await openChain({ member, chain: vector.tokens, anchors, at }, switches)
      return opened instanceof Refusal ? opened : memberSeen(opened)
    }
    case 'pin': {
      const pin = new Set(vector.pin.map((kid) => Thumbprint.parse(kid)))
      const opened = await openPinned({ member, configuration: token, pin, at }, switches)
      if (opened instanceof Refusal) return opened
      const announced = opened.announced.length > 0 ? { announced: kids(opened.announced) } : {}
      return { ...memberSeen(opened), ...announced }
    }
    case 'anchor': {
      const request = { anchor: member, configuration: token, anchors: trusted(vector.anchors), at }
      const opened = await openAnchor(request, switches)
      if (opened instanceof Refusal) return opened
      const { anchor, expires, federationKeys, fetchAddress, listAddress } = opened
      return {
        member: anchor,
        expires,
        federation_keys: kids(federationKeys),
        fetch: fetchAddress,
        list: listAddress,
      }
    }
    case 'history': {
      const federationKeys = usableKeys(KeySet.parse(vector.federation_keys))
      const opened = await openHistoricalKeys(
        { entity: member, list: token, federationKeys, at },
        switches,
      )
      if (opened instanceof Refusal) return opened
      return { keys: opened.map(({ key, ...entry }) => ({ kid: key.kid, ...entry })) }
    }
  }
}

const trusted = (anchors: { id: string; jwks: unknown }[]): TrustedAnchor[] =>
  anchors.map(({ id, jwks }) => ({ id: MemberId.parse(id), jwks: KeySet.parse(jwks) }))

const kids = (keys: readonly VerifyingKey[]): string[] => keys.map(({ kid }) => kid)

const memberSeen = ({
  member,
  anchor,
  expires,
  federationKeys,
  eventKeys,
}: OpenedMember): Opened => ({
  member,
  anchor,
  expires,
  federation_keys: kids(federationKeys),
  event_keys: kids(eventKeys),
})

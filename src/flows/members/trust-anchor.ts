// An alliance is trusted by keys that came by a second channel (D2). In: its identifier, and its keys or their thumbprints as
// compared by a person. Out: the keys now trusted. What the network shows is looked at here, never believed by itself.
import type { PublicKey } from '../../core/cases/case.ts'
import type { MemberId, Thumbprint } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { openAnchor } from '../../core/members/anchor.ts'
import { configurationAddress } from '../../core/members/endpoints.ts'
import { KeySet, thumbprintOf, usableKeys, type VerifyingKey } from '../../core/members/key.ts'
import { MAX_STATEMENT_BYTES } from '../../core/members/signed-token.ts'
import { readStatement } from '../../core/members/statement.ts'
import type { Deps } from '../ports.ts'
import { type FetchDeps, fetchText } from './trust/fetch-document.ts'
import { besideSetting, type SettingOptions } from '../settings/setting.ts'

export type NewAnchor = { readonly id: MemberId } & (
  | { readonly keys: readonly PublicKey[] }
  /** Of keys that the anchor's configuration shows now. */
  | { readonly thumbprints: readonly string[] }
)

/** Refusals: `member-unknown`, `invalid-field`, `partner-unreachable`, `pin-mismatch`, or the word of a statement. */
export async function trustAnchor(
  deps: Pick<Deps, 'members' | 'net' | 'clock'>,
  member: MemberId,
  anchor: NewAnchor,
  options: SettingOptions<readonly PublicKey[]> = {},
): Promise<readonly PublicKey[] | Refusal> {
  if ((await deps.members.findEntity(member)) === null) return new Refusal('member-unknown')
  const keys =
    'keys' in anchor
      ? await givenKeys(anchor.keys)
      : await namedKeys(deps, anchor.id, anchor.thumbprints)
  if (keys instanceof Refusal) return keys
  const { id } = anchor
  const value = { anchor: id, kids: keys.map(({ kid }) => kid) }
  const setting = { word: 'anchor-trusted', partner: id, value } as const
  const beside = await besideSetting(deps, setting, keys, options)
  await deps.members.trustAnchor(member, { id, keys }, beside)
  return keys
}

async function givenKeys(keys: readonly PublicKey[]): Promise<readonly PublicKey[] | Refusal> {
  const set = KeySet.safeParse({ keys })
  if (!set.success) return new Refusal('invalid-field', 'not a set of public keys', 'keys')
  const usable = usableKeys(set.data)
  const thumbprints = await Promise.all(usable.map(thumbprintOf))
  const wrong = usable.find(({ kid }, i) => kid !== thumbprints[i])
  return wrong === undefined
    ? usable
    : new Refusal('invalid-field', `${wrong.kid} is not the thumbprint of its key`, 'keys')
}

async function namedKeys(
  deps: FetchDeps & Pick<Deps, 'clock'>,
  anchor: MemberId,
  thumbprints: readonly string[],
): Promise<readonly PublicKey[] | Refusal> {
  const shown = await anchorKeysShown(deps, anchor)
  if (shown instanceof Refusal) return shown
  const named = shown.filter(({ kid }) => thumbprints.includes(kid))
  return named.length > 0 ? named : new Refusal('pin-mismatch')
}

/** What an alliance's configuration shows, for a person to compare by a second channel. Genuine only in that it agrees with itself. */
export async function anchorKeysShown(
  deps: FetchDeps & Pick<Deps, 'clock'>,
  anchor: MemberId,
): Promise<readonly VerifyingKey[] | Refusal> {
  const at = deps.clock.now()
  const configuration = await fetchText(deps, configurationAddress(anchor), MAX_STATEMENT_BYTES)
  if (configuration instanceof Refusal) return configuration
  const statement = await readStatement(configuration, at)
  if (statement instanceof Refusal) return statement
  const anchors = [{ id: anchor, jwks: { keys: [...statement.keys] } }]
  const opened = await openAnchor({ anchor, configuration, anchors, at })
  if (opened instanceof Refusal) return opened
  const signer = String(statement.header['kid']) as Thumbprint
  return opened.federationKeys.toSorted(
    (a, b) => Number(b.kid === signer) - Number(a.kid === signer),
  )
}

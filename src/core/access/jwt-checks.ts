// What access tokens and client assertions share, as named checks (RFC 7515, RFC 8725; D9): one typ each, our two algorithms, no
// key from the header, canonical spelling, I-JSON, a signature by a key that is already known.
import { foreignParameter } from '../exchange/event-checks.ts'
import type { RawToken } from '../exchange/compact-jws.ts'
import {
  type ImportedKey,
  type ImportedKeys,
  isAlgorithm,
  signedByAny,
} from '../exchange/imported-key.ts'
import { MAX_SECONDS } from '../exchange/limits.ts'
import { flawDetail } from '../exchange/strict-json.ts'
import type { Check } from '../kernel/checks.ts'
import type { RefusalCode } from '../kernel/refusal.ts'

export type Presented = { readonly raw: RawToken; readonly keys: ImportedKeys }

export const isSeconds = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MAX_SECONDS

/** @param types the values that `typ` may have; undefined stands for a header without one */
export const tokenChecks = <C extends Presented>(
  word: RefusalCode,
  types: readonly (string | undefined)[],
): readonly Check<C>[] => [
  {
    word,
    part: 'spelling',
    holds: ({ raw }) => raw.canonical || 'its base64url is not canonical',
  },
  {
    word,
    part: 'json',
    holds: ({
      raw: {
        flaws: [flaw],
      },
    }) => flaw === undefined || flawDetail(flaw),
  },
  {
    word,
    part: 'type',
    holds: ({ raw: { header } }) =>
      types.some((type) => type === header['typ']) || `typ must be ${String(types[0])}`,
  },
  {
    word,
    part: 'algorithm',
    holds: ({ raw: { header } }) => isAlgorithm(header['alg']) || 'alg must be ES256 or Ed25519',
  },
  {
    word,
    part: 'header',
    holds: ({ raw: { header } }) => foreignParameter(header),
  },
  {
    word,
    part: 'key',
    holds: (presented) =>
      keyOf(presented)?.alg === presented.raw.header['alg'] ||
      'it is not signed with a key that is known here',
  },
  {
    word,
    part: 'signature',
    holds: async (presented) => {
      const key = keyOf(presented)
      return (await signedByAny(key ? [key] : [], presented.raw)) || 'its signature does not verify'
    },
  },
]

/** The key that the token names; without a name, the only one there is. */
function keyOf({ raw: { header }, keys }: Presented): ImportedKey | undefined {
  if (header['kid'] !== undefined) return keys.get(String(header['kid']))
  const [only, ...others] = keys.values()
  return others.length === 0 ? only : undefined
}

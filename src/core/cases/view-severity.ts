// Severities of a case side by side: requested, accepted, effective (D29a), who disputes what, and the level in our own words.
import type { MemberId } from '../kernel/id.ts'
import type { Mapping } from '../severity/mapping-document.ts'
import { toNative } from '../severity/mapping.ts'
import { type SharedLevel, type SharedWord, WORDS } from '../severity/scale.ts'
import type { CaseState } from './case.ts'
import { claimedLevels, effectiveLevel, participantOf } from './case.ts'
import { gapOf } from './view-engagement.ts'
import { type Accord, accordOf, type DisputeView, viewDisputes } from './view-handling.ts'
import type { Texts } from './view-parts.ts'

export type SeverityView = {
  readonly effective: SharedLevel | null
  readonly word: SharedWord | null
  readonly requested: SharedLevel | null
  readonly accepted: SharedLevel | null
  readonly gap: number
  readonly accord: Accord
  readonly disputes: readonly DisputeView[]
  readonly inOurScheme: {
    readonly scheme: string
    readonly version: string
    readonly code: string
    readonly name: string
    readonly result: 'exact' | 'up' | 'down' | 'as-claimed'
  } | null
}

export function viewSeverity(
  s: CaseState,
  us: MemberId,
  mapping: Mapping | null,
  texts: Texts,
): SeverityView {
  const effective = effectiveLevel(s)
  const disputed = viewDisputes(s, texts)
  const claims = Object.values(s.participants).map((p) => p.claim?.level ?? null)
  return {
    effective,
    word: effective && WORDS[effective],
    ...claimedLevels(s),
    gap: gapOf(claims),
    accord: accordOf(claims, disputed.length > 0),
    disputes: disputed,
    inOurScheme: mapping && effective && inOurScheme(s, us, mapping, effective),
  }
}

/** Our own words for the effective level: those we used ourselves where they fit (P5), else computed (P6). */
function inOurScheme(
  s: CaseState,
  us: MemberId,
  mapping: Mapping,
  level: SharedLevel,
): SeverityView['inOurScheme'] {
  const { id: scheme, version } = mapping.ref
  const claim = participantOf(s, us)?.claim
  const { native } = claim ?? {}
  if (claim?.level === level && native?.scheme === scheme && native.version === version) {
    const known = mapping.scheme.levels.find(({ code }) => code === native.code)
    return {
      scheme,
      version,
      code: native.code,
      name: known?.name ?? native.code,
      result: 'as-claimed',
    }
  }
  const { code, name, result } = toNative(mapping, level)
  return { scheme, version, code, name, result }
}

// Vectors for what lies beyond the mapping: levels that are sent under circumstances, disputes, notes that carry a level, matrices.
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { parseCarried, renderCarried } from '../../../src/core/severity/carried-note.ts'
import {
  disputeOf,
  type LoweringRefusal,
  type SideClaim,
} from '../../../src/core/severity/dispute.ts'
import type { Mapping } from '../../../src/core/severity/mapping-document.ts'
import { brokenCells } from '../../../src/core/severity/matrix-order.ts'
import { type Circumstances, projectFor } from '../../../src/core/severity/project-for.ts'
import { LEVELS, type SharedLevel } from '../../../src/core/severity/scale.ts'
import { parseScheme } from '../../../src/core/severity/scheme-laws.ts'
import { jiraSample, matrixDocument } from '../../core/severity/matrices.ts'

const CONTACTS = ['given', 'none'] as const
const PHONES = ['made', 'promised', 'none'] as const

function sentLevel(mapping: Mapping, level: SharedLevel, circumstances: Circumstances) {
  const sent = projectFor(mapping, level, circumstances)
  const asked = { scheme: mapping.scheme.id, level, ...circumstances }
  if (sent instanceof Refusal) return { ...asked, expect: { refused: sent.code } }
  const { code, result, reason, ruledOut, levelDuties, unmet, alarm, warnings } = sent
  return {
    ...asked,
    expect: { code, result, reason, ruledOut, levelDuties, unmet, alarm, warnings },
  }
}

const under = (mapping: Mapping, plan: string | null) =>
  CONTACTS.flatMap((contact) =>
    PHONES.flatMap((phone) =>
      LEVELS.slice(0, 2).map((level) => sentLevel(mapping, level, { plan, contact, phone })),
    ),
  )

/** Schemes that ask for something or lack something, under every circumstance; their two gravest levels. */
export function sentLevels(mappings: readonly Mapping[]): object[] {
  const particular = mappings.filter(({ scheme: { planLimits, levels } }) => {
    const asks = levels.some(({ requiresPhone, requires24x7Contact, coverageWhen }) =>
      [requiresPhone, requires24x7Contact, coverageWhen !== undefined].includes(true),
    )
    return asks || planLimits !== undefined
  })
  return [
    ...particular.flatMap((mapping) => under(mapping, null)),
    ...particular.flatMap((mapping) =>
      (mapping.scheme.planLimits ?? []).flatMap(({ plan }) =>
        LEVELS.map((level) =>
          sentLevel(mapping, level, { plan, contact: 'given', phone: 'made' }),
        ),
      ),
    ),
    ...mappings
      .filter(({ scheme }) => ['suse', 'exasol', 'hivemq'].includes(scheme.id))
      .flatMap((mapping) => [
        sentLevel(mapping, 1, { plan: 'Standard', contact: 'given', phone: 'none' }),
        sentLevel(mapping, 1, { plan: null, contact: 'given', phone: 'none', hours: 'inside' }),
        sentLevel(mapping, 1, { plan: null, contact: 'given', phone: 'none', hours: 'outside' }),
      ]),
  ]
}

const claim = (side: string, level: SharedLevel, at: number): SideClaim => ({
  side,
  claim: `${side}${at}`,
  level,
  at,
})

function dispute(what: string, claims: SideClaim[], refusals: LoweringRefusal[] = []) {
  return { what, claims, refusals, expect: disputeOf(claims, refusals) }
}

export const disputes = (): object[] => [
  dispute('nobody claimed', []),
  dispute('one side claimed', [claim('a', 2, 1)]),
  dispute('both agree', [claim('a', 2, 1), claim('b', 2, 5)]),
  dispute('the later claim is milder', [claim('a', 1, 1), claim('b', 2, 5)]),
  dispute(
    'the milder claim was refused',
    [claim('a', 1, 1), claim('b', 2, 5)],
    [{ by: 'a', claim: 'b5' }],
  ),
  dispute(
    'another milder claim came after the refused one',
    [claim('a', 1, 1), claim('b', 3, 9)],
    [{ by: 'a', claim: 'b5' }],
  ),
  dispute('the later claim is graver', [claim('a', 1, 9), claim('b', 3, 5)]),
  dispute('both in one second', [claim('a', 3, 5), claim('b', 1, 5)]),
  dispute(
    'three sides, one of two answered',
    [claim('a', 1, 1), claim('b', 1, 2), claim('c', 3, 9)],
    [{ by: 'a', claim: 'c9' }],
  ),
]

const NOTES = [
  'shared=2; native=High',
  'Customer is down. SHARED = 1; Native = "a; b \\" c"',
  'shared=3\nshared=3; native=Medium',
  'shared=1; shared=2',
  'shared=25',
  'unshared=2',
  'native=High',
  '',
]

export const carriedNotes = (): object[] => [
  ...NOTES.map((text) => ({ text, expect: parseCarried(text) })),
  ...([null, 'Major (On Premise Severity 2)', 'Severity 1 | Urgent', 'a; "b"'] as const).map(
    (native) => ({ carried: { shared: 2, native }, expect: renderCarried({ shared: 2, native }) }),
  ),
]

const TABLES: readonly (readonly (readonly number[])[])[] = [
  [
    [1, 2],
    [2, 3],
  ],
  [
    [1, 3, 2],
    [1, 1, 2],
  ],
  [[4, 3, 2, 1]],
]

export const matrices = (): object[] =>
  [jiraSample, ...TABLES.map(matrixDocument)].map((document) => {
    const scheme = parseScheme(document)
    if (scheme instanceof Refusal) throw new Error(scheme.detail)
    return { document, expect: brokenCells(scheme) }
  })

// Writes the severity vectors: inputs chosen here, answers computed by the mapping. The hard cases are not among them: they were
// worked out apart from this program, and are what it is held against. `tsx test/vectors/severity/generate.ts` writes the files.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Instant } from '../../../src/core/kernel/instant.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { foldText } from '../../../src/core/severity/label.ts'
import { type Mapping, openMapping } from '../../../src/core/severity/mapping-document.ts'
import { type Said, toNative, toShared } from '../../../src/core/severity/mapping.ts'
import { cellToWrite } from '../../../src/core/severity/matrix.ts'
import { presets, presetText } from '../../../src/core/severity/preset.ts'
import { LEVELS } from '../../../src/core/severity/scale.ts'
import {
  isEcho,
  restoreNative,
  type StoredNative,
} from '../../../src/core/severity/stored-native.ts'
import { carriedNotes, disputes, matrices, sentLevels } from './two-sides.ts'

function sure<T>(value: T | Refusal): T {
  if (value instanceof Refusal) throw new Error(value.detail)
  return value
}

const opened = new Map<string, Mapping>()
for (const { id } of presets()) opened.set(id, sure(await openMapping(sure(presetText(id)))))
const mappings = [...opened.values()]

function preset(id: string): Mapping {
  const mapping = opened.get(id)
  if (!mapping) throw new Error(`no preset ${id}`)
  return mapping
}

const publishedTexts = () =>
  presets().map(({ id, version }) => ({
    id,
    version,
    digest: preset(id).ref.digest,
    text: sure(presetText(id)),
  }))

const FOLDED = [
  'S1',
  ' very  HIGH ',
  '4 – (Low)',
  '4—(LOW)',
  '4 \u2212 (low)',
  'S5 – Request / Customer Education',
  's4 -LOW',
  'Severity 1 | Urgent',
  'GR\u00d6\u00dfE',
  'Gro\u0308\u00dfe',
  '\u00a0P1\u3000',
  'P\u00b9',
  'Hi\u200bgh',
  '\u0130',
  '',
  ' - ',
]

const folds = () => FOLDED.map((text) => ({ text, folded: foldText(text) }))

function reading(scheme: string, native: string | null, said: Said = {}) {
  const { level, code, result, flags } = toShared(preset(scheme), native, said)
  return { scheme, native, ...said, expect: { level, code, result, flags } }
}

const moment = (text: string): Instant => text as Instant

const readings = () => [
  ...mappings.flatMap(({ scheme }) => scheme.levels.map(({ code }) => reading(scheme.id, code))),
  ...mappings.map(({ scheme }) => reading(scheme.id, null)),
  ...mappings.flatMap(({ scheme }) => scheme.unsetValues.map((text) => reading(scheme.id, text))),
  ...LEVELS.flatMap((carried) =>
    ['HIGH', 'MEDIUM', 'LOW'].map((native) => reading('tsanet-connect', native, { carried })),
  ),
  reading('cisco-tac', 'P1'),
  reading('cisco-tac', 'p2', { at: moment('2003-12-31T23:59:59.999Z') }),
  reading('cisco-tac', 'p2', { at: moment('2004-01-01T00:00:00.000Z') }),
  reading('alto-itil-matrix', 'P3 – important'),
  reading('sap-product-support', ' very  HIGH '),
  reading('ibm-techzone', '4 - (Low)'),
  reading('google-cloud-api', '1'),
  reading('tmf621-severity', 'Blocker'),
  reading('redhat-premium', 'Urgent'),
  reading('dell-saas-de', ''),
  reading('cisco-tac', '   '),
]

function projection(scheme: string, level: 1 | 2 | 3 | 4, excluded: readonly string[] = []) {
  const answer = toNative(preset(scheme), level, { excluded })
  const expect =
    answer instanceof Refusal
      ? { refused: answer.code }
      : { code: answer.code, rank: answer.rank, level: answer.level, result: answer.result }
  return { scheme, level, ...(excluded.length > 0 && { excluded }), expect }
}

const projections = () => [
  ...mappings.flatMap(({ scheme }) => LEVELS.map((level) => projection(scheme.id, level))),
  ...mappings.flatMap(({ scheme }) =>
    (scheme.planLimits ?? []).flatMap(({ plan, lacks }) =>
      LEVELS.map((level) => ({ plan, ...projection(scheme.id, level, lacks) })),
    ),
  ),
  projection('microsoft-azure', 1, ['Severity A']),
  projection('tsanet-connect', 2, ['HIGH']),
  projection('aws', 1, ['urgent']),
  projection('kernel-enterprise', 1, ['Priority', 'Normal']),
  projection('cisco-tac', 1, ['Severity 1']),
]

const small = (shared: readonly unknown[], more: object = {}) => ({
  id: 'small',
  version: '1',
  vendor: 'Vendor',
  product: 'Product',
  sources: [],
  axis: 'severity',
  unsetValues: [],
  levels: shared.map((level, i) => ({
    rank: i + 1,
    code: `S${i + 1}`,
    name: `Severity ${i + 1}`,
    definition: 'What it means.',
    shared: level,
    ...more,
  })),
})

const DOCUMENTS: readonly (readonly [string, string])[] = [
  ['four levels, one for each', JSON.stringify(small([1, 2, 3, 4]))],
  ['the coarsest scheme that is taken', JSON.stringify(small([1, 3]))],
  ['neighbours that share a level', JSON.stringify(small([1, 1, 2, 3, 4, 4]))],
  ['a graver level mapped to a milder one', JSON.stringify(small([1, 3, 2, 4]))],
  ['a top that does not reach the top', JSON.stringify(small([2, 3, 4]))],
  ['two shared levels left out', JSON.stringify(small([1, 4]))],
  ['two shared levels left out at the mild end', JSON.stringify(small([1, 2]))],
  ['one level only', JSON.stringify(small([1]))],
  ['no levels', JSON.stringify(small([]))],
  ['a shared level that does not exist', JSON.stringify(small([1, 2, 3, 5]))],
  ['a level without a shared one', JSON.stringify(small([1, 2, null, 4]))],
  ['one alias for two levels', JSON.stringify(small([1, 2, 3], { aliases: [{ text: 'old' }] }))],
  ['codes that fold to one text', JSON.stringify(small([1, 2, 3])).replace('"S2"', '"s1"')],
  ['an unset value that is a code', JSON.stringify({ ...small([1, 2, 3]), unsetValues: ['s3'] })],
  ['a member that is not part of the format', JSON.stringify(small([1, 3], { sharedLevel: 2 }))],
  [
    'a cell that gives two levels',
    JSON.stringify({
      ...small([1, 3], { cells: [['1', '1']] }),
      inputs: ['a', 'b'],
      inputValues: [['1'], ['1']],
    }),
  ],
  [
    'a matrix with a hole',
    JSON.stringify({
      ...small([1, 3]),
      axis: 'matrix',
      inputs: ['a', 'b'],
      inputValues: [['1'], ['1', '2']],
      levels: small([1, 3]).levels.map((level, i) => (i === 0 ? { ...level, cells: [['1', '1']] } : level)),
    }),
  ],
  [
    'cells whose values are not listed',
    JSON.stringify({ ...small([1, 3], { cells: [['1', '1']] }), inputs: ['a', 'b'] }),
  ],
  ['a call only at times, but no call', JSON.stringify(small([1, 3], { phoneWhen: 'outside-hours' }))],
  ['a key twice', JSON.stringify(small([1, 3])).replace('{', '{"id":"other",')],
  ['half a surrogate pair', JSON.stringify(small([1, 3])).replace('Vendor', '\\ud800')],
  ['no JSON', '{'],
]

const documents = () =>
  Promise.all(
    DOCUMENTS.map(async ([what, text]) => {
      const answer = await openMapping(text)
      const expect =
        answer instanceof Refusal
          ? { refused: answer.code, field: answer.field ?? null }
          : { digest: answer.ref.digest }
      return { what, text, expect }
    }),
  )

function restored(what: string, stored: StoredNative, wanted: Omit<StoredNative, 'native'>) {
  return { what, stored, wanted, expect: restoreNative(stored, wanted) }
}

function restorations() {
  const { ref } = preset('redhat-premium')
  const stored = { scheme: ref, native: ' severity 2 (HIGH)', level: 2 } as const
  const older = { ...ref, version: '0' }
  return [
    restored('the same text, level and scheme', stored, { scheme: ref, level: 2 }),
    restored('another level', stored, { scheme: ref, level: 1 }),
    restored('another version', stored, { scheme: older, level: 2 }),
    restored('another text under the same version', stored, {
      scheme: { ...ref, digest: preset('suse').ref.digest },
      level: 2,
    }),
    restored(
      'text that no scheme lists',
      { ...stored, native: 'Blocker', level: 3 },
      { scheme: ref, level: 3 },
    ),
  ]
}

const echoes = () =>
  [
    ['tsanet-connect', 'HIGH'],
    ['tsanet-connect', ' high'],
    ['tsanet-connect', 'MEDIUM'],
    ['oracle-oci-cims', 'HIGH'],
  ].map(([schemeId = '', native = '']) => {
    const sent = { scheme: 'tsanet-connect', code: toNative(preset('tsanet-connect'), 2).code }
    const expect = isEcho({ ...sent, scheme: preset(sent.scheme).ref }, { schemeId, native })
    return { sent, received: { scheme: schemeId, native }, expect }
  })

const cells = () =>
  mappings
    .filter(({ scheme }) => scheme.inputs && scheme.levels.some((level) => level.cells))
    .flatMap(({ scheme }) =>
      scheme.levels.flatMap(({ code }) =>
        [undefined, ['1', '3'] as const, ['3', '1'] as const].map((current) => ({
          scheme: scheme.id,
          code,
          current: current ?? null,
          expect: cellToWrite(scheme, code, current),
        })),
      ),
    )

/** A JSON array with one case a line. */
const lines = (cases: readonly object[]): string =>
  `[\n${cases.map((one) => ` ${JSON.stringify(one)}`).join(',\n')}\n]\n`

/** File name → its text. */
export async function severityVectors(): Promise<Map<string, string>> {
  return new Map([
    ['presets.json', lines(publishedTexts())],
    ['folded-text.json', lines(folds())],
    ['readings.json', lines(readings())],
    ['projections.json', lines(projections())],
    ['documents.json', lines(await documents())],
    ['restorations.json', lines(restorations())],
    ['echoes.json', lines(echoes())],
    ['cells.json', lines(cells())],
    ['sent-levels.json', lines(sentLevels(mappings))],
    ['disputes.json', lines(disputes())],
    ['carried-notes.json', lines(carriedNotes())],
    ['matrices.json', lines(matrices())],
  ])
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [name, text] of await severityVectors())
    writeFileSync(new URL(name, import.meta.url), text)

// Matrix schemes to try: the sample that Atlassian publishes for Jira Service Management, and tables of any shape.

const LEVELS = ['Highest', 'High', 'Medium', 'Low', 'Lowest'] as const
const IMPACTS = ['Extensive', 'Significant', 'Moderate', 'Minor'] as const
const URGENCIES = ['Critical', 'High', 'Medium', 'Low', 'Lowest'] as const

/** https://support.atlassian.com/jira-service-management-cloud/docs/how-do-i-create-a-matrix-using-impact-and-urgency-values/ */
const TABLE: readonly (readonly (typeof LEVELS)[number][])[] = [
  ['Highest', 'High', 'Medium', 'Low', 'Lowest'],
  ['Highest', 'High', 'Medium', 'Low', 'Lowest'],
  ['High', 'Medium', 'Low', 'Low', 'Lowest'],
  ['Medium', 'Low', 'Lowest', 'Low', 'Lowest'],
]

const document = (id: string, inputValues: readonly (readonly string[])[]) => ({
  id,
  version: '1',
  vendor: 'Vendor',
  product: 'Product',
  sources: [],
  axis: 'matrix',
  inputs: ['impact', 'urgency'],
  inputValues,
  unsetValues: [],
})

export const jiraSample = {
  ...document('jira-sample-matrix', [IMPACTS, URGENCIES]),
  levels: LEVELS.map((code, i) => ({
    rank: i + 1,
    code,
    name: code,
    definition: 'A priority of the sample.',
    shared: [1, 2, 3, 4, 4][i],
    cells: IMPACTS.flatMap((impact, row) =>
      URGENCIES.flatMap((urgency, column) =>
        TABLE[row]?.[column] === code ? [[impact, urgency]] : [],
      ),
    ),
  })),
}

const names = (of: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${of}${i + 1}`)

/** Rows of levels 1 to 4; the inputs are r1, r2 … and c1, c2 …. Levels that no cell gives are there all the same. */
export function matrixDocument(table: readonly (readonly number[])[]) {
  const cellsOf = (level: number) =>
    table.flatMap((row, r) =>
      row.flatMap((value, c) => (value === level ? [[`r${r + 1}`, `c${c + 1}`]] : [])),
    )
  return {
    ...document('a-matrix', [names('r', table.length), names('c', table[0]?.length ?? 0)]),
    levels: [1, 2, 3, 4].map((level) => ({
      rank: level,
      code: `P${level}`,
      name: `P${level}`,
      definition: 'A level.',
      shared: level,
      ...(cellsOf(level).length > 0 && { cells: cellsOf(level) }),
    })),
  }
}

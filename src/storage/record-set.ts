// Rows that travel as parameters of one statement, whose text stays the same for any number of rows, so that it is planned
// once. A few rows travel as a JSON array that PostgreSQL reads as a table; many, with long texts in them, column by column.
import { encodeText, json, TextColumn } from './values.ts'

/** Column names and their SQL types, in order. */
export type Columns<Row> = { readonly [Column in keyof Row & string]: string }

export interface RecordSet<Source, Row extends object> {
  readonly rows: (source: Source) => readonly Row[]
  readonly columns: Columns<Row>
}

/** Says how a thing becomes rows, and which columns they have. */
export function recordSet<Source, Row extends object>(
  rows: (source: Source) => readonly Row[],
  columns: Columns<NoInfer<Row>>,
): RecordSet<Source, Row> {
  return { rows, columns }
}

/** `json_to_recordset($1::json) as event(id text, …)` */
export function asTable(
  columns: Readonly<Record<string, string>>,
  parameter: string,
  name: string,
) {
  const list = Object.entries(columns).map(([column, type]) => `${column} ${type}`)
  return `json_to_recordset(${parameter}::json) as ${name}(${list.join(', ')})`
}

export const asParam = (rows: readonly object[]): string => (rows.length === 0 ? '[]' : json(rows))

/** The rows, column by column: as many parameters as there are columns, beginning with `$first`. */
export function asColumns(
  columns: Readonly<Record<string, string>>,
  first: number,
  name: string,
): string {
  const names = Object.keys(columns)
  const arrays = names.map((_, index) => `$${first + index}::text[]`)
  const typed = names.map((column) =>
    columns[column] === 'text' ? column : `${column}::${columns[column] ?? ''} as ${column}`,
  )
  return `(select ${typed.join(', ')}
      from unnest(${arrays.join(', ')}) as ${name}(${names.join(', ')})) as ${name}`
}

/** The parameters for `asColumns`. */
export const columnsOf = (
  columns: Readonly<Record<string, string>>,
  rows: readonly object[],
): TextColumn[] =>
  Object.entries(columns).map(
    ([column, type]) =>
      new TextColumn(
        rows.map((row) => inColumn(type, (row as Readonly<Record<string, unknown>>)[column])),
      ),
  )

function inColumn(type: string, value: unknown): string | null {
  if (typeof value === 'string' && type !== 'json') return value
  if (value === null) return null
  return type === 'json' ? json(value) : encodeText(value)
}

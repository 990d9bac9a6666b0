// Rows that travel as one parameter: a JSON array that PostgreSQL reads as a table. The text of a statement then stays the
// same for any number of rows, so that it is planned once.
import { json } from './values.ts'

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

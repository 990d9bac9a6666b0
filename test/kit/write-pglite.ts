// A process that writes into the embedded database, one row a transaction, and says each number once it is committed,
// until it is killed or whoever started it is gone.
import { readFileSync } from 'node:fs'
import { openPglite } from '../../src/storage/pglite.ts'

process.stdin.resume().once('end', () => process.exit())

const [folder = '', blank = ''] = process.argv.slice(2)
const database = await openPglite({ folder, blank: new Blob([readFileSync(blank)]) })
await database.script('create table if not exists thing (id integer primary key)')
for (let id = 1; ; id++) {
  await database.transaction((tx) => tx.execute('insert into thing values ($1)', [id]))
  console.log(id)
}

// Writes the JSON files of this folder: `node test/vectors/cases/write.ts`. A test holds the files to what this would write.
import { mkdirSync, writeFileSync } from 'node:fs'
import { filesToWrite } from './files.ts'

const here = new URL('./', import.meta.url)
for (const [path, text] of filesToWrite()) {
  const file = new URL(path, here)
  mkdirSync(new URL('./', file), { recursive: true })
  writeFileSync(file, text)
}

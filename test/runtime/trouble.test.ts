import { describe, expect, it } from 'vitest'
import { Refusal } from '../../src/core/kernel/refusal.ts'
import { EXIT, EXIT_HELP, explain, granted, Trouble } from '../../src/runtime/trouble.ts'
import { SealFault } from '../../src/signing/master-key.ts'
import { StorageUnavailable } from '../../src/storage/fault.ts'
import { FolderLocked } from '../../src/storage/folder-locked.ts'
import { SchemaFault } from '../../src/storage/migrate.ts'

describe('trouble', () => {
  it.each([
    [new Trouble(EXIT.usage, 'say it'), EXIT.usage, 'say it'],
    [new FolderLocked('/data', 12), EXIT.taken, 'process 12 is using the data folder /data'],
    [new FolderLocked('/data', null), EXIT.taken, 'another process'],
    [new SchemaFault('newer', 'start the newer version'), EXIT.config, 'start the newer version'],
    [new SealFault('sealed otherwise'), EXIT.config, 'give the master key'],
    [new StorageUnavailable('gone', 'unknown'), EXIT.unavailable, 'check DATABASE_URL'],
    [new TypeError('oops'), EXIT.fault, 'fault of the program: oops'],
    ['just a word', EXIT.fault, 'just a word'],
  ])('%s has its exit code and says what to do', (error, code, words) => {
    const explained = explain(error)
    expect(explained.code).toBe(code)
    expect(explained.sentence).toContain(words)
  })

  it('is what a refusal becomes where nobody is left to answer', () => {
    expect(granted(7, 'nothing')).toBe(7)
    expect(() => granted(new Refusal('member-exists', 'use another', 'id'), 'no')).toThrow(
      'no: member-exists (id): use another',
    )
  })

  it('names every exit code in the help', () => {
    for (const code of Object.values(EXIT)) expect(EXIT_HELP).toContain(`\n  ${code} `)
  })
})

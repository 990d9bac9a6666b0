import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { freshFolder } from '../kit/folder.ts'
import { run } from './program.ts'

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

describe('the demonstration', () => {
  it(
    'plays its story once, with the same case everywhere, and only compares the second time',
    { timeout: 360_000 },
    async () => {
      using folder = freshFolder()
      const data = join(folder.path, 'demo')
      const first = await run(['demo', '--once', '--data', data])
      expect(first.err).toBe('')
      expect(first.code).toBe(0)
      for (const words of [
        'Fern’s gateway is switched off: SIGTERM',
        'to Fern: 1 waiting',
        'the gravest claim counts: 1 critical; in Basalt’s words that is P1',
        'sees that 1 more',
        'Nimbus closes the case for good',
        'All 3 hold the same case',
        'Every decision is confirmed by everybody',
      ])
        expect(first.out).toContain(words)

      const path = join(data, 'demo.json')
      expect(statSync(path).mode & 0o777).toBe(0o600)
      const ajv = new Ajv2020({ allErrors: true })
      addFormats.default(ajv)
      const fits = ajv.compile(json('examples/demo.schema.json') as object)
      expect(fits(json(path)), JSON.stringify(fits.errors)).toBe(true)
      const before = readFileSync(path, 'utf8')

      const second = await run(['demo', '--once', '--data', data])
      expect(second.code).toBe(0)
      expect(second.out).toContain('it is not played again')
      expect(second.out).not.toContain('Nimbus opens a case')
      expect(second.out).toContain('All 3 hold the same case')
      expect(readFileSync(path, 'utf8')).toBe(before)
    },
  )
})

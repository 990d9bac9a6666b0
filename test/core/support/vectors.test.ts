import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { supportVectors } from '../../vectors/support/generate.ts'

const folder = new URL('../../vectors/support/', import.meta.url)
const vectors = await supportVectors()

describe('the published support vectors', () => {
  it('are what the program computes today, file by file', () => {
    for (const [name, text] of vectors)
      expect(readFileSync(new URL(name, folder), 'utf8') === text, `${name} has drifted`).toBe(true)
  })

  it('are all generated', () => {
    const there = readdirSync(folder).filter((name) => name.endsWith('.json'))
    expect(there.toSorted()).toEqual([...vectors.keys()].toSorted())
  })

  it('hold what is taken and what is refused', () => {
    const documents = JSON.parse(vectors.get('documents.json') ?? '') as {
      what: string
      expect: { refused?: string }
    }[]
    const taken = documents.filter((one) => one.expect.refused === undefined)
    expect(taken.map(({ what }) => what)).toEqual([
      'the smallest profile of use',
      'hours that meet',
      'eight working hours, then one business day',
      '24x7, one desk',
      '24x5, Monday to Friday through the night',
      '12x5, business days of twelve hours',
      '9x5 in Germany, with German holidays',
      'Business hours on the US west coast, with federal holidays',
      'Three regions that hand over round the globe',
    ])
    expect(documents.length - taken.length).toBe(17)
  })
})

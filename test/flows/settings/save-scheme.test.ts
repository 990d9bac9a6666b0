import { describe, expect, it } from 'vitest'
import { presetText, presets } from '../../../src/core/severity/preset.ts'
import { schemeDigest } from '../../../src/core/severity/mapping-document.ts'
import { saveScheme } from '../../../src/flows/settings/save-scheme.ts'
import { jiraSample, matrixDocument } from '../../core/severity/matrices.ts'
import { oneGateway, sure, wordOf } from '../members/gateways.ts'

const [preset] = presets()
const text = preset === undefined ? '' : String(presetText(preset.id))
const asOwn = (vendor: string): string => JSON.stringify({ ...JSON.parse(text), id: 'own', vendor })

describe('a severity scheme', () => {
  it('is stored as the text that its hash names', async () => {
    await using w = await oneGateway()
    const { deps } = w.north
    const saved = sure(await saveScheme(deps, w.atlas, asOwn('Ours')))
    expect(saved).toMatchObject({ id: 'own', document: asOwn('Ours') })
    expect(saved.digest).toBe(await schemeDigest(asOwn('Ours')))
    expect(await deps.members.findScheme(w.atlas, 'own')).toEqual(saved)
  })

  it('may be sent again, and a version is never changed', async () => {
    await using w = await oneGateway()
    const save = (document: string) => saveScheme(w.north.deps, w.atlas, document)
    const first = sure(await save(asOwn('Ours')))
    expect(sure(await save(asOwn('Ours')))).toEqual(first)
    const other = await save(asOwn('Theirs'))
    expect(other).toMatchObject({ code: 'scheme-invalid', field: 'version' })
  })

  it('is refused when it breaks a law of schemes', async () => {
    await using w = await oneGateway()
    expect(wordOf(await saveScheme(w.north.deps, w.atlas, '{}'))).toBe('scheme-invalid')
    expect(await w.north.deps.members.listSchemes(w.atlas)).toEqual([])
  })
})

describe('a matrix that breaks order', () => {
  const document = JSON.stringify(jiraSample)
  const pair = { graver: ['Minor', 'Medium'], milder: ['Minor', 'Low'] } as const
  const confirming = { client: 'desk', person: 'Ada', pairs: [pair] }

  it('is refused with its cells named', async () => {
    await using w = await oneGateway()
    const said = await saveScheme(w.north.deps, w.atlas, document)
    expect(said).toMatchObject({ code: 'matrix-breaks-order', field: 'levels' })
    expect(said).toHaveProperty('detail', expect.stringContaining('urgency Medium'))
    expect(await w.north.deps.members.listSchemes(w.atlas)).toEqual([])
  })

  it('is refused with every pair named, not the first alone', async () => {
    await using w = await oneGateway()
    const two = JSON.stringify(
      matrixDocument([
        [1, 3, 2],
        [1, 1, 2],
      ]),
    )
    const said = await saveScheme(w.north.deps, w.atlas, two)
    expect(said).toHaveProperty('detail', expect.stringMatching(/milder than.*; .*milder than/))
  })

  it('is stored unchanged, with who confirmed exactly these cells and when', async () => {
    await using w = await oneGateway()
    const { deps } = w.north
    const saved = sure(await saveScheme(deps, w.atlas, document, {}, confirming))
    expect(saved).toMatchObject({
      document,
      confirmation: { ...confirming, at: deps.clock.now() },
    })
    expect(await deps.members.findScheme(w.atlas, jiraSample.id)).toEqual(saved)
  })

  it('is not stored on a confirmation of other cells, of more, or of cells that keep order', async () => {
    await using w = await oneGateway()
    const { deps } = w.north
    const turned = { graver: pair.milder, milder: pair.graver }
    for (const pairs of [[turned], [pair, turned]])
      expect(await saveScheme(deps, w.atlas, document, {}, { ...confirming, pairs })).toMatchObject(
        { code: 'matrix-breaks-order', field: 'pairs' },
      )
    expect(await saveScheme(deps, w.atlas, asOwn('Ours'), {}, confirming)).toMatchObject({
      code: 'invalid-field',
      field: 'pairs',
    })
  })
})

import { describe, expect, it } from 'vitest'
import { presetText, presets } from '../../../src/core/severity/preset.ts'
import { schemeDigest } from '../../../src/core/severity/mapping-document.ts'
import { saveScheme } from '../../../src/flows/settings/save-scheme.ts'
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

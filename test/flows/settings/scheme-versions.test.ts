import { describe, expect, it } from 'vitest'
import { saveScheme } from '../../../src/flows/settings/save-scheme.ts'
import { compareSchemes, schemeVersions } from '../../../src/flows/settings/scheme-versions.ts'
import { smallDocument } from '../../core/severity/kit.ts'
import { network, sure, vendorOf } from '../../kit/network.ts'

const withVersions = async () => {
  const net = await network([2])
  const [alpine, other] = [vendorOf(net, 0), vendorOf(net, 1)]
  const { deps } = alpine.host.gateway
  for (const [version, shared] of [
    ['1', [1, 2, 3, 4]],
    ['2', [1, 1, 3, 4]],
  ] as const) {
    const document = JSON.stringify({ ...smallDocument(shared), version })
    sure(await saveScheme(deps, alpine.id, document))
  }
  return Object.assign(net, { deps, alpine: alpine.id, other: other.id })
}

describe('the versions of a scheme', () => {
  it('are listed, the one saved last first', async () => {
    await using w = await withVersions()
    const versions = sure(await schemeVersions(w.deps, w.alpine, 'small'))
    expect(versions.map(({ stored, openCases }) => [stored.version, openCases])).toEqual([
      ['2', 0],
      ['1', 0],
    ])
    for (const [member, id] of [
      [w.other, 'small'],
      [w.alpine, 'cisco-tac'],
    ] as const)
      expect(await schemeVersions(w.deps, member, id)).toMatchObject({ code: 'scheme-unknown' })
  })

  it('are compared, with the latest where none is named', async () => {
    await using w = await withVersions()
    const said = sure(await compareSchemes(w.deps, w.alpine, 'small', { from: '1', to: undefined }))
    expect(said).toMatchObject({
      from: '1',
      to: '2',
      document: [{ field: 'version', from: '1', to: '2' }],
      levels: [{ code: 'S2', change: 'changed', isRegraded: true }],
    })
  })

  it('are refused where one is not there, with its field', async () => {
    await using w = await withVersions()
    const compare = (from: string, to: string) =>
      compareSchemes(w.deps, w.alpine, 'small', { from, to })
    expect(await compare('9', '1')).toMatchObject({ code: 'scheme-unknown', field: 'from' })
    expect(await compare('1', '9')).toMatchObject({ code: 'scheme-unknown', field: 'to' })
  })
})

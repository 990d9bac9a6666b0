import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readScheme } from '../../../src/flows/settings/read-schemes.ts'
import { saveScheme } from '../../../src/flows/settings/save-scheme.ts'
import { translateSeverity } from '../../../src/flows/settings/translate-severity.ts'
import { presetText } from '../../../src/core/severity/preset.ts'
import { network, type Network, sure, type Vendor, vendorOf } from '../../kit/network.ts'

let net: Network
let alpine: Vendor
beforeAll(async () => {
  net = await network([2])
  alpine = vendorOf(net, 0)
})
afterAll(() => net[Symbol.asyncDispose]())

const deps = () => alpine.host.gateway.deps
const own = JSON.stringify({
  ...JSON.parse(String(presetText('redhat-premium'))),
  id: 'cisco-tac',
  version: '2',
})

describe('a scheme', () => {
  it('is one’s own before it is a preset of the same name, and nobody else’s', async () => {
    sure(await saveScheme(deps(), alpine.id, own))
    expect(sure(await readScheme(deps(), alpine.id, 'cisco-tac', undefined))).toMatchObject({
      origin: 'own',
      version: '2',
    })
    const other = vendorOf(net, 1).id
    expect(sure(await readScheme(deps(), other, 'cisco-tac', undefined)).origin).toBe('preset')
    const asked = {
      from: 'cisco-tac',
      code: 'Severity 2 (high)',
      to: 'redhat-premium',
      excluded: [],
    }
    expect(sure(await translateSeverity(deps(), alpine.id, asked)).from?.result).toBe('exact')
    expect(sure(await translateSeverity(deps(), other, asked)).from?.result).toBe('unmapped')
  })

  it('is refused where there is none of that version', async () => {
    for (const [id, version] of [
      ['cisco-tac', '7'],
      ['redhat-premium', '7'],
      ['nobody', undefined],
    ] as const)
      expect(await readScheme(deps(), alpine.id, id, version)).toMatchObject({
        code: 'scheme-unknown',
      })
  })
})

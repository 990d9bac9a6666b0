import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Circumstances } from '../../../src/core/severity/project-for.ts'
import { previewScheme, type SchemeSource } from '../../../src/flows/settings/preview-scheme.ts'
import { saveProfile } from '../../../src/flows/settings/save-profile.ts'
import { saveScheme } from '../../../src/flows/settings/save-scheme.ts'
import { jiraSample } from '../../core/severity/matrices.ts'
import { smallDocument } from '../../core/severity/kit.ts'
import { network, type Network, sure, type Vendor, vendorOf } from '../../kit/network.ts'

const WILLING: Circumstances = { plan: null, contact: 'given', phone: 'promised' }
const small = (shared: readonly number[], version = '1') =>
  JSON.stringify({ ...smallDocument(shared), version })

let net: Network
let alpine: Vendor
let basalt: Vendor
beforeAll(async () => {
  net = await network([1, 1])
  ;[alpine, basalt] = [vendorOf(net, 0), vendorOf(net, 1)]
  const { deps, site } = basalt.host.gateway
  sure(await saveScheme(deps, basalt.id, small([1, 3])))
  const entity = await deps.members.findEntity(basalt.id)
  if (!entity) throw new Error('not hosted')
  const profile = { ...entity.profile, scheme: { id: 'small', version: '1' } }
  sure(await saveProfile(deps, site, basalt.id, { profile }))
})
afterAll(() => net[Symbol.asyncDispose]())

const preview = (ours: SchemeSource, theirs: SchemeSource, more: Partial<Circumstances> = {}) =>
  previewScheme(alpine.host.gateway.deps, alpine.id, {
    ours,
    theirs,
    circumstances: { ...WILLING, ...more },
  })
const cisco = { scheme: 'cisco-tac' }

describe('a preview', () => {
  it('shows a draft against what a partner publishes now, and stores nothing', async () => {
    const said = sure(await preview({ document: small([1, 2, 3, 4]) }, { partner: basalt.id }))
    expect([said.ours.origin, said.theirs.origin]).toEqual(['draft', 'partner'])
    expect(said.out.map(({ to }) => [to.code, to.result])).toEqual([
      ['S1', 'exact'],
      ['S1', 'up'],
      ['S2', 'exact'],
      ['S2', 'up'],
    ])
    const { members } = alpine.host.gateway.deps
    expect(await members.listSchemes(alpine.id)).toEqual([])
  })

  it('takes the circumstances of the customer', async () => {
    const ibm = { scheme: 'ibm-cloud' }
    const said = sure(await preview(cisco, ibm, { plan: 'Basic' }))
    expect(said.out.map(({ to }) => [to.code, to.alarm])).toEqual([
      ['4', true],
      ['4', true],
      ['4', true],
      ['4', false],
    ])
  })

  it('warns of a matrix that breaks order, and says who confirmed it once somebody did', async () => {
    const document = JSON.stringify(jiraSample)
    const pairs = [{ graver: ['Minor', 'Medium'], milder: ['Minor', 'Low'] }] as const
    const draft = sure(await preview({ document }, cisco))
    expect(draft.ours).toMatchObject({ brokenCells: pairs, confirmation: null })
    const { deps } = alpine.host.gateway
    const confirming = { client: 'desk', person: 'Ada', pairs }
    sure(await saveScheme(deps, alpine.id, document, {}, confirming))
    const stored = sure(await preview({ scheme: jiraSample.id }, cisco))
    expect(stored.ours).toMatchObject({
      origin: 'own',
      brokenCells: pairs,
      confirmation: { person: 'Ada', client: 'desk', at: deps.clock.now(), pairs },
    })
  })

  it('refuses a draft that breaks order, naming the two levels', async () => {
    const said = await preview({ document: small([1, 3, 2, 4]) }, cisco)
    expect(said).toMatchObject({ code: 'scheme-invalid', field: 'ours.document.levels.2.shared' })
    expect(said).toHaveProperty('detail', expect.stringMatching(/"S2".*"S3"/))
  })

  it.each([
    [{ document: '{' }, cisco, 'scheme-invalid', 'ours.document'],
    [{ scheme: 'nobody' }, cisco, 'scheme-unknown', 'ours.scheme'],
    [cisco, { scheme: 'cisco-tac', version: '9' }, 'scheme-unknown', 'theirs.scheme'],
    [cisco, { partner: 'https://nobody.test/x' }, 'partner-unreachable', 'theirs.partner'],
  ] as const)('refuses %j against %j', async (ours, theirs, code, field) => {
    expect(await preview(ours, theirs as SchemeSource)).toMatchObject({ code, field })
  })

  it('refuses codes that the other side lacks, and circumstances that leave no level', async () => {
    expect(await preview(cisco, cisco, { excluded: ['S9'] })).toMatchObject({
      code: 'severity-code-unknown',
      field: 'excluded.0',
    })
    const all = ['S1', 'S2', 'S3', 'S4']
    expect(await preview(cisco, cisco, { excluded: all })).toMatchObject({
      code: 'severity-none-open',
    })
  })
})

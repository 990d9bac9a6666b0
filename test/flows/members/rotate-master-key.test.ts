import { expect, it } from 'vitest'
import { rotateMasterKey } from '../../../src/flows/members/rotate-master-key.ts'
import { importMasterKey } from '../../../src/signing/master-key.ts'
import { createSealer } from '../../../src/signing/secrets.ts'
import { createSigner } from '../../../src/signing/signer.ts'
import { beside } from '../../kit/member-rows.ts'
import { createStores } from '../../../src/storage/stores.ts'
import { testRandom } from '../../kit/world.ts'
import { oneGateway } from './gateways.ts'

const sealer = (masters: Parameters<typeof createSealer>[0]) =>
  createSealer(masters, testRandom(4).bytes)

it('seals every key anew, so that the old master key opens nothing more', async () => {
  await using w = await oneGateway()
  const id = w.atlas
  const { members, clock } = w.north.deps
  const { alerts } = createStores(w.north.fresh.database)
  const old = await importMasterKey(new Uint8Array(32).fill(7))
  const next = await importMasterKey(new Uint8Array(32).fill(8))
  const signer = (masters: Parameters<typeof createSigner>[0]['masters']) =>
    createSigner({ members, clock, masters, random: testRandom(3) })
  const before = await members.keysOf(id)
  const channel = { name: 'p', enabled: true, mildest: 4, kind: 'pagerduty', region: 'us' } as const
  const secret = await sealer([old]).sealSecret(id, 'c1', 'routing-key')
  await alerts.saveChannel(id, { id: 'c1', channel, secret }, 0, beside(1))
  // Three of atlas, one of the alliance, and the secret of a channel.
  const both = { keys: signer([next, old]), sealer: sealer([next, old]) }
  expect(await rotateMasterKey({ members, alerts, ...both })).toBe(5)
  const kept = (await alerts.findChannel(id, 'c1'))?.secret ?? ''
  expect(await sealer([next]).openSecret(id, 'c1', kept)).toBe('routing-key')
  await expect(sealer([old]).openSecret(id, 'c1', kept)).rejects.toThrow('another master key')
  await expect(sealer([next]).openSecret(id, 'c2', kept)).rejects.toThrow('does not open')
  const sealed = (await members.keysOf(id)).map((key) => key.sealed)
  expect(sealed.some((one) => before.some((key) => key.sealed === one))).toBe(false)
  expect(await signer([next]).signStatement(id, 'jwk-set+jwt', {})).toMatch(/^ey/)
  await expect(signer([old]).signStatement(id, 'jwk-set+jwt', {})).rejects.toThrow(
    'sealed with another master key',
  )
})

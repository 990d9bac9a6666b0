import { expect, it } from 'vitest'
import { rotateMasterKey } from '../../../src/flows/members/rotate-master-key.ts'
import { importMasterKey } from '../../../src/signing/master-key.ts'
import { createSigner } from '../../../src/signing/signer.ts'
import { testRandom } from '../../kit/world.ts'
import { oneGateway } from './gateways.ts'

it('seals every key anew, so that the old master key opens nothing more', async () => {
  await using w = await oneGateway()
  const id = w.atlas
  const { members, clock } = w.north.deps
  const old = await importMasterKey(new Uint8Array(32).fill(7))
  const next = await importMasterKey(new Uint8Array(32).fill(8))
  const signer = (masters: Parameters<typeof createSigner>[0]['masters']) =>
    createSigner({ members, clock, masters, random: testRandom(3) })
  const before = await members.keysOf(id)
  // Three of atlas, one of the alliance.
  expect(await rotateMasterKey({ members, keys: signer([next, old]) })).toBe(4)
  const sealed = (await members.keysOf(id)).map((key) => key.sealed)
  expect(sealed.some((one) => before.some((key) => key.sealed === one))).toBe(false)
  expect(await signer([next]).signStatement(id, 'jwk-set+jwt', {})).toMatch(/^ey/)
  await expect(signer([old]).signStatement(id, 'jwk-set+jwt', {})).rejects.toThrow(
    'sealed with another master key',
  )
})

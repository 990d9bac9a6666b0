import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createMember } from '../../../src/flows/members/create-member.ts'
import { pinPartner } from '../../../src/flows/members/pin-partner.ts'
import { readConfig } from '../../../src/runtime/config.ts'
import { raiseFences } from '../../../src/runtime/fence.ts'
import { createLogs } from '../../../src/runtime/logs.ts'
import { openGateway } from '../../../src/runtime/open-gateway.ts'
import { accept, open } from '../../kit/case-inputs.ts'
import { freshFolder } from '../../kit/folder.ts'
import { sure, type Vendor } from '../../kit/network.ts'
import { Wire } from '../../kit/wire.ts'
import { seededDraw } from '../../kit/world.ts'
import { answerOf, run } from '../program.ts'

const WHY = 'Cedar closed down'

describe('entente fence', () => {
  it('lists what waits, goes on when told why and told to, and says what it would do before', async () => {
    using folder = freshFolder()
    const env = { ENTENTE_DATA: folder.path, ENTENTE_URL: 'http://127.0.0.1:9', ENTENTE_PORT: '0' }
    const caseId = await fencedCase(env)
    expect(await answerOf(['fence', 'list', 'basalt'], env)).toMatchObject([{ caseId }])

    const wanted = ['fence', 'force', 'basalt', '--reason', WHY]
    const asked = await run([...wanted, '--all'], env)
    expect([asked.code, asked.err]).toEqual([64, expect.stringContaining('add --yes')])
    expect((await run([...wanted, '--yes', '--case', 'nonsense'], env)).code).toBe(64)

    const forced = await answerOf([...wanted, '--case', caseId, '--yes'], env)
    expect(forced).toEqual([{ caseId, forced: true, refused: null }])
    const again = await run([...wanted, '--case', caseId, '--yes'], env)
    expect([again.code, again.out]).toEqual([1, expect.stringContaining('case-not-fenced')])
    expect((await run([...wanted, '--all', '--yes'], env)).out).toContain('No fence stands.')
    const [name = ''] = readdirSync(folder.path).filter((one) => one.startsWith('high-water'))
    const marks = readFileSync(join(folder.path, name), 'utf8')
    expect(Object.keys(JSON.parse(marks) as object)).toHaveLength(2)
  }, 120_000)
})

/** Two members of one gateway in a case, and a fence around it, as after a restore. */
async function fencedCase(env: Readonly<Record<string, string>>): Promise<string> {
  const wire = new Wire(() => seededDraw(1))
  const origin = 'http://127.0.0.1:9'
  const opened = await openGateway(readConfig(env), createLogs('error'), {
    net: wire.netOf(origin),
  })
  const { gateway } = opened
  wire.attach(origin, gateway.app)
  const { deps, site } = gateway
  const host = { gateway } as Vendor['host']
  const vendors = [vendor('basalt'), vendor('cedar')]
  function vendor(handle: string) {
    return createMember(deps, site, { handle, role: 'member', name: handle }).then(
      (made): Vendor => ({ id: sure(made).id, name: handle, host }),
    )
  }
  const [basalt, cedar] = await Promise.all(vendors)
  if (!basalt || !cedar) throw new Error('nobody is here')
  for (const [one, other] of [
    [basalt, cedar],
    [cedar, basalt],
  ] as const) {
    const keys = await deps.members.keysOf(other.id, 'federation')
    const thumbprints = keys.map((key) => key.publicKey.kid)
    sure(await pinPartner(deps, one.id, other.id, thumbprints))
  }
  const { caseId } = await open(basalt, [cedar])
  const signal = new AbortController().signal
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 5; i++)
      for (const job of [gateway.jobs.deliver, gateway.jobs.repair]) await job.run(signal)
  }
  await settle()
  await accept(cedar, caseId)
  await settle()
  const doubts = { unclean: true, trustMissingMark: false }
  await raiseFences({ ...deps, highWater: { ...deps.highWater, read: async () => null } }, doubts)
  for (const fenced of await deps.cases.fencedCases(cedar.id, { after: null, limit: 10 }))
    await deps.cases.liftFence(cedar.id, fenced)
  await opened.close()
  return caseId
}

// The main job between whole gateways: three vendors, two gateways, one case.
import { describe, expect, test } from 'vitest'
import { holderOf, statusOf } from '../../src/core/cases/case.ts'
import { requestEngagement } from '../../src/flows/cases/request-engagement.ts'
import { accept, act, engagement, note, open } from '../kit/case-inputs.ts'
import { network, stateAt, summaryAt, sure, vendorOf } from '../kit/network.ts'
import type { Engine } from '../kit/network.ts'

const DATABASES: readonly (readonly [name: string, on: readonly Engine[]])[] = [
  ['both on PostgreSQL', ['postgres', 'postgres']],
  ['one on PGlite, one on PostgreSQL', ['pglite', 'postgres']],
]

describe.each(DATABASES)('three vendors on two gateways, %s', (_, on) => {
  test('hold the same case after it was opened, joined, worked, closed, reopened and closed', async () => {
    await using net = await network([2, 1], { on })
    const [alpine, basalt, cedar] = [vendorOf(net, 0), vendorOf(net, 1), vendorOf(net, 2)]
    const { caseId } = await open(alpine, [basalt])
    await net.settle()

    const invited = await stateAt(basalt, caseId)
    const engagementId = invited.participants[basalt.id]?.engagement
    if (!engagementId) throw new Error('no invitation came')
    await act(basalt, caseId, {
      type: 'request-information',
      engagement: engagementId,
      keys: [],
      fields: [],
      text: 'Which firmware do the arrays run?',
    })
    await net.settle()
    const question = (await stateAt(alpine, caseId)).engagements[engagementId]?.questions[0]
    if (!question) throw new Error('the question did not come')
    await act(alpine, caseId, {
      type: 'provide-information',
      engagement: engagementId,
      answers: question.event,
      text: '7.4.1',
    })
    await net.settle()
    await accept(basalt, caseId)
    await net.settle()
    expect(await summaryAt(basalt, caseId)).toEqual(await summaryAt(alpine, caseId))

    await act(basalt, caseId, {
      type: 'claim-severity',
      level: 2,
      native: null,
      mapping: null,
      rounded: 'exact',
      reason: 'initial',
    })
    await act(alpine, caseId, { type: 'offer-baton', to: basalt.id })
    await net.settle()
    await act(basalt, caseId, { type: 'accept-baton' })
    await net.settle()
    expect(holderOf(await stateAt(alpine, caseId))).toBe(basalt.id)

    sure(await requestEngagement(alpine.host.gateway.deps, alpine.id, caseId, engagement(cedar.id)))
    await net.settle()
    await note(basalt, caseId, 'Paths come back after 38 s; the guest times out after 30.')
    await net.settle()
    await accept(cedar, caseId)
    await net.settle()
    await note(
      cedar,
      caseId,
      'The multipath timer of the guest is 30 s; raised to 60 s as a workaround.',
    )
    await act(alpine, caseId, { type: 'close-case', code: 'workaround' })
    await net.settle()
    await act(alpine, caseId, { type: 'reopen-case', code: 'returned' })
    await net.settle()
    await act(alpine, caseId, { type: 'close-case', code: 'solved' })
    await net.settle()

    const summary = await summaryAt(alpine, caseId)
    expect(await summaryAt(basalt, caseId)).toEqual(summary)
    expect(await summaryAt(cedar, caseId)).toEqual(summary)
    expect(statusOf(await stateAt(cedar, caseId))).toBe('closed')
    expect((await stateAt(cedar, caseId)).unsettled).toEqual([])
  })
})

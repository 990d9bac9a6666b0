// Two processes on one database keep views of cases in memory, each its own. What one of them wrote the other may not have seen yet: it
// may lose a race by that, but it never says no because of it.
import { expect, test } from 'vitest'
import { Refusal } from '../../src/core/kernel/refusal.ts'
import { actOnCase } from '../../src/flows/cases/act-on-case.ts'
import { accept, note, open } from '../kit/case-inputs.ts'
import { network, vendorOf } from '../kit/network.ts'

test('an act is refused by the case as it stands, not by a view of before', async () => {
  await using net = await network([1, 1])
  const [a, b] = [vendorOf(net, 0), vendorOf(net, 1)]
  const { caseId } = await open(a, [b])
  await net.settle()
  const { deps: other } = b.host.gateway
  expect((await other.cases.loadCase(b.id, caseId))?.stage).toBe('invited')
  net.restart(b.host)
  await accept(b, caseId)
  await net.settle()

  const command = { type: 'claim-severity', level: 2, reason: 'initial' } as const
  const written = await actOnCase(other, b.id, caseId, {
    ...command,
    native: null,
    mapping: null,
    rounded: 'exact',
  })
  expect(written instanceof Refusal ? written.code : 'written').toBe('written')
})

test('a precondition is judged by the case as it stands', async () => {
  await using net = await network([1, 1])
  const a = vendorOf(net, 0)
  const { caseId } = await open(a, [])
  const { deps: other } = a.host.gateway
  await other.cases.loadCase(a.id, caseId)
  net.restart(a.host)
  const { version } = await note(a, caseId, 'written by the one process')
  const command = { type: 'close-case', code: 'solved' } as const
  const closed = await actOnCase(other, a.id, caseId, command, { expected: version })
  expect(closed instanceof Refusal ? closed.code : 'closed').toBe('closed')
})

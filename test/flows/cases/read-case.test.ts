import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CaseId } from '../../../src/core/kernel/id.ts'
import { readCase } from '../../../src/flows/cases/read-case.ts'
import { readCases } from '../../../src/flows/cases/read-cases.ts'
import { readEvent, readHistory } from '../../../src/flows/cases/read-history.ts'
import { readNotes } from '../../../src/flows/cases/read-notes.ts'
import { readDeliveries, readOverturned } from '../../../src/flows/cases/read-records.ts'
import { openedBy, type System, systemOf } from '../../kit/api.ts'
import { network, type Network, sure, vendorOf } from '../../kit/network.ts'

let net: Network
let alpine: System
let basalt: System
beforeAll(async () => {
  net = await network([1, 1])
  alpine = await systemOf(vendorOf(net, 0))
  basalt = await systemOf(vendorOf(net, 1))
})
afterAll(() => net[Symbol.asyncDispose]())

const depsOf = ({ vendor }: System) => vendor.host.gateway.deps
const PAGE = { after: null, limit: 10, newestFirst: false, withToken: false }

describe('what is read of a case', () => {
  it('is what stands in the database, also when another process wrote it', async () => {
    const opened = await openedBy(alpine)
    const { host, id } = alpine.vendor
    const before = sure(await readCase(depsOf(alpine), id, opened.id))
    const old = host.gateway
    net.restart(host)
    await alpine.post(`${opened.at}/close`, { code: 'solved' })
    const after = sure(await readCase(old.deps, id, opened.id))
    expect([before.status.word, after.status.word]).toEqual(['open', 'closed'])
    expect(after.version).toBe(before.version + 1)
  })

  it('is refused where there is no such case', async () => {
    const deps = depsOf(alpine)
    const { id } = alpine.vendor
    const none = CaseId.parse('A'.repeat(43))
    for (const read of [
      readCase(deps, id, none),
      readHistory(deps, id, none, PAGE),
      readEvent(deps, id, none, none as never, false),
      readNotes(deps, id, none, PAGE),
      readDeliveries(deps, id, none, PAGE),
      readOverturned(deps, id, none),
    ])
      expect(await read).toMatchObject({ code: 'case-not-found' })
  })

  it('is the same summary in the list, as the invitation has it before there is more', async () => {
    const opened = await openedBy(alpine, { engagements: [{ partner: basalt.vendor.id }] })
    await net.settle()
    for (const system of [alpine, basalt]) {
      const { items } = sure(
        await readCases(depsOf(system), system.vendor.id, {}, { after: null, limit: 10 }),
      )
      expect(items.find(({ caseId }) => caseId === opened.id)).toMatchObject({
        caseId: opened.id,
        summary: 'Guests freeze when storage paths fail over',
      })
    }
  })

  it('shows a text that is held and does not open as if it were not there', async () => {
    const opened = await openedBy(alpine)
    const deps = depsOf(alpine)
    const garbled = {
      ...deps,
      cases: new Proxy(deps.cases, {
        get: (target, name) =>
          name === 'loadTexts'
            ? async () => [
                { event: opened.id, slot: 'summary', digest: '', readers: 'case', disclosure: '!' },
              ]
            : Reflect.get(target, name, target).bind(target),
      }),
    }
    const shown = sure(await readCase(garbled, alpine.vendor.id, opened.id))
    expect(shown.problem.texts).toEqual({})
  })
})

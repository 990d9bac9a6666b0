// A site of two processes behind a transaction-mode pooler plays the short story with one beside it: each transaction may meet another
// connection of the server, and three of them serve everybody.
import { expect, test } from 'vitest'
import { formAlliance } from '../kit/alliance.ts'
import { freshDatabase } from '../kit/database.ts'
import { Desk } from '../kit/desk.ts'
import type { Answer } from '../kit/desk.ts'
import { Site } from '../kit/gateway-process.ts'
import { freshPooled, noPgbouncer } from '../kit/pgbouncer.ts'
import { historyOf, untilQuiet } from '../kit/replicas.ts'

const SETTLE_MS = 30_000

test.skipIf(noPgbouncer)(
  'processes behind a pooler work as one',
  async () => {
    await using pooled = await freshPooled()
    await using plain = await freshDatabase()
    await using pair = await Site.make({ databaseUrl: pooled.url, pooler: true, processes: 2 })
    await using single = await Site.make({ databaseUrl: plain.url })
    const members = await formAlliance([pair, single], [2, 1])
    await Promise.all([pair.startAll(), single.startAll()])
    const desks = members.map((member) => new Desk(member))
    const [alpine, basalt, cedar] = desks
    if (!alpine || !basalt || !cedar) throw new Error('three vendors are needed')

    const { answer } = await alpine.must('POST', '/api/cases', {
      problem: { summary: 'Virtual machines freeze when storage paths fail over' },
      severity: { level: 1, impact: 'Orders stand still', contact: { name: 'Night desk' } },
      engagements: [{ partner: basalt.id }, { partner: cedar.id }],
    })
    const at = `/api/cases/${answer.caseId}`
    await untilQuiet(desks, SETTLE_MS)
    for (const desk of [basalt, cedar]) {
      const { engagements } = await desk.read(at)
      const own = engagements.find((e: Answer['body']) => e.invitee === desk.id)
      await desk.must('POST', `${at}/engagements/${own.id}/accept`, {})
    }
    await untilQuiet(desks, SETTLE_MS)
    await Promise.all(
      desks.flatMap((desk) =>
        Array.from({ length: 5 }, (_, n) =>
          desk.must('POST', `${at}/notes`, { text: `${desk.member.name} ${n}` }),
        ),
      ),
    )
    await alpine.must('POST', `${at}/baton/offer`, { to: cedar.id })
    await untilQuiet(desks, SETTLE_MS)
    await cedar.must('POST', `${at}/baton/accept`, {})
    await expect
      .poll(async () => (await basalt.read(at)).baton.holder, { timeout: SETTLE_MS, interval: 100 })
      .toBe(cedar.id)
    await alpine.must('POST', `${at}/close`, { code: 'solved' })

    const replicas = (await untilQuiet(desks, SETTLE_MS)).get(answer.caseId) ?? []
    expect(replicas.map(({ state }) => state.status.word)).toEqual(['closed', 'closed', 'closed'])
    expect(replicas.flatMap(({ state }) => state.flags)).toEqual([])
    const written = desks.flatMap(({ outcomes }) =>
      outcomes.flatMap((o) => o.answer.events.map(({ id }: { id: string }) => id)),
    )
    for (const desk of desks) {
      const ids = (await historyOf(desk, answer.caseId)).map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(written.filter((id) => !ids.includes(id))).toEqual([])
    }
    expect(pair.used.filter((connections) => connections > 5).length).toBe(2)
  },
  60_000,
)

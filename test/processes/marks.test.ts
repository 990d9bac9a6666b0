// Several processes on one database, each with marks of its own: none of them raises a fence because another one signed.
import { expect, test } from 'vitest'
import { formAlliance } from '../kit/alliance.ts'
import { freshDatabase } from '../kit/database.ts'
import { Desk } from '../kit/desk.ts'
import { Site } from '../kit/gateway-process.ts'

const WITHIN = { timeout: 30_000, interval: 100 }

test(
  'a process that never signed, and one that was killed, start again without a fence',
  { timeout: 120_000 },
  async () => {
    await using stack = new AsyncDisposableStack()
    const [one, two] = [stack.use(await freshDatabase()), stack.use(await freshDatabase())]
    const site = stack.use(await Site.make({ databaseUrl: one.url, processes: 2 }))
    const other = stack.use(await Site.make({ databaseUrl: two.url }))
    const members = await formAlliance([site, other], [1, 1])
    const [us, partner] = members.map((member) => new Desk(member))
    if (!us || !partner) throw new Error('nobody is there')
    // The second process is there and signs nothing: all requests go to the first as long as it is alone.
    await site.start(1)
    await site.at(1).kill()
    await site.start(0)
    await other.start()
    const opened = await us.must('POST', '/api/cases', {
      problem: { summary: 'Shared' },
      engagements: [{ partner: partner.id, ask: 'investigate', text: 'Please look.' }],
    })
    const path = `/api/cases/${opened.answer.caseId}`
    await expect.poll(async () => (await partner.read(path))?.stage, WITHIN).toBe('invited')
    const [{ id: engagement }] = (await partner.read(path)).engagements
    await partner.must('POST', `${path}/engagements/${engagement}/accept`, { text: 'Yes.' })
    await expect.poll(async () => (await partner.read(path))?.stage, WITHIN).toBe('shared')
    await us.must('POST', `${path}/notes`, { text: 'Signed by the first process.' })

    await site.start(1)
    await site.at(0).kill()
    await site.start(0)
    expect(site.at(0).logged() + site.at(1).logged()).not.toContain('signing in shared cases waits')
    expect((await us.read(path)).fenced).toBe(false)
    await us.must('POST', `${path}/notes`, { text: 'Nothing waits.' })
  },
)

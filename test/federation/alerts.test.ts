// People of one vendor are woken by what another asks of it at night.
import { describe, expect, test } from 'vitest'
import { allowLoopback } from '../../src/net/fetch.ts'
import { createMailer } from '../../src/net/smtp.ts'
import { sendAlerts } from '../../src/jobs/send-alerts.ts'
import { addChannel, alertsOf, depsOf, mailBy, ring, ringFor, staff } from '../kit/alert-desk.ts'
import { accept, act, note, open } from '../kit/case-inputs.ts'
import { mailServer } from '../kit/mail-server.ts'
import { network, stateAt, vendorOf } from '../kit/network.ts'

const parts = { mailer: createMailer({ [allowLoopback]: true }) }

async function atNight(people: Parameters<typeof staff>[1] = {}) {
  const net = await network([1, 1], { parts, on: ['pglite', 'postgres'] })
  const [alpine, basalt] = [vendorOf(net, 0), vendorOf(net, 1)]
  const server = await mailServer()
  await staff(basalt, people)
  await addChannel(basalt, 'mail', mailBy(server.port))
  return Object.assign(net, { alpine, basalt, server })
}

describe('an engagement at night', () => {
  test('wakes who is on duty, then the next one, then the duty manager, each once', async () => {
    await using net = await atNight()
    const { alpine, basalt, server } = net
    const { caseId } = await open(alpine, [basalt])
    await net.settle()
    await ring(basalt)
    expect(server.to).toEqual(['ana@basalt.example'])
    await ringFor(net, basalt, 4)
    expect(server.to).toHaveLength(1)
    await ringFor(net, basalt, 20)
    expect(server.to).toEqual(['ana', 'ben', 'mia'].map((name) => `${name}@basalt.example`))
    const [alert] = await alertsOf(basalt)
    expect(alert).toMatchObject({ caseId, word: 'unanswered', cause: { level: 1 } })
    expect(server.mails[0]).toContain('Auto-Submitted: auto-generated')
    expect(server.mails[0]).not.toContain('Virtual machines freeze')
    expect(await alertsOf(alpine)).toEqual([])
  })

  test('ends with the first answer of ours', async () => {
    await using net = await atNight()
    const { alpine, basalt, server } = net
    const { caseId } = await open(alpine, [basalt])
    await net.settle()
    await ring(basalt)
    await accept(basalt, caseId)
    await ringFor(net, basalt, 15)
    expect(server.to).toEqual(['ana@basalt.example'])
    expect(await alertsOf(basalt)).toMatchObject([{ word: 'over' }])
  })

  test('goes on where it stopped after a restart, and two processes tell nobody twice', async () => {
    await using net = await atNight()
    const { alpine, basalt, server } = net
    await open(alpine, [basalt])
    await net.settle()
    await ring(basalt)
    net.restart(basalt.host)
    const other = depsOf(basalt)
    net.restart(basalt.host)
    for (let i = 0; i < 40; i++) {
      net.clock.advance(30_000)
      await Promise.all([ring(basalt), sendAlerts(other, { limit: 100 })])
    }
    expect(server.to).toEqual(['ana', 'ben', 'mia'].map((name) => `${name}@basalt.example`))
  })

  test('of a test case wakes nobody, and a level that nobody stated pages nobody', async () => {
    await using net = await atNight()
    const { alpine, basalt, server } = net
    await open(alpine, [basalt], { test: true })
    await net.settle()
    await ringFor(net, basalt, 10)
    expect(server.to).toEqual([])
    expect(await alertsOf(basalt)).toEqual([])
  })

  test('goes to the next at once when nobody can be reached, and says what failed', async () => {
    await using net = await atNight({ ana: { email: null } })
    const { alpine, basalt, server } = net
    await open(alpine, [basalt])
    await net.settle()
    await ring(basalt)
    expect(server.to).toEqual(['ben@basalt.example'])
    const [alert] = await alertsOf(basalt)
    const tried = await depsOf(basalt).alerts.attemptsOf(basalt.id, [alert?.id ?? ''])
    expect(tried.map(({ person, word, error }) => [person, word, error])).toEqual([
      ['ana', 'failed', 'no channel reaches this person'],
      ['ben', 'sent', null],
    ])
  })

  test('is tried again when the mail server is busy, and given up when it refuses for good', async () => {
    await using net = await atNight()
    const { alpine, basalt, server } = net
    server.refuse = 451
    await open(alpine, [basalt])
    await net.settle()
    await ring(basalt)
    server.refuse = null
    await ringFor(net, basalt, 1)
    expect(server.to).toEqual(['ana@basalt.example'])
    server.refuse = 550
    await ringFor(net, basalt, 20)
    const [alert] = await alertsOf(basalt)
    expect(alert).toMatchObject({ word: 'unanswered' })
    expect(server.to).toEqual(['ana@basalt.example'])
  })

  test('stops when somebody acknowledges, whatever the ladder had next', async () => {
    await using net = await atNight()
    const { alpine, basalt, server } = net
    await open(alpine, [basalt])
    await net.settle()
    await ring(basalt)
    const [alert] = await alertsOf(basalt)
    const beside = { leaf: null, answer: null, at: net.clock.now() }
    await depsOf(basalt).alerts.acknowledge(basalt.id, alert?.id ?? '', 'Ana', beside)
    await ringFor(net, basalt, 20)
    expect(server.to).toHaveLength(1)
    expect(await alertsOf(basalt)).toMatchObject([{ word: 'acknowledged', acknowledgedBy: 'Ana' }])
  })
})

test('a graver level wakes the partner that works on the case', async () => {
  await using net = await atNight()
  const { alpine, basalt, server } = net
  const { caseId } = await open(alpine, [basalt], { severity: { level: 3, reason: 'initial' } })
  await net.settle()
  await accept(basalt, caseId)
  await net.settle()
  const claim = { type: 'claim-severity', native: null, mapping: null, rounded: 'exact' } as const
  await act(basalt, caseId, { ...claim, level: 3, reason: 'initial' })
  await net.settle()
  server.to.length = 0
  await act(alpine, caseId, { ...claim, level: 2, reason: 'impact-changed' })
  await net.settle()
  await ring(basalt)
  expect(server.to).toEqual(['ana@basalt.example'])
  net.clock.advance(60_000)
  await note(basalt, caseId, 'We see it too; looking at the failover log now.')
  await ringFor(net, basalt, 30)
  expect(server.to).toEqual(['ana@basalt.example'])
  expect((await stateAt(basalt, caseId)).participants[basalt.id]?.claim?.level).toBe(3)
})

// What partners and machines do wrong: a gateway restored from a backup, an author that writes two histories, a member removed or
// gone dark, an invitation withdrawn while it was accepted, a stranger, a tampered event.
import { describe, expect, test } from 'vitest'
import { standing, statusOf } from '../../src/core/cases/case.ts'
import { flagsOf } from '../../src/core/cases/flags.ts'
import type { EventId, MemberId } from '../../src/core/kernel/id.ts'
import { secondsOf } from '../../src/core/kernel/instant.ts'
import { Refusal } from '../../src/core/kernel/refusal.ts'
import { utf8 } from '../../src/core/kernel/bytes.ts'
import { actOnCase } from '../../src/flows/cases/act-on-case.ts'
import { requestEngagement } from '../../src/flows/cases/request-engagement.ts'
import { defaultAgreement } from '../../src/core/members/agreement.ts'
import { saveAgreement } from '../../src/flows/settings/save-agreement.ts'
import { suspendMember } from '../../src/flows/members/admit-member.ts'
import { raiseFences } from '../../src/runtime/fence.ts'
import { accept, act, engagement, note, open } from '../kit/case-inputs.ts'
import type { FreshPostgres } from '../kit/database.ts'
import { network, stateAt, summaryAt, sure, vendorOf } from '../kit/network.ts'
import type { Network, Vendor } from '../kit/network.ts'

/** Three vendors on gateways of their own, in one case; all of it settled. */
async function threeInACase(): Promise<
  Network & { a: Vendor; b: Vendor; c: Vendor; caseId: Awaited<ReturnType<typeof open>>['caseId'] }
> {
  const net = await network([1, 1, 1])
  const [a, b, c] = [vendorOf(net, 0), vendorOf(net, 1), vendorOf(net, 2)]
  const { caseId } = await open(a, [b, c])
  await net.settle()
  await accept(b, caseId)
  await accept(c, caseId)
  await net.settle()
  return { ...net, a, b, c, caseId }
}

const refusalOf = (result: unknown): string =>
  result instanceof Refusal ? result.code : 'no refusal'

const pages = async (net: Network, vendor: Vendor, caseId: Parameters<typeof stateAt>[1]) => {
  await net.settle()
  const page = await vendor.host.gateway.deps.cases.listEvents(vendor.id, caseId, {
    after: null,
    limit: 200,
  })
  return sure(page).items
}

describe('a gateway restored from a backup', () => {
  test('refuses to write until a partner gave back what it had written since', async () => {
    await using net = await threeInACase()
    const { a, b, caseId } = net
    const backup = await (b.host.database as FreshPostgres).copy()
    await note(b, caseId, 'written after the backup was taken')
    await net.settle()

    await using lost = b.host.database
    b.host.database = backup
    net.restart(b.host)
    expect(lost).not.toBe(backup)
    const { deps, jobs } = b.host.gateway
    expect(await raiseFences(deps, { unclean: false, trustMissingMark: true })).toEqual([
      { member: b.id, why: 'mark-ahead', cases: 1 },
    ])
    const blocked = await actOnCase(deps, b.id, caseId, { type: 'confirm-received' })
    expect(refusalOf(blocked)).toBe('signing-fenced')

    net.clock.advance(10 * 60_000)
    const signal = new AbortController().signal
    for (let i = 0; i < 3; i++) {
      await jobs.compare.run(signal)
      await net.settle()
      net.clock.advance(10 * 60_000)
    }
    await note(b, caseId, 'written after it caught up')
    await net.settle()
    expect(await summaryAt(b, caseId)).toEqual(await summaryAt(a, caseId))
    expect((await stateAt(a, caseId)).equivocations).toEqual([])
  })
})

describe('an author that writes two histories', () => {
  test('is found out by everybody, frozen by the host, and goes on when resumed', async () => {
    await using net = await threeInACase()
    const { a, b, c, caseId } = net
    const one = await forge(b, caseId, 'to you I say yes')
    const other = await forge(b, caseId, 'to you I say no')
    expect(await push(net, b, a, one)).toBe(202)
    expect(await push(net, b, c, other)).toBe(202)
    await note(a, caseId, 'a note that saw the one')
    await note(c, caseId, 'a note that saw the other')
    await net.settle()
    for (const vendor of [a, c])
      expect(flagsOf(await stateAt(vendor, caseId)), vendor.name).toContain('equivocation')
    expect(await summaryAt(c, caseId)).toEqual(await summaryAt(a, caseId))
    const shown = (await pages(net, a, caseId)).filter((e) => e.type === 'equivocation-shown')
    const by = shown.map((e) => e.author)
    expect(by.length).toBeGreaterThan(0)
    expect(by).toEqual([...new Set(by)])
    expect(by).not.toContain(b.id)
    const [fork] = (await stateAt(c, caseId)).equivocations
    expect(fork).toMatchObject({ author: b.id, shown: fork?.ids })

    await act(a, caseId, { type: 'cut-author', member: b.id, text: 'two histories' })
    await net.settle()
    expect(flagsOf(await stateAt(c, caseId))).toContain('author-frozen')
    const frozen = await actOnCase(b.host.gateway.deps, b.id, caseId, { type: 'confirm-received' })
    expect(refusalOf(frozen)).toBe('author-frozen')

    const keys = await b.host.gateway.deps.members.keysOf(b.id, 'event')
    await act(a, caseId, {
      type: 'resume-author',
      member: b.id,
      keys: keys.map((key) => key.publicKey.kid),
    })
    await net.settle()
    await act(b, caseId, { type: 'rotate-keys', keys: keys.map((key) => key.publicKey) })
    await note(b, caseId, 'one history again')
    await net.settle()
    const summary = await summaryAt(a, caseId)
    expect(await summaryAt(b, caseId)).toEqual(summary)
    expect(await summaryAt(c, caseId)).toEqual(summary)
    const last = (await pages(net, a, caseId)).findLast(
      (e) => e.author === b.id && e.type === 'note-added',
    )
    expect(last).toMatchObject({ incarnation: 1, verdict: 'effect' })
  })
})

describe('members that leave, are removed, withdrawn or suspended', () => {
  test('a removed member keeps what it had and gets nothing later; asked again, it gets all of it', async () => {
    await using net = await threeInACase()
    const { a, b, c, caseId } = net
    await act(a, caseId, { type: 'remove-member', member: c.id, code: 'not-needed' })
    await note(a, caseId, 'after the cut')
    await net.settle()
    expect(standing(await stateAt(c, caseId), c.id)).toBe('removed')
    expect((await pages(net, c, caseId)).length).toBeLessThan((await pages(net, a, caseId)).length)
    const late = await actOnCase(c.host.gateway.deps, c.id, caseId, { type: 'confirm-received' })
    expect(refusalOf(late)).toBe('not-active')

    sure(await requestEngagement(a.host.gateway.deps, a.id, caseId, engagement(c.id)))
    await net.settle()
    expect(standing(await stateAt(c, caseId), c.id)).toBe('requested')
    await accept(c, caseId)
    await net.settle()
    expect(await summaryAt(c, caseId)).toEqual(await summaryAt(b, caseId))
  })

  test('an acceptance that crossed a withdrawal gives no access, and the next invitation does', async () => {
    await using net = await network([1, 1])
    const [a, b] = [vendorOf(net, 0), vendorOf(net, 1)]
    const { caseId } = await open(a, [b])
    await net.settle()
    const asked = (await stateAt(a, caseId)).participants[b.id]?.engagement
    if (!asked) throw new Error('nobody was asked')
    await accept(b, caseId)
    await act(a, caseId, { type: 'withdraw-engagement', engagement: asked, code: 'solved' })
    await net.settle()
    expect(flagsOf(await stateAt(a, caseId))).toContain('crossed')
    expect(standing(await stateAt(b, caseId), b.id)).toBe('withdrawn')
    sure(await requestEngagement(a.host.gateway.deps, a.id, caseId, engagement(b.id)))
    await net.settle()
    await accept(b, caseId)
    await net.settle()
    expect(await summaryAt(b, caseId)).toEqual(await summaryAt(a, caseId))
  })

  test('a suspended member is heard in open cases, sent nothing, and refused new engagements', async () => {
    await using net = await threeInACase()
    const { a, b, c, caseId } = net
    const { deps } = a.host.gateway
    const anchor = (await deps.members.listEntities()).find((e) => e.role === 'anchor')
    if (!anchor) throw new Error('no alliance')
    sure(await suspendMember(deps, anchor.id, b.id))
    net.clock.advance(25 * 3_600_000)
    await note(b, caseId, 'still here')
    await net.settle()
    expect((await pages(net, a, caseId)).at(-1)).toMatchObject({ author: b.id, verdict: 'effect' })
    await note(a, caseId, 'not for the suspended')
    await net.settle()
    const queues = await deps.work.partnerQueues(a.id)
    expect(queues.find((q) => q.partner === b.id)).toMatchObject({ waiting: 1 })
    expect(queues.find((q) => q.partner === c.id)).toMatchObject({ waiting: 0 })
    const { caseId: next } = await open(c, [])
    const asked = await requestEngagement(c.host.gateway.deps, c.id, next, engagement(b.id))
    expect(refusalOf(asked)).toBe('member-suspended')
  })

  test('a partner that is down delays only itself, and catches up', async () => {
    await using net = await threeInACase()
    const { a, b, c, caseId } = net
    net.wire.part(c.host.origin, a.host.origin)
    net.wire.part(c.host.origin, b.host.origin)
    await note(a, caseId, 'while one is away')
    await act(a, caseId, { type: 'close-case', code: 'solved' })
    const signal = new AbortController().signal
    for (const { host } of [a, b]) await host.gateway.jobs.deliver.run(signal)
    expect(statusOf(await stateAt(b, caseId))).toBe('closed')
    expect(statusOf(await stateAt(c, caseId))).toBe('open')
    net.wire.heal()
    net.clock.advance(16 * 60_000)
    await net.settle()
    expect(await summaryAt(c, caseId)).toEqual(await summaryAt(a, caseId))
  })
})

describe('what is not an event of the case', () => {
  test('is refused with its word, kept with its bytes, and changes nothing', async () => {
    await using net = await threeInACase()
    const { a, b, caseId } = net
    const before = await summaryAt(a, caseId)
    const token = await forge(b, caseId, 'untouched')
    const [header, payload, signature] = token.split('.')
    const tampered = `${header}.${payload}.${signature?.startsWith('A') ? 'B' : 'A'}${signature?.slice(1)}`
    expect(await push(net, b, a, tampered)).toBe(400)
    expect(await summaryAt(a, caseId)).toEqual(before)
    expect(await a.host.gateway.deps.work.findRefused(a.id, idOf(caseId))).toBeNull()
    const rows = await (a.host.database as FreshPostgres).database.query<{
      word: string
      token: string
    }>('select word, token from refused_event where member_id = $1', [a.id])
    expect(rows).toEqual([{ word: 'event-signature-invalid', token: tampered }])
  })
})

const idOf = (caseId: string): EventId => caseId as EventId

/** Signs a note on b's own tip without writing it down at b, as a forger with b's key would. */
async function forge(
  b: Vendor,
  caseId: Parameters<typeof stateAt>[1],
  text: string,
): Promise<string> {
  const { deps } = b.host.gateway
  const s = await stateAt(b, caseId)
  const chain = s.participants[b.id]?.chains[0]
  if (!chain) throw new Error('no chain to fork')
  const keys = await deps.members.keysOf(b.id, 'event')
  const made = sure(
    await deps.signer.sealEvent(
      {
        author: b.id,
        audience: Object.keys(s.participants).filter((m) => m !== b.id) as MemberId[],
        iat: secondsOf(deps.clock.now()),
        jti: deps.random.id(),
        caseId,
        incarnation: 0,
        seq: chain.seq + 1,
        prev: chain.tip,
        heads: s.heads.map((h) => h.id).filter((id) => id !== chain.tip),
        type: 'note-added',
        body: { kind: 'update' },
        texts: { note: { readers: 'case', value: text } },
      },
      keys.map((key) => key.publicKey.kid),
    ),
  )
  return made.event.jwt
}

async function push(net: Network, from: Vendor, to: Vendor, token: string): Promise<number> {
  const answer = await net.wire.netOf(from.host.origin).request({
    method: 'POST',
    url: `${to.id}/exchange/events`,
    headers: { 'content-type': 'application/secevent+jwt' },
    body: utf8(token),
  })
  return answer.status
}

describe('an agreement on single products', () => {
  test('lets in what names one of ours, and refuses the rest by its word', async () => {
    await using net = await network([1, 1])
    const [a, b] = [vendorOf(net, 0), vendorOf(net, 1)]
    const only = { ...defaultAgreement(a.id), products: ['array-7'] }
    sure(await saveAgreement(b.host.gateway.deps, b.id, only, 0))
    const named = await open(a, [])
    const asks = { ...engagement(b.id), product: 'array-7' }
    sure(await requestEngagement(a.host.gateway.deps, a.id, named.caseId, asks))
    const other = await open(a, [b])
    await net.settle()
    expect(standing(await stateAt(b, named.caseId), b.id)).toBe('requested')
    expect(await b.host.gateway.deps.cases.loadCase(b.id, other.caseId)).toBeNull()
    const [sum] = await a.host.gateway.deps.cases.sumDeliveries(a.id, other.caseId)
    expect(sum?.refused.map(({ word }) => word)).toContain('access_denied')
  })
})

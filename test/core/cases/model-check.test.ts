import { describe, expect, it } from 'vitest'
import {
  effectiveLevel,
  hostOf,
  holderOf,
  isActive,
  openEscalations,
  participantOf,
  statusOf,
  type CaseState,
} from '../../../src/core/cases/case.ts'
import { endOf } from '../../../src/core/cases/escalation-state.ts'
import { overturnedBy } from '../../../src/core/cases/settle.ts'
import { beginning, Graph } from '../../kit/case-graph.ts'
import { Searcher, type Arrival, type Search } from '../../kit/case-search.ts'
import type { EventId, MemberId } from '../../../src/core/kernel/id.ts'
import { SETTINGS } from '../../vectors/cases/settings.ts'

const epoch = { term: 0, n: 0 }
const offered = (): Graph => beginning().add('A5', 'baton-offered', { to: '@B', epoch })
const accepted = (): Graph =>
  offered()
    .add('B3', 'baton-accepted', { offer: '$A5' })
    .add('A6', 'baton-passed', { to: '@B', epoch, offer: '$A5' })
const hosting = (): Graph =>
  beginning().add('A5', 'host-offered', { to: '@B' }).add('B3', 'host-accepted', { offer: '$A5' })
const invited = (): Graph =>
  new Graph()
    .open('A1')
    .invite('A2', 'B')
    .invite('A3', 'C')
    .accept('B1', 'A2', { sees: ['A3'] })
    .add('A4', 'received')

const escalated = (): Graph => (SETTINGS['escalated'] ?? beginning)()

/** What is searched: a beginning, the types of events, and how many of them. B forks where it says so. */
const SEARCHES: Readonly<Record<string, Search>> = {
  'the baton, offered': {
    from: offered(),
    types: ['baton-offered', 'baton-accepted', 'baton-passed', 'participant-left', 'received'],
    depth: 4,
  },
  'the baton, passed': {
    from: accepted(),
    types: ['baton-offered', 'baton-accepted', 'baton-passed', 'baton-reclaimed', 'received'],
    depth: 4,
  },
  'the host': {
    from: hosting(),
    types: ['host-offered', 'host-transferred', 'participant-left', 'member-removed', 'received'],
    depth: 4,
  },
  'taking part': {
    from: invited(),
    types: [
      'engagement-requested',
      'engagement-accepted',
      'engagement-withdrawn',
      'member-removed',
      'participant-left',
      'received',
    ],
    depth: 5,
  },
  'claims and status': {
    from: beginning(),
    types: ['severity-claimed', 'claim-released', 'member-removed', 'case-closed', 'received'],
    depth: 3,
  },
  'an escalation raised': {
    from: beginning(),
    types: [
      'escalation-raised',
      'escalation-withdrawn',
      'escalation-answered',
      'case-closed',
      'participant-left',
      'received',
    ],
    depth: 4,
  },
  'an escalation ended by silence': {
    from: escalated(),
    types: [
      'escalation-ended-by-silence',
      'escalation-objected',
      'escalation-end-proposed',
      'member-removed',
      'case-closed',
      'received',
    ],
    depth: 4,
  },
  'claims, disputed': {
    from: beginning().claim('A5', 2),
    types: ['severity-claimed', 'lowering-refused', 'claim-released', 'member-removed', 'received'],
    depth: 3,
  },
  'claims and leaving, B forking': {
    from: beginning(),
    types: ['severity-claimed', 'participant-left', 'received'],
    depth: 4,
    forks: 'B',
  },
}

const CLAIM_MOVERS = ['severity-claimed', 'claim-released']
const CUTS = ['member-removed', 'author-cut', 'engagement-withdrawn', 'engagement-lapsed']
const WITHDRAWALS = ['engagement-withdrawn', 'engagement-lapsed']

/** Settled decisions change by descendants; a contested close and an equivocator's lost branch excepted (D10a). */
function holdsSettled({ before, after, event, sees }: Arrival): void {
  if (after.equivocations.length > 0) return
  for (const { settled, register, after: now } of overturnedBy(before, after, event, sees))
    if (settled && now !== 'closed-contested') expect.fail(`${register} → ${now} by ${event.type}`)
}

/** A register is written by its one writer: nobody's claim, slots or answers move by another's event, cuts apart (D11). */
function holdsWriters({ before, after, event }: Arrival): void {
  for (const p of Object.values(after.participants)) {
    const was = participantOf(before, p.id)
    if (!was || p.id === event.author || after.equivocations.length > 0) continue
    if (was.claim?.event !== p.claim?.event)
      expect([...WITHDRAWALS, 'claim-released']).toContain(event.type)
    expect(p.slots).toEqual(was.slots)
  }
  if (hostOf(before) !== hostOf(after) && after.equivocations.length === 0)
    expect(['host-transferred', 'participant-left']).toContain(event.type)
}

/** One holder at all times, moved by passes and reclaims alone; the term never falls (D13). */
function holdsBaton({ before, after, event }: Arrival): void {
  const holder = holderOf(after)
  expect(participantOf(after, holder)).toBeDefined()
  if (isActive(after, hostOf(after))) expect(isActive(after, holder)).toBe(true)
  expect(after.baton.term).toBeGreaterThanOrEqual(before.baton.term)
  if (after.baton.holder !== before.baton.holder)
    expect(['baton-passed', 'baton-reclaimed']).toContain(event.type)
}

const rank = (s: CaseState): number => effectiveLevel(s) ?? 5

/** The gravest standing claim counts, and becomes milder by its claimant or its release alone (D29a). */
function holdsLevel({ before, after, event }: Arrival): void {
  for (const { claim } of Object.values(after.participants))
    if (claim) expect(rank(after)).toBeLessThanOrEqual(claim.level)
  if (rank(after) > rank(before) && after.equivocations.length === 0)
    expect([...CLAIM_MOVERS, ...WITHDRAWALS]).toContain(event.type)
}

/** No case is closed, uncontested, while an escalation is open (D11b). */
function holdsClose({ after, event }: Arrival): void {
  if (openEscalations(after).length > 0) expect(statusOf(after)).not.toBe('closed')
  const closing = after.status.event === event.id && event.type === 'case-closed'
  if (closing && after.contestedBy.length === 0 && openEscalations(after).length === 0)
    expect(statusOf(after)).toBe('closed')
}

/** Each register of an escalation is written by its one writer; an end and an objection come to the same in any order. */
function holdsEscalations({ before, after, event }: Arrival): void {
  for (const [id, now] of Object.entries(after.escalations ?? {})) {
    const was = before.escalations?.[id as EventId]
    if (!was || CUTS.includes(event.type)) continue
    for (const [member, side] of Object.entries(now.sides))
      if (member !== event.author) expect(side).toEqual(was.sides[member as MemberId])
    if (event.author !== now.by) expect({ ...now, sides: {} }).toEqual({ ...was, sides: {} })
    const silent = Object.entries(now.sides).filter(
      ([member, { proposal, silence }]) =>
        silence !== undefined &&
        silence.proposal === proposal?.event &&
        now.objections?.[member as MemberId]?.proposal !== silence.proposal,
    )
    expect(endOf(now) !== null).toBe(
      now.ended !== undefined || now.withdrawn !== undefined || silent.length > 0,
    )
  }
}

function holds(arrival: Arrival): void {
  holdsClose(arrival)
  holdsEscalations(arrival)
  holdsSettled(arrival)
  holdsWriters(arrival)
  holdsBaton(arrival)
  holdsLevel(arrival)
}

describe('the laws of the shared case, on every small history of three members', () => {
  it.each(Object.keys(SEARCHES))(
    'hold for %s',
    (name) => {
      const search = SEARCHES[name]
      if (!search) throw new Error(`no search ${name}`)
      const { histories, arrivals, types } = new Searcher(search).run(holds)
      console.log(`${name}: ${histories} histories, ${arrivals} arrivals, depth ${search.depth}`)
      expect(search.types.filter((type) => !types.has(type))).toEqual([])
      expect(histories).toBeGreaterThan(1000)
    },
    120_000,
  )
})

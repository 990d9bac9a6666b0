// The 25 hard cases that need more than two presets: an alias of another time, a channel, a duty, a claim of each side, a role. Each is told
// on plain values; those of a case's events are told again between whole gateways.
import { expect } from 'vitest'
import type { Instant } from '../../../src/core/kernel/instant.ts'
import { parseCarried, renderCarried } from '../../../src/core/severity/carried-note.ts'
import { missingIn } from '../../../src/core/severity/claim-change.ts'
import { figuresOf } from '../../../src/core/severity/coverage.ts'
import { disputeOf } from '../../../src/core/severity/dispute.ts'
import { toNative, toShared, translate } from '../../../src/core/severity/mapping.ts'
import { brokenCells, namePairs } from '../../../src/core/severity/matrix-order.ts'
import { codeOfCell } from '../../../src/core/severity/matrix.ts'
import { meaningOf } from '../../../src/core/severity/native-change.ts'
import { type Circumstances, projectFor } from '../../../src/core/severity/project-for.ts'
import { gateRaise } from '../../../src/core/severity/role-gate.ts'
import { parseScheme } from '../../../src/core/severity/scheme-laws.ts'
import { restoreNative } from '../../../src/core/severity/stored-native.ts'
import { ok, preset } from './kit.ts'
import { jiraSample } from './matrices.ts'

export type Row = { readonly from: string; readonly to: string; readonly expected: string }
type Story = { readonly title: string; readonly tell: (row: Row) => void }

const WILLING: Circumstances = { plan: null, contact: 'given', phone: 'promised' }
const top = (id: string) => {
  const [level] = preset(id).scheme.levels
  if (!level) throw new Error(`${id} has no levels`)
  return level
}
const moment = (text: string): Instant => text as Instant

const labels: Readonly<Record<number, Story>> = {
  4: {
    title: 'an old label is an alias for its period and is kept as received',
    tell: ({ from, to, expected }) => {
      const then = { at: moment('2002-05-01T00:00:00.000Z') }
      const { from: reading, to: projected } = translate(preset(from), 'P1', preset(to), then)
      expect(reading).toMatchObject({ native: 'P1', code: 'S1', level: 1, flags: ['alias'] })
      expect(projected.code).toBe(expected)
      const now = toShared(preset(from), 'P1', { at: moment('2026-05-01T00:00:00.000Z') })
      expect(now).toMatchObject({ result: 'unmapped', level: 3, flags: ['alias-out-of-period'] })
    },
  },
  8: {
    title: 'a finer level in the note beside a coarse value wins',
    tell: ({ from, to, expected }) => {
      const carried = parseCarried('shared=2')?.shared
      const said = translate(preset(from), 'HIGH', preset(to), { carried })
      expect(said.from).toMatchObject({ level: 2, flags: ['coarse', 'carried'] })
      expect(said.to.code).toBe(expected)
    },
  },
  23: {
    title: 'a wire number is no name',
    tell: ({ from, to, expected }) => {
      expect(toShared(preset(from), '1')).toMatchObject({ result: 'unmapped', code: null })
      expect(translate(preset(from), 'P0', preset(to)).to.code).toBe(expected)
    },
  },
  47: {
    title: 'the second label of a level is an alias',
    tell: ({ from, to, expected }) => {
      const said = translate(preset(from), 'P3 - Important', preset(to))
      expect(said.from).toMatchObject({ level: 3, code: 'P3 - Medium', flags: ['alias'] })
      expect(said.to.code).toBe(expected)
    },
  },
  51: {
    title: 'the published sample matrix is not monotone: its cells are named, nothing is repaired',
    tell: ({ from, to, expected }) => {
      const matrix = ok(parseScheme(jiraSample))
      const broken = brokenCells(matrix)
      expect(namePairs(matrix, broken)).toMatch(/Minor.*Medium.*"Lowest".*Minor.*Low.*"Low"/)
      const code = codeOfCell(matrix, ['Minor', 'Medium'])
      expect(code).toBe('Lowest')
      const said = translate(preset(from), code, preset(to))
      expect(said.from.level).toBe(4)
      expect(said.to.code).toBe(expected)
    },
  },
  65: {
    title: 'case and blanks are folded for matching, never in what is kept',
    tell: ({ from, to, expected }) => {
      const said = translate(preset(from), ' very  HIGH ', preset(to))
      expect(said.from).toMatchObject({ native: ' very  HIGH ', code: 'Very High', level: 1 })
      expect(said.to.code).toBe(expected)
    },
  },
  66: {
    title: 'unknown text is neither rejected nor guessed nor dropped',
    tell: ({ from, to, expected }) => {
      const said = translate(preset(from), 'Blocker', preset(to))
      expect(said.from).toMatchObject({ native: 'Blocker', level: 3, result: 'unmapped' })
      expect(said.to.code).toBe(expected)
    },
  },
  67: {
    title: 'severity drives the level, a graver priority beside it does not',
    tell: ({ from, to, expected }) => {
      const said = translate(preset(from), 'Minor', preset(to))
      expect(said.to.code).toBe(expected)
      expect(toShared(preset('tmf621-priority'), 'Critical').level).toBe(1)
      expect(meaningOf({ mapping: preset(from), sent: null, native: 'Minor', own: 3 }).kind).toBe(
        'same',
      )
    },
  },
}

const unset = (native: string | null): Story => ({
  title: `${JSON.stringify(native)} is unset, reads as normal and says so`,
  tell: ({ from, to, expected }) => {
    const said = translate(preset(from), native, preset(to))
    expect(said.from).toMatchObject({ native, level: 3, code: null, result: 'defaulted' })
    expect(said.to.code).toBe(expected)
  },
})

const clocksAndDuties: Readonly<Record<number, Story>> = {
  74: {
    title: 'the level is equal, the clocks are not, and sending there is warned of',
    tell: ({ from, to, expected }) => {
      expect(translate(preset(from), '1 (Critical)', preset(to)).to.code).toBe(expected)
      const suse = figuresOf(top(from), { plan: 'Standard', channel: 'api' })
      expect(suse).toMatchObject({ coverage: 'business', response: { minutes: 120 } })
      const redhat = figuresOf(top(to), { plan: 'Premium', channel: 'api' })
      expect(redhat).toMatchObject({ coverage: '24x7', response: { minutes: 60 } })
      const sent = ok(projectFor(preset(from), 1, { ...WILLING, plan: 'Standard' }))
      expect(sent).toMatchObject({ code: '1 (Critical)', warnings: ['business-hours'] })
    },
  },
  75: {
    title: 'the fast figure holds only once the customer escalated',
    tell: ({ from, to, expected }) => {
      expect(translate(preset(from), 'P1', preset(to)).to.code).toBe(expected)
      const asked = { plan: 'Enterprise', channel: 'web' } as const
      expect(figuresOf(top(from), asked)).toMatchObject({ response: null, waitsFor: ['escalated'] })
      const after = figuresOf(top(from), { ...asked, met: ['escalated'] })
      expect(after).toMatchObject({ response: { minutes: 30 }, waitsFor: [] })
    },
  },
  76: {
    title: 'round the clock by phone, weekdays on the web',
    tell: ({ from, to, expected }) => {
      expect(translate(preset(from), 'Priority 1', preset(to)).to.code).toBe(expected)
      const by = (channel: 'web' | 'phone') =>
        figuresOf(top(from), { plan: 'Extended', channel }).coverage
      expect([by('web'), by('phone')]).toEqual(['business', '24x7'])
      expect(ok(projectFor(preset(from), 1, WILLING)).warnings).toEqual(['business-hours'])
    },
  },
  77: {
    title: 'the level waits for the call that its receiver requires',
    tell: ({ to, expected }) => {
      const awaiting = ok(projectFor(preset(to), 1, WILLING))
      expect(awaiting).toMatchObject({ code: expected, result: 'exact', unmet: ['call'] })
      const called = ok(projectFor(preset(to), 1, { ...WILLING, phone: 'made' }))
      expect(called).toMatchObject({ code: expected, levelDuties: ['call'], unmet: [] })
    },
  },
  78: {
    title: 'without a contact round the clock the next level goes, with the reason and an alarm',
    tell: ({ to, expected }) => {
      expect(ok(projectFor(preset(to), 1, WILLING)).code).toBe(expected)
      const sent = ok(projectFor(preset(to), 1, { ...WILLING, contact: 'none' }))
      expect(sent).toMatchObject({
        code: 'Severity B',
        asked: 1,
        level: 2,
        reason: 'no-contact',
        alarm: true,
      })
    },
  },
}

const claim = (side: string, level: 1 | 2 | 3 | 4, at: number) => ({
  side,
  claim: `${side} ${at}`,
  level,
  at,
})

const twoSides: Readonly<Record<number, Story>> = {
  79: {
    title: 'the receiver lowers its own side, the sender’s stays and it is asked',
    tell: ({ from, to }) => {
      const requested = toShared(preset(to), 'S1').level
      const accepted = toShared(preset(from), 'Severity B').level
      const [sender, receiver] = [claim('sender', requested, 1), claim('receiver', accepted, 2)]
      expect(missingIn({ ...receiver, before: 1, reason: 'contact-lost', ...silent })).toEqual([])
      expect(disputeOf([sender, receiver])).toMatchObject({
        effective: 1,
        gap: 1,
        word: 'open',
        owedBy: ['sender'],
      })
    },
  },
  80: {
    title: 'a rule lowers its own side, which is a proposal until the other agrees',
    tell: ({ from, to }) => {
      const [ruled, other] = [toShared(preset(from), 'P2').level, top(to).shared]
      const lowered = claim('receiver', ruled, 2)
      expect(missingIn({ ...lowered, before: 1, reason: 'workaround', ...silent })).toEqual([])
      expect(disputeOf([claim('sender', other, 1), lowered]).effective).toBe(1)
      const agreed = { ...claim('sender', ruled, 3), before: other, reason: 'agreed', ...silent }
      expect(missingIn(agreed)).toEqual([])
      expect(disputeOf([agreed, lowered])).toMatchObject({ effective: 2, word: 'none' })
    },
  },
  81: {
    title: 'the graver of the two is in effect, and silence or a refusal lowers nothing',
    tell: ({ from, to, expected }) => {
      const ours = claim('ours', toShared(preset(from), 'Severity 2').level, 2)
      const theirs = claim('theirs', 1, 1)
      const open = disputeOf([ours, theirs])
      expect(open).toMatchObject({ effective: 1, word: 'open', owedBy: ['theirs'] })
      const refused = disputeOf([ours, theirs], [{ by: 'theirs', claim: ours.claim }])
      expect(refused).toMatchObject({ effective: 1, word: 'refused', owedBy: ['ours'] })
      expect(toNative(preset(to), 1).code).toBe(expected)
    },
  },
  84: {
    title: 'our own value coming back is an echo: no change, no event',
    tell: ({ from, to, expected }) => {
      const mapping = preset(from)
      const sent = toNative(mapping, 2)
      expect(meaningOf({ mapping, sent, native: 'high', own: 2 })).toEqual({ kind: 'echo' })
      expect(toNative(preset(to), 2).code).toBe(expected)
    },
  },
  85: {
    title: 'a value that the partner changed is a proposal to lower',
    tell: ({ from, to, expected }) => {
      const mapping = preset(from)
      const said = meaningOf({
        mapping,
        sent: toNative(mapping, 2),
        native: 'MEDIUM',
        note: renderCarried({ shared: 2, native: 'Severity 2 (high)' }),
        own: 2,
      })
      expect(said).toMatchObject({ kind: 'lowering', reading: { level: 3 } })
      expect(`proposal: ${toNative(preset(to), 3).code}`).toBe(expected)
    },
  },
  87: {
    title: 'a raise by somebody without the role waits, nothing changes, a timer runs',
    tell: ({ from, to }) => {
      const policy = {
        roles: ['agent', 'team leader', 'manager'],
        gates: [{ level: 2, role: 'team leader' }],
        approvalSeconds: 1800,
      } as const
      const wanted = toShared(preset(from), 'S1- Critical').level
      const asked = { current: 3, wanted, at: 600 } as const
      const waiting = gateRaise(policy, { ...asked, role: 'agent' })
      expect(waiting).toEqual({
        level: 3,
        pending: { level: 1, needs: 'team leader', due: 2400 },
      })
      expect(toNative(preset(to), waiting.level ?? 3).code).toBe('normal')
      expect(gateRaise(policy, { ...asked, role: 'team leader' }).level).toBe(1)
    },
  },
}
const silent = { impact: null, contact: null } as const

const roundTrips: Readonly<Record<number, Story>> = {
  57: {
    title: 'a value said under an older version goes home under that version only',
    tell: ({ from, expected }) => {
      const kernel = preset(from)
      const older = { ...kernel.ref, version: '0' }
      const stored = { scheme: older, native: 'P1', level: 2 } as const
      expect(restoreNative(stored, { scheme: older, level: 2 })).toBe('P1')
      expect(restoreNative(stored, { scheme: kernel.ref, level: 2 })).toBeNull()
      expect(toNative(kernel, 2)).toMatchObject({ code: expected, result: 'up' })
    },
  },
  82: {
    title: 'the way back over a coarse scheme restores, it does not compute',
    tell: ({ from, expected }) => {
      const [redhat, tsanet] = [preset(from), preset('tsanet-connect')]
      const native = 'Severity 2 (high)'
      const there = translate(redhat, native, tsanet)
      expect(there.to).toMatchObject({ code: 'HIGH', result: 'up' })
      const stored = { scheme: redhat.ref, native, level: there.from.level }
      expect(restoreNative(stored, { scheme: redhat.ref, level: 2 })).toBe(expected)
      expect(translate(tsanet, 'HIGH', redhat).to.code).toBe('Severity 1 (urgent)')
    },
  },
  83: {
    title: 'the carried level survives a coarse hop on the way to a third vendor',
    tell: ({ from, to, expected }) => {
      const [tsanet, native] = [preset('tsanet-connect'), 'Major (On Premise Severity 2)']
      const first = translate(preset(from), native, tsanet)
      const note = renderCarried({ shared: first.from.level, native })
      expect(note).toBe('shared=2; native=Major (On Premise Severity 2)')
      const carried = parseCarried(`Storage is slow. ${note}`)?.shared
      expect(translate(tsanet, first.to.code, preset(to), { carried }).to.code).toBe(expected)
      expect(translate(tsanet, first.to.code, preset(to)).to.code).toBe('S1')
    },
  },
}

/** By the number of the row. */
export const stories: Readonly<Record<number, Story>> = {
  ...labels,
  29: unset('0'),
  30: unset('PRIORITY_UNSPECIFIED'),
  86: unset(null),
  ...roundTrips,
  ...clocksAndDuties,
  ...twoSides,
}

import { describe, expect, it } from 'vitest'
import { type Instant, instantOf } from '../../../src/core/kernel/instant.ts'
import { dutyOrder } from '../../../src/core/support/duty-order.ts'
import { findSupportPreset } from '../../../src/core/support/preset.ts'
import { parseRota, type Rota } from '../../../src/core/support/rota.ts'
import type { Concern } from '../../../src/core/support/who-answers.ts'
import { sure, utc } from './kit.ts'

const at = (text: string): Instant => instantOf(utc(text))
const SUN = sure(findSupportPreset('follow-the-sun')).profile
const DE = sure(findSupportPreset('berlin-office-hours')).profile

const rota = (id: string, people: string[], change: object = {}): Rota =>
  sure(
    parseRota({
      id,
      name: id,
      zone: 'Europe/Berlin',
      start: '2026-03-23',
      handover: '02:30',
      shiftDays: 1,
      people,
      overrides: [],
      escalateTo: ['max', 'gil'],
      ...change,
    }),
  )

function said(rotas: Rota[], text: string, concern: Concern = {}, profile: typeof SUN | null = DE) {
  const order = dutyOrder(profile, rotas, at(text), concern)
  return order && `${order.rota}: ${order.steps.map((s) => `${s.person} ${s.as}`).join(', ')}`
}

describe('whom to tell', () => {
  it('is who is on duty, then who is next, then the chain, each once', () => {
    expect(said([rota('r', ['ana', 'ben'])], '2026-11-23 12:00')).toBe(
      'r: ben on-duty, ana next, max escalation, gil escalation',
    )
    expect(said([rota('r', ['max'])], '2026-11-23 12:00')).toBe('r: max on-duty, gil escalation')
  })

  it('is somebody at night and without a profile too', () => {
    expect(said([rota('r', ['ana'])], '2026-11-22 03:00')).toMatch(/^r: ana on-duty/)
    expect(said([rota('r', ['ana'], { region: 'de' })], '2026-11-22 03:00')).toMatch(/^r: ana/)
    expect(said([rota('r', ['ana'])], '2026-11-22 03:00', {}, null)).toMatch(/^r: ana/)
  })

  it('is nobody where no rota covers the matter', () => {
    expect(said([], '2026-11-23 12:00')).toBeNull()
    expect(said([rota('r', ['ana'], { levels: [1] })], '2026-11-23 12:00', { level: 2 })).toBeNull()
  })

  it('follows the most specific rota, whatever the order they come in', () => {
    const rotas = [
      rota('all', ['all']),
      rota('grave', ['grave'], { levels: [1] }),
      rota('array', ['array'], { products: ['arr-9'] }),
    ]
    for (const list of [rotas, rotas.toReversed()]) {
      expect(said(list, '2026-11-23 12:00')).toMatch(/^all/)
      expect(said(list, '2026-11-23 12:00', { level: 1 })).toMatch(/^grave/)
      expect(said(list, '2026-11-23 12:00', { level: 1, product: 'arr-9' })).toMatch(/^array/)
    }
  })

  it('follows the region that is open, and the one that opens next while all are closed', () => {
    const rotas = [
      rota('amer', ['amy'], { region: 'amer' }),
      rota('emea', ['eva'], { region: 'emea' }),
    ]
    expect(said(rotas, '2026-11-23 09:00', {}, SUN)).toMatch(/^emea/)
    expect(said(rotas, '2026-11-23 18:00', {}, SUN)).toMatch(/^amer/)
    expect(
      said(
        [rota('x', ['x'], { region: 'us' }), rota('de', ['d'], { region: 'de' })],
        '2026-11-22 03:00',
      ),
    ).toMatch(/^de/)
  })

  it('hands over at the wall time, in the night in which the clocks skip it too', () => {
    const nights = [rota('r', ['ana', 'ben', 'cem', 'dia', 'eli', 'fay', 'gus'])]
    // On 29 March 2026 the clocks in Berlin jump from 2:00 to 3:00, at 1:00 UTC.
    expect(said(nights, '2026-03-29 00:59')).toMatch(/^r: fay on-duty, gus next/)
    expect(said(nights, '2026-03-29 01:00')).toMatch(/^r: gus on-duty, ana next/)
    expect(dutyOrder(DE, nights, at('2026-03-29 00:59'))?.until).toBe('2026-03-29T01:00:00.000Z')
  })
})

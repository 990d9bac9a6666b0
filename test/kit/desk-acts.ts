// Random but possible acts of vendors through their API, from a seeded draw. What the rules refuse is part of the game.
import type { Answer, Desk, Outcome, Write } from './desk.ts'

type Draw = () => number
type Case = Answer['body']

/** What the gravest level needs. */
const SUPPORT = { impact: 'Nobody can order', contact: { name: 'Night desk' } }

export const pick = <T>(draw: Draw, list: readonly T[]): T => {
  const found = list[Math.floor(draw() * list.length)]
  if (found === undefined) throw new Error('there is nothing to choose from')
  return found
}

/** What stands in the problem or the note of a write and of no other. */
export const markOf = ({ body }: Write): string | null => {
  const given = (body ?? {}) as { text?: string; problem?: { summary: string } }
  const words = given.problem?.summary ?? given.text
  return words?.startsWith('mark ') === true ? words : null
}

let marks = 0
const mark = (): string => `mark ${++marks} end`

export function openingOf(partners: readonly Desk[]): Write {
  return {
    method: 'POST',
    path: '/api/cases',
    body: {
      problem: { summary: mark() },
      severity: { level: 2 },
      engagements: partners.map(({ id }) => ({ partner: id, ask: 'investigate' })),
    },
  }
}

export const noteIn = (caseId: string, audience: unknown = 'all'): Write => ({
  method: 'POST',
  path: `/api/cases/${caseId}/notes`,
  body: { text: mark(), audience },
})

/** One thing that this vendor might do next in a case as it sees it. */
export function actIn(draw: Draw, state: Case, desk: Desk, all: readonly Desk[]): Write {
  const at = `/api/cases/${state.caseId}`
  const post = (path: string, body?: unknown): Write => ({
    method: 'POST',
    path: `${at}/${path}`,
    ...(body === undefined ? {} : { body }),
  })
  const others = all.filter(({ id }) => id !== desk.id)
  const other = pick(draw, others)
  const own = state.engagements.find((e: Case) => e.invitee === desk.id)
  if (own?.standing === 'requested')
    return draw() < 0.7
      ? post(`engagements/${own.id}/accept`, {})
      : post(`engagements/${own.id}/request-information`, { text: 'Which firmware?' })
  const isHost = state.host === desk.id
  if (state.status.word !== 'open' && isHost) return post('reopen', { code: 'returned' })
  if (state.baton.offer?.to === desk.id && draw() < 0.6)
    return draw() < 0.8 ? post('baton/accept', {}) : post('baton/decline', { code: 'other' })
  const missing = others.filter(({ id }) => !state.participants.some((p: Case) => p.member === id))
  const asked = state.engagements.find((e: Case) => e.inviter === desk.id)
  const acts: (() => Write)[] = [
    () => noteIn(state.caseId),
    () => noteIn(state.caseId),
    () => noteIn(state.caseId),
    () => noteIn(state.caseId, [other.id]),
    () => noteIn(state.caseId, 'own-organisation'),
    () =>
      post('severity', { level: pick(draw, [1, 2, 3, 4]), reason: 'impact-changed', ...SUPPORT }),
    () => ({
      method: 'PUT',
      path: `${at}/slots/case-number`,
      body: { value: `N-${Math.floor(draw() * 1e6)}` },
    }),
    () => post('baton/offer', { to: other.id }),
    () => post('baton/offer', { to: other.id }),
    ...(isHost ? [() => post('baton/reclaim', {})] : []),
    ...(isHost && draw() < 0.3 ? [() => post('close', { code: 'workaround' })] : []),
    ...(missing.length > 0 ? [() => post('engagements', { partner: pick(draw, missing).id })] : []),
    ...(own ? [() => post(`engagements/${own.id}/request-information`, { text: 'More?' })] : []),
    ...(asked
      ? [() => post(`engagements/${asked.id}/provide-information`, { text: 'More.' })]
      : []),
    ...(draw() < 0.2 ? [() => openingOf([other])] : []),
  ]
  return pick(draw, acts)()
}

/** One act of a desk in one of its cases, carried through. */
export async function actSomewhere(
  draw: Draw,
  desk: Desk,
  all: readonly Desk[],
): Promise<Outcome | null> {
  const page = await desk.read('/api/cases?limit=20')
  if (page.items.length === 0) return null
  const state = await desk.read(`/api/cases/${pick<Case>(draw, page.items).caseId}`)
  if (state === null) return null
  const { method, path, body } = actIn(draw, state, desk, all)
  return desk.write(method, path, body)
}

// Scene 3: two vendors rate the case in their own words, one a step milder; the graver one counts. Then the baton moves.
import type { Vendor } from '../vendor.ts'
import { arrives, caseOf, inCase, type Stage, write } from '../stage.ts'
import { columns } from '../tell.ts'

export async function severities(stage: Stage): Promise<void> {
  const { tell, nimbus, basalt } = stage
  tell.scene('Two vendors, two scales')
  tell.act('Basalt rates the case in its own scheme, one step milder than Nimbus: P2.')
  const written = await write(stage, basalt, 'claim a severity', (api, header) =>
    api.POST('/api/cases/{caseId}/severity', {
      params: { ...inCase(stage), header },
      body: { code: 'P2', reason: 'initial', note: 'The array stays up and loses nothing.' },
    }),
  )
  await arrives(stage, written, nimbus)
  await showSeverities(stage, basalt)
}

/** Everybody's own words side by side, and what counts. */
export async function showSeverities(stage: Stage, reader: Vendor): Promise<void> {
  const { participants, severity } = await reader.read(caseOf(stage))
  const rows = participants.flatMap(({ member, severity: claim }) =>
    claim === null
      ? []
      : [
          [
            nameOf(stage, member),
            `says ${claim.native?.code ?? '-'}`,
            `= ${claim.level} ${claim.word}`,
          ],
        ],
  )
  stage.tell.more(
    ...columns(rows),
    `the gravest claim counts: ${severity.effective ?? '-'} ${severity.word ?? ''}; in ${reader.short}’s words that is ${severity.inOurScheme?.code ?? '-'}`,
  )
}

export async function batonToBasalt(stage: Stage): Promise<void> {
  const { tell, nimbus, basalt } = stage
  tell.scene('Who owns the next step')
  tell.act('Nimbus offers the baton to Basalt: the array is theirs to look at.')
  await passBaton(stage, nimbus, basalt, 'The array comes first; yours from here.')
}

/** Offer, acceptance, and the passing that the holder's gateway writes by itself. */
export async function passBaton(
  stage: Stage,
  from: Vendor,
  to: Vendor,
  text: string,
): Promise<void> {
  const { tell } = stage
  const name = `${from.handle} to ${to.handle}`
  const offered = await write(stage, from, `offer the baton, ${name}`, (api, header) =>
    api.POST('/api/cases/{caseId}/baton/offer', {
      params: { ...inCase(stage), header },
      body: { to: to.id, text, audience: 'all' },
    }),
  )
  await arrives(stage, offered, to)
  const { baton } = await to.until(caseOf(stage), 'the offer', (c) => c.baton.offer?.to === to.id)
  tell.more(`held by ${nameOf(stage, baton.holder)}, offered to ${to.short}: nobody is without it`)
  tell.act(`${to.short} accepts it; ${from.short}’s gateway passes it on by itself.`)
  const began = performance.now()
  await write(stage, to, `accept the baton, ${name}`, (api, header) =>
    api.POST('/api/cases/{caseId}/baton/accept', {
      params: { ...inCase(stage), header },
      body: {},
    }),
  )
  await to.until(caseOf(stage), 'the baton', (c) => c.baton.holder === to.id)
  tell.more(`→ ${to.short} holds the baton after ${Math.round(performance.now() - began)} ms`)
}

export function nameOf({ nimbus, basalt, fern }: Stage, member: string): string {
  return [nimbus, basalt, fern].find(({ id }) => id === member)?.short ?? member
}

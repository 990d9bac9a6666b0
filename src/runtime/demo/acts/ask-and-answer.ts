// Scene 2: the invited vendor asks before it accepts, gets an answer, accepts, and states its own case number.
import { arrives, caseOf, inCase, keep, kept, onEngagement, type Stage, write } from '../stage.ts'

export async function askAndAnswer(stage: Stage): Promise<void> {
  stage.tell.scene('Basalt asks, gets an answer, and accepts')
  await ask(stage)
  await give(stage)
  await accept(stage)
  await numberAndState(stage)
}

async function ask(stage: Stage): Promise<void> {
  const { tell, nimbus, basalt } = stage
  tell.act('Basalt asks Nimbus for information before it answers.')
  const written = await write(stage, basalt, 'ask for information', (api, header) =>
    api.POST('/api/cases/{caseId}/engagements/{engagementId}/request-information', {
      params: { ...onEngagement(stage, basalt), header },
      body: {
        text: 'When exactly did the second controller take over, by the clock of a host?',
        fields: ['timeline'],
        audience: 'all',
      },
    }),
  )
  keep(stage, 'question:basalt', written.receipt.events[0]?.id ?? '')
  await arrives(stage, written, nimbus)
  const { engagements } = await nimbus.read(caseOf(stage))
  const waiting = engagements.find(({ invitee }) => invitee === basalt.id)?.waitingOn
  tell.more(
    `the engagement now waits for ${waiting?.member === nimbus.id ? 'Nimbus' : 'somebody else'}: ${waiting?.what ?? 'nothing'}`,
  )
}

async function give(stage: Stage): Promise<void> {
  const { tell, nimbus, basalt } = stage
  tell.act('Nimbus gives it, in words and in Basalt’s own form.')
  const written = await write(stage, nimbus, 'give information', (api, header) =>
    api.POST('/api/cases/{caseId}/engagements/{engagementId}/provide-information', {
      params: { ...onEngagement(stage, basalt), header },
      body: {
        text: 'At 02:10:04 the paths through controller A went down; at 02:12:06 the volume was back.',
        form: { timeline: '02:10:04 paths 1 and 2 dead; 02:12:06 paths 3 and 4 active' },
        answers: kept(stage, 'question:basalt'),
        audience: 'all',
      },
    }),
  )
  await arrives(stage, written, basalt)
}

async function accept(stage: Stage): Promise<void> {
  const { tell, nimbus, basalt } = stage
  tell.act('Basalt accepts and names its engineer. The history opens to it.')
  const written = await write(stage, basalt, 'accept', (api, header) =>
    api.POST('/api/cases/{caseId}/engagements/{engagementId}/accept', {
      params: { ...onEngagement(stage, basalt), header },
      body: {
        text: 'We reproduce it in our lab now.',
        engineer: { name: 'Ines Prado', phone: '+351 21 555 0220' },
      },
    }),
  )
  await arrives(stage, written, nimbus)
  const shared = await basalt.until(caseOf(stage), 'the history', (c) => c.stage === 'shared')
  tell.more(`Basalt holds all ${shared.counts.events} signed events and the problem record`)
}

async function numberAndState(stage: Stage): Promise<void> {
  const { tell, nimbus, basalt } = stage
  tell.act('Basalt states its own case number and what it is doing.')
  for (const [slot, value] of [
    ['work-state', 'investigating'],
    ['case-number', 'BS-90417'],
  ] as const) {
    const written = await write(stage, basalt, `state its ${slot}`, (api, header) =>
      api.PUT('/api/cases/{caseId}/slots/{slot}', {
        params: { path: { ...inCase(stage).path, slot }, header },
        body: { value, audience: 'all' },
      }),
    )
    if (slot === 'case-number') await arrives(stage, written, nimbus)
  }
  const found = await nimbus.ask('find the case by the number', (api) =>
    api.GET('/api/cases', { params: { query: { number: 'bs-90417' } } }),
  )
  tell.more(`Nimbus finds the case by Basalt’s number: ${found.items[0]?.reference ?? 'not found'}`)
}

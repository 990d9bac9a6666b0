// Scene 5: the third vendor's gateway is really stopped. The others go on; what is meant for it waits; it comes back and catches up.
import { writeStory } from '../demo-file.ts'
import { arrives, caseOf, inCase, kept, onEngagement, type Stage, write } from '../stage.ts'
import { took } from '../tell.ts'

export async function fernGoesDown(stage: Stage): Promise<void> {
  const { tell, gateways, story, data } = stage
  tell.scene('Fern’s gateway goes down, and the case goes on')
  const pid = gateways.pidOf('fern')
  tell.act(`Fern’s gateway is switched off: SIGTERM to process ${pid ?? '-'}.`)
  await gateways.stop('fern')
  story.fernIsDown = true
  writeStory(data, story)
  tell.more(`process ${pid ?? '-'} has ended; nothing listens at ${urlOf(stage)}`)
}

export async function notesMeanwhile(stage: Stage): Promise<void> {
  const { tell, nimbus, basalt, fern } = stage
  tell.act('Nimbus answers Fern’s question all the same.')
  await write(stage, nimbus, 'answer Fern', (api, header) =>
    api.POST('/api/cases/{caseId}/engagements/{engagementId}/provide-information', {
      params: { ...onEngagement(stage, fern), header },
      body: {
        text: 'device-mapper-multipath 0.8.7-22, as shipped.',
        form: { multipath: '0.8.7-22' },
        answers: kept(stage, 'question:fern'),
        audience: 'all',
      },
    }),
  )
  tell.act('Three notes for three audiences.')
  await note(stage, 'all', 'The customer agreed to a test window tonight from 23:00 to 01:00.')
  tell.more('all participants, also later ones: the test window tonight')
  const pair = await note(
    stage,
    [nimbus.id, basalt.id],
    'Between us two: the customer asked about a refund for the array.',
  )
  tell.more('Nimbus and Basalt only: what the customer asked about a refund')
  await note(stage, 'own-organisation', 'Account manager informed; expect a call from their board.')
  tell.more('own organisation only: never leaves Nimbus, no event, no trace elsewhere')
  await arrives(stage, pair, basalt)
  const { items } = await basalt.ask('read the notes', (api) =>
    api.GET('/api/cases/{caseId}/notes', {
      params: { ...inCase(stage), query: { order: 'newest' } },
    }),
  )
  tell.more(`Basalt reads ${items.length} notes; Nimbus’ internal one is not among them`)
}

type Audience = 'all' | 'own-organisation' | string[]

const note = (stage: Stage, audience: Audience, text: string): ReturnType<typeof write> =>
  write(stage, stage.nimbus, `write a note for ${String(audience)}`, (api, header) =>
    api.POST('/api/cases/{caseId}/notes', {
      params: { ...inCase(stage), header },
      body: { text, kind: 'update', re: null, audience },
    }),
  )

/** The queue towards Fern fails and keeps what it holds; the one towards Basalt is not delayed. */
export async function waiting(stage: Stage): Promise<void> {
  const { tell, nimbus, fern } = stage
  const queue = await queueTo(stage, ({ failures }) => failures > 0)
  const { items } = await nimbus.ask('list deliveries', (api) =>
    api.GET('/api/cases/{caseId}/deliveries', { params: inCase(stage) }),
  )
  const held = items.filter((item) => item.partner === fern.id && item.state === 'waiting')
  const arrived = items.filter((item) => item.partner !== fern.id && item.state === 'delivered')
  tell.act('Nimbus looks at its deliveries.')
  tell.more(
    `to Basalt: ${arrived.length} delivered; to Fern: ${held.length} waiting`,
    `the queue to Fern: ${queue.state}, ${queue.failures} failures, next attempt at ${queue.nextAt?.slice(11, 19) ?? '-'}`,
  )
}

async function queueTo(stage: Stage, wanted: (queue: Queue) => boolean): Promise<Queue> {
  const { nimbus, fern } = stage
  const end = performance.now() + 30_000
  for (;;) {
    const { items } = await nimbus.ask('list its queues', (api) => api.GET('/api/partners/queues'))
    const queue = items.find(({ partner }) => partner === fern.id)
    if (queue !== undefined && (wanted(queue) || performance.now() > end)) return queue
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

type Queue = {
  readonly partner: string
  readonly state: string
  readonly failures: number
  readonly nextAt: string | null
}

export async function fernReturns(stage: Stage): Promise<void> {
  const { tell, gateways, story, data } = stage
  tell.scene('Fern comes back and catches up')
  const started = gateways.pidOf('fern') === null ? await gateways.start('fern') : null
  story.fernIsDown = false
  writeStory(data, story)
  tell.act('Fern’s gateway is switched on again, on its own data folder.')
  if (started !== null) tell.more(`process ${started.pid} listens after ${took(started.ready.ms)}`)
  await catchUp(stage)
  await join(stage)
}

async function catchUp(stage: Stage): Promise<void> {
  const { tell, fern } = stage
  const began = performance.now()
  const seen = await fern.until(caseOf(stage), 'the answer that waited', ({ engagements }) =>
    engagements.some((e) => e.invitee === fern.id && e.questions[0]?.answeredAt != null),
  )
  const answer = seen.engagements.find((e) => e.invitee === fern.id)?.questions[0]?.answer
  tell.more(
    `→ what waited is there after ${took(performance.now() - began)}: “${answerText(answer)}”`,
  )
}

const answerText = (answer: unknown): string =>
  typeof answer === 'string' ? answer : JSON.stringify(answer)

async function join(stage: Stage): Promise<void> {
  const { tell, nimbus, basalt, fern } = stage
  tell.act('Fern accepts; the whole history opens to it.')
  const accepted = await write(stage, fern, 'accept as Fern', (api, header) =>
    api.POST('/api/cases/{caseId}/engagements/{engagementId}/accept', {
      params: { ...onEngagement(stage, fern), header },
      body: {
        text: 'Kernel on call looks at it.',
        engineer: { name: 'Jana Novotná', phone: '+420 5 5555 0310' },
      },
    }),
  )
  await arrives(stage, accepted, nimbus, basalt)
  const { counts } = await nimbus.read(caseOf(stage))
  const shared = await fern.until(
    caseOf(stage),
    'the history',
    (c) => c.stage === 'shared' && c.counts.events >= counts.events,
  )
  const { items } = await fern.ask('read the notes', (api) =>
    api.GET('/api/cases/{caseId}/notes', { params: inCase(stage) }),
  )
  const readable = items.filter(({ held }) => held === 'held').length
  const withheld = items.filter(({ held }) => held === 'withheld').length
  tell.more(
    `Fern holds all ${shared.counts.events} events; it reads ${readable} notes, sees that ${withheld} more`,
    'is there and not meant for it, and knows nothing of the internal one',
  )
}

const urlOf = ({ demo }: Stage): string => demo.gateways.find(({ id }) => id === 'fern')?.url ?? '-'

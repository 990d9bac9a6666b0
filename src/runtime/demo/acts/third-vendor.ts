// Scene 4: the storage vendor finds that the guests' own waiting makes the freeze so long, and proposes the vendor of their
// operating system, which runs a gateway of its own.
import { arrives, caseOf, inCase, keep, onEngagement, type Stage, write } from '../stage.ts'

export async function findings(stage: Stage): Promise<void> {
  const { tell, nimbus, basalt } = stage
  tell.scene('It is not the array alone')
  tell.act('Basalt writes what it found, for all participants.')
  const written = await write(stage, basalt, 'write its findings', (api, header) =>
    api.POST('/api/cases/{caseId}/notes', {
      params: { ...inCase(stage), header },
      body: {
        text: 'The array hands over within 4 seconds. The storage gateway guests wait 120 seconds before they try another path: their multipath layer keeps queueing on dead paths.',
        kind: 'update',
        re: null,
        audience: 'all',
      },
    }),
  )
  await arrives(stage, written, nimbus)
}

export async function proposal(stage: Stage): Promise<void> {
  const { tell, nimbus, basalt, fern } = stage
  tell.act('Basalt proposes Fern, whose Linux runs in those guests.')
  const written = await write(stage, basalt, 'propose Fern', (api, header) =>
    api.POST('/api/cases/{caseId}/propose', {
      params: { ...inCase(stage), header },
      body: {
        member: fern.id,
        text: 'Their multipath tools decide how long it waits.',
        audience: 'all',
      },
    }),
  )
  await arrives(stage, written, nimbus)
}

export async function engageFern(stage: Stage): Promise<void> {
  const { tell, nimbus, basalt, fern } = stage
  tell.scene('A third vendor, on its own gateway')
  await readForm(stage)
  tell.act('Nimbus, the host, engages Fern over the network between the two gateways.')
  const written = await write(stage, nimbus, 'engage Fern', (api, header) =>
    api.POST('/api/cases/{caseId}/engagements', {
      params: { ...inCase(stage), header },
      body: {
        partner: fern.id,
        ask: 'investigate',
        text: 'Why does multipath wait 120 seconds on dead iSCSI paths although no_path_retry is 5?',
        due: null,
        form: { kernel: '5.14.0-427.fl9.x86_64' },
        entitlement: { contract: 'FL-PREM-3391' },
        contact: { name: 'Maja Lind', phone: '+46 8 555 0111' },
        levelDuties: { contact: 'given' },
      },
    }),
  )
  keep(stage, 'engagement:fern', written.receipt.events.at(-1)?.id ?? '')
  await arrives(stage, written, fern, basalt)
  await fern.until(caseOf(stage), 'the invitation', (c) => c.stage === 'invited')
  tell.act('Fern asks for the version of its multipath tools before it answers.')
  const asked = await write(stage, fern, 'ask for the version', (api, header) =>
    api.POST('/api/cases/{caseId}/engagements/{engagementId}/request-information', {
      params: { ...onEngagement(stage, fern), header },
      body: {
        text: 'Which version of device-mapper-multipath runs there?',
        fields: ['multipath'],
        audience: 'all',
      },
    }),
  )
  keep(stage, 'question:fern', asked.receipt.events[0]?.id ?? '')
  await arrives(stage, asked, nimbus)
}

/** The partner's own form, fetched from its gateway and believed by its hash. */
async function readForm(stage: Stage): Promise<void> {
  const { tell, nimbus, fern } = stage
  tell.act('Nimbus reads what Fern wants to know when it is engaged.')
  const { form } = await nimbus.ask('read Fern’s intake form', (api) =>
    api.GET('/api/partners/intake-form', { params: { query: { partner: fern.id } } }),
  )
  const fields = form?.fields.map(
    ({ label, required }) => `${label}${required ? ' (required)' : ''}`,
  )
  tell.more(`Fern’s form: ${fields?.join('; ') ?? 'none'}`)
}

// Scene 1: a customer's machines freeze; the hypervisor vendor opens a case and asks the storage vendor into it, in one step.
import type { components } from '../../../client.generated.ts'
import { arrives, keep, saveDemo, type Stage, write } from '../stage.ts'

const PROBLEM: components['schemas']['Problem'] = {
  summary:
    'All virtual machines of a cluster freeze for two minutes when a storage path fails over',
  kind: 'fault',
  product: { code: 'hv-8', version: '8.0.2' },
  symptoms:
    'At 02:10 all 214 guests on the cluster stopped answering at once. The hosts stayed up. After about 120 seconds everything went on by itself. It happened three times this night.',
  environment: [
    { name: 'Hosts', value: '12 in one cluster, Nimbus Hypervisor 8.0.2' },
    { name: 'Array', value: 'Basalt Array 9, two controllers, iSCSI over 4 paths' },
    { name: 'Storage gateway guests', value: 'Fern Linux 9.4' },
  ],
  messages: [
    'vmkernel: ScsiDeviceIO: Cmd 0x2a to dev "naa.6000" failed H:0x5 D:0x0 P:0x0',
    'Lost access to volume ds-01 due to connectivity issues. Recovery attempt is in progress.',
  ],
  tried: [
    'Replaced the cables of path 3: no change',
    'Switched path 3 off for an hour: no freeze in that hour',
  ],
  reproduction: [
    'Move a controller of the array to its partner',
    'Watch any guest for two minutes',
  ],
  impact:
    'The shop tills of 60 stores stand still each time. The customer loses about 40 sales a minute.',
  workaround: 'None that the customer can live with: with one path the array is too slow by day.',
  customer: {
    name: 'Nordic Retail AB',
    site: 'Malmö data centre',
    consent: 'given',
    contact: { name: 'Oskar Berg', phone: '+46 40 555 0140' },
  },
  review: {
    problemConfirmed: true,
    impactDescribed: true,
    workaround: 'unusable',
    milestone: '2026-11-27',
  },
}

export async function openCase(stage: Stage): Promise<void> {
  const { tell, nimbus, basalt } = stage
  tell.scene('A customer’s machines freeze, and the hypervisor vendor does not know why')
  tell.act('Nimbus opens a case with a full problem record and engages Basalt in the same step.')
  const written = await write(stage, nimbus, 'open the case', (api, header) =>
    api.POST('/api/cases', {
      params: { header },
      body: {
        problem: PROBLEM,
        test: false,
        caseNumber: 'SR-48211',
        severity: {
          code: 'Critical (On Premise Severity 1)',
          reason: 'initial',
          note: 'Production stands still several times a night.',
          contact: { name: 'Maja Lind', phone: '+46 8 555 0111' },
        },
        batonSilence: null,
        continues: null,
        engagements: [
          {
            partner: basalt.id,
            ask: 'investigate',
            text: 'Please look at the controller fail-over: why do the hosts lose the volume for two minutes?',
            due: new Date(Date.parse(stage.story.begunAt) + 60 * 60_000).toISOString(),
            form: { serial: 'BA9-70331', firmware: '6.3.1', protocol: 'iSCSI' },
            entitlement: { contract: 'C-77821', serial: 'BA9-70331' },
            contact: { name: 'Maja Lind', phone: '+46 8 555 0111' },
            levelDuties: { contact: 'given' },
          },
        ],
      },
    }),
  )
  const { caseId, reference, events } = written.receipt
  keep(stage, 'case', caseId)
  keep(stage, 'reference', reference)
  const invitation = events.find(({ type }) => type === 'engagement-requested')
  keep(stage, 'engagement:basalt', invitation?.id ?? '')
  if (!stage.demo.cases.some(({ id }) => id === caseId))
    stage.demo.cases.push({ id: caseId, reference, summary: PROBLEM.summary, host: nimbus.id })
  saveDemo(stage)
  tell.more(
    `${reference}, at Nimbus SR-48211: “${PROBLEM.summary}”`,
    'severity in its own words: Critical (On Premise Severity 1)',
  )
  await arrives(stage, written, basalt)
  await showInvitation(stage, caseId)
}

/** What an invited vendor sees: what is asked, its own form filled in, the entitlement; and no history yet. */
async function showInvitation(stage: Stage, caseId: string): Promise<void> {
  const { basalt, tell } = stage
  const seen = await basalt.until(caseId, 'the invitation', ({ stage: s }) => s === 'invited')
  const engagement = seen.engagements.find(({ invitee }) => invitee === basalt.id)
  const { ask, form, entitlement } = engagement?.texts ?? {}
  tell.more(
    `Basalt sees the invitation: “${String(ask)}”`,
    `its own intake form filled in ${JSON.stringify(form)}, entitlement ${JSON.stringify(entitlement)}`,
  )
}

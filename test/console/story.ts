// A case worth looking at: three vendors on two gateways, severities that differ, a baton that moves, notes for some, a partner whose
// gateway is down. For the console's tests; the clock moves as an evening of work would.
import { Hono } from 'hono'
import type { CaseId, MemberId } from '../../src/core/kernel/id.ts'
import { tokenServerOf } from '../../src/core/access/access-token.ts'
import { makeConsoleLink } from '../../src/flows/access/make-console-link.ts'
import { addLocalNote } from '../../src/flows/cases/add-local-note.ts'
import { claimSeverity } from '../../src/flows/cases/claim-severity.ts'
import { requestEngagement } from '../../src/flows/cases/request-engagement.ts'
import { createClient } from '../../src/flows/settings/create-client.ts'
import { saveProfile } from '../../src/flows/settings/save-profile.ts'
import type { AppOptions } from '../../src/http/context.ts'
import { consoleRoutes } from '../../src/http/console/routes.tsx'
import { accept, act, engagement, open, problem } from '../kit/case-inputs.ts'
import type { Network, Vendor } from '../kit/network.ts'
import { network, stateAt, sure } from '../kit/network.ts'

const MINUTE = 60_000

const PROFILES = [
  { name: 'Alpine Hypervisor', scheme: 'vmware-on-premise', phone: '+49 89 555 0110' },
  { name: 'Basalt Storage', scheme: 'netapp', phone: '+1 408 555 0144' },
  { name: 'Cedar Linux', scheme: 'suse', phone: '+46 8 555 0172' },
] as const

export type Story = AsyncDisposable & {
  readonly net: Network
  readonly alpine: Vendor
  readonly basalt: Vendor
  readonly cedar: Vendor
  readonly caseId: CaseId
  /** Shut off: what is written for it waits. */
  readonly cutCedar: () => void
}

export async function begin(): Promise<Story> {
  const net = await network([2, 1])
  const [alpine, basalt, cedar] = net.vendors
  if (!alpine || !basalt || !cedar) throw new Error('three vendors are needed')
  for (const [i, vendor] of net.vendors.entries()) await introduce(vendor, i)
  const { caseId } = await open(alpine, [basalt], {
    severity: { code: 'Critical (On Premise Severity 1)', reason: 'initial' },
  })
  const [one, other] = net.hosts.map(({ origin }) => origin)
  return {
    net,
    alpine,
    basalt,
    cedar,
    caseId,
    cutCedar: () => net.wire.part(one ?? '', other ?? ''),
    [Symbol.asyncDispose]: () => net[Symbol.asyncDispose](),
  }
}

async function introduce({ host, id }: Vendor, i: number): Promise<void> {
  const { deps, site } = host.gateway
  const entity = await deps.members.findEntity(id)
  const profile = PROFILES[i]
  if (!entity || !profile) throw new Error('nobody to introduce')
  sure(
    await saveProfile(deps, site, id, {
      profile: {
        ...entity.profile,
        name: profile.name,
        scheme: { id: profile.scheme, version: '1' },
        contacts: [{ name: 'Duty manager', phone: profile.phone }],
        departments: [
          { name: 'Night desk', phone: '+49 30 555 0199', email: 'night@desk.example' },
        ],
      },
    }),
  )
}

/** An evening's work on the case, up to a partner that does not answer. */
export async function play(story: Story): Promise<void> {
  const { net, alpine, basalt, cedar, caseId } = story
  const say = (by: Vendor, text: string, readers: 'case' | readonly MemberId[] = 'case') =>
    act(by, caseId, { type: 'add-note', kind: 'update', re: null, text, readers })
  const later = async (minutes: number): Promise<void> => {
    await net.settle()
    net.clock.advance(minutes * MINUTE)
  }
  await later(4)
  const asked = (await stateAt(basalt, caseId)).participants[basalt.id]?.engagement
  if (!asked) throw new Error('Basalt was not asked')
  await act(basalt, caseId, {
    type: 'request-information',
    engagement: asked,
    keys: [],
    fields: [],
    text: 'Which firmware do the two arrays run, and is the round-robin path policy in use?',
  })
  await later(9)
  const question = (await stateAt(alpine, caseId)).engagements[asked]?.questions[0]
  await act(alpine, caseId, {
    type: 'provide-information',
    engagement: asked,
    answers: question?.event ?? null,
    text: 'Firmware 7.4.1 on both. Round robin, 1,000 operations per path.',
  })
  await later(6)
  await accept(basalt, caseId)
  await later(0)
  await act(basalt, caseId, { type: 'set-slot', key: 'case-number', value: 'BA-20931' })
  await act(basalt, caseId, { type: 'set-slot', key: 'work-state', value: 'investigating' })
  await act(basalt, caseId, {
    type: 'set-slot',
    key: 'engineer',
    value: { name: 'Ola Nilsen', phone: '+47 555 01 222' },
  })
  sure(
    await claimSeverity(basalt.host.gateway.deps, basalt.id, caseId, {
      code: 'P2',
      reason: 'initial',
    }),
  )
  await later(3)
  await act(alpine, caseId, {
    type: 'offer-baton',
    to: basalt.id,
    text: 'Please find out why the paths need 38 s to come back.',
  })
  await later(2)
  await act(basalt, caseId, { type: 'accept-baton' })
  await later(25)
  await say(
    basalt,
    'Paths come back after 38 s; the guest’s disk timeout is 30 s.\nLooking at the failover log of controller B.',
  )
  await later(7)
  await say(
    alpine,
    'The customer asks for a bridge at 22:30. Between the two of us: their contract with you ended in June.',
    [alpine.id, basalt.id],
  )
  sure(
    await addLocalNote(alpine.host.gateway.deps, alpine.id, caseId, {
      author: 'Ines Prado',
      text: 'Account team wants no word about the renewal in shared notes.',
    }),
  )
  sure(await requestEngagement(alpine.host.gateway.deps, alpine.id, caseId, engagement(cedar.id)))
  await later(11)
  await accept(cedar, caseId)
  await later(0)
  await act(cedar, caseId, { type: 'set-slot', key: 'case-number', value: 'SR 4400812' })
  sure(
    await claimSeverity(cedar.host.gateway.deps, cedar.id, caseId, {
      code: '2 (High)',
      reason: 'initial',
    }),
  )
  await later(15)
  await say(
    cedar,
    'Workaround: raise the SCSI disk timeout to 60 s with the udev rule we attach in the next note.',
  )
  await later(300)
  await act(basalt, caseId, {
    type: 'offer-baton',
    to: cedar.id,
    text: 'Your timeout is what stops the guests.',
  })
  await later(1)
  story.cutCedar()
  const wrong = (await say(alpine, 'Please ignore, wrong case.')).events.at(-1)?.id
  if (wrong)
    await act(alpine, caseId, { type: 'withdraw-note', note: wrong, text: 'Wrong window.' })
  await act(alpine, caseId, { type: 'set-slot', key: 'work-state', value: 'waiting-for-partner' })
  await later(18)
}

/** Other cases, so that the list is one: an invitation that waits, a test, one that is closed. */
export async function playOthers({ net, alpine, basalt, cedar }: Story): Promise<CaseId> {
  const asked = await open(cedar, [alpine], {
    caseNumber: 'SR 4400977',
    severity: { level: 3, reason: 'initial' },
    problem: {
      ...problem.problem,
      texts: { summary: 'Kernel modules of the hypervisor tools do not build on 6.12' },
    },
  })
  await open(alpine, [], { caseNumber: 'NIM-1002', severity: null, test: true })
  const over = await open(basalt, [alpine], { caseNumber: 'BA-20877' })
  await net.settle()
  await accept(alpine, over.caseId)
  await net.settle()
  await act(basalt, over.caseId, {
    type: 'close-case',
    code: 'workaround',
    text: 'Timeout raised.',
  })
  await net.settle()
  return asked.caseId
}

/** A link into the console, as a vendor's own system would ask for it. */
export async function linkFor(vendor: Vendor, caseId: CaseId | null, name = 'Ines Prado') {
  const { deps, site } = vendor.host.gateway
  const made = sure(await createClient(deps, vendor.id, { name: 'crm', scopes: ['console:open'] }))
  const grant = { member: vendor.id, client: made.client.id, name, caseId }
  const link = sure(await makeConsoleLink(deps, tokenServerOf(site.publicUrl), grant))
  return { client: made.client, path: `/console/sign-in?token=${link.token}` }
}

/** The console as browsers see it. */
export const consoleOf = ({ host }: Vendor, options: AppOptions = {}): Hono =>
  new Hono().route('/console', consoleRoutes(host.gateway.deps, host.gateway.site, options))

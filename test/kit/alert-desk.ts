// A vendor whose people can be told: three of them in a rota, and channels. Jobs run when a test says so.
import type { Channel } from '../../src/core/alerts/channel.ts'
import type { Person } from '../../src/core/support/person.ts'
import type { Rota } from '../../src/core/support/rota.ts'
import type { AlertDeps } from '../../src/flows/alerts/alert-deps.ts'
import { sendAlerts } from '../../src/jobs/send-alerts.ts'
import { beside } from './member-rows.ts'
import type { Network, Vendor } from './network.ts'

export const personOf = (name: string, parts: Partial<Person> = {}): Person => ({
  name,
  roles: ['engineer'],
  email: `${name.toLowerCase()}@basalt.example`,
  phone: null,
  zone: 'Europe/Berlin',
  language: 'en',
  quietHours: null,
  ...parts,
})

/** Ana is on duty this week, then Ben; Mia manages. */
const ROTA: Rota = {
  id: 'nights',
  name: 'Nights',
  zone: 'Europe/Berlin',
  start: '2026-11-16',
  handover: '08:00',
  shiftDays: 7,
  people: ['ana', 'ben'],
  overrides: [],
  escalateTo: ['mia'],
}

export const mailBy = (port: number): Channel => ({
  name: 'Mail',
  kind: 'mail',
  enabled: true,
  mildest: 4,
  host: '127.0.0.1',
  port,
  security: 'none',
  user: null,
  from: 'alerts@basalt.example',
})

export const depsOf = ({ host }: Vendor): AlertDeps => host.gateway.deps

export async function staff(
  vendor: Vendor,
  people: Readonly<Record<string, Partial<Person>>> = {},
): Promise<void> {
  const { members } = vendor.host.gateway.deps
  for (const name of ['Ana', 'Ben', 'Mia']) {
    const id = name.toLowerCase()
    const roles = name === 'Mia' ? (['duty-manager'] as const) : (['engineer'] as const)
    const person = personOf(name, { roles, ...people[id] })
    await members.savePerson(vendor.id, { id, person }, 0, beside(1))
  }
  await members.saveRota(vendor.id, ROTA, 0, beside(1))
}

export async function addChannel(
  vendor: Vendor,
  id: string,
  channel: Channel,
  secret: string | null = null,
): Promise<void> {
  const deps = depsOf(vendor)
  const sealed = secret === null ? null : await deps.sealer.sealSecret(vendor.id, id, secret)
  await deps.alerts.saveChannel(vendor.id, { id, channel, secret: sealed }, 0, beside(1))
}

/** Numbers the log and lets the job run once. */
export async function ring(vendor: Vendor): Promise<void> {
  const { gateway } = vendor.host
  await gateway.jobs.sequence.run(new AbortController().signal)
  await sendAlerts(gateway.deps, { limit: 100 })
}

/** Every half minute for so many minutes. */
export async function ringFor(net: Network, vendor: Vendor, minutes: number): Promise<void> {
  for (let i = 0; i < minutes * 2; i++) {
    net.clock.advance(30_000)
    await ring(vendor)
  }
}

export async function alertsOf(vendor: Vendor) {
  const { alerts } = depsOf(vendor)
  const page = await alerts.list(vendor.id, {}, { after: null, limit: 50 })
  if (!('items' in page)) throw new Error('no list')
  return page.items
}

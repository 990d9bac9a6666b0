// An alliance over sites, made before anything is served and the way the command line does it: each site is opened in this process,
// and what one asks another goes to it by hand.
import { SCOPES } from '../../src/core/access/scope.ts'
import type { MemberId } from '../../src/core/kernel/id.ts'
import { admitMember } from '../../src/flows/members/admit-member.ts'
import { createMember } from '../../src/flows/members/create-member.ts'
import { requestAdmission } from '../../src/flows/members/request-admission.ts'
import { resolvePartner } from '../../src/flows/members/resolve-partner.ts'
import { trustAnchor } from '../../src/flows/members/trust-anchor.ts'
import type { Net } from '../../src/flows/ports.ts'
import { createClient } from '../../src/flows/settings/create-client.ts'
import type { GatewayDeps } from '../../src/runtime/compose.ts'
import { readConfig } from '../../src/runtime/config.ts'
import { createLogs } from '../../src/runtime/logs.ts'
import { openGateway } from '../../src/runtime/open-gateway.ts'
import type { OpenGateway } from '../../src/runtime/open-gateway.ts'
import type { Site } from './gateway-process.ts'
import { sure } from './network.ts'

export type Member = {
  readonly id: MemberId
  readonly name: string
  readonly site: Site
  readonly client: { readonly id: string; readonly secret: string }
}

const NAMES = ['alpine', 'basalt', 'cedar', 'delta'] as const

/** `layout[i]` members on site i, in good standing with one alliance on site 0, each with one client. */
export async function formAlliance(
  sites: readonly Site[],
  layout: readonly number[],
): Promise<Member[]> {
  const opened = new Map<string, OpenGateway>()
  const net = byHand(opened)
  try {
    for (const site of sites)
      opened.set(
        site.url,
        await openGateway(readConfig(site.settings('process-0')), createLogs('error'), { net }),
      )
    return await populate(sites, layout, (site) => {
      const found = opened.get(site.url)
      if (!found) throw new Error(`${site.url} is not open`)
      return found
    })
  } finally {
    for (const gateway of opened.values()) await gateway.close()
  }
}

const byHand = (opened: ReadonlyMap<string, OpenGateway>): Net => ({
  request: async ({ method, url, headers, body }) => {
    const there = opened.get(new URL(url).origin)
    if (there === undefined) throw new Error(`nobody is at ${url}`)
    const init = { method, headers: { ...headers }, ...(body ? { body } : {}) }
    const answer = await there.gateway.app.fetch(new Request(url, init))
    const bytes = new Uint8Array(await answer.arrayBuffer())
    return { status: answer.status, headers: answer.headers, body: bytes }
  },
})

async function populate(
  sites: readonly Site[],
  layout: readonly number[],
  open: (site: Site) => OpenGateway,
): Promise<Member[]> {
  const [first] = sites
  if (!first) throw new Error('an alliance needs a gateway')
  const operator = open(first).gateway
  const anchor = sure(
    await createMember(operator.deps, operator.site, {
      handle: 'alliance',
      role: 'anchor',
      name: 'Test Alliance',
    }),
  )
  const members: Member[] = []
  for (const [index, site] of sites.entries())
    for (let i = 0; i < (layout[index] ?? 0); i++) {
      const name = NAMES[members.length] ?? `vendor-${members.length}`
      const { deps, site: at } = open(site).gateway
      const { id } = sure(await createMember(deps, at, { handle: name, role: 'member', name }))
      await join(operator.deps, deps, anchor.id, id)
      const made = sure(await createClient(deps, id, { name, scopes: SCOPES }))
      members.push({ id, name, site, client: { id: made.client.id, secret: made.secret ?? '' } })
    }
  for (const { id, site } of members)
    for (const other of members)
      // Met once, a partner is known for an hour, also while its gateway starts.
      if (other.id !== id) sure(await resolvePartner(open(site).gateway.deps, id, other.id))
  return members
}

async function join(
  operator: GatewayDeps,
  deps: GatewayDeps,
  anchor: MemberId,
  member: MemberId,
): Promise<void> {
  const keys = await operator.members.keysOf(anchor, 'federation')
  const publicKeys = keys.map(({ publicKey }) => publicKey)
  sure(await trustAnchor(deps, member, { id: anchor, keys: publicKeys }))
  sure(await requestAdmission(deps, member, anchor))
  sure(await admitMember(operator, anchor, member))
}

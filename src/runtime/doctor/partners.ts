// The partners of members hosted here: whether they answer, whether their clocks and ours agree, until when their standing lasts.
import { CLOCK_TOLERANCE_SECONDS } from '../../core/exchange/limits.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { millisOf } from '../../core/kernel/instant.ts'
import { configurationAddress } from '../../core/members/endpoints.ts'
import { footingOf } from '../../core/members/trust.ts'
import type { Partner } from '../../flows/member-ports.ts'
import { standingOf } from '../../flows/members/resolve-partner.ts'
import type { Gateway, GatewayDeps } from '../compose.ts'
import { type Finding, fine, warn, wrong } from './ground.ts'

/** Partners asked by one examination: enough for an alliance, few enough for a person to wait. */
const MOST = 200
const SOON_MS = 2 * 60 * 60_000

export async function findingsAboutPartners({ deps }: Gateway): Promise<Finding[]> {
  const findings: Finding[] = []
  const asked = new Set<MemberId>()
  for (const { id, handle, role } of await deps.members.listEntities()) {
    if (role !== 'member') continue
    const page = await deps.members.searchPartners(id, null, { after: null, limit: MOST })
    for (const partner of page instanceof Refusal ? [] : page.items) {
      findings.push(...aboutStanding(handle, partner, deps))
      if (!asked.has(partner.id)) findings.push(...(await aboutAnswer(deps, partner)))
      asked.add(partner.id)
    }
  }
  return findings
}

function aboutStanding(handle: string, partner: Partner, deps: GatewayDeps): Finding[] {
  const about = `${handle} → ${partner.name}`
  const at = deps.clock.now()
  const show = `entente partner show ${handle} ${partner.id}`
  if (partner.resolvedAt === null)
    return [warn(about, `never looked up (${partner.lastError ?? 'no attempt yet'})`, show)]
  const footing = footingOf(standingOf(partner), at)
  if (footing === 'suspended')
    return [warn(about, 'its alliance suspended it; open cases go on', 'ask the alliance')]
  if (footing === 'lapsed')
    return [wrong(about, `its statement ended at ${partner.expiresAt}`, show)]
  if (footing === 'lapsing')
    return [warn(about, `nobody renewed its statement; open cases go on for seven days`, show)]
  const left = partner.expiresAt === null ? Infinity : millisOf(partner.expiresAt) - millisOf(at)
  if (left < SOON_MS && partner.lastError !== null)
    return [warn(about, `its statement ends at ${partner.expiresAt}: ${partner.lastError}`, show)]
  return [fine(about, `in good standing until ${partner.expiresAt ?? 'unpinned'}`)]
}

async function aboutAnswer(deps: GatewayDeps, { id, name }: Partner): Promise<Finding[]> {
  const url = configurationAddress(id)
  const began = millisOf(deps.clock.now())
  try {
    const { status, headers } = await deps.net.request({ method: 'GET', url, timeoutMs: 5_000 })
    const ended = millisOf(deps.clock.now())
    if (status !== 200) return [wrong(name, `${url} answers ${status}`, 'tell the partner')]
    return [fine(name, `answers within ${ended - began} ms`), ...aboutClock(name, headers, ended)]
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return [
      warn(name, `does not answer: ${why}`, 'nothing is lost; call the partner if it stays so'),
    ]
  }
}

function aboutClock(name: string, headers: Headers, now: number): Finding[] {
  const theirs = Date.parse(headers.get('date') ?? '')
  if (Number.isNaN(theirs)) return []
  const ahead = Math.round((now - theirs) / 1000)
  if (Math.abs(ahead) <= 5) return []
  const says = `our clock is ${Math.abs(ahead)} s ${ahead > 0 ? 'ahead of' : 'behind'} this partner's`
  return Math.abs(ahead) >= CLOCK_TOLERANCE_SECONDS
    ? [
        wrong(
          `clock and ${name}`,
          `${says}; from ${CLOCK_TOLERANCE_SECONDS} s on requests are refused`,
          'set this machine’s clock by NTP; if it is right, tell the partner',
        ),
      ]
    : [warn(`clock and ${name}`, says, 'set this machine’s clock by NTP')]
}
